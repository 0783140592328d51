"""The curators' rules that are in force for some blocks of names."""

from dataclasses import dataclass
from typing import Any

from service.identity.corrections import Rule
from service.store.pool import Connection
from service.store.statements import statement


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules in the order they were made, the blocks that they tie together, and these with those asked for."""

    rules: list[Rule]
    tied: frozenset[str]
    blocks: list[str]


def rules_of(connection: Connection, blocks: list[str]) -> Rules:
    """The rules for these blocks, and for those that the rules tie to them."""
    known = set(blocks)
    while True:
        rows = connection.execute(statement("corrections_of_blocks"), {"blocks": sorted(known)}).fetchall()
        tied = frozenset(block for row in rows for block in row["to_value"]["blocks"])
        if tied <= known:
            return Rules([rule_of(row) for row in rows], tied, sorted(known))
        known |= tied


def rule_of(row: dict[str, Any]) -> Rule:
    """The rule that a stored merge or split says, or the speaker that was set for a quote: whose naming is merged."""
    said, target = row["from_value"], row["to_value"]
    return Rule(
        "split" if row["type"] == "split" else "merge", target["id"],
        tuple((naming, article) for naming, article in said["places"]),
        tuple((naming, article) for naming, article in target.get("places", ())),
        frozenset(target.get("forms", ())), frozenset(target.get("articles", ())),
    )  # fmt: skip
