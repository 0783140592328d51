"""Stored namings and whom they mean; decided anew, block by block, by whoever holds the one lock of all identities."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from psycopg.types.json import Jsonb

from service.identity.corrections import Decision, corrected
from service.identity.namings import Naming, facts_of, restored
from service.identity.partition import Meant, partition, weight
from service.store import quote_changes, speaker_changes, speaker_counts
from service.store.changes import Change
from service.store.pool import Connection
from service.store.rules import Rules, rules_of
from service.store.statements import statement

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Touched:
    """What a writer is about to change: articles, the blocks of their names, their speakers until now.

    `articles_before`: in how many articles each naming of the blocks stood; `spoke`: which speakers were known.
    """

    articles: list[str]
    blocks: list[str]
    speakers: list[str]
    articles_before: Mapping[str, int]
    spoke: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Pointing:
    """Whom the rows of a naming in an article name now, and whom they shall."""

    news: list[Row] = field(default_factory=list)
    moves: list[Row] = field(default_factory=list)

    @property
    def speakers(self) -> set[str]:
        """Whom they name, before or after."""
        return {row["speaker"] for row in [*self.moves, *self.news]} | {row["speaker_id"] for row in self.moves}


def lock(connection: Connection, article_ids: list[str], new: Iterable[Naming] = ()) -> Touched:
    """Stores namings that are new, and keeps all other writers out until the transaction ends.

    One lock for all blocks: a curator's word may tie any two of them together.
    """
    connection.execute(statement("identity_lock"))
    once = list({naming.id: naming for naming in new}.values())
    insert(connection, once)
    rows = connection.execute(statement("namings_of_articles"), {"articles": article_ids}).fetchall()
    blocks = sorted({row["block"] for row in rows} | {naming.block for naming in once})
    speakers = connection.execute(statement("speakers_of_articles"), {"articles": article_ids}).fetchall()
    before = {row["id"]: row["articles"] for row in _rows(connection, blocks)}
    spoke = speaker_changes.speaking_in(connection, article_ids)
    return Touched(article_ids, blocks, [row["id"] for row in speakers], before, spoke)


def decide(connection: Connection, touched: Touched, *, anew: bool = False) -> list[Change]:
    """Decides who speaks where names came or went, points the quotes at them and counts. `anew`: rules changed.

    Returns what became of speakers, and of quotes of other articles.
    """
    rules = rules_of(connection, touched.blocks)
    rows = _rows(connection, rules.blocks)
    decision = _decision(rows, rules, anew=anew or _moved(rows, touched))
    changed = [row for row in rows if decision.meant[row["id"]] != _stored(row)]
    _write_meanings(connection, changed, decision)
    pointing = _pointing(connection, rows if anew else changed, touched, decision)
    concerned = pointing.speakers | set(touched.speakers)
    spoke = touched.spoke | speaker_changes.speaking(connection, concerned)
    _make_speakers(connection, pointing, rows, decision)
    _point(connection, pointing)
    _count(connection, pointing, touched)
    connection.execute(statement("namings_unused"), {"blocks": touched.blocks})
    spoken = speaker_changes.of_speakers(connection, spoke, concerned)
    return [*spoken, *quote_changes.of_moves(connection, pointing.moves)]


def insert(connection: Connection, namings: Iterable[Naming]) -> None:
    """Stores namings that are new."""
    values = [
        {
            "id": naming.id, "sort": naming.group, "block": naming.block, "name": naming.name, "kind": naming.kind,
            "facts": Jsonb(facts_of(naming.evidence)), "article_id": naming.article_id,
        }
        for naming in sorted(namings, key=lambda each: each.id)
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.executemany(statement("namings_insert"), values)


def _rows(connection: Connection, blocks: list[str]) -> list[Row]:
    return connection.execute(statement("namings_of_blocks"), {"blocks": blocks}).fetchall()


def _moved(rows: Iterable[Row], touched: Touched) -> bool:
    """Whether anything came, went or grew so much that it may change a decision; mostly one more article does not."""
    after = {row["id"]: row["articles"] for row in rows}
    known = after.keys() | touched.articles_before.keys()
    return any(weight(after.get(each, 0)) != weight(touched.articles_before.get(each, 0)) for each in known)


def _decision(rows: Iterable[Row], rules: Rules, *, anew: bool) -> Decision:
    namings = {_naming(row): row["articles"] for row in rows}
    if not anew:
        return corrected({row["id"]: _stored(row) for row in rows}, namings, rules.rules)
    return corrected(partition(namings), namings, rules.rules)


def _naming(row: Row) -> Naming:
    return restored(
        row["id"], row["sort"], row["block"], row["name"], row["kind"], row["facts"], row["article_id"]
    )  # fmt: skip


def _stored(row: Row) -> Meant:
    return Meant(row["speaker_id"], tuple(row["candidates"]))


def _write_meanings(connection: Connection, changed: Iterable[Row], decision: Decision) -> None:
    meanings = [(row["id"], decision.meant[row["id"]]) for row in changed]
    values = [{"id": each, "speaker": meant.speaker, "candidates": list(meant.candidates)} for each, meant in meanings]
    with connection.cursor() as cursor:
        cursor.executemany(statement("naming_means"), values)


def _pointing(connection: Connection, rows: Iterable[Row], touched: Touched, decision: Decision) -> _Pointing:
    """What has to be pointed elsewhere: all rows of these namings that are wrong now, and all undecided ones."""
    values = {"namings": [row["id"] for row in rows], "blocks": touched.blocks, "articles": touched.articles}
    known = connection.execute(statement("naming_articles"), values).fetchall()
    new = connection.execute(statement("quote_speakers_new"), values).fetchall()
    found = _Pointing()
    for row in {(row["naming_id"], row["article_id"]): row for row in [*known, *new]}.values():
        row["speaker"] = decision.speaker(row["naming_id"], row["article_id"])
        if row["speaker_id"] is None:
            found.news.append(row)
        elif row["speaker_id"] != row["speaker"]:
            found.moves.append(row)
    return found


def _make_speakers(connection: Connection, pointing: _Pointing, rows: Iterable[Row], decision: Decision) -> None:
    kinds = _kinds(rows, decision)
    by_naming = {row["id"]: row for row in rows}
    values = {
        row["speaker"]: {
            "id": row["speaker"],
            "kind": kinds.get(row["speaker"], by_naming[row["naming_id"]]["kind"]),
            "naming": None if row["speaker"] in kinds else row["naming_id"],
        }
        for row in [*pointing.moves, *pointing.news]
    }
    with connection.cursor() as cursor:
        cursor.executemany(statement("speaker_insert"), [values[each] for each in sorted(values)])
        cursor.executemany(statement("speaker_kind"), [{"id": each, "kind": kinds[each]} for each in sorted(kinds)])


def _kinds(rows: Iterable[Row], decision: Decision) -> dict[str, str]:
    """The kind of each speaker: the one that most articles give, by the namings."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        speaker = decision.meant[row["id"]].speaker
        if speaker:
            counted[speaker][row["kind"]] += row["articles"]
    for target in {*decision.exceptions.values(), *(target for _, _, target in decision.moved)}:
        counted.setdefault(target, Counter(["person"]))
    return {speaker: min(kinds, key=lambda kind: (-kinds[kind], kind)) for speaker, kinds in counted.items()}


def _point(connection: Connection, pointing: _Pointing) -> None:
    values = [
        {"naming": row["naming_id"], "article": row["article_id"], "speaker": row["speaker"]}
        for row in [*pointing.moves, *pointing.news]
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement("quote_speakers_point"), values)


def _count(connection: Connection, pointing: _Pointing, touched: Touched) -> None:
    left = {row["speaker_id"] for row in pointing.moves}
    whole = left | {row["speaker"] for row in pointing.moves}
    speaker_counts.recount(connection, sorted(whole))
    news = {row["speaker"] for row in pointing.news}
    speaker_counts.add(connection, sorted(news - whole), sorted({row["article_id"] for row in pointing.news}))
    speaker_counts.redirect(
        connection, [(row["speaker_id"], row["speaker"]) for row in pointing.moves], sorted(whole | news)
    )
    speaker_counts.decide(connection, sorted(whole | news | set(touched.speakers)))
