"""/articles/{id}/annotations: the quotes of an article for tools that know Web Annotations."""

from typing import Any

from schemas.annotations import AnnotationQuery, Annotations
from service.api import annotation_documents
from service.api.blueprint import Blueprint
from service.api.listing import Answer, link
from service.api.resources import resources
from service.store import articles, quotes, texts
from service.store.cursors import Page
from service.store.pool import Connection
from service.store.quotes import QuoteConditions
from service.store.tombstones import missing

blueprint = Blueprint("annotations", __name__, url_prefix="/articles", description="Quotes as Web Annotations.")


@blueprint.route("/<id:article_id>/annotations")
@blueprint.query(AnnotationQuery)
@blueprint.answer(200, Annotations, content_type=annotation_documents.MEDIA_TYPE)
def get_annotations(query: dict[str, Any], article_id: str) -> Answer:
    """The statements of an article as a W3C Web Annotation collection, in the order of the text.

    The collection holds its first page; `next` of a page leads on. Each span of a quote is a target with two selectors,
    by its words and by its place in the text. No more of the text is told than the words and what is beside them.
    """
    with resources().pool.reading() as connection:
        article = articles.get(connection, article_id)
        if article is None:
            raise missing(connection, "article", article_id)
        asked = QuoteConditions(article=(article_id,), speech="true")
        found = quotes.find(connection, asked, query["limit"], query.get("after"))
        annotations = _annotations(connection, found)
    if "after" in query:
        body = annotation_documents.page(article_id, annotations, found.next, query)
    else:
        body = annotation_documents.collection(article, annotations, found.next, query["limit"])
    return body, link(found.next, f"/articles/{article_id}/annotations", [("limit", str(query["limit"]))])


def _annotations(connection: Connection, found: Page) -> list[dict[str, Any]]:
    selectors = texts.selectors(connection, found.items)
    return [annotation_documents.annotation(*pair) for pair in zip(found.items, selectors, strict=True)]
