"""What became of speakers: who speaks now and did not before, who speaks no more, and who took whose place."""

from collections.abc import Collection, Iterable

from service.store.changes import Change
from service.store.pool import Connection
from service.store.statements import statement


def speaking(connection: Connection, speaker_ids: Iterable[str]) -> set[str]:
    """Those of them who are known by a listed statement."""
    rows = connection.execute(statement("speakers_speaking"), {"ids": sorted(set(speaker_ids))})
    return {row["id"] for row in rows}


def speaking_in(connection: Connection, article_ids: Collection[str]) -> frozenset[str]:
    """The speakers of articles who are known by a listed statement, there or elsewhere."""
    rows = connection.execute(statement("speakers_speaking_in"), {"articles": list(article_ids)})
    return frozenset(row["id"] for row in rows)


def of_speakers(connection: Connection, was: Collection[str], concerned: Iterable[str]) -> list[Change]:
    """What became of those `concerned`, of whom these spoke before."""
    now = speaking(connection, concerned)
    gone = sorted(set(was) - now)
    rows = connection.execute(statement("speaker_redirects_of"), {"ids": gone}).fetchall() if gone else []
    heirs = {row["id"]: row["speaker_id"] for row in rows}
    return [Change("speaker", "added", each) for each in sorted(now - set(was))] + [
        Change("speaker", "merged", each, details={"after": {"speaker": heirs[each]}})
        if each in heirs
        else Change("speaker", "withdrawn", each)
        for each in gone
    ]
