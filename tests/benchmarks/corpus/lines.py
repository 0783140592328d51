"""Values as COPY reads them in its text form."""

from collections.abc import Iterable

NULL = r"\N"


def escaped(text: str) -> str:
    """A text; most hold none of what would be taken for the end of a value."""
    if "\\" in text or "\n" in text or "\t" in text:
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    return text


def array(values: Iterable[object]) -> str:
    """An array; none of its values holds a quotation mark or a backslash."""
    return "{" + ",".join(f'"{value}"' for value in values) + "}"


def truth(value: bool) -> str:
    """A boolean."""
    return "t" if value else "f"


def known(value: object) -> str:
    """Anything plain, or nothing."""
    return NULL if value is None else str(value)
