"""Disputes within an article: each case is a text and the quotes a reader finds in it, all parties invented."""

import re
from dataclasses import replace

import pytest

from service.disputes import disputed
from service.disputes.article import paired
from service.disputes.observing import at_hand
from service.disputes.status import SURE
from service.records import Mention, Quote

CHARGE = "Velmark accused Corvane of dumping waste in the Ister."
LONG = " It rained." * 80  # of a whole article
WITHHOLDING = "Velmark accused Corvane of not complying with the order."


def quoted(text: str, speaker: str, cue: str, words: str, kind: str = "organisation") -> Quote:
    """The quote of a speaker, each part at its last place in the text."""
    spans = [(at := text.rindex(part), at + len(part)) for part in (speaker, cue, words)]
    mention = Mention(speaker, spans[0], kind)
    return Quote((spans[2],), (), spans[1], (mention,), None, "indirect", "assert", True, "attributed", "", (), 0.95)


def pairs(text: str, *quotes: Quote, least: float = 0.0) -> list[tuple[str, str, str]]:
    """Claimant, disputer and relation of each dispute, from a confidence on."""
    found = [one for one in disputed(text, quotes).disputes if one.confidence >= least]
    return [(one.claim.claimants[0].name, one.answer.disputers[0].name, one.relation) for one in found]


@pytest.mark.parametrize(
    ("answer", "relation"),
    [
        pytest.param("the accusation was false", "denies", id="truth"),
        pytest.param("the accusation was a wicked and shameless lie", "denies", id="truth, in strong words"),
        pytest.param("the accusation was without a grain of truth", "denies", id="without a grain"),
        pytest.param("no such practice existed", "denies_existence", id="no such practice, whatever was claimed"),
        pytest.param("there was no evidence of that", "denies_evidence", id="evidence"),
        pytest.param("the claim was not supported by any data", "denies_evidence", id="not supported"),
        pytest.param("it had nothing to do with the dumping", "denies_involvement", id="involvement"),
        pytest.param("the waste did not exist", "denies_existence", id="existence"),
        pytest.param("the charge was based on outdated figures", "rejects_basis", id="basis"),
        pytest.param("it had never dumped waste anywhere", "denies", id="polarity"),
        pytest.param("Velmark's allegations were a smear", "denies", id="possessive and claim noun"),
        pytest.param("it had sent every load to a licensed tip", "denies", id="another account of the same matter"),
    ],
)
def test_an_answer_of_the_accused_disputes_the_claim(answer, relation):
    text = f"{CHARGE} Corvane said {answer}."
    assert pairs(text, quoted(text, "Corvane", "said", answer)) == [("Velmark", "Corvane", relation)]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("it would not comment on the accusation", id="no comment"),
        pytest.param("it could neither confirm nor deny the accusation", id="neither"),
        pytest.param("it did not deny the accusation", id="did not deny"),
        pytest.param("it would deny the accusation in court", id="yet to come"),
        pytest.param("if the accusation was false it would say so", id="conditional"),
        pytest.param("it agreed with the accusation", id="agreement"),
        pytest.param("sales of paper had doubled", id="another matter"),
        pytest.param("it had not decided what to do", id="nothing decided"),
        pytest.param("it was sorry for what it had done", id="regret"),
        pytest.param("it was studying the accusation", id="an inquiry"),
        pytest.param("it had indeed dumped waste", id="granted"),
        pytest.param("they’re right", id="granted in a word"),
        pytest.param("it needed more time to read the accusation", id="asks for time"),
    ],
)
def test_what_only_looks_like_an_answer_is_none(answer):
    text = f"{CHARGE} Corvane said {answer}."
    assert pairs(text, quoted(text, "Corvane", "said", answer)) == []


