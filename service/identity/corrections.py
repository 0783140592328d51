"""What curators decided about speakers, laid over what the names alone say; kept as long as it is not undone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from service.identity.partition import Meant, apart
from service.identity.person_names import folded

Place = tuple[str, str | None]  # a naming, in one article or, where that is None, in all


@dataclass(frozen=True, slots=True)
class Rule:
    """One decision. `merge`: whoever is meant at `places` is the speaker meant at `into`, or else of the id `target`.
    `split`: of whoever is meant at `places`, what is printed in one of `forms` or stands in one of `articles` is the
    speaker `target`.
    """

    type: Literal["merge", "split"]
    target: str
    places: tuple[Place, ...]
    into: tuple[Place, ...] = ()
    forms: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()


@dataclass(slots=True)
class Decision:
    """Whom each naming means, and where one article is an exception."""

    meant: dict[str, Meant]
    names: Mapping[str, str]  # as folded, by the naming's id
    exceptions: dict[Place, str] = field(default_factory=dict)
    moved: list[tuple[frozenset[str], frozenset[str], str]] = field(default_factory=list)

    def speaker(self, naming_id: str, article_id: str) -> str:
        """The id of the speaker whom a naming means in an article."""
        found = self.exceptions.get((naming_id, article_id)) or self.meant[naming_id].speaker
        found = found or apart(naming_id, article_id)
        for sources, articles, target in self.moved:
            found = target if found in sources and article_id in articles else found
        return found


def corrected(meant: Mapping[str, Meant], names: Mapping[str, str], rules: Iterable[Rule]) -> Decision:
    """The decision of the names alone with all rules laid over it, in their order; `names` as printed, by the id of
    each naming, are asked for where there is a rule.
    """
    decision = Decision(dict(meant), {each: folded(name) for each, name in names.items()})
    for rule in rules:
        sources = _speakers(decision, rule.places)
        if rule.type == "merge":
            _merge(decision, rule, sources)
        elif rule.articles:
            decision.moved.append((sources, rule.articles, rule.target))
        else:
            _rename(decision, sources, rule.target, rule.forms)
    return decision


def _merge(decision: Decision, rule: Rule, sources: frozenset[str]) -> None:
    target = next(iter(sorted(_speakers(decision, rule.into))), rule.target)
    _rename(decision, sources, target, None)
    for place in rule.places:
        naming_id, article_id = place
        if article_id and naming_id in decision.meant and decision.meant[naming_id].speaker is None:
            decision.exceptions[place] = target
    decision.moved = [
        (frozenset(target if each in sources else each for each in ids), articles, target if to in sources else to)
        for ids, articles, to in decision.moved
    ]


def _speakers(decision: Decision, places: Iterable[Place]) -> frozenset[str]:
    """Who is meant there now."""
    known = [place for place in places if place[0] in decision.meant]
    found = {decision.exceptions.get(place) or decision.meant[place[0]].speaker for place in known}
    return frozenset(each for each in found if each)


def _rename(decision: Decision, sources: frozenset[str], target: str, forms: frozenset[str] | None) -> None:
    for naming_id, meant in decision.meant.items():
        if meant.speaker in sources and (forms is None or decision.names[naming_id] in forms):
            decision.meant[naming_id] = Meant(target)
    for place, speaker in decision.exceptions.items():
        if forms is None and speaker in sources:
            decision.exceptions[place] = target
