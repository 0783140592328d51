"""Stored namings and whom they mean; decided anew, block by block, by whoever holds the one lock of all identities."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from psycopg.types.json import Jsonb

from service.identity.corrections import Decision, corrected
from service.identity.namings import Naming, facts_of
from service.identity.partition import Meant, partition, weight
from service.store import naming_keys, quote_changes, speaker_changes, speaker_counts
from service.store.changes import Change
from service.store.pool import Connection
from service.store.rules import Rules, rules_of
from service.store.scopes import Scope, everything, scope_of
from service.store.statements import statement

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Touched:
    """What a writer is about to change: articles, the blocks of their names, their speakers until now.

    `articles_before`: in how many articles each naming that comes or goes stood; `spoke`: which speakers were known.
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
    new_ids = insert(connection, once)
    naming_keys.add(connection, (naming for naming in once if naming.id in new_ids))
    values = {"articles": article_ids, "namings": [naming.id for naming in once]}
    rows = connection.execute(statement("namings_touched"), values).fetchall()
    speakers = connection.execute(statement("speakers_of_articles"), values).fetchall()
    blocks, before = sorted({row["block"] for row in rows}), {row["id"]: row["articles"] for row in rows}
    spoke = speaker_changes.speaking_in(connection, article_ids)
    return Touched(article_ids, blocks, [row["id"] for row in speakers], before, spoke)


def decide(connection: Connection, touched: Touched, *, anew: bool = False, claims: bool = True) -> list[Change]:
    """Decides who speaks where names came or went, points the quotes at them and counts. `anew`: rules changed;
    `claims`: the store has come so far as to hold any.

    Returns what became of speakers, and of quotes of other articles.
    """
    rules = rules_of(connection, touched.blocks)
    scope = everything(connection, rules) if anew else scope_of(connection, touched.articles_before, rules)
    decision = _decision(scope, rules)
    changed = [row for row in scope.rows.values() if decision.meant[row["id"]].speaker != row["speaker_id"]]
    meanings = [{"id": row["id"], "speaker": decision.meant[row["id"]].speaker} for row in changed]
    _write(connection, "namings_mean", meanings)
    pointing = _pointing(connection, scope.rows.values() if anew else changed, touched, decision)
    concerned = pointing.speakers | set(touched.speakers)
    spoke = touched.spoke | speaker_changes.speaking(connection, concerned)
    _make_speakers(connection, pointing, scope, decision)
    _point(connection, [*pointing.moves, *pointing.news], "quote_speakers_point")
    # Who is new in an article is so in its claims too, which are not written yet.
    _point(connection, pointing.moves if claims else [], "claim_sides_point")
    _count(connection, pointing, touched)
    gone = [each for each in touched.articles_before if each not in scope.rows]
    if gone:
        connection.execute(statement("namings_unused"), {"namings": gone})
    spoken = speaker_changes.of_speakers(connection, spoke, concerned)
    return [*spoken, *quote_changes.of_moves(connection, pointing.moves)]


def insert(connection: Connection, namings: Iterable[Naming]) -> set[str]:
    """Stores namings; the ids of those that are new."""
    rows = [
        {
            "id": naming.id, "sort": naming.group, "block": naming.block, "name": naming.name, "kind": naming.kind,
            "facts": facts_of(naming.evidence), "article_id": naming.article_id,
        }
        for naming in sorted(namings, key=lambda each: each.id)
    ]  # fmt: skip
    if not rows:
        return set()
    return {row["id"] for row in connection.execute(statement("namings_insert"), {"rows": Jsonb(rows)})}


def _write(connection: Connection, name: str, rows: Sequence[Row]) -> None:
    """One statement for all rows: one for each would cost more than what it does."""
    if rows:
        connection.execute(statement(name), {"rows": Jsonb(rows)})


def _decision(scope: Scope, rules: Rules) -> Decision:
    """What the names say of those that are decided anew, what is stored of others, the rules laid over both."""
    said = partition({naming: scope.rows[each]["articles"] for each, naming in scope.anew.items()})
    stored = {each: Meant(row["speaker_id"]) for each, row in scope.rows.items() if each not in scope.anew}
    names = {each: row["name"] for each, row in scope.rows.items()} if rules.rules else {}
    return corrected(stored | said, names, rules.rules)


def _pointing(connection: Connection, rows: Iterable[Row], touched: Touched, decision: Decision) -> _Pointing:
    """What has to be pointed elsewhere: all rows of these namings that are wrong now, and all undecided ones."""
    values = {"namings": [row["id"] for row in rows], "articles": touched.articles}
    known = connection.execute(statement("naming_articles"), values).fetchall() if values["namings"] else []
    new = connection.execute(statement("quote_speakers_new"), values).fetchall() if touched.articles else []
    found = _Pointing()
    for row in {(row["naming_id"], row["article_id"]): row for row in [*known, *new]}.values():
        row["speaker"] = decision.speaker(row["naming_id"], row["article_id"])
        if row["speaker_id"] is None:
            found.news.append(row)
        elif row["speaker_id"] != row["speaker"]:
            found.moves.append(row)
    return found


def _make_speakers(connection: Connection, pointing: _Pointing, scope: Scope, decision: Decision) -> None:
    kinds = _kinds([scope.rows[each] for each in scope.anew], decision)
    meant = {each.speaker for each in decision.meant.values()} | set(decision.exceptions.values())
    shared = meant.union(target for _, _, target in decision.moved)
    made = {
        row["speaker"]: {
            "id": row["speaker"],
            "kind": kinds.get(row["speaker"], scope.rows[row["naming_id"]]["kind"]),
            "naming": None if row["speaker"] in shared else row["naming_id"],
        }
        for row in [*pointing.moves, *pointing.news]
    }
    _write(connection, "speakers_insert", [made[each] for each in sorted(made)])
    # Only a curator makes something else of a person, or a person of it again.
    moved = {row[whom] for row in pointing.moves for whom in ("speaker", "speaker_id")}
    wrong = [{"id": each, "kind": kind} for each, kind in sorted(kinds.items()) if kind != "person" or each in moved]
    _write(connection, "speaker_kinds", wrong)


def _kinds(rows: Iterable[Row], decision: Decision) -> dict[str, str]:
    """The kind of each speaker: the one that most articles give, by the namings; in powers of two, as all decisions."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        speaker = decision.meant[row["id"]].speaker
        if speaker:
            counted[speaker][row["kind"]] += weight(row["articles"])
    return {
        speaker: min(kinds, key=lambda kind: (-kinds[kind], kind != "person", kind))
        for speaker, kinds in counted.items()
    }


def _point(connection: Connection, pointed: Iterable[Row], name: str) -> None:
    rows = [{"naming": row["naming_id"], "article": row["article_id"], "speaker": row["speaker"]} for row in pointed]
    _write(connection, name, rows)


def _count(connection: Connection, pointing: _Pointing, touched: Touched) -> None:
    left = {row["speaker_id"] for row in pointing.moves}
    whole = left | {row["speaker"] for row in pointing.moves}
    speaker_counts.recount(connection, sorted(whole))
    news = {row["speaker"] for row in pointing.news}
    speaker_counts.add(connection, sorted(news - whole), sorted({row["article_id"] for row in pointing.news}))
    speaker_counts.redirect(
        connection, [(row["speaker_id"], row["speaker"]) for row in pointing.moves], sorted(whole | news)
    )
    lost = left | set(touched.speakers)
    speaker_counts.decide(connection, sorted(whole | news | lost), sorted(lost))