@pytest.mark.parametrize(
    ("sentence", "disputes"),
    [
        pytest.param("Corvane denied the accusation.", 1, id="denied the claim"),
        pytest.param("Corvane denounced Velmark's accusations.", 1, id="denounced, with whose claim it is"),
        pytest.param("The accusation was denied by Corvane.", 1, id="passive"),
        pytest.param("The accusation was dismissed as invention by Corvane.", 1, id="passive, with what it was called"),
        pytest.param("Corvane repeated its denial of any dumping.", 1, id="denial as a noun"),
        pytest.param("Corvane “categorically” denied dumping any waste.", 1, id="an adverb in marks"),
        pytest.param("The accusation was rejected by Corvane as fabricated.", 1, id="passive, and as what behind"),
        pytest.param("That, said Corvane, was untrue.", 1, id="that, said X, was untrue"),
        pytest.param("That, said Corvane, was unkind.", 0, id="that, said X, was something else"),
        pytest.param("A rebuttal of the accusation from Corvane followed.", 1, id="rebuttal from"),
        pytest.param("The accusation was rejected at Corvane.", 1, id="where it was rejected"),
        pytest.param("Corvane denied having dumped any waste.", 1, id="its own words for it"),
        pytest.param("The accusation drew a flat contradiction from Corvane.", 1, id="contradiction"),
        pytest.param("The finding was called baseless by Corvane, which is large.", 1, id="called by"),
        pytest.param("Lund said that Corvane had denied dumping any waste.", 1, id="told by a third"),
        pytest.param("Corvane rebuffed the accusation.", 1, id="rebuffed"),
        pytest.param("Corvane laughed the accusation off.", 1, id="a verb around it"),
        pytest.param("Corvane brushed it aside.", 1, id="a verb around a pronoun"),
        pytest.param("Corvane took exception to the accusation.", 1, id="took exception"),
        pytest.param("Corvane refuses to accept the accusation.", 1, id="refuses to accept"),
        pytest.param("Corvane does not recognise the accusation.", 1, id="does not recognise"),
        pytest.param("Corvane is contesting the charge.", 1, id="contesting it"),
        pytest.param("Corvane has always denied it.", 1, id="always"),
        pytest.param("Corvane would have none of it.", 1, id="none of it"),
        pytest.param("Corvane begged to differ.", 1, id="begged to differ"),
        pytest.param("Corvane contradicted her.", 1, id="contradicted somebody"),
        pytest.param("Corvane contradicted her doctor.", 0, id="contradicted another"),
        pytest.param("Corvane disagreed with her on this.", 1, id="disagreed with somebody"),
        pytest.param("Corvane issued a flat denial.", 1, id="issued a denial"),
        pytest.param("A denial came from Corvane.", 1, id="a denial came"),
        pytest.param("That was denied by Corvane.", 1, id="that, in the passive"),
        pytest.param("The accusation was rejected outright by Corvane.", 1, id="rejected outright"),
        pytest.param("Corvane spoke of a campaign of lies.", 1, id="spoke of lies"),
        pytest.param("Corvane sees a plot.", 1, id="sees a plot"),
        pytest.param("Corvane professed its innocence.", 1, id="professed innocence"),
        pytest.param("For Corvane the accusation is baseless.", 1, id="in its view"),
        pytest.param("Nonsense, says Corvane.", 1, id="a word and who says it"),
        pytest.param("Corvane “strongly rejects” the accusation.", 1, id="a verb in marks"),
        pytest.param(
            "Lund said the accusation was “strongly denied” by Corvane.", 1, id="a verb in marks, in the passive"
        ),
        pytest.param("Corvane has repeatedly denied shooting seals.", 1, id="all the time, of something like it"),
        pytest.param("Corvane denied shooting seals.", 0, id="once, of something else"),
        pytest.param("Corvane countered with a discount.", 0, id="countered, not a claim"),
        pytest.param("Corvane knocked down a barn.", 0, id="a barn"),
        pytest.param("Corvane waved the flag away from the river.", 0, id="waved a flag"),
        pytest.param("Corvane fought a fire.", 0, id="a fire"),
        pytest.param("Corvane saw a plot of land.", 0, id="a plot of land"),
        pytest.param("Corvane sees a plot in every film.", 0, id="a plot of a film"),
        pytest.param("Corvane suspects a plot to steal its steel.", 0, id="a plot of another kind"),
        pytest.param("Corvane denied that it had cut wages.", 0, id="another claim"),
        pytest.param("Corvane denied inspectors access.", 0, id="access withheld"),
        pytest.param("Corvane denied Lund a hearing.", 0, id="a hearing withheld"),
        pytest.param("Its challenges are the accusation and the river.", 0, id="a noun in the plural"),
        pytest.param("Corvane was denied a visa.", 0, id="visa withheld"),
        pytest.param("Corvane dismissed two managers.", 0, id="somebody sacked"),
        pytest.param("Corvane rejected a bill on waste.", 0, id="a bill"),
        pytest.param("Corvane won the disputed territory.", 0, id="territory"),
        pytest.param("In 2009 Corvane denied the accusation.", 0, id="years ago"),
        pytest.param("Corvane denied similar accusations.", 0, id="other accusations"),
        pytest.param("Corvane denounced the remarks as hurtful.", 0, id="resented, not called untrue"),
        pytest.param("Corvane denounced the remarks as untrue.", 1, id="called untrue"),
        pytest.param("Corvane paid rather than challenge the accusation.", 0, id="left undone"),
        pytest.param("The accusation is in dispute at Corvane.", 0, id="a noun"),
        pytest.param("Corvane met with questions about the accusation.", 0, id="questions about"),
        pytest.param("Velmark denied the accusation.", 0, id="the claimant's own party"),
    ],
)
def test_a_denial_told_by_the_article(sentence, disputes):
    assert len(pairs(f"{CHARGE} {sentence}")) == disputes


@pytest.mark.parametrize(
    ("words", "disputes"),
    [
        pytest.param("the claim a provocation", 1, id="of a claim"),
        pytest.param("the wind a provocation", 0, id="of something else"),
    ],
)
def test_a_provocation_is_an_answer_where_a_claim_is_called_so(words, disputes):
    text = f"{CHARGE} Corvane called {words}."
    found = disputed(text, [quoted(text, "Corvane", "called", words)]).disputes
    plain = [one for one in found if "denial of truth" in {signal.purpose for signal in one.signals}]
    assert len(plain) == disputes


