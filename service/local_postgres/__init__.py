"""The Postgres server that comes with the package: one data folder, one owner, a private socket as its only door."""

from service.local_postgres.finding import found_or_owned, owned
from service.local_postgres.server import LocalPostgres

__all__ = ["LocalPostgres", "found_or_owned", "owned"]
