"""Finds who may answer in an interview whose labels name nobody: the people of its opening, reporters left out."""

from service.extraction.names.cores import is_organisation
from service.extraction.names.namings import Naming
from service.extraction.names.people import People, Person
from service.regex import regex

_BYLINE = regex(r"(?:^|\n|\s)(?:By|Words by|Interview by|Text by|Photographs? by)\s+$")
_AND = regex(r"\s(?:and|with|or)\s(?=$|[^\W\d_a-zß-öø-ÿ])")
_BESIDE = 30  # characters before a name
_NAME = r"[A-ZÀ-Þ][\w'’\-]+(?: [A-ZÀ-Þ][\w'’.\-]*){1,3}"
_NAMES = rf"{_NAME}(?:(?:,| and|, and) {_NAME})*"
_NOUN = r"(?:reporter|correspondent|editor|writer|columnist|interviewer|journalist|colleague)s?"
# She spoke to Pavel Dolan and Irena Hass of this newspaper; sat down with our reporter Pavel Dolan.
_REPORTERS = regex(
    rf"\b(?:to|with|by) (?:(?P<theirs>{_NAMES}),? (?:of|for|from) (?:this|our) [a-z]+"
    rf"|(?:our|the [\w ]{{1,30}}['’]s|[A-Z][\w ]{{1,30}}['’]s) (?:[a-z]+ ){{0,3}}{_NOUN} (?P<ours>{_NAMES}))"
)


def may_answer(text: str, people: People, first_label: int) -> list[Person]:
    """The people named in full before a place, but for those whom a byline names or who are said to have asked.

    A run of capitals that opens a sentence or stands beside an "and" counts, though nothing proves it a person.
    """
    opening = text[:first_label]
    asking = [match.span("theirs" if match["theirs"] else "ours") for match in _REPORTERS.finditer(opening)]
    namings = [naming for naming in reversed(people.between(0, first_label)) if len(naming.words) > 1]
    others = [
        naming
        for naming in namings
        if not _BYLINE.search(text, *_before(naming))
        and not any(start <= naming.span[0] < end for start, end in asking)
    ]
    return list(dict.fromkeys(person for naming in others for person in _maybe(text, people, naming)))


def _maybe(text: str, people: People, naming: Naming) -> list[Person]:
    bearers = people.bearers(naming.words)
    joined = _AND.search(text, *_before(naming)) or _AND.match(text, naming.span[1])
    unsure = not bearers and (naming.opens or joined) and not is_organisation(naming.words)
    return [Person(naming.words)] if unsure else bearers


def _before(naming: Naming) -> tuple[int, int]:
    return max(0, naming.span[0] - _BESIDE), naming.span[0]