@pytest.mark.parametrize(
    ("text", "claimant", "words"),
    [
        pytest.param("Corvane, accused by Velmark of dumping waste, is large.", "Velmark", "of dumping waste",
                     id="accused by, without a verb before"),
        pytest.param("The fishermen have lodged a complaint over night trawling by Corvane.", "The fishermen",
                     "night trawling by Corvane", id="a complaint lodged"),
        pytest.param("It is Velmark's case that Corvane dumped waste.", "Velmark", "Corvane dumped waste",
                     id="somebody's case"),
        pytest.param("Corvane brushed aside a prosecutor's allegation that it dumped waste.", "a prosecutor",
                     "it dumped waste", id="an allegation of somebody without a name"),
        pytest.param("The court accepted Velmark's view that Corvane dumped waste.", "Velmark", "Corvane dumped waste",
                     id="somebody's view"),
    ],
)  # fmt: skip
def test_who_claims_what_in_the_article_s_words(text, claimant, words):
    [claim] = disputed(text, []).claims
    assert claim.claimants[0].name.endswith(claimant)
    assert words.endswith(text[slice(*claim.spans[0])]) or text[slice(*claim.spans[0])].endswith(words)


@pytest.mark.parametrize(
    ("speaker", "cue", "seen"),
    [
        pytest.param("Corvane", "said", {"named before"}, id="spoken of in the claim"),
        pytest.param("Tarsk", "said", set(), id="named for the first time"),
        pytest.param("a union of Tarsk", "said", {"of the concerned"}, id="a union"),
        pytest.param("Tarsk", "demanded", {"demands"}, id="asks for something"),
    ],
)  # fmt: skip
def test_what_is_seen_of_who_answers(speaker, cue, seen):
    words = "fish were alive"
    text = f"{CHARGE} {speaker[0].upper()}{speaker[1:]} {cue} {words}."
    quote = quoted(text, speaker[0].upper() + speaker[1:], cue, words)
    quote = replace(quote, stance="demand" if cue == "demanded" else "assert")
    [pair] = paired(text, [quote])
    looked_for = {"named before", "of the concerned", "demands", "says much"}
    assert {name for name, value in at_hand(pair).items() if value and name in looked_for} == seen


def test_not_complying_is_answered_by_complying():
    text = f"{WITHHOLDING} Corvane said it had complied with the order."
    answer = quoted(text, "Corvane", "said", "it had complied with the order")
    assert pairs(text, answer) == [("Velmark", "Corvane", "denies")]


@pytest.mark.parametrize(
    ("story", "speaker", "words", "disputes"),
    [
        pytest.param("{} said {}.", "Its lawyer", "no waste had left the plant", 1, id="somebody of the accused's"),
        pytest.param("{} said {}.", "Tarsk", "the fish were alive", 0, id="a bystander without a word of it"),
        pytest.param(
            "Asked about wages, {} said {}.", "Corvane", "none was unpaid", 0, id="asked about another matter"
        ),
        pytest.param("Corvane did not deny it. {} said {}.", "Corvane", "it had only rinsed pipes", 0, id="let stand"),
        pytest.param("Corvane dodged the question. {} said {}.", "Corvane", "it had never sold a mill", 0, id="dodged"),
        pytest.param("Corvane sidestepped questions. {} said {}.", "Corvane", "it never sold a mill", 0, id="stepped"),
        pytest.param(
            "Corvane changed the subject. {} said {}.", "Corvane", "it had never sold a mill", 0, id="changed"
        ),
        pytest.param(
            "Corvane had a different matter on its mind. {} said {}.",
            "Corvane",
            "it had never sold a mill",
            0,
            id="other things in mind",
        ),
        pytest.param(
            "Corvane did not contradict it. {} said {}.",
            "Corvane",
            "it had only rinsed pipes",
            0,
            id="nor contradicted",
        ),
    ],
)
def test_who_answers_and_to_what(story, speaker, words, disputes):
    text = "Velmark accused Corvane of dumping waste from its plant. Lund said the water was brown. "
    other = quoted(text, "Lund", "said", "the water was brown", "person")
    text += story.format(speaker, words)
    assert len(pairs(text, other, quoted(text, speaker, "said", words))) == disputes


@pytest.mark.parametrize(
    ("text", "claim", "answer"),
    [
        pytest.param(
            "Velmark found lemonade had rotted nine teeth. Corvane faulted the study for counting plums.",
            ("Velmark", "found", "lemonade had rotted nine teeth"), None, id="a study faulted",
        ),
        pytest.param(
            "Velmark said Corvane had sold a bridge to its own owner. Corvane spoke of a witch-hunt before the vote.",
            ("Velmark", "said", "Corvane had sold a bridge to its own owner"),
            ("Corvane", "spoke of", "a witch-hunt before the vote"), id="what somebody speaks of",
        ),
        pytest.param(
            "Corvane said every load was burned and no barrel left the yard. Talk had gone round since May, when "
            "Velmark told a station it had seen barrels by the yard.",
            ("Velmark", "told a station", "it had seen barrels by the yard"),
            ("Corvane", "said", "every load was burned and no barrel left the yard"), id="an answer before its claim",
        ),
    ],
)  # fmt: skip
def test_answers_that_deny_without_a_verb_of_denial(text, claim, answer):
    quotes = [quoted(text, *one) for one in (claim, answer) if one]
    if answer and answer[1] == "spoke of":
        quotes[1] = replace(quotes[1], stance="reject", speech=False)
    assert [(one, other) for one, other, _ in pairs(text, *quotes)] == [("Velmark", "Corvane")]


