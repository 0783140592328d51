"""Commands for the keys of those who may write."""

from pathlib import Path

import click

from service.commands.store import data_option, pool_of, settings_with
from service.errors import NotFound

SCOPES = ("ingest", "curate", "review", "text", "admin")


@click.group()
def keys() -> None:
    """Keys for those who may write."""


@keys.command("create")
@data_option
@click.option("--scope", "scopes", type=click.Choice(SCOPES), multiple=True, required=True, help="May be repeated.")
@click.option("--label", default="", help="Whose key it is, for the list.")
def create_key(scopes: tuple[str, ...], label: str, data: Path | None) -> None:
    """Make a key and print its secret, which is not shown again."""
    from service.store.keys import create

    with pool_of(settings_with(data=data)) as pool, pool.writing() as connection:
        key_id, secret = create(connection, label, scopes)
    click.echo(f"Key {key_id}; its secret, which is not shown again:", err=True)
    click.echo(secret)


@keys.command("list")
@data_option
def list_keys(data: Path | None) -> None:
    """Print all keys, without their secrets: id, scopes, label, since when, and until when."""
    from service.store.keys import listed

    with pool_of(settings_with(data=data)) as pool, pool.reading() as connection:
        for key in listed(connection):
            revoked = f"revoked {key['revoked_at']:%Y-%m-%d}" if key["revoked_at"] else "in force"
            created = f"{key['created_at']:%Y-%m-%d}"
            click.echo("\t".join([key["id"], ",".join(key["scopes"]), key["label"], created, revoked]))


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
