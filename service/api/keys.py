"""Who may do what: the bearer key of a request and the scopes it has."""

from flask import request

from service.api.problems import Refused
from service.api.resources import resources
from service.store import keys
from service.store.keys import Holder
from service.store.pool import Connection

_REALM = 'Bearer realm="onrecord"'


def demand(scope: str) -> Holder:
    """Who bears the key of a request. Refuses one without a key in force (401), or whose key lacks `scope` (403)."""
    found = demand_any()
    if scope not in found.scopes:
        named = f'{_REALM}, error="insufficient_scope", scope="{scope}"'
        raise Refused(403, f"This key lacks the scope {scope}.", WWW_Authenticate=named)
    return found


def demand_any() -> Holder:
    """Who bears the key of a request. Refuses one without a key in force (401), and who has tried too many (429)."""
    kind, secret = _secret()
    if kind != "bearer" or not secret:
        raise Refused(401, "A key is needed: Authorization: Bearer KEY.", WWW_Authenticate=_REALM)
    guesses = resources().guesses
    if seconds := guesses.wait(request.remote_addr):
        told = "Too many keys from this address are not known; ask again after Retry-After seconds."
        raise Refused(429, told, Retry_After=str(seconds))
    with resources().pool.reading() as connection:
        found = keys.holder(connection, secret)
    if found is None:
        guesses.note(request.remote_addr)
        named = f'{_REALM}, error="invalid_token"'
        raise Refused(401, "This key is not known, or was revoked, or is past its time.", WWW_Authenticate=named)
    return found


def demand_reader() -> None:
    """Refuses a request without a key in force where reading is not open to everyone."""
    if request.method != "OPTIONS" and not resources().settings.reads_public:
        demand_any()


def bearer(connection: Connection) -> str:
    """The id of the key that this request was let in with."""
    found = keys.id_of(connection, _secret()[1])
    if found is None:
        raise Refused(401, "This key was revoked meanwhile.", WWW_Authenticate=_REALM)
    return found


def _secret() -> tuple[str, str]:
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    return kind.lower(), secret.strip()