def test_one_answer_meets_two_claims_each_in_other_words():
    said = [("Lund", "wrote", "Corvane had chained the exit"), ("Tarsk", "told us", "Corvane had sounded no alarm")]
    said += [("Corvane", "said", "the exit was never chained, and the alarm sounded for an hour")]
    text = " ".join(f"{' '.join(one)}." for one in said)
    found = pairs(text, *(quoted(text, *one) for one in said))
    assert {claimant for claimant, _, _ in found} == {"Lund", "Tarsk"}


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        pytest.param("do you really think it would dump waste?", ["Corvane"], id="do you think"),
        pytest.param("would a firm of nine dump waste by the tonne?", ["Corvane"], id="would somebody like that"),
        pytest.param("does anybody believe that waste was dumped?", ["Corvane"], id="does anybody believe"),
        pytest.param("is it likely that it would dump waste?", ["Corvane"], id="is it likely"),
        pytest.param("when was the waste dumped?", [], id="a question that asks"),
    ],
)
def test_a_question_that_nobody_would_ask_is_an_answer(words, answers):
    text = f"{CHARGE} Corvane asked {words}"
    asked = replace(quoted(text, "Corvane", "asked", words), stance="ask", kind="direct")
    assert [pair.answer.disputers[0].name for pair in paired(text, [asked])] == answers


def test_two_who_deny_the_same_thing_agree():
    text = "Lund said the mill was built without a permit. Tarsk said it had found no permit."
    first = quoted(
        "Lund said the mill was built without a permit", "Lund", "said", "the mill was built without a permit"
    )
    assert pairs(text, first, quoted(text, "Tarsk", "said", "it had found no permit")) == []


@pytest.mark.parametrize(
    ("stretches", "claimants"),
    [
        pytest.param(["Velmark says the dam is safe. That is a lie"], ["Velmark"], id="then denied"),
        pytest.param(["Velmark keeps saying the dam is safe, but it is just hot air"], ["Velmark"], id="but"),
        pytest.param(["Velmark says the dam is safe", "That is a lie"], ["Velmark"], id="in two stretches"),
        pytest.param(["My sister says the dam is tall"], [], id="nothing denied"),
    ],
)
def test_what_another_claims_is_told_to_be_denied(stretches, claimants):
    first, *more = stretches
    text = f"“{first},” Tarsk told us." + "".join(f" “{one}.”" for one in more)
    content = tuple((at := text.index(one), at + len(one)) for one in stretches)
    quote = replace(quoted(text, "Tarsk", "told us", first), kind="direct", content=content)
    assert [claimant for claimant, _, _ in pairs(text, quote)] == claimants


def test_what_is_told_according_to_somebody_is_not_what_they_are_called():
    text = "According to Lind, Corvane dumped waste in the Ister. Corvane denied it."
    quote = quoted(text, "Lind", "According to", "Corvane dumped waste in the Ister")
    assert [(one, other) for one, other, _ in pairs(text, quote)] == [("Lind", "Corvane")]


def test_all_spans_are_words_of_the_text():
    text = f"{CHARGE} Corvane denied the accusation."
    (found,) = disputed(text, ()).disputes
    assert [text[slice(*span)] for span in found.claim.spans] == ["Corvane of dumping waste in the Ister"]
    assert [text[slice(*span)] for span in found.answer.spans] == ["denied the accusation"]
    assert {text[slice(*signal.span)] for signal in found.signals} == {"denied", "Corvane"}


