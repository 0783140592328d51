"""What became of speakers: who speaks now and did not before, who speaks no more, and who took whose place."""

from collections.abc import Collection

from service.store.changes import Change
from service.store.pool import Connection
from service.store.statements import statement


def speaking(connection: Connection, speaker_ids: Collection[str]) -> set[str]:
    """Those of them who are known by a listed statement."""
    if not speaker_ids:
        return set()
    rows = connection.execute(statement("speakers_speaking"), {"ids": sorted(speaker_ids)}).fetchall()
    return {row["id"] for row in rows}


def of_speakers(connection: Connection, was: Collection[str], now: Collection[str]) -> list[Change]:
    """What became of speakers, of whom some spoke before and some speak now."""
    gone = sorted(set(was) - set(now))
    rows = connection.execute(statement("speaker_redirects_of"), {"ids": gone}).fetchall() if gone else []
    heirs = {row["id"]: row["speaker_id"] for row in rows}
    return [Change("speaker", "added", each) for each in sorted(set(now) - set(was))] + [
        Change("speaker", "merged", each, details={"after": {"speaker": heirs[each]}})
        if each in heirs
        else Change("speaker", "withdrawn", each)
        for each in gone
    ]
