"""Signs what is delivered, so that a receiver can tell who sent it, when, and that nobody changed it.

As Standard Webhooks has it, whose libraries verify it: HMAC-SHA256 over `id.timestamp.body`.
"""

import base64
import hashlib
import hmac
import secrets

_PREFIX = "whsec_"
_KEY = 32  # bytes


def new_secret() -> str:
    """A secret to sign with."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(_KEY)).decode()


def signature(secret: str, id: str, timestamp: int, body: bytes) -> str:
    """What stands in `webhook-signature` for this delivery at this second."""
    key = base64.b64decode(secret.removeprefix(_PREFIX))
    signed = hmac.new(key, f"{id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    return "v1," + base64.b64encode(signed).decode()
