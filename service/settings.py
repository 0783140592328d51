"""Every setting, read once from the environment and explained; all wrong ones are reported together."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_type_hints

from service.regex import regex

if TYPE_CHECKING:
    from environs import Env

_PREFIX = "ONRECORD_"
_NO_PREFIX = ("database_url",)  # the name that every host and tool knows it by
_RATE = r"(?:off|[1-9][0-9]{0,8}/(?:second|minute|hour|day))\Z"
# The password of a URL up to its last "@", for one may stand in it; and the one of a parameter or a keyword.
_PASSWORDS = regex(r"(?<=://)([^:@/]*):.*(?=@)|(password\s*=\s*)('(?:[^'\\]|\\.)*'|[^\s&]+)", re.IGNORECASE)
_MASKED = "***"


class WrongSettings(Exception):
    """Settings that the environment has and that are none; `messages` are those of each variable, by its name."""

    def __init__(self, messages: Mapping[str, Sequence[str]]) -> None:
        super().__init__("\n".join(f"{name}: {' '.join(said)}" for name, said in sorted(messages.items())))
        self.messages = messages


@dataclass(frozen=True, slots=True)
class Setting:
    """How one setting is read, and what it is for, in words for `onrecord settings`."""

    purpose: str
    kind: Literal["str", "int", "float", "bool", "path", "list"]
    default: object | Callable[[], object] = None
    valid: "Validator | None" = None

    def usual(self) -> object:
        """The value where the environment has none."""
        return self.default() if callable(self.default) else self.default

    def read(self, env: "Env", variable: str) -> object:
        """The value that the environment has; what is wrong with it is kept in `env` until it is sealed."""
        options = {"validate": self.valid.made()} if self.valid else {}
        value = getattr(env, self.kind)(variable, self.usual(), **options)
        return tuple(value) if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class Validator:
    """One of the validators of environs by its name; it is made when it is needed, for their import is slow."""

    name: Literal["Range", "Regexp", "OneOf"]
    given: tuple[Any, ...]
    error: str | None = None

    def made(self) -> Callable[[Any], Any]:
        """The validator itself."""
        from environs import validate

        made: Callable[[Any], Any] = getattr(validate, self.name)(*self.given, error=self.error)
        return made


def _between(least: float, most: float | None = None) -> Validator:
    return Validator("Range", (least, most))


def _default_data() -> Path:
    # The server of root runs as another user, who cannot enter root's home.
    return Path("/var/lib/onrecord") if os.geteuid() == 0 else Path("~/.local/share/onrecord")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process. Sizes are bytes unless named otherwise, times seconds."""

    database_url: Annotated[
        str | None, Setting("Where the store is. Not set: the embedded server in the data folder.", "str")
    ]
    data: Annotated[
        Path, Setting("Folder of the embedded server and what else must outlive a run.", "path", _default_data)
    ]
    postgres_user: Annotated[
        str,
        Setting("Who runs the embedded server where onrecord runs as root, which Postgres refuses.", "str", "nobody"),
    ]
    model: Annotated[
        Path | None,
        Setting("Model folder, as `onrecord train` fills one. Not set: the shipped one.", "path"),
    ]
    host: Annotated[str, Setting("Address to listen on.", "str", "127.0.0.1")]
    port: Annotated[int, Setting("Port to listen on, 0 for any.", "int", 8000, _between(0, 65535))]
    workers: Annotated[int, Setting("Web processes.", "int", 2, _between(1, 64))]
    threads: Annotated[
        int,
        Setting("Connections to the store, and texts in work at once, in each web process.", "int", 4, _between(1, 64)),
    ]
    pool_timeout: Annotated[
        float,
        Setting(
            "Seconds that a request waits for a connection before it is answered 503.", "float", 1.0, _between(0.1, 60)
        ),
    ]
    statement_timeout: Annotated[
        float,
        Setting(
            "Seconds that a statement may take before its request is answered 503.", "float", 5.0, _between(0.1, 600)
        ),
    ]
    post_limit: Annotated[
        int, Setting("The longest text that POST takes, in bytes of UTF-8.", "int", 300_000, _between(1))
    ]
    load_limit: Annotated[
        int, Setting("The longest text that `load` takes, in bytes of UTF-8.", "int", 10_000_000, _between(1))
    ]
    bulk_limit: Annotated[
        int,
        Setting("Bytes of NDJSON, unpacked, that POST takes at once, for later.", "int", 50_000_000, _between(1)),
    ]
    bulk_lines: Annotated[
        int, Setting("Lines of NDJSON that POST takes at once.", "int", 100_000, _between(1, 10_000_000))
    ]
    bulk_workers: Annotated[
        int,
        Setting(
            "Workers that `serve` starts beside the web processes; 0 where `onrecord work` runs elsewhere.",
            "int",
            1,
            _between(0, 64),
        ),
    ]
    export_seconds: Annotated[
        float, Setting("Seconds that an answer of NDJSON or CSV may take.", "float", 3600.0, _between(1))
    ]
    idempotency_hours: Annotated[
        float,
        Setting("Hours that answers to POST with an Idempotency-Key are kept.", "float", 24.0, _between(0.01)),
    ]
    changes_days: Annotated[
        float, Setting("Days that the feed of changes is kept; 0: for good.", "float", 0.0, _between(0, 36500))
    ]
    reads_public: Annotated[bool, Setting("False lets only those read who have a key, of any scope.", "bool", True)]
    text_public: Annotated[
        bool, Setting("True serves whole texts to everyone: only for an archive of one's own.", "bool", False)
    ]
    webhooks_private: Annotated[
        bool, Setting("True lets webhooks reach addresses of private networks and of this host.", "bool", False)
    ]
    cors_origins: Annotated[
        tuple[str, ...], Setting("Origins whose pages may ask from a browser, with commas between.", "list", ("*",))
    ]
    rate_limit: Annotated[
        str,
        Setting(
            "Requests that one address may make of one web process, as 600/minute; or off.", "str", "6000/minute",
            Validator("Regexp", (_RATE,), "Must be like 600/minute, or off."),
        ),
    ]  # fmt: skip
    answers_kept: Annotated[
        int,
        Setting(
            "Bytes of answers that each web process remembers until something is stored; 0: none.", "int", 33_554_432,
            _between(0),
        ),
    ]  # fmt: skip
    key_guesses: Annotated[
        int,
        Setting(
            "Unknown keys that one address may try in a minute at one web process; 0: any.", "int", 30, _between(0)
        ),
    ]
    proxies: Annotated[int, Setting("Proxies in front, whose X-Forwarded-For is believed.", "int", 0, _between(0, 10))]
    log_level: Annotated[
        str,
        Setting(
            "What is logged at least: DEBUG, INFO, WARNING or ERROR.", "str", "INFO",
            Validator("OneOf", (("DEBUG", "INFO", "WARNING", "ERROR"),)),
        ),
    ]  # fmt: skip