@pytest.mark.parametrize(
    ("sentence", "claimant", "accused"),
    [
        pytest.param("Velmark accused Corvane on Monday of theft.", "Velmark", ("Corvane",), id="accuse of"),
        pytest.param("Corvane was accused by Velmark of theft.", "Velmark", ("Corvane",), id="passive"),
        pytest.param("Velmark blamed Corvane for the fire.", "Velmark", ("Corvane",), id="blame for"),
        pytest.param("Velmark blamed the fire on Corvane.", "Velmark", ("Corvane",), id="blame on"),
        pytest.param("Velmark charged that the fire was set.", "Velmark", (), id="charge that"),
        pytest.param("Corvane rejected Lind's claim that it leaks.", "Lind", (), id="whose claim, behind a verb"),
        pytest.param("Corvane rubbished Lind's claim to know it.", "Lind", (), id="claim to"),
        pytest.param("Velmark holds Corvane responsible for the fire.", "Velmark", ("Corvane",), id="hold responsible"),
        pytest.param(
            "Allegations by an aide, Ana Lind, that it leaks were denied.", "Ana Lind", (), id="by, with a name"
        ),
        pytest.param("A suit filed by Velmark alleged that it leaks.", "Velmark", (), id="in a relative clause"),
        pytest.param("The charge that it leaks was made by Velmark.", "Velmark", (), id="made by"),
        pytest.param("The claim that it leaks first came from Velmark.", "Velmark", (), id="came from"),
        pytest.param("Velmark fined Corvane over claims of fraud.", "Velmark", ("Corvane",), id="over claims of"),
        pytest.param("Velmark left over what it calls fraud.", "Velmark", (), id="what it calls"),
        pytest.param("Velmark lambasted Corvane for dumping waste.", "Velmark", ("Corvane",), id="lambasted"),
        pytest.param("Velmark took Corvane to court over the smoke.", "Velmark", ("Corvane",), id="to court"),
        pytest.param("Corvane is being sued by Velmark over the smoke.", "Velmark", (), id="sued by"),
        pytest.param("Corvane is under fire from Velmark for dumping waste.", "Velmark", (), id="under fire from"),
        pytest.param("Velmark voiced the suspicion that it leaks.", "Velmark", (), id="voiced the suspicion"),
        pytest.param("Velmark has published evidence that it leaks.", "Velmark", (), id="published evidence"),
        pytest.param("The allegation, made by Velmark, is that it leaks.", "Velmark", (), id="made by, is that"),
        pytest.param("The charge that it leaks comes from Velmark.", "Velmark", (), id="comes from"),
    ],
)
def test_frames_of_accusation(sentence, claimant, accused):
    (claim,) = disputed(sentence, ()).claims
    assert (claim.claimants[0].name, claim.accused, claim.nature) == (claimant, accused, "fact")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Somebody was accused of theft.", id="no claimant"),
        pytest.param("It accused Corvane of theft.", id="nobody knows who it is"),
        pytest.param("You can't claim that it leaks.", id="a piece of a clause"),
        pytest.param("", id="nothing"),
    ],
)
def test_without_a_party_there_is_no_claim(sentence):
    assert disputed(sentence, ()).claims == ()


@pytest.mark.parametrize(
    ("had", "met"),
    [
        pytest.param("had blamed", 1, id="blamed before"),
        pytest.param("has blamed", 0, id="blamed since, by all that is told"),
    ],
)
def test_a_charge_that_had_been_brought_is_answered_by_what_stands_before_it(had, met):
    text = f"Corvane said the waste had come down from a farm. Velmark {had} Corvane for the waste.{LONG}"
    answer = quoted(text, "Corvane", "said", "the waste had come down from a farm")
    assert len([pair for pair in paired(text, [answer]) if pair.given.said.startswith("the waste")]) == met


def test_a_claim_ends_where_its_sentence_judges_it():
    text = "Lund's claim that it has leaked was put to Corvane. Velmark's claim that waste was dumped is false."
    assert [text[slice(*claim.spans[0])] for claim in disputed(text, ()).claims] == [
        "it has leaked",
        "waste was dumped",
    ]


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param("which it called an invention", id="called"),
        pytest.param("which the firm described as absurd", id="described"),
        pytest.param("something its founder says is untrue", id="something that is untrue"),
        pytest.param("a charge that he rebutted", id="a charge rebutted"),
    ],
)
def test_a_charge_ends_where_the_sentence_tells_how_it_was_answered(behind):
    text = f"Velmark accused Corvane of theft, {behind}."
    (claim,) = disputed(text, ()).claims
    assert text[slice(*claim.spans[0])] == "Corvane of theft"


@pytest.mark.parametrize(
    ("cue", "words", "claims"),
    [
        pytest.param("wondered aloud", "whether it leaks oil at night", 1, id="wondered whether"),
        pytest.param("asked", "why it leaks oil at night", 1, id="asked why"),
        pytest.param("asked", "whether it leaks oil at night", 0, id="asked whether"),
        pytest.param("swears", "that it leaks oil at night", 1, id="an oath is no promise"),
    ],
)
def test_what_is_supposed_in_a_question_is_claimed(cue, words, claims):
    text = f"Velmark {cue} {words}."
    stance = "promise" if cue == "swears" else "ask"
    assert len(disputed(text, (replace(quoted(text, "Velmark", cue, words), stance=stance),)).claims) == claims


@pytest.mark.parametrize(
    ("behind", "beside"),
    [
        pytest.param("The letter was a reply to Velmark. ", 1, id="a reply"),
        pytest.param("It wrote three hours after Velmark told the town. ", 1, id="hours after"),
        pytest.param("It had just been shown a film. ", 1, id="had been shown"),
        pytest.param("It wrote three hours after lunch. ", 0, id="after no statement"),
        pytest.param("The sun shone. ", 0, id="nothing tells so"),
    ],
)
def test_in_a_whole_article_an_answer_before_its_claim_is_announced(behind, beside):
    text = f"Corvane wrote that it had dumped no waste. {behind}Velmark said Corvane had dumped waste.{LONG}"
    both = (
        quoted(text, "Corvane", "wrote", "it had dumped no waste"),
        quoted(text, "Velmark", "said", "Corvane had dumped waste"),
    )
    met = [pair for pair in paired(text, both) if pair.given.start < pair.placed.start]
    assert len(met) == beside


