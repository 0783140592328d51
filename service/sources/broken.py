"""What could not be read as an article: where it stands, and why."""

from dataclasses import dataclass


class Unreadable(ValueError):
    """The bytes of a file or a line are no document; `str()` says why, as what is said of the place."""


@dataclass(frozen=True, slots=True)
class BrokenSource:
    """A file, or a line of one, that gave no article. `place` is a path or "path:line"; `str()` is one clear line."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"
