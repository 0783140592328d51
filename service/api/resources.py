"""What an endpoint works with: the settings, the pool and the reader of this process."""

from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import cast

from flask import current_app

from service.api.guesses import Guesses
from service.errors import ModelError
from service.intake import Reader
from service.settings import Settings
from service.store.pool import Pool


@dataclass(frozen=True, slots=True)
class Resources:
    """Made once in each process by create_app. Without a reader everything stored is still served.

    `exports` has a place for each export that may run at once: each holds a connection for long.
    """

    settings: Settings
    pool: Pool
    reader: Reader | None
    exports: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(1))
    guesses: Guesses = field(default_factory=lambda: Guesses(0))

    def reading(self) -> Reader:
        """The reader. ModelError where its model could not be loaded."""
        if self.reader is None:
            raise ModelError("the model could not be loaded, so that nothing new can be read")
        return self.reader


def resources() -> Resources:
    """Those of the running application."""
    return cast(Resources, current_app.extensions["onrecord"])
