"""/changes: what became of articles, speakers, quotes and claims, for those who keep up."""

from typing import Any

from schemas.changes import ChangePage, ChangeQuery
from service.api.blueprint import Blueprint
from service.api.listing import Answer, listing
from service.api.resources import resources
from service.store import changes

blueprint = Blueprint("changes", __name__, description="What changed, in one order.")


@blueprint.route("/changes")
@blueprint.query(ChangeQuery)
@blueprint.answer(200, ChangePage)
def find_changes(query: dict[str, Any]) -> Answer:
    """What changed behind `after`, the oldest first: each change once, none lost, in the same order for everyone.

    `after=0` is the beginning, `after=now` gives nothing but the `next` of this moment; without `after` from the oldest
    change that is kept. `next` is always there; less than a full page, and no Link header, says that there is no more
    just now.

    To begin with all that is there, also with what is older than the feed: take `next` of `after=now` first, then all
    of /quotes as NDJSON, and go on from that `next`; what changed between the two is told once more. Where the feed is
    kept for some days only (`ONRECORD_CHANGES_DAYS`), an older `after` is answered 410: begin so again.

    article: added, revised (a new text), corrected (title, date, ...), erased (with its words, everywhere).
    speaker: added, merged (into `after.speaker`), split, corrected (by a curator), withdrawn (no quote is left).
    quote: added, reattributed, corrected (`fields`), withdrawn (listed no more), erased (forget its words).
    claim: opened, answered (by `dispute`), changed (`fields`), merged (into `after.claim`), closed (conceded, agreed,
    or withdrawn with its words: `after.status` is null). A `kind` and `event` that can never come together are refused.
    """
    with resources().pool.reading() as connection:
        page = changes.find(
            connection, query["limit"], query.get("after"), kinds=query.get("kind", ()), events=query.get("event", ())
        )
    body, headers = listing(page)
    return body, headers if len(page.items) == query["limit"] else {}