@pytest.mark.parametrize(
    ("told", "turned"),
    [
        pytest.param("said", 1, id="where two speak, either may be the answer"),
        pytest.param("had said", 0, id="not what had been said before"),
    ],
)
def test_among_few_the_answer_may_be_told_first(told, turned):
    text = f"Velmark said waste had been dumped. Corvane {told} no waste had been dumped."
    both = (
        quoted(text, "Velmark", "said", "waste had been dumped"),
        quoted(text, "Corvane", "said", "no waste had been dumped"),
    )
    first = replace(both[0], content=((20, 41),), speakers=(Mention("Velmark", (0, 7), "organisation"),), cue=(8, 12))
    met = [pair for pair in paired(text, (first, both[1])) if pair.given.start > pair.placed.start]
    assert len(met) == turned


def test_two_who_contradict_each_other_are_one_dispute():
    text = "Velmark said Corvane had dumped waste. Corvane said Corvane had never dumped any waste."
    first = quoted(text[:38], "Velmark", "said", "Corvane had dumped waste")
    found = disputed(text, (first, quoted(text, "Corvane", "said", "Corvane had never dumped any waste"))).disputes
    assert [one.claim.claimants[0].name for one in found] == ["Velmark"]


@pytest.mark.parametrize(
    ("sentence", "claimant", "words"),
    [
        pytest.param("Corvane rejected as false a statement by the Union of Tarsk that waste was dumped.",
                     "the Union of Tarsk", "waste was dumped", id="a statement, by a name with of"),
        pytest.param("Corvane rejected a study by Velmark which found that waste was dumped.", "Velmark",
                     "waste was dumped", id="a study which found that"),
        pytest.param("Corvane denied a story in the Tarsk Post saying it dumped waste.", "the Tarsk Post",
                     "it dumped waste", id="a story saying"),
        pytest.param("Corvane denied a report. It was by Lind.", None, None, id="no claim without words"),
        pytest.param("Corvane rejected Velmark's assertion that water in two towns contained lead.", "Velmark",
                     "water in two towns contained lead", id="contained is what is claimed"),
        pytest.param("Corvane rejected Velmark's claim that the oil came from one of its ships.", "Velmark",
                     "the oil came from one of its ships", id="came from is what is claimed"),
    ],
)  # fmt: skip
def test_words_and_papers_that_somebody_denies_are_claims(sentence, claimant, words):
    claims = disputed(sentence, ()).claims
    assert [(one.claimants[0].name, sentence[slice(*one.spans[0])]) for one in claims] == (
        [(claimant, words)] if claimant else []
    )


@pytest.mark.parametrize(
    ("called", "met"),
    [
        pytest.param("Ana Lind, who leads the tenants' group", 0, id="their own group"),
        pytest.param("Ana Lind, who leads the owners' group", 1, id="another group"),
    ],
)
def test_who_leads_those_who_claim_does_not_answer_them(called, met):
    text = f"Tenants accused Corvane of shutting off the heat. It was freezing, said {called}."
    quote = quoted(text, called.split(",")[0], "said", "It was freezing", "person")
    assert len(list(paired(text, (quote,)))) == met


def test_a_paper_is_no_party_of_the_state_of_its_city():
    text = "Corvane of Chile denied a report by the newspaper Santiago Courier that it had leaked."
    [claim] = disputed(text, ()).claims
    assert "Chile" not in claim.parties


def test_what_was_itself_a_reply_is_not_answered_by_what_it_replied_to():
    text = "Corvane wrote that it had dumped no waste. The letter was its reply to Velmark. Velmark said fish had died."
    both = (
        quoted(text, "Corvane", "wrote", "it had dumped no waste"),
        quoted(text, "Velmark", "said", "fish had died"),
    )
    assert [pair.placed.said for pair in paired(text, both)] == ["fish had died"]


@pytest.mark.parametrize(
    ("claim", "answer", "met"),
    [
        pytest.param("Corvane had dumped waste", "I shouted, and I regret it. But I dumped nothing", 1, id="but"),
        pytest.param("Corvane had dumped waste", "I regret it, we apologise", 0, id="granted"),
        pytest.param("Corvane's barges came to dump waste", "the barges did sail to the mill", 0, id="it was done"),
        pytest.param("Corvane's barges had never sailed", "the barges did sail to the mill", 1, id="not left undone"),
    ],
)
def test_what_grants_a_claim_meets_none(claim, answer, met):
    text = f"Velmark said {claim}. Corvane said {answer}."
    both = (quoted(text, "Velmark", "said", claim), quoted(text, "Corvane", "said", answer))
    assert len([pair for pair in paired(text, both) if pair.given.said == answer]) == met


def test_a_body_and_its_spokesman_answer_once():
    text = (
        f"{CHARGE} Corvane rejected the accusation as false. No waste left the plant, its spokesman, Tom Borde, said."
    )
    [dispute] = disputed(text, (quoted(text, "Tom Borde", "said", "No waste left the plant", "person"),)).disputes
    assert len(dispute.answer.spans) == 2


