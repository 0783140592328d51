"""Lays what curators said of quotes over what a reader found, each time that an article is stored."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from service.disputes.analysed import analysed
from service.identity import Naming, namings_of
from service.identity.person_names import folded
from service.records import Mention, Quote
from service.store.corrected_marks import Corrected
from service.store.correction_log import enter, new_id
from service.store.pool import Connection
from service.store.quote_values import SpokenQuote
from service.store.revisions import Revision
from service.store.statements import statement

Row = dict[str, Any]
Rulings = Mapping[str, Row]  # the correction in force, by what it corrects
BY_CURATOR = "set by a curator"


def corrected(connection: Connection, article_id: str, text: str, revision: Revision) -> Revision:
    """A revision whose quotes have their ids, as curators set it right; rejected quotes stand in `corrected` alone."""
    rulings = in_force(connection, [spoken.id for spoken in revision.quotes])
    if not rulings:
        return revision
    marks = {
        spoken.id: Corrected(spoken, _fields(rulings[spoken.id])) for spoken in revision.quotes if spoken.id in rulings
    }
    laid = [_laid_over(article_id, text, revision, spoken, rulings.get(spoken.id, {})) for spoken in revision.quotes]
    quotes = [spoken for spoken in laid if "rejected" not in _fields(rulings.get(spoken.id, {}))]
    reading = replace(revision.reading, quotes=tuple(spoken.quote for spoken in quotes))
    return replace(revision, reading=analysed(text, reading), quotes=quotes, corrected=marks)


def carry(connection: Connection, article_id: str, text: str, revision: Revision) -> None:
    """Makes corrections of quotes in the text until now ones of the same words in this new text, before it is stored.

    Where words stand there more often or less often than before, it is not clear which are which, and none is carried.
    """
    values = {"id": article_id, "sha256": revision.sha256}
    older = connection.execute(statement("quotes_of_older_text"), values).fetchall()
    if not any(row["corrected"] for row in older):
        return
    heirs = _heirs(older, [(spoken.id, _words(text, spoken)) for spoken in revision.quotes])
    taken = in_force(connection, heirs.values())
    for old, rulings in in_force(connection, heirs).items():
        if heirs[old] not in taken:
            for row in rulings.values():
                _copy(connection, row, heirs[old])


def in_force(connection: Connection, quote_ids: Iterable[str]) -> dict[str, Rulings]:
    """The corrections in force of these quotes that have any, by what they correct."""
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in connection.execute(statement("corrections_in_force"), {"ids": list(quote_ids)}):
        found[row["subject_id"]][row["type"]] = row
    return dict(found)


def own_naming(correction_id: str) -> str:
    """The id of the naming that a correction gives its quote, which means whomever the correction says."""
    return f"n{correction_id}"


def own_block(correction_id: str) -> str:
    """The block of that naming, which has no other."""
    return f"correction {correction_id}"


def _fields(rulings: Rulings) -> tuple[str, ...]:
    taken_back = {"rejected"} - {kind for kind, row in rulings.items() if row["to_value"].get("rejected")}
    return tuple(sorted(rulings.keys() - taken_back))


def _laid_over(article_id: str, text: str, revision: Revision, spoken: SpokenQuote, rulings: Rulings) -> SpokenQuote:
    if "kind" in rulings:
        spoken = replace(spoken, quote=_of_kind(spoken.quote, rulings["kind"]["to_value"]["kind"]))
    if "speaker" in rulings:
        spoken = _said_by(article_id, text, revision, spoken, rulings["speaker"])
    return spoken


def _of_kind(quote: Quote, kind: Any) -> Quote:  # noqa: ANN401 - one of the kinds, out of JSON
    quoted = {"direct": quote.content, "indirect": ()}
    return replace(quote, kind=kind, quoted=quoted.get(kind, quote.quoted))


def _said_by(article_id: str, text: str, revision: Revision, spoken: SpokenQuote, row: Row) -> SpokenQuote:
    said = row["to_value"].get("mention")
    speakers = (_speaker(article_id, text, revision, row, _mention(said)),) if said else ()
    quote = replace(
        spoken.quote, speakers=tuple(mention for _, mention in speakers), reason=BY_CURATOR, candidates=(),
        attribution="attributed" if speakers else "unattributed", confidence=1.0 if speakers else 0.0,
    )  # fmt: skip
    return SpokenQuote(spoken.id, quote, speakers)


def _speaker(article_id: str, text: str, revision: Revision, row: Row, mention: Mention) -> tuple[Naming, Mention]:
    """A speaker set by id has a naming apart, which a rule ties to that speaker; one set by name is a name like any."""
    naming = namings_of(article_id, [mention], text)[mention.name, mention.kind]
    if "id" in row["to_value"]:
        own = replace(naming, id=own_naming(row["id"]), block=own_block(row["id"]), article_id=article_id)
        return own, mention
    spoken = (pair for each in revision.quotes for pair in each.speakers)
    same = (pair for pair in spoken if folded(pair[1].name) == folded(mention.name))
    named, other = next(same, (naming, mention))
    return named, replace(other, span=None)


def _mention(said: Row) -> Mention:
    return Mention(said["name"], None, said["kind"], said["role"], tuple(said["forms"]))


def _words(text: str, spoken: SpokenQuote) -> str:
    return " … ".join(text[start:end] for start, end in spoken.quote.content)


def _heirs(older: Iterable[Row], newer: Sequence[tuple[str, str]]) -> dict[str, str]:
    """For the corrected ones of the older quotes the newer one of the same words, the first for the first."""
    was, now = defaultdict(list), defaultdict(list)
    for row in older:
        was[row["text"]].append(row)
    for id, words in newer:
        now[words].append(id)
    alike = [words for words, rows in was.items() if len(rows) == len(now[words])]
    pairs = [pair for words in alike for pair in zip(was[words], now[words], strict=True)]
    return {row["id"]: id for row, id in pairs if row["corrected"]}


def _copy(connection: Connection, row: Row, quote_id: str) -> None:
    id, article_id = new_id(), quote_id.partition(".")[0]
    said, wanted = row["from_value"], row["to_value"]
    if "blocks" in wanted:
        blocks = [own_block(id) if block == own_block(row["id"]) else block for block in wanted["blocks"]]
        said, wanted = said | {"places": [(own_naming(id), article_id)]}, wanted | {"blocks": blocks}
    enter(
        connection, ("quote", quote_id, row["type"]), (said, wanted), (row["why"], row["key_id"]), correction_id=id,
        made_at=row["made_at"], carried_from=row["id"],
    )  # fmt: skip
