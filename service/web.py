"""The web processes: gunicorn with what this service needs of it. A program of its own, started by `onrecord serve`."""

import gc
import sys

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.config import Config
from gunicorn.glogging import Logger
from gunicorn.workers.base import Worker

from service import logs, measures
from service.app import create_app
from service.collecting import collect_seldom
from service.connections import LIMITS, Connections
from service.identity.asking import read_tables
from service.settings import Settings, read_settings
from service.signals import end_inherited_hold, end_with
from service.store.pool import WAITING_PER_CONNECTION

# For each connection a thread that works with it, those that may wait for it, and one that answers 503 meanwhile.
_THREADS_PER_CONNECTION = 1 + WAITING_PER_CONNECTION + 1


class Messages(Logger):  # type: ignore[misc]
    """gunicorn's own messages, as lines of the same log."""

    def setup(self, cfg: Config) -> None:
        """As gunicorn does, in another form."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(logs.Line())


class WebProcesses(BaseApplication):  # type: ignore[misc]
    """A listening socket served by processes with threads; each makes its own app, and so its own connections."""

    def __init__(self, settings: Settings, listener: int, patience: int) -> None:
        """`listener` is the file descriptor of the socket, `patience` the seconds for requests in work to end."""
        self._settings = settings
        self._listener = listener
        self._patience = patience
        self._app: Flask | None = None  # of this process, once it was forked
        super().__init__()

    def load_config(self) -> None:
        """Give gunicorn its settings. Nothing else does: neither a file nor GUNICORN_CMD_ARGS is read."""
        settings = {
            "bind": f"fd://{self._listener}",
            "worker_class": Connections,
            "workers": self._settings.workers,
            "threads": self._settings.threads * _THREADS_PER_CONNECTION,
            "graceful_timeout": self._patience,
            "preload_app": False,
            "control_socket_disable": True,
            "proc_name": "onrecord",
            "logger_class": Messages,
            "loglevel": "debug" if self._settings.log_level == "DEBUG" else "warning",
            "worker_exit": self._close_connections,
            "child_exit": self._forget,
            **LIMITS,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The application of one process; called after the fork."""
        collect_seldom()
        self._app = create_app(self._settings)
        # What is there now stays until the end: looking through it for garbage would make every request of this
        # process wait for a thirtieth of a second, now and then.
        gc.collect()
        gc.freeze()
        return self._app

    def _close_connections(self, _arbiter: object, _worker: object) -> None:
        if self._app:
            self._app.extensions["onrecord"].pool.close()

    def _forget(self, _arbiter: object, worker: Worker) -> None:
        measures.forget(worker.pid)


def main(listener: int, owner: int, patience: int) -> None:
    """Serve the socket until SIGTERM, or until the process `owner`, who started this one, is gone."""
    end_inherited_hold()
    logs.take_in_libraries()
    end_with(owner)
    read_tables()
    gc.freeze()  # what is there by now all processes share, as long as none writes to it
    WebProcesses(read_settings(), listener, patience).run()


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:4]))
