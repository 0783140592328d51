"""/webhooks: addresses that are told what changes, and what became of each delivery."""

from datetime import UTC, datetime
from typing import Any

from schemas.webhooks import (
    DeliveryIn,
    DeliveryOut,
    DeliveryPage,
    DeliveryQuery,
    WebhookIn,
    WebhookMade,
    WebhookOut,
    WebhookPage,
)
from service.api import examples
from service.api.blueprint import Blueprint
from service.api.keys import bearer
from service.api.listing import Answer, listing
from service.api.problems import Refused
from service.api.resources import resources
from service.errors import InvalidCursor, InvalidWebhook, NoLongerKept
from service.store import webhooks
from service.store.webhooks import DeliveryConditions
from service.webhooks import check_address, new_secret

blueprint = Blueprint("webhooks", __name__, url_prefix="/webhooks", description="Who is told what changes.")


@blueprint.route("")
@blueprint.key("admin")
@blueprint.answer(200, WebhookPage)
def find_webhooks() -> dict[str, Any]:
    """All webhooks, without their secrets.

    For a key of scope `admin`.
    """
    with resources().pool.reading() as connection:
        return {"items": webhooks.listed(connection)}


@blueprint.route("", methods=["POST"])
@blueprint.key("admin")
@blueprint.body(WebhookIn, example=examples.WEBHOOK)
@blueprint.answer(201, WebhookMade)
def post_webhook(document: dict[str, Any]) -> tuple[dict[str, Any], int, dict[str, str]]:
    """Makes a webhook: what changes is sent there as JSON, in the order of /changes, 200 changes at most at a time.

    `webhook-signature` is `v1,` and the base64 of the HMAC-SHA256 of `webhook-id.webhook-timestamp.body`, under the
    secret without `whsec_`, base64-decoded: as Standard Webhooks has it. Anything but an answer of 2xx within 10
    seconds is tried again, 12 times over 23 hours; what follows waits meanwhile. The same delivery may come twice,
    under the same `webhook-id`.
    """
    check_address(document["url"], private=resources().settings.webhooks_private)
    secret = new_secret()
    try:
        with resources().pool.writing() as connection:
            made = webhooks.create(
                connection, document["url"], secret, kinds=document["kind"], events=document["event"],
                after=document.get("after"), key_id=bearer(connection),
            )  # fmt: skip
    except (InvalidCursor, NoLongerKept) as error:
        raise InvalidWebhook(str(error), "after") from error
    return made | {"secret": secret}, 201, {"Location": f"/webhooks/{made['id']}"}


@blueprint.route("/<id:webhook_id>")
@blueprint.key("admin")
@blueprint.answer(200, WebhookOut)
def get_webhook(webhook_id: str) -> dict[str, Any]:
    """One webhook, without its secret.

    For a key of scope `admin`.
    """
    with resources().pool.reading() as connection:
        return webhooks.get(connection, webhook_id)


@blueprint.route("/<id:webhook_id>", methods=["DELETE"])
@blueprint.key("admin")
@blueprint.answer(204)
def delete_webhook(webhook_id: str) -> None:
    """Removes a webhook and its deliveries; one that is on its way may still arrive.

    For a key of scope `admin`.
    """
    with resources().pool.writing() as connection:
        webhooks.delete(connection, webhook_id)


@blueprint.route("/<id:webhook_id>/deliveries")
@blueprint.key("admin")
@blueprint.query(DeliveryQuery)
@blueprint.answer(200, DeliveryPage)
def find_deliveries(query: dict[str, Any], webhook_id: str) -> Answer:
    """What became of the deliveries of a webhook, the newest first; what was delivered is kept for 30 days.

    For a key of scope `admin`.
    """
    asked = DeliveryConditions(webhook_id, tuple(query.get("status", ())))
    with resources().pool.reading() as connection:
        return listing(webhooks.deliveries(connection, asked, query["limit"], query.get("after")))


@blueprint.route("/<id:webhook_id>/deliveries", methods=["POST"])
@blueprint.key("admin")
@blueprint.body(DeliveryIn, example=examples.DELIVERY)
@blueprint.answer(202, DeliveryOut)
def post_delivery(document: dict[str, Any], webhook_id: str) -> dict[str, Any]:
    """Makes a delivery due: a `test` without changes, tried once, or a `replay` of an earlier one, also a dead one.

    410 where the feed no longer keeps the changes of the earlier one.
    """
    now = datetime.now(UTC)
    with resources().pool.writing() as connection:
        if document["type"] == "test":
            return webhooks.test(connection, webhook_id, now)
        try:
            return webhooks.replay(connection, webhook_id, document["delivery"], now)
        except NoLongerKept as error:
            detail = "The changes of this delivery are kept no more."
            raise Refused(410, detail, [{"pointer": "/delivery", "detail": detail}]) from error
