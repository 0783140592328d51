"""/articles: what was read; taking in and erasing."""

from typing import Any

from flask import Response

from schemas.articles import ArticleIn, ArticleOut, ArticlePage, ArticleQuery, ArticleText, SliceQuery
from schemas.intake import IntakeOut
from schemas.jobs import JobOut
from service.api import examples, exports, jobs
from service.api.blueprint import Blueprint
from service.api.listing import Answer, conditions_of, explained, link, listing
from service.api.parsing import NDJSON
from service.api.resources import resources
from service.errors import NotFound
from service.intake import Receipt, take_in
from service.store import articles, quotes, texts
from service.store.articles import ArticleConditions
from service.store.quotes import QuoteConditions
from service.store.tombstones import missing
from service.submission import article_from

blueprint = Blueprint("articles", __name__, url_prefix="/articles", description="What was read, without whole texts.")
_MOST_QUOTES = 200  # as many as a page of /quotes may have: the cursor to the rest goes on from there


@blueprint.route("")
@blueprint.query(ArticleQuery)
@exports.described(blueprint)
@blueprint.answer(200, ArticlePage)
def find_articles(query: dict[str, Any]) -> Answer | Response:
    """Finds articles, newest first unless sorted otherwise; those without a date come last.

    What is known of them, never their text.
    """
    if form := exports.asked(query):
        return exports.answer("articles", form, query)
    conditions = conditions_of(ArticleConditions, query)
    with resources().pool.reading() as connection:
        page = articles.find(connection, conditions, query["limit"], query.get("after"))
    empty = not page.items and "after" not in query
    return listing(page, query.get("fields_"), explain=explained(articles.count, conditions) if empty else None)


@blueprint.route("/<id:article_id>")
@blueprint.answer(200, ArticleOut)
def get_article(article_id: str) -> dict[str, Any]:
    """One article, without its text.

    Publisher and dates as known, the revision, who read it, and how many quotes it has.
    """
    with resources().pool.reading() as connection:
        found = articles.get(connection, article_id)
        if found is None:
            raise missing(connection, "article", article_id)
    return found


@blueprint.route("/<id:article_id>/text")
@blueprint.key("text", unless="text_public")
@blueprint.query(SliceQuery)
@blueprint.answer(200, ArticleText)
def get_text(query: dict[str, Any], article_id: str) -> dict[str, Any]:
    """The text exactly as it was received, or a slice of it, with the sha256 of both.

    It belongs to its publisher: a key of scope `text` is needed, unless this is an archive of one's own. With `start`
    and `end` of a quote's `selector` or span, and its `revision`, `text` is the words.
    """
    with resources().pool.reading() as connection:
        return texts.cut(connection, article_id, **query)


@blueprint.route("", methods=["POST"])
@blueprint.key("ingest")
@blueprint.unless(jobs.handed_in, NDJSON, example=examples.LINES, status=202, schema=JobOut)
@blueprint.body(ArticleIn, example=examples.ARTICLE)
@blueprint.also(200, IntakeOut, "Its text was there already")
@blueprint.answer(201, IntakeOut, "Created, or a new revision")
def post_article(document: dict[str, Any]) -> tuple[dict[str, Any], int, dict[str, str]]:
    """Takes in an article and answers with its quotes.

    Sending the same again changes nothing; new text under a known URL is a new revision. The outcome `updated` means
    that only the title, publisher or date is new.

    Many at once come as NDJSON, one article on each line, with `Content-Encoding: gzip` if you like. They are stored
    as they are and answered 202 with the place of their job, to be taken in by `onrecord work` in any order.
    """
    here = resources()
    receipt = take_in(here.pool, here.reading(), article_from(document, here.settings.post_limit))
    body, headers = _taken_in(receipt)
    return body, 201 if receipt.outcome in ("created", "revised") else 200, headers


@blueprint.route("/<id:article_id>", methods=["DELETE"])
@blueprint.key("ingest")
@blueprint.answer(204)
def delete_article(article_id: str) -> None:
    """Erases an article and its words everywhere, quotes included.

    For a key of scope `ingest`. A tombstone without text stays.
    """
    with resources().pool.writing() as connection:
        if not articles.erase(connection, article_id):
            raise NotFound(f"There is no article {article_id}.")


def _taken_in(receipt: Receipt) -> Answer:
    with resources().pool.reading() as connection:
        page = quotes.find(connection, QuoteConditions(article=(receipt.article_id,), speech="true"), _MOST_QUOTES)
    body = {
        "article_id": receipt.article_id,
        "outcome": receipt.outcome,
        "revision": receipt.revision,
        "reading": receipt.reading,
        "count": receipt.quotes,
        "quotes": page.items,
        "next": page.next,
    }
    asked = [("article", receipt.article_id), ("limit", str(_MOST_QUOTES))]
    return body, {"Location": f"/articles/{receipt.article_id}"} | link(page.next, "/quotes", asked)
