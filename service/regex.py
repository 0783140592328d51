"""Regular expressions that are compiled when they are first used: the answer to a short text needs a third of them.

Compiling all of them took a third of the time to the first answer.
"""

import re
from functools import cached_property
from typing import Any, AnyStr, Generic, cast


class Regex(Generic[AnyStr]):
    """Has what a compiled expression has, and is compiled when it is first asked for any of it but its `pattern`."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[AnyStr]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever re.Pattern has of this name
        found = getattr(self._compiled, name)
        setattr(self, name, found)  # from now on it is found without coming here
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return regex, (self.pattern, self._flags)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The expression, to be used as what `re.compile` returns. re.error, at its first use: it is none."""
    return cast("re.Pattern[AnyStr]", Regex(pattern, flags))
