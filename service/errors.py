"""The few errors that the domain knows; api/ and cli.py turn each into its one answer."""

from collections.abc import Mapping


class OnRecordError(Exception):
    """Anything that a user can cause or must be told; `str()` of it is one clear line."""


class InvalidArticle(OnRecordError):
    """An article that cannot be taken in. `field` names what is wrong with it, None for the whole."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class ArticleTooLarge(InvalidArticle):
    """An article beyond the size that may be taken in this way; the message names the limit."""


class InvalidBulk(OnRecordError):
    """A body of many articles that cannot be taken in at all; what is wrong with one line is told of that line."""


class BulkTooLarge(InvalidBulk):
    """A body of more bytes or lines than may come at once; the message names the limit."""


class NotFound(OnRecordError):
    """Nothing is stored under this id."""


class Erased(NotFound):
    """It stood in an article that was erased; `tombstone` says which one and when, without any of its words."""

    def __init__(self, message: str, tombstone: Mapping[str, object]) -> None:
        super().__init__(message)
        self.tombstone = tombstone


class OutOfText(OnRecordError):
    """A place beyond the end of a text; `field` names which end of the slice it is."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field


class InvalidCorrection(OnRecordError):
    """A correction that cannot be made; `field` names what of it is wrong."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field


class InvalidWebhook(OnRecordError):
    """A webhook that cannot be made; `field` names what of it is wrong."""

    def __init__(self, message: str, field: str = "url") -> None:
        super().__init__(message)
        self.field = field


class Undeliverable(OnRecordError):
    """A receiver gives no answer, or is none that may be asked."""


class Conflict(OnRecordError):
    """Somebody else has changed meanwhile what was to be changed."""


class Stale(OnRecordError):
    """What was to be changed is no more as the one who wants to change it has seen it."""


class InvalidCursor(OnRecordError):
    """A cursor that this service did not give out, or gave out for another question."""


class NoLongerKept(OnRecordError):
    """A place of the feed of changes that was good, but what followed it is kept no more."""


class Unavailable(OnRecordError):
    """The database cannot be reached or is too slow just now; asking again later may help."""


class Busy(OnRecordError):
    """All who can do this are at work; asking again later will help."""


class ReadingLost(OnRecordError):
    """The process that read a text was killed over it, or over another; the next text is read by a new one."""


class SchemaMismatch(OnRecordError):
    """The store was migrated by other files than these: one was edited, or the store is newer than the code."""


class BackupError(OnRecordError):
    """A backup cannot be written, or its file is none, is broken, or does not fit the store."""


class LocalPostgresError(OnRecordError):
    """The embedded server cannot be started or kept; the message says why and what helps."""


class ModelError(OnRecordError):
    """The model folder lacks a file, or holds one that this code cannot read."""


class ServeError(OnRecordError):
    """The web service cannot be started or kept; the message says why and what helps."""
