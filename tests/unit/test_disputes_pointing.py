"""Denials that point at what was told beside them, and what only seems to deny; all parties invented."""

import pytest

from service.disputes.article import disputed, paired
from service.disputes.reference import referred
from service.disputes.sides import Sides
from service.disputes.signals import signals
from service.records import Mention, Quote

CHARGE = "Velmark accused Corvane of dumping waste in the Ister. "
TOWN = "The town lies on the river. It has two schools. The market opens early. Rain fell in the night. " * 9


def quoted(text: str, speaker: str, cue: str, words: str, kind: str = "organisation") -> Quote:
    """The quote of a speaker, each part at its last place in the text."""
    spans = [(at := text.rindex(part), at + len(part)) for part in (speaker, cue, words)]
    mention = Mention(speaker, spans[0], kind)
    return Quote((spans[2],), (), spans[1], (mention,), None, "indirect", "assert", True, "attributed", "", (), 0.95)


@pytest.mark.parametrize(
    ("behind", "answers"),
    [
        pytest.param(" - a point that officials have disputed.", ["disputed"], id="point"),
        pytest.param(", something Corvane denied to reporters.", ["denied"], id="something"),
        pytest.param(", an idea the Brask Bank rejects.", ["rejects"], id="an idea"),
        pytest.param(", an accusation that Corvane rejected.", ["rejected"], id="an accusation"),
        pytest.param(", a claim of theft Corvane denied.", ["claim of theft Corvane denied"], id="a claim of what"),
        pytest.param(", a point of light.", [], id="no denial"),
    ],
)
def test_what_is_denied_behind_the_words_that_tell_it(behind, answers):
    claim = "the vault had been open since Monday"
    text = f"Velmark said {claim}{behind}"
    found = list(paired(text, [quoted(text, "Velmark", "said", f"{claim}{behind}"[:-1])]))
    assert [text[slice(*pair.answer.spans[0])] for pair in found if not pair.answer.oblique] == answers
    assert {pair.placed.said for pair in found} <= {claim}


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        pytest.param("Lind's support pushes back on the claim that waste leaked.", 0, id="what somebody did"),
        pytest.param("Its record contradicts the claim that waste leaked.", 0, id="what somebody has done before"),
        pytest.param("Lind's lawyer rejects the claim that waste leaked.", 1, id="who speaks for somebody"),
        pytest.param("But inspectors disputed the claim that waste leaked.", 1, id="several, with no article"),
    ],
)
def test_who_denies_and_what_denies_nothing(sentence, denied):
    text = f"Velmark claimed that waste leaked. {sentence}"
    assert len({pair.given.start for pair in paired(text, ()) if not pair.answer.oblique}) == denied


@pytest.mark.parametrize(
    ("article", "words", "parties"),
    [
        pytest.param("The Brask Water Agency wrote.", "the agency's findings", ("brask water agency",), id="of one"),
        pytest.param("The Brask Water Agency wrote.", "claims by the agency", ("brask water agency",), id="by one"),
        pytest.param("The Brask Water Agency told the Ister Port Agency.", "the agency's findings", (), id="of two"),
        pytest.param("The Brask Water Agency wrote.", "the union's findings", (), id="of none told of"),
        pytest.param("The Brask Water Agency wrote.", "the agency's bill", (), id="no claim"),
        pytest.param("The European Union wrote.", "the union's claims", (), id="a union of states is no trade union"),
    ],
)
def test_whose_claim_a_noun_for_a_body_means(article, words, parties):
    assert referred(Sides(article, ()), words) == parties


@pytest.mark.parametrize(
    ("words", "denies"),
    [
        pytest.param("Nice try, not true", True, id="at the end"),
        pytest.param("Nice try, simply untrue", True, id="with an adverb"),
        pytest.param("The beams sag, not true in shape", False, id="it goes on"),
        pytest.param("He called that “beyond preposterous”", True, id="beyond"),
        pytest.param("a shame not only to the firm but to all", False, id="not only to"),
        pytest.param("it came only to help", True, id="only to"),
    ],
)
def test_words_that_deny_by_themselves(words, denies):
    hits = signals(words, (0, len(words)), frozenset(), [])
    assert any(hit.plain for hit in hits) is denies
    assert all(not hit.about for hit in hits if hit.plain and "beyond" in words)


