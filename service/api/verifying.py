"""/quotes/verify: did anyone say this?"""

from typing import Any

from schemas.verifying import VerifiedPage, VerifyIn
from service.api import examples
from service.api.blueprint import Blueprint
from service.api.problems import Refused
from service.api.resources import resources
from service.store import verifying
from service.store.verifying import Question
from service.verifying.words import words_of

blueprint = Blueprint("verifying", __name__, url_prefix="/quotes", description="Whether words are on record.")
_LONGEST_TEXT, _LONGEST_TOGETHER = 10_000, 100_000  # bytes of UTF-8


@blueprint.route("/verify", methods=["POST"])
@blueprint.body(VerifyIn, example=examples.QUOTATION)
@blueprint.answer(200, VerifiedPage)
def verify_quotes(document: dict[str, Any]) -> dict[str, Any]:
    """Whether anyone said this: a text, or up to 100, against all that is stored.

    Case, punctuation, marks, spaces and the composition of letters do not count; `…` may leave out what changes no
    meaning, brackets may stand for a pronoun. Everything else is an alteration and is shown word by word.
    """
    items = document.get("items")
    found = [_problem(each, f"/items/{number}") for number, each in enumerate(items)] if items else [_problem(document)]
    errors = [each for each in found if each] or _too_much(items or [])
    if errors:
        raise Refused(max(status for status, _ in errors), errors[0][1]["detail"], [error for _, error in errors])
    with resources().pool.reading() as connection:
        return {"items": verifying.verify(connection, [Question(**each) for each in items or [document]])}


def _too_much(items: list[dict[str, Any]]) -> list[tuple[int, dict[str, str]]]:
    size = sum(len(each["text"].encode()) for each in items)
    told = f"The texts have {size} bytes of UTF-8 together; the limit is {_LONGEST_TOGETHER}."
    return [(413, {"pointer": "/items", "detail": told})] if size > _LONGEST_TOGETHER else []


def _problem(item: dict[str, Any], where: str = "") -> tuple[int, dict[str, str]] | None:
    """The status and the error for a text that nothing can be held against; None if it is well."""
    size, limit = len(item["text"].encode()), min(_LONGEST_TEXT, resources().settings.post_limit)
    if size > limit:
        return 413, {"pointer": f"{where}/text", "detail": f"The text has {size} bytes of UTF-8; the limit is {limit}."}
    if not words_of(item["text"]):
        return 422, {"pointer": f"{where}/text", "detail": "The text has no words."}
    return None
