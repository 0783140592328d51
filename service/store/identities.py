"""Stored namings and whom they mean; decided anew, block by block, by whoever holds the one lock of all identities."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from service.identity.corrections import Decision, corrected
from service.identity.families import keys_of
from service.identity.namings import Naming, facts_of
from service.identity.partition import Meant, partition, weight
from service.store import quote_changes, scopes, speaker_changes, speaker_counts
from service.store.changes import Change
from service.store.pool import Connection, json_of
from service.store.rules import Rules, rules_of
from service.store.scopes import Scope, everything, scope_of
from service.store.statements import composed, statement

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Touched:
    """What a writer is about to change: articles, the blocks of their names, their speakers until now.

    `articles_before`: in how many articles each naming that comes or goes stood; `spoke`: which speakers were known;
    `ruled`: whether curators said anything here. Where the quotes are still to be written, `named` are the namings that
    come, and `known` the rows of those that are stored, counted by now.
    """

    articles: list[str]
    blocks: list[str]
    speakers: list[str]
    articles_before: Mapping[str, int]
    spoke: frozenset[str] = frozenset()
    named: Mapping[str, Naming] = field(default_factory=dict)
    known: Mapping[str, Row] = field(default_factory=dict)
    ruled: bool = True

    @property
    def unknown(self) -> list[Naming]:
        """The namings that are not stored yet."""
        return [self.named[each] for each in sorted(self.named.keys() - self.known.keys())]


@dataclass(frozen=True, slots=True)
class Entering:
    """An article that comes in. Its quotes are written, or `write` does so as soon as it is told whom the namings mean
    there, which costs less than to write them twice; then `forms` are those in which it prints each naming.
    """

    article_id: str
    forms: Mapping[str, Iterable[str]] = field(default_factory=dict)
    write: Callable[[Mapping[str, str]], object] | None = None


@dataclass(slots=True)
class _Pointing:
    """Whom the rows of a naming in an article name now, and whom they shall."""

    news: list[Row] = field(default_factory=list)
    moves: list[Row] = field(default_factory=list)


def lock(
    connection: Connection, article_ids: list[str], new: Iterable[Naming] = (), *, unwritten: bool = False
) -> Touched:
    """Stores namings that are new; or, where their quotes are `unwritten`, counts those that are known and leaves the
    others to `decide`. Keeps all other writers out until the transaction ends.

    One lock for all blocks: a curator's word may tie any two of them together.
    """
    connection.execute(statement("writing_lock_of_intake" if unwritten else "writing_lock"))
    named = {naming.id: naming for naming in new}
    blocks = {naming.block for naming in named.values()}
    values = {"articles": article_ids, "namings": list(named), "blocks": list(blocks)}
    query = composed("namings_come" if unwritten else "namings_touched")
    rules, *rows = connection.execute(query, values).fetchall()
    before = {row["id"]: row["before"] for row in rows}
    if not unwritten:
        _write(connection, "namings_enter", [_entry(named[each]) for each in sorted(named.keys() - before.keys())])
    speakers = sorted({row["said_by"] for row in rows if row["said_by"]})
    spoke = frozenset(speaker_changes.speaking(connection, speakers))
    return Touched(
        article_ids, sorted(blocks.union(row["block"] for row in rows)), speakers, dict.fromkeys(named, 0) | before,
        spoke, *((named, {row["id"]: row for row in rows if row["name"] is not None}) if unwritten else ({}, {})),
        ruled=rules["ruled"],
    )  # fmt: skip


def decide(
    connection: Connection, touched: Touched, entering: Entering | None = None, *,
    anew: bool = False, claims: bool = True,
) -> list[Change]:  # fmt: skip
    """Decides who speaks where names came or went, points the quotes at them and counts. `anew`: rules changed;
    `claims`: the store has come so far as to hold any, and keys of namings.

    Returns what became of speakers, and of quotes of other articles.
    """
    entered = _entered(connection, touched, entering) if entering else []

    def concerned(rules: Rules) -> Scope:
        if anew:
            return everything(connection, rules, keyed=claims)
        return scope_of(connection, touched.articles_before, entered, rules)

    scope, rules = _scope(connection, touched, concerned)
    decision = _decision(scope, rules)
    changed = [row for row in scope.rows.values() if decision.meant[row["id"]].speaker != row["speaker_id"]]
    # What stood nowhere until now stands in the article alone that enters.
    elsewhere = scope.rows if anew else [row["id"] for row in changed if touched.articles_before.get(row["id"], 1)]
    new = [(row["id"], entering.article_id) for row in entered] if entering else []
    pointing = _pointing(connection, elsewhere, new, decision)
    spoke = touched.spoke | speaker_changes.speaking(connection, {row["speaker_id"] for row in pointing.moves})
    write = entering.write if entering else None
    pointed = pointing.moves if write else [*pointing.moves, *pointing.news]
    stored = [row for row in changed if row["id"] not in touched.named or row["id"] in touched.known]
    unknown = [_entry(naming, decision) for naming in touched.unknown]
    _point(connection, pointing, pointed, stored, unknown, scope, decision, _standing(entered, touched, rules))
    if write:
        write({row["naming_id"]: row["speaker"] for row in pointing.news})
    if pointing.moves and claims:
        # Who is new in an article is so in its claims too, which are not written yet.
        _write(connection, "claim_sides_point", _pointed(pointing.moves))
    forms = {form for row in entered for form in row["forms"]}
    counted = _count(connection, pointing, touched, entering, forms)
    gone = [each for each in touched.articles_before if each not in scope.rows]
    if gone:
        connection.execute(statement("namings_unused"), {"namings": gone})
    spoken = speaker_changes.of_speakers(connection, spoke | counted.spoke, counted.speak)
    return [*spoken, *quote_changes.of_moves(connection, pointing.moves)]


def _scope(connection: Connection, touched: Touched, found: Callable[[Rules], Scope]) -> tuple[Scope, Rules]:
    """What is decided anew, and the rules for all of it: also those of blocks to which other names of speakers lead."""
    rules = rules_of(connection, touched.blocks) if touched.ruled else Rules([], frozenset(), touched.blocks)
    asked = set(rules.blocks)
    while True:
        scope = found(rules)
        blocks = {naming.block for naming in scope.anew.values()}
        if blocks <= asked:
            return scope, rules
        asked |= blocks
        further = rules_of(connection, sorted(asked))
        if further.tied == rules.tied:
            return scope, rules
        asked |= further.tied
        rules = Rules(further.rules, further.tied, sorted(further.tied.union(rules.blocks)))


def _entered(connection: Connection, touched: Touched, entering: Entering) -> list[Row]:
    """The rows of the namings of an article, which count it by now."""
    if entering.write is None:
        return speaker_counts.enter(connection, entering.article_id)
    # An article that stood before was taken out of the counts since.
    known = scopes.of_ids(connection, touched.known) if touched.speakers else touched.known.values()
    # The name of a body stands as it was printed first.
    stored = [(_as_printed_first(touched.named[row["id"]], row), row) for row in known]
    made = [(naming, {"articles": 1, "speaker_id": None}) for naming in touched.unknown]
    return [_row(naming, row, entering.forms[naming.id]) for naming, row in [*stored, *made]]


def _as_printed_first(naming: Naming, row: Row) -> Naming:
    if (naming.name, naming.kind) == (row["name"], row["kind"]):
        return naming
    return replace(naming, name=row["name"], kind=row["kind"])


def _row(naming: Naming, counted: Row, forms: Iterable[str]) -> Row:
    return {
        "id": naming.id, "block": naming.block, "name": naming.name, "kind": naming.kind, "naming": naming,
        "articles": counted["articles"], "speaker_id": counted["speaker_id"], "forms": forms,
    }  # fmt: skip


def insert(connection: Connection, namings: Iterable[Naming]) -> None:
    """Stores namings into a store that has no keys of them yet."""
    _write(connection, "namings_insert", [_values(naming) for naming in sorted(namings, key=lambda each: each.id)])


def _values(naming: Naming) -> Row:
    return {
        "id": naming.id, "sort": naming.group, "block": naming.block, "name": naming.name, "kind": naming.kind,
        "facts": facts_of(naming.evidence), "article_id": naming.article_id,
    }  # fmt: skip


def _entry(naming: Naming, decision: Decision | None = None) -> Row:
    """A naming that is decided stands in the article that brings it."""
    decided = {"articles": 1, "speaker_id": decision.meant[naming.id].speaker} if decision else {"articles": 0}
    return _values(naming) | decided | {"keys": sorted(keys_of(naming))}


def _write(connection: Connection, name: str, rows: Sequence[Row]) -> None:
    """One statement for all rows: one for each would cost more than what it does."""
    if rows:
        connection.execute(composed(name), {"rows": json_of(rows)})


def _decision(scope: Scope, rules: Rules) -> Decision:
    """What the names say of those that are decided anew, what is stored of others, the rules laid over both."""
    said = partition({naming: scope.rows[each]["articles"] for each, naming in scope.anew.items()})
    stored = {each: Meant(row["speaker_id"]) for each, row in scope.rows.items() if each not in scope.anew}
    names = {each: row["name"] for each, row in scope.rows.items()} if rules.rules else {}
    return corrected(stored | said, names, rules.rules)


def _pointing(
    connection: Connection, namings: Iterable[str], undecided: Iterable[tuple[str, str]], decision: Decision
) -> _Pointing:
    """What has to be pointed elsewhere: all rows of these namings that are wrong now, and all undecided ones."""
    values = {"namings": list(namings)}
    known = connection.execute(statement("naming_articles"), values).fetchall() if values["namings"] else []
    new = [{"naming_id": naming, "article_id": article, "speaker_id": None} for naming, article in undecided]
    found = _Pointing()
    for row in {(row["naming_id"], row["article_id"]): row for row in [*known, *new]}.values():
        row["speaker"] = decision.speaker(row["naming_id"], row["article_id"])
        if row["speaker_id"] is None:
            found.news.append(row)
        elif row["speaker_id"] != row["speaker"]:
            found.moves.append(row)
    return found


def _standing(entered: Iterable[Row], touched: Touched, rules: Rules) -> set[str]:
    """Speakers who are there for certain: whom namings mean that other articles hold, without a curator's word."""
    if rules.rules or touched.speakers:
        return set()
    return {row["speaker_id"] for row in entered if touched.articles_before[row["id"]]}


