"""Finds the name that follows an office and what that is of: Secretary of State Jane Roe, Ambassador to the UN Roe."""

from collections.abc import Sequence

from service.extraction.names import tables
from service.extraction.names.chunks import Chunk, run_start
from service.extraction.names.cores import FIRST, PERSON_NOUNS, is_lexical, is_organisation, is_title, name_start
from service.extraction.names.namings import gender_told
from service.extraction.names.people import People
from service.extraction.names.phrases import Phrase, named_by, printed
from service.extraction.names.words import Word, is_acronym

_CHRISTENED = tables.words("exceptions", "christened")


def behind_office(chunk: Chunk, people: People) -> Phrase | None:
    """The person whose name ends what follows the office; None where nobody's does."""
    behind = chunk.behind
    run = _given_name_on(behind[run_start(behind) :])
    if not run or len(behind) < 2 or is_lexical(run[-1].text) or is_organisation([word.text for word in run]):
        return None
    run = run[name_start([word.text for word in run]) :]
    if not run or (len(run) == 1 and not people.may_be_called(run[0].text)):
        return None
    role = printed(people.text, chunk.first[0].start, run[0].start)
    gender = gender_told(word.text for word in chunk.first)
    return named_by(people.text, "person", run, role=role, gender=gender, titled=True)


def is_role_only(texts: list[str], people: People, definite: bool = False) -> bool:
    """Whether a capitalised run is all title: Attorney General, and nobody of that name; the Bishop, for no surname
    stands behind an article.
    """
    if is_organisation(texts) or not is_title(texts[-1]):
        return False
    if name_start(texts) < len(texts) and not (definite and len(texts) == 1):
        return False
    return len(texts) > 1 or not people.bearers(texts)


def is_office_of_name(chunk: Chunk) -> bool:
    """Whether a name may follow an office in small letters: secretary of state Jane Roe, but not aide of Jane Roe."""
    behind = chunk.behind
    if chunk.first[-1].key not in PERSON_NOUNS or chunk.determiner == "indefinite":
        return False
    if len(behind) < 4 or behind[0].text != "of":
        return False
    at = run_start(behind)
    between = behind[1:at] or behind[at : at + 1]
    named = is_title(between[-1].text) or between[-1].text in ("the", "a", "an") or between[-1].key in _CHRISTENED
    return at + 1 < len(behind) and not named


def holds_title(behind: Sequence[Word]) -> bool:
    """The Council on Trade Director Jane Roe: a title inside what follows the first preposition."""
    run = [word.text for word in behind[run_start(behind) :]]
    return any(is_title(text) for text in run[:-1]) and name_start(run) < len(run)


def _given_name_on(run: list[Word]) -> list[Word]:
    """A capitalised run from the first given name on, else behind its modifiers."""
    given = next((place for place, word in enumerate(run[:-1]) if word.key in FIRST), None)
    if given is not None:
        return run[given:]
    while len(run) > 1 and (is_lexical(run[0].text) or is_acronym(run[0].text)):
        run = run[1:]
    return run
