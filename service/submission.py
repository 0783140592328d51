"""A document as handed in becomes an Article: POST /articles and `onrecord load` share these checks and errors."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from marshmallow import Schema, ValidationError

from schemas.articles import ArticleIn, SampleIn
from schemas.words import flattened, one_line, storable
from service.errors import ArticleTooLarge, InvalidArticle
from service.records import Article
from service.webpage import Extracted, article_text

_ARTICLE, _SAMPLE = ArticleIn(), SampleIn()


def load_article(document: Mapping[str, Any], limit: int) -> Article:
    """The article of a JSON document; its text may have `limit` bytes of UTF-8.

    InvalidArticle names the first field that is wrong and says what is wrong with each.
    """
    return article_from(_checked(_ARTICLE, document), limit)


def load_sample(document: Mapping[str, Any], limit: int) -> Article:
    """An article of the sample newsroom: as load_article, with `first_reported`, and flagged as a sample."""
    checked = _checked(_SAMPLE, document)
    first_reported = checked.pop("first_reported")
    return replace(article_from(checked, limit), sample=True, first_reported=first_reported)


def article_from(checked: Mapping[str, Any], limit: int) -> Article:
    """The article of a document that ArticleIn has passed. What the document says goes before what its page says."""
    given = {name: value for name, value in checked.items() if name != "html"}
    article = Article(**(_of_page(article_text(checked["html"])) | given)) if "html" in checked else Article(**given)
    size = len(article.text.encode())
    if size > limit:
        raise ArticleTooLarge(f"the text has {size} bytes of UTF-8, the limit is {limit}", "text")
    return article


def _checked(schema: Schema, document: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return dict(schema.load(document))
    except ValidationError as error:
        first, _ = flattened(error.messages)[0]
        raise InvalidArticle(one_line(error.messages), first or None) from error


def _of_page(page: Extracted) -> dict[str, Any]:
    try:
        storable(page.text)
    except ValidationError as error:
        raise InvalidArticle(f"html: {error.messages[0]}", "html") from error
    return {
        "text": page.text,
        "html_sha256": page.html_sha256,
        "extractor": page.extractor,
        "title": page.title,
        "url": page.url,
        "publisher": page.publisher,
        "published_at": page.published_at,
    }
