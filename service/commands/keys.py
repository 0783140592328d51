"""Commands for the keys of those who may write, or read where that is not open to everyone."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from service.commands.store import data_option, pool_of, settings_with
from service.errors import NotFound

SCOPES = ("ingest", "curate", "review", "text", "admin")


@click.group()
def keys() -> None:
    """Keys for those who may write."""


@keys.command("create")
@data_option
@click.option(
    "--scope", "scopes", type=click.Choice(SCOPES), multiple=True, help="May be repeated; none: to read only."
)
@click.option("--label", default="", help="Whose key it is, for the list.")
@click.option(
    "--days", type=click.FloatRange(0, 36500, min_open=True), help="How long it holds; until revoked if none."
)
def create_key(scopes: tuple[str, ...], label: str, days: float | None, data: Path | None) -> None:
    """Make a key and print its secret, which is not shown again."""
    from service.store.keys import create

    expires_at = None if days is None else datetime.now(UTC) + timedelta(days=days)
    with pool_of(settings_with(data=data)) as pool, pool.writing() as connection:
        key_id, secret = create(connection, label, scopes, expires_at)
    click.echo(f"Key {key_id}; its secret, which is not shown again:", err=True)
    click.echo(secret)


@keys.command("list")
@data_option
def list_keys(data: Path | None) -> None:
    """Print all keys, without their secrets: id, scopes, label, since when, until when, and last used, to the hour."""
    from service.store.keys import listed

    with pool_of(settings_with(data=data)) as pool, pool.reading() as connection:
        for key in listed(connection):
            used = f"used {key['last_used_at']:%Y-%m-%d %H:00}" if key["last_used_at"] else "never used"
            created = f"{key['created_at']:%Y-%m-%d}"
            scopes = ",".join(key["scopes"]) or "(read)"
            click.echo("\t".join([key["id"], scopes, key["label"], created, _force(key), used]))


def _force(key: Mapping[str, Any]) -> str:
    """Whether a key opens anything, and until when."""
    if key["revoked_at"]:
        return f"revoked {key['revoked_at']:%Y-%m-%d}"
    if key["expires_at"] is None:
        return "in force"
    past = key["expires_at"] <= datetime.now(UTC)
    return f"{'expired' if past else 'in force until'} {key['expires_at']:%Y-%m-%d}"


@keys.command("revoke")
@data_option
@click.argument("key_id", metavar="ID")
def revoke_key(key_id: str, data: Path | None) -> None:
    """Make a key worthless at once."""
    from service.store.keys import revoke

    with pool_of(settings_with(data=data)) as pool, pool.writing() as connection:
        if not revoke(connection, key_id):
            raise NotFound(f"no key {key_id} is in force: `onrecord keys list` shows those that are")
    click.echo(f"Revoked {key_id}.")