def read_settings() -> Settings:
    """The settings of this process. WrongSettings names every value that is none."""
    settings = dict(_each())
    if not any(_variable(name) in os.environ for name in settings):
        # As environs would have it, which takes a tenth of a second to import.
        usual: dict[str, Any] = {name: setting.usual() for name, setting in settings.items()}
        return Settings(**usual)
    return Settings(**_of_environment(settings))


def _of_environment(settings: Mapping[str, Setting]) -> dict[str, Any]:
    from environs import Env, EnvValidationError

    env = Env(eager=False)
    values = {name: setting.read(env, _variable(name)) for name, setting in settings.items()}
    try:
        env.seal()
    except EnvValidationError as error:
        found = error.error_messages
        raise WrongSettings(found if isinstance(found, Mapping) else {"settings": found}) from error
    return values


def described(settings: Settings) -> list[tuple[str, str, str, str]]:
    """For each setting: its environment variable, its value, its default, and what it is for. Passwords are masked."""
    return [
        (_variable(name), _shown(getattr(settings, name)), _shown(setting.usual()), setting.purpose)
        for name, setting in _each()
    ]


def _each() -> Iterator[tuple[str, Setting]]:
    for name, hint in get_type_hints(Settings, include_extras=True).items():
        yield name, hint.__metadata__[0]


def _variable(name: str) -> str:
    return name.upper() if name in _NO_PREFIX else _PREFIX + name.upper()


def _shown(value: object) -> str:
    if value is None:
        return "(not set)"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ",".join(map(str, value))
    return _PASSWORDS.sub(lambda found: (found[2] or f"{found[1]}:") + _MASKED, str(value))