def _point(
    connection: Connection, pointing: _Pointing, pointed: Sequence[Row], changed: Sequence[Row], new: Sequence[Row],
    scope: Scope, decision: Decision, standing: set[str],
) -> None:  # fmt: skip
    """Makes the speakers who are not `standing`, stores the `new` namings, lets all mean them and quotes name them."""
    kinds = _kinds([scope.rows[each] for each in scope.anew], decision)
    named = {row["speaker"]: row["naming_id"] for row in [*pointing.moves, *pointing.news]}
    unknown = sorted(named.keys() - standing)
    if unknown or changed or pointed or new:
        shared = _shared(decision)
        speakers = [
            {
                "id": each, "kind": kinds.get(each, scope.rows[named[each]]["kind"]),
                "naming": None if each in shared else named[each],
            }
            for each in unknown
        ]  # fmt: skip
        meanings = [{"id": row["id"], "speaker": decision.meant[row["id"]].speaker} for row in changed]
        made = {"speakers": json_of(speakers), "meanings": json_of(meanings)}
        if new:
            connection.execute(composed("speakers_enter"), made | {"rows": json_of(new)})
        if pointed or not new:
            connection.execute(composed("speakers_point"), made | {"pointed": json_of(_pointed(pointed))})
    # Only a curator makes something else of a person, or a person of it again.
    moved = {row[whom] for row in pointing.moves for whom in ("speaker", "speaker_id")}
    wrong = [{"id": each, "kind": kind} for each, kind in sorted(kinds.items()) if kind != "person" or each in moved]
    _write(connection, "speaker_kinds", wrong)