def test_two_bodies_of_one_state_answer_each_for_itself():
    text = "Velmark accused Norway of dumping waste. Norway's army denied the accusation. Norway's navy denied it, too."
    both = ("Norway's army", "Norway's navy")
    assert [one.answer.disputers[0].name for one in disputed(text, ()).disputes] == list(both)


def test_boilerplate_says_nothing():
    text = f"{CHARGE} Corvane denied the accusation."
    assert disputed(text, (), [(0, len(text))]).claims == ()


def test_five_thousand_statements_meet_few_claims_each():
    text = " ".join(f"Velmark accused Corvane of dumping load {n}. Corvane denied it." for n in range(2500))
    found = disputed(text, ())
    assert len(found.claims) == 2500
    assert len(found.disputes) >= 2490
    assert all(re.fullmatch(r"denied it", text[slice(*one.answer.spans[0])]) for one in found.disputes)


@pytest.mark.parametrize(
    ("before", "claimants"),
    [
        pytest.param("Two firms were listed, over", [], id="no noun"),
        pytest.param("The ministry's", ["The ministry's"], id="one without a name"),
        pytest.param("Prosecutors'", ["Prosecutors'"], id="one without an article"),
    ],
)
def test_claims_are_told_of_those_who_are_named_before(before, claimants):
    text = f"{before} claims that oil had been handed over at sea were repeated."
    assert [claim.claimants[0].name for claim in disputed(text, ()).claims] == claimants


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        pytest.param("Corvane denied being tired, waved, and got into a car.", 0, id="what is told behind a denial"),
        pytest.param("A court rejected a suit on waste because the file was lost.", 0, id="a court decides"),
        pytest.param(
            "The customs service said it had not seized any parcels.", 0, id="an authority that nobody accused"
        ),
        pytest.param("Corvane said it could say nothing about waste.", 0, id="can say nothing"),
        pytest.param("Corvane said it had no relation whatever to the waste.", 1, id="no relation whatever"),
        pytest.param("Corvane called that a slur.", 1, id="a slur"),
    ],
)
def test_what_denies_and_what_only_looks_like_it(sentence, met):
    text = f"{CHARGE} {sentence}"
    who = re.match(r"A court|The customs service|Corvane", sentence)[0]
    cue = re.search(r"denied|rejected|said|called", sentence)[0]
    words = re.sub(r"^(?:it|that) ", "", sentence.split(f"{cue} ")[1].rstrip("."))
    quote = replace(quoted(text, who, cue, words), stance={"rejected": "reject", "denied": "deny"}.get(cue, "assert"))
    assert len(pairs(text, quote, least=SURE)) == met


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param("Velmark accused Corvane of theft, which Corvane denies.", True, id="which"),
        pytest.param("Velmark accused Corvane of theft, something Corvane denies.", True, id="something"),
        pytest.param("Velmark accused Corvane of theft. Corvane denies it.", False, id="a sentence of its own"),
    ],
)
def test_a_denial_is_joined_to_the_words_of_the_claim(text, joined):
    assert [pair.apposed for pair in paired(text, ())] == [joined]


@pytest.mark.parametrize(
    ("told", "joined"),
    [
        pytest.param("The Ister is full of waste, Velmark said, an account Corvane rejected.", True, id="an account"),
        pytest.param(
            "The Ister is full of waste, Velmark said. Corvane rejected the account.", False, id="the account"
        ),
    ],
)
def test_a_denial_is_joined_to_a_claim_behind_the_one_who_makes_it(told, joined):
    found = paired(told, [quoted(told, "Velmark", "said", "The Ister is full of waste")])
    assert [pair.apposed for pair in found] == [joined]


def test_who_denies_this_answers_who_spoke_last():
    text = "Velmark accused Corvane of theft. Lund said wages had fallen. Corvane denied this."
    found = paired(text, [quoted(text, "Lund", "said", "wages had fallen")])
    assert [pair.placed.claim.claimants[0].name for pair in found if pair.given.answer.narrated] == ["Lund"]


@pytest.mark.parametrize(
    ("answer", "denies"),
    [
        pytest.param("it had not", True, id="no more than that"),
        pytest.param("they won’t", True, id="a short form"),
        pytest.param("it had not slept", False, id="more than that"),
        pytest.param("it had", False, id="it had"),
    ],
)
def test_who_says_no_more_than_that_it_was_not_so_denies_what_was_said(answer, denies):
    text = f"Velmark said Corvane dumped waste in the Ister. Corvane said {answer}."
    first = quoted(text, "Velmark", "said", "Corvane dumped waste in the Ister")
    answers = [pair.given.answer for pair in paired(text, [first, quoted(text, "Corvane", "said", answer)])]
    assert any(signal.purpose == "denial of truth" for one in answers for signal in one.signals) == denies


