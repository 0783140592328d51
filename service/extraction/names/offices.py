"""Finds whom "the minister" or "the 45-year-old" means among the people whose roles the article prints."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from service.extraction.names import tables
from service.extraction.names.cores import PERSON_NOUNS, is_title
from service.extraction.names.people import MOST, People, Person
from service.extraction.names.phrases import Phrase
from service.regex import regex

_BEFORE, _BEHIND = 70, 110  # code points around a name in which its role may stand
_WORD = regex(r"[^\W_]+(?:[-’'.][^\W_]+)*\.?")
_CLAUSE = regex(r"[,;:!?\n“”\"()—]|(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<!Prof)(?<!Capt)(?<!Brig)(?<!Supt)\.\s")
_APPOSITION = regex(
    r"(?P<place>(?:\s+of(?:\s+[A-Z][\w.]+)+|\s*\([^)\n]{2,20}\))?)"
    r"(?:,\s+(?P<role>[^,.;\n“”\"\d][^,.;\n“”\"]*)|,\s*(?P<age>\d+))?"
)
_APPOSED = regex(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Mm]y|[Aa]n?)|[’']s) (?P<role>[^,.;:“”\"\n]{3,60}), "
    r"(?:[A-Z][a-z]+\.? ){0,2}$"  # the mayor, Councillor | Ann Lee
)
_STOPS = tables.words("function_words", "stop", "definite", "owned") - {"of"} | {"a", "an"}
_FINITE = frozenset({"is", "was", "are", "were", "has", "had", "have", "said", "says", "told"})
_WEIGHTLESS = tables.words("offices", "weightless")
_AGE = regex(r"(\d{1,3})-year-old")
_SHORT = dict(pair.split("/") for pair in tables.words("offices", "short"))
_SAME = [frozenset(group.split("/")) for group in sorted(tables.words("offices", "same"))]
_TOP_DIPLOMAT = ("foreign minister", "secretary of state", "foreign secretary", "minister of foreign affairs")
# The union leader is the general secretary of the Dock Workers' Council.
_LED = ("secretary", "president", "chairman", "chairwoman", "chair", "head", "convener", "organiser", "organizer")
_LABOUR = frozenset({"union", "unions", "workers", "labour", "labor", "employees", "teamsters"})
_RANKS = tables.words("exceptions", "ranks")
ANAPHORIC = tables.words("exceptions", "anaphoric")


@dataclass(frozen=True, slots=True)
class _Role:
    person: Person
    words: frozenset[str]
    text: str


class Offices:
    """The offices of one article. What stands just before and behind each full name is read as its role."""

    def __init__(self, text: str, people: People) -> None:
        self.text = text
        self.people = people

    @cached_property
    def _roles(self) -> dict[str, list[_Role]]:
        """Roles by each of their words."""
        found: dict[str, list[_Role]] = defaultdict(list)
        for naming in self.people.namings:
            bearers = self.people.bearers(naming.words) if len(naming.words) > 1 or naming.titled else []
            # President Okoro is whom the article never names otherwise, not its one Ada Okoro, the first lady.
            bearers = [person for person in bearers if person.words == naming.words] or bearers
            if len(bearers) == 1:
                text = f"{self._before(naming.span[0])} {self._behind(naming.span[1])}".lower()
                role = _Role(bearers[0], frozenset(_words(text)), text)
                for word in role.words:
                    if len(found[word]) < MOST:
                        found[word].append(role)
        return found

    def _before(self, start: int) -> str:
        """The titles and nouns just before a name; between commas a noun for a person: Its land director, Ana Sá,"""
        apposed = _APPOSED.search(self.text, max(0, start - _BEFORE), start)
        words = _WORD.findall(apposed["role"]) if apposed else []
        head = next((at for at, word in enumerate(words) if word in _STOPS or word == "of"), len(words))
        if head and words[head - 1].lower() in PERSON_NOUNS:
            return " ".join(words)
        words = _WORD.findall(_CLAUSE.split(self.text[max(0, start - _BEFORE) : start])[-1])
        if not words or not is_title(words[-1].rstrip(".")):
            return ""
        stop = max((at for at, word in enumerate(words) if word in _STOPS), default=-1)
        return " ".join(words[stop + 1 :])

    def _behind(self, end: int) -> str:
        """The place, age or apposition behind a name; an apposition counts if a noun for people heads it."""
        match = _APPOSITION.match(self.text, end, end + _BEHIND)
        if not match:
            return ""
        role = match["role"] or ""
        words = [word for word in _WORD.findall(role) if word.lower() not in ("the", "a", "an")]
        head = next((at for at, word in enumerate(words) if word in _STOPS or word == "of"), len(words))
        clause = head < len(words) and words[head] in _FINITE  # It was Roe, the minister said.
        is_role = head > 0 and words[head - 1].lower() in PERSON_NOUNS and not clause
        if any(word in PERSON_NOUNS for word in words[head:]):
            role = " ".join(words[:head])  # a cousin of the president is not the president
        return f"{match['place'] or ''} {match['age'] or ''} {role if is_role else ''}"

    def holders(self, phrase: Phrase) -> list[Person]:
        """Who holds the office that a phrase names: all that fit, each once."""
        age = _AGE.search(phrase.text)
        if age:
            return _distinct(self._roles.get(age.group(1), ()))
        wanted = _words(" ".join((*phrase.modifiers, phrase.head)))
        if not wanted:
            return []
        if "top" in wanted and phrase.head == "diplomat":
            return _distinct(self._top_diplomats(wanted))
        exact = self._fitting(wanted, wanted[-1:])
        if not exact and wanted[-1] == "leader" and wanted[:-1] in (["union"], ["strike"]):
            return _distinct(role for noun in _LED for role in self._roles.get(noun, ()) if role.words & _LABOUR)
        return exact or self._fitting(wanted, _names_of(wanted[-1]))

    def _fitting(self, wanted: Sequence[str], nouns: Sequence[str]) -> list[Person]:
        roles = (role for noun in nouns for role in self._roles.get(noun, ()))
        return _distinct(role for role in roles if _fits(wanted, role))

    def like(self, phrase: Phrase) -> list[Person]:
        """Who holds such an office in any rank: "the minister" may be the deputy minister just named."""
        return _distinct(self._roles.get(_SHORT.get(phrase.head, phrase.head), ()))

    def _top_diplomats(self, wanted: Sequence[str]) -> list[_Role]:
        states = _states_of(wanted)
        roles = [*self._roles.get("minister", ()), *self._roles.get("secretary", ())]
        top = [role for role in roles if any(office in role.text for office in _TOP_DIPLOMAT)]
        return [role for role in top if not _RANKS & role.words and (not states or states & _states_of(role.words))]


def _words(text: str) -> list[str]:
    found = [word.lower().replace(".", "") for word in _WORD.findall(text)]
    return [_SHORT.get(word, word) for word in found if word not in _WEIGHTLESS]


def _states_of(words: Iterable[str]) -> set[str]:
    return {state for word in words if (state := tables.adjectives().get(word) or tables.states().get(word))}


def _names_of(noun: str) -> list[str]:
    return sorted({noun}.union(*(same for same in _SAME if noun in same)))


def _fits(wanted: Sequence[str], role: _Role) -> bool:
    if (_RANKS & role.words) - set(wanted):
        return False
    if wanted[-1] not in role.words and "chief of staff" in role.text:
        return False  # a chief, but no chairman
    return all(word in role.words or _states_of([word]) & _states_of(role.words) for word in wanted[:-1])


def _distinct(roles: Iterable[_Role]) -> list[Person]:
    return list({id(role.person): role.person for role in roles}.values())
