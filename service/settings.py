"""Every setting, read once from the environment and explained; all wrong ones are reported together."""

import os
from dataclasses import dataclass
from pathlib import Path

from environs import Env, validate

_PREFIX = "ONRECORD_"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process. Sizes are bytes unless named otherwise, times seconds."""

    database_url: str | None
    data: Path
    postgres_user: str
    model: Path | None
    host: str
    port: int
    workers: int
    threads: int
    pool_timeout: float
    statement_timeout: float
    post_limit: int
    load_limit: int
    text_public: bool
    cors_origins: tuple[str, ...]
    log_level: str


def _default_data() -> Path:
    # The server of root runs as another user, who cannot enter root's home.
    return Path("/var/lib/onrecord") if os.geteuid() == 0 else Path("~/.local/share/onrecord")


def read_settings() -> Settings:
    """The settings of this process. environs.EnvValidationError lists every value that is none."""
    env = Env(eager=False)
    # Where the store is. Not set: the embedded server in the data folder.
    database_url = env.str("DATABASE_URL", None)
    with env.prefixed(_PREFIX):
        settings = Settings(
            database_url=database_url,
            # Folder of the embedded server and what else must outlive a run.
            data=env.path("DATA", _default_data()),
            # Who runs the embedded server where onrecord itself runs as root, which Postgres refuses.
            postgres_user=env.str("POSTGRES_USER", "nobody"),
            # Folder with tagger.onnx, tokenizer.json and reader.json; not set: the one shipped.
            model=env.path("MODEL", None),
            host=env.str("HOST", "127.0.0.1"),
            port=env.int("PORT", 8000, validate=validate.Range(0, 65535)),
            # Web processes, and threads in each: one connection a thread.
            workers=env.int("WORKERS", 2, validate=validate.Range(1, 64)),
            threads=env.int("THREADS", 4, validate=validate.Range(1, 64)),
            # How long a request waits for a free connection before it is answered 503.
            pool_timeout=env.float("POOL_TIMEOUT", 2.0, validate=validate.Range(0.1, 60)),
            statement_timeout=env.float("STATEMENT_TIMEOUT", 5.0, validate=validate.Range(0.1, 600)),
            # The longest text that POST and `load` take, in bytes of UTF-8.
            post_limit=env.int("POST_LIMIT", 300_000, validate=validate.Range(1)),
            load_limit=env.int("LOAD_LIMIT", 10_000_000, validate=validate.Range(1)),
            # True serves whole article texts to everyone: only for an archive of one's own.
            text_public=env.bool("TEXT_PUBLIC", False),
            cors_origins=tuple(env.list("CORS_ORIGINS", ["*"])),
            log_level=env.str("LOG_LEVEL", "INFO", validate=validate.OneOf(["DEBUG", "INFO", "WARNING", "ERROR"])),
        )
    env.seal()
    return settings