@pytest.mark.parametrize(
    ("group", "met"),
    [
        pytest.param("Bakers at Corvane", 1, id="who works there"),
        pytest.param("Villagers downstream of Corvane", 1, id="who lives beside it"),
        pytest.param("Managers of Corvane", 0, id="who speaks for it"),
    ],
)
def test_who_works_or_lives_beside_a_body_does_not_answer_for_it(group, met):
    text = f"{group} complained that Sunday shifts are not paid. Corvane said it had always paid Sunday shifts."
    first = quoted(text, group, "complained", "Sunday shifts are not paid", "group")
    second = quoted(text, "Corvane", "said", "it had always paid Sunday shifts")
    assert len(pairs(text, first, second)) == met


@pytest.mark.parametrize(
    ("lead", "met"),
    [
        pytest.param("In Deuna, landlords", 0, id="those of another town"),
        pytest.param("In Rutla, landlords", 1, id="those of the same town"),
        pytest.param("The landlords", 1, id="no town"),
    ],
)
def test_people_in_another_place_speak_of_what_is_there(lead, met):
    text = f"Tenants in Rutla said rents had risen since May. {lead} said rents had not risen at all."
    first = quoted(text, "Tenants in Rutla", "said", "rents had risen since May", "group")
    second = quoted(text, "landlords", "said", "rents had not risen at all", "group")
    first = replace(first, cue=(text.index("said"), text.index("said") + 4))
    assert len([pair for pair in paired(text, (first, second)) if pair.placed.said.endswith("since May")]) == met


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        pytest.param("That simply isn't true", True, id="isn't"),
        pytest.param("That wasn’t the case", True, id="wasn't"),
        pytest.param("This had not occurred", True, id="had not occurred"),
        pytest.param("Nobody has put forward the slightest evidence for it", True, id="nobody has evidence"),
        pytest.param("Her claim does not bear examination", True, id="does not bear"),
        pytest.param("It was not right to leave her out", False, id="it judges what was done"),
        pytest.param("It was false economy", False, id="false economy"),
    ],
)
def test_words_that_plainly_deny(words, plain):
    text = f"{CHARGE} {words}, Corvane said."
    quote = quoted(text, "Corvane", "said", words)
    found = {pair.given.answer.oblique for pair in paired(text, [quote]) if pair.given.said == words}
    assert found == ({False} if plain else {True})


@pytest.mark.parametrize(
    ("answer", "met"),
    [
        pytest.param("it had answered every call within a day", 1, id="a body named right behind it"),
        pytest.param("his brother had answered every call", 0, id="a person"),
    ],
)
def test_whom_an_accusation_means_that_names_nobody(answer, met):
    speaker, kind = ("Corvane", "organisation") if met else ("Ana Lind", "person")
    text = f"Velmark accused their landlord of ignoring calls. {speaker} said {answer}."
    pairs_ = list(paired(text, (quoted(text, speaker, "said", answer, kind),)))
    assert [pair.tied.accused for pair in pairs_ if pair.given.said == answer] == [bool(met)] * len(pairs_)


@pytest.mark.parametrize(
    ("told", "accused"),
    [
        pytest.param("It was read by", True, id="nobody else is named"),
        pytest.param("Sudrian Radio carried remarks by", False, id="its own sentence names another"),
    ],
)
def test_whose_ministry_is_meant(told, accused):
    speaker, words = "a clerk at its foreign ministry", "nobody had dumped anything"
    text = f"{CHARGE} {told} {speaker} who said {words}."
    (pair,) = paired(text, (quoted(text, speaker, "said", words, "anonymous"),))
    assert pair.tied.accused == accused


def test_her_claim_is_nobodys_saying():
    words = "Her claim is a fairy tale"
    text = f"Ana Lind said the depot had burned. “{words},” Corvane said."
    found = disputed(text, (replace(quoted(text, "Corvane", "said", words), kind="direct"),))
    assert [claim.claimants[0].name for claim in found.claims] == ["Corvane"]


@pytest.mark.parametrize(
    ("between", "last", "alone"),
    [
        pytest.param("", True, True, id="nothing between"),
        pytest.param(" Lund said wages had fallen.", False, False, id="another claim between"),
    ],
)
def test_a_denial_in_a_short_text_is_told_by_what_is_claimed_before_it(between, last, alone):
    text = f"Velmark said the Ister is full of waste.{between} Corvane denied it."
    quotes = [quoted(text, "Velmark", "said the Ister", "the Ister is full of waste")]
    quotes += [quoted(text, "Lund", "said wages", "wages had fallen")] if between else []
    denials = (pair for pair in paired(text, quotes) if pair.given.answer.narrated)
    [seen] = [at_hand(pair) for pair in denials if "Ister" in pair.placed.said]
    assert (seen["of what is told last"], seen["nobody else has claimed"]) == (last, alone)


def test_in_a_whole_article_it_is_not_told_by_that():
    text = f"{LONG} Velmark said the Ister is full of waste. Corvane denied it."
    quotes = [quoted(text, "Velmark", "said the Ister", "the Ister is full of waste")]
    assert ["nobody else has claimed" in at_hand(pair) for pair in paired(text, quotes)] == [False]