def _shared(decision: Decision) -> set[str | None]:
    """Speakers whom more than one naming in one article may mean."""
    meant = {each.speaker for each in decision.meant.values()}
    return meant.union(decision.exceptions.values(), (target for _, _, target in decision.moved))


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


def _pointed(rows: Iterable[Row]) -> list[Row]:
    return [{"naming": row["naming_id"], "article": row["article_id"], "speaker": row["speaker"]} for row in rows]


def _count(
    connection: Connection, pointing: _Pointing, touched: Touched, entering: Entering | None, forms: Iterable[str]
) -> speaker_counts.Counted:
    """Counts; all of those concerned who spoke before, and who speak now."""
    left = {row["speaker_id"] for row in pointing.moves}
    whole = left | {row["speaker"] for row in pointing.moves}
    news = {row["speaker"] for row in pointing.news}
    lost = left | set(touched.speakers)
    if entering and news and not whole and not lost:
        return speaker_counts.enter_speakers(connection, sorted(news), entering.article_id, forms)
    spoke = speaker_changes.speaking(connection, news | whole)
    speaker_counts.recount(connection, sorted(whole))
    speaker_counts.add(connection, sorted(news - whole), sorted({row["article_id"] for row in pointing.news}), forms)
    speaker_counts.redirect(connection, [(row["speaker_id"], row["speaker"]) for row in pointing.moves])
    return speaker_counts.Counted(spoke, speaker_counts.decide(connection, sorted(whole | news | lost), sorted(lost)))
