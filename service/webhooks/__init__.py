"""Tells addresses what changes: signed, in order, again and again until they have it or are given up."""

from service.webhooks.addresses import check_address
from service.webhooks.delivering import deliver_due
from service.webhooks.signing import new_secret, signature

__all__ = ["check_address", "deliver_due", "new_secret", "signature"]