@pytest.mark.parametrize(
    ("story", "answers"),
    [
        pytest.param(f"{CHARGE}{TOWN}“That never happened,” Corvane said.", 0, id="told long before"),
        pytest.param(f"{TOWN}{CHARGE}“That never happened,” Corvane said.", 1, id="told right before"),
        pytest.param(f"{TOWN}“That never happened,” Corvane said. {CHARGE}", 0, id="told behind"),
        pytest.param(f"“That never happened,” Corvane said. {CHARGE}{TOWN}", 1, id="told behind what leads the report"),
        pytest.param(f"{CHARGE}{TOWN}“The waste never happened,” Corvane said.", 1, id="named"),
    ],
)
def test_what_is_only_pointed_at_is_told_near(story, answers):
    words = story[story.index("“") + 1 : story.index(",”")]
    found = paired(story, [quoted(story, "Corvane", "said", words)] if "Corvane said" in story else [])
    assert len([pair for pair in found if pair.given.said == words]) == answers


@pytest.mark.parametrize(
    ("reply", "met"),
    [
        pytest.param("Velmark responded by accusing Corvane of dumping waste.", 0, id="the claim is the reply"),
        pytest.param("In reply Velmark accused Corvane of dumping waste.", 0, id="in reply"),
        pytest.param("Velmark accused Corvane of dumping waste.", 1, id="a charge told behind its denial"),
    ],
)
def test_nobody_answers_what_replies_to_them(reply, met):
    text = f"Corvane denied dumping waste. {reply}"
    assert len(list(paired(text, ()))) == met


@pytest.mark.parametrize(
    ("words", "disputes"),
    [
        pytest.param("Velmark was looking for attention with utterly false claims", 1, id="of the accused by name"),
        pytest.param("Velmark was looking for attention", 0, id="no judgement"),
    ],
)
def test_the_accused_by_name_calls_the_claims_false(words, disputes):
    text = f"{TOWN}{CHARGE}Corvane said {words}."
    found = disputed(text, [quoted(text, "Corvane", "said", words)]).disputes
    assert len(found) == disputes


def test_who_disagrees_far_behind_a_charge_disagrees_with_what_stands_there():
    text = f"{TOWN}{CHARGE}{TOWN}Corvane disagreed."
    assert list(paired(text, ())) == []


@pytest.mark.parametrize(
    ("claim", "met"),
    [
        pytest.param("The mill never paid its tax. A firm must pay", 1, id="a fact, then what should be"),
        pytest.param("The mill must pay its tax. It never paid", 0, id="what should be"),
    ],
)
def test_what_should_be_is_told_first_where_nothing_is_claimed(claim, met):
    text = f"{claim}, Velmark said. The mill denied it."
    assert len([one for one in paired(text, [quoted(text, "Velmark", "said", claim)]) if not one.answer.oblique]) == met


@pytest.mark.parametrize(
    ("speaker", "cue", "claims"),
    [
        pytest.param("The film", "shows", 1, id="a film shows"),
        pytest.param("The memoir", "portrays", 1, id="a book portrays"),
        pytest.param("The film", "praises", 0, id="no account"),
        pytest.param("The mayor", "shows", 0, id="no film"),
    ],
)
def test_what_a_film_shows_is_claimed(speaker, cue, claims):
    text = f"{speaker} {cue} Lind taking money from smugglers."
    quote = quoted(text, speaker, cue, "Lind taking money from smugglers")
    silent = Quote(**{name: getattr(quote, name) for name in quote.__dataclass_fields__} | {"speech": False})
    assert len(disputed(text, [silent]).claims) == claims
