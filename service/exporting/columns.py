"""The columns of each kind as CSV, each with the place in an item that it shows; of a list (`*`), all in one cell."""

from collections.abc import Mapping
from typing import Any

_BETWEEN = " | "
_ARTICLE = {
    "published_at": "article.published_at", "publisher": "article.publisher", "title": "article.title",
    "url": "article.url", "article_id": "article.id", "start": "selector.start", "end": "selector.end",
    "prefix": "selector.prefix", "suffix": "selector.suffix", "article_sha256": "article_sha256",
}  # fmt: skip


def _plain(*names: str) -> dict[str, str]:
    return {name: name for name in names}


QUOTES: Mapping[str, str] = {
    **_plain("id", "text"),
    "quoted": "quoted.*.text",
    **_plain("kind", "stance", "speech", "wording"),
    "speaker": "speaker.name", "speaker_id": "speaker.id", "speaker_kind": "speaker.kind", "role": "speaker.role",
    "speakers": "speakers.*.name", **_plain("via", "attribution", "certainty", "confidence", "reason"),
    "candidates": "candidates.*", "cue": "cue.text", **_ARTICLE, **_plain("revision", "listed"),
}  # fmt: skip
CLAIMS: Mapping[str, str] = {
    **_plain("id", "text", "status"),
    "flags": "flags.*", "nature": "nature", "wording": "wording", "narrated": "narrated",
    "claimants": "claimants.*.name", "claimant_parties": "claimant_parties.*", "accused": "accused.*",
    "accused_parties": "accused_parties.*", "parties": "parties.*",
    **_plain("confidence", "statement_count", "dispute_count"),
    "disputers": "disputes.*.disputers.*.name", "disputes": "disputes.*.text", "relations": "disputes.*.relation",
    "strengths": "disputes.*.strength", "dispute_confidences": "disputes.*.confidence", **_ARTICLE,
}  # fmt: skip
SPEAKERS: Mapping[str, str] = {
    **_plain("id", "name", "kind", "quotes"),
    "direct": "by_kind.direct", "mixed": "by_kind.mixed", "indirect": "by_kind.indirect",
    **_plain("first_published", "last_published"),
    "names": "names.*.name", "roles": "roles.*.role",
}  # fmt: skip
ARTICLES: Mapping[str, str] = _plain(
    "id", "title", "url", "publisher", "published_at", "language", "reading", "quotes", "characters", "revision",
    "sha256", "reader", "sample", "taken_in_at",
)  # fmt: skip


def cell(item: Mapping[str, Any], place: str) -> Any:  # noqa: ANN401 - whatever JSON has
    """What stands at this place of an item; None where there is nothing."""
    found = _at(item, place.split("."))
    return _BETWEEN.join(map(_word, found)) if isinstance(found, list) else found


def _at(value: Any, path: list[str]) -> Any:  # noqa: ANN401
    if not path or value is None:
        return value
    name, *rest = path
    if name != "*":
        return _at(value.get(name), rest)
    found = [_at(each, rest) for each in value]
    return [each for one in found for each in (one if isinstance(one, list) else [one])]


def _word(value: Any) -> str:  # noqa: ANN401
    return "" if value is None else str(value)
