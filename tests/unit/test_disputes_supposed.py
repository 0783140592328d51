"""Statements whose speaker or whose verb of saying the reader does not find; all parties invented."""

from dataclasses import replace

import pytest

from service.disputes import disputed
from service.disputes.cues import cues
from service.disputes.sentences import sentences
from service.disputes.supposed import supposed
from service.disputes.told import told
from service.extraction.terms import WITHHELD
from service.records import Mention, Quote, Span

SUBJECT = "pronoun: subject of the sentence"


def marked(text: str) -> tuple[list[Span], list[int]]:
    """Its sentences and their cues."""
    spans = sentences(text)
    return spans, [cues(text, span) for span in spans]


def said(text: str, words: str, cue: str = "", kind: str = "indirect") -> Quote:
    """A quote whose speaker nobody found."""
    found: Span | None = (at := text.rindex(cue), at + len(cue)) if cue else None
    start = text.index(words)
    span = (start, start + len(words))
    return Quote((span,), (), found, (), None, kind, "assert", True, "unattributed", "", (), 0.0)


@pytest.mark.parametrize(
    ("text", "words", "cue", "kind", "speaker"),
    [
        pytest.param("Ana Lind laughed. “Lift any sheet.”", "Lift any sheet.", "", "direct", "Ana Lind", id="after-it"),
        pytest.param(
            "The builder, Ana Lind, laughed. “Lift any sheet.”", "Lift any sheet.", "", "direct", "Ana Lind",
            id="named-behind-the-builder",
        ),
        pytest.param(
            "They rang Tarsk. Tarsk wrote. The door held, it said.", "The door held", "said", "indirect", "Tarsk",
            id="it",
        ),
        pytest.param(
            "They rang Tarsk. Tarsk, the body responsible, responded that the door held.", "the door held",
            "responded", "indirect", "Tarsk", id="an-apposition-between",
        ),
        pytest.param("Ana Lind laughed.\n“Lift it.”", "Lift it.", "", "direct", None, id="another-paragraph"),
        pytest.param("It rained all day. “Lift it.”", "Lift it.", "", "direct", None, id="nobody-told-of"),
        pytest.param(
            "After the rain, the builder Ana Lind laughed. “Lift any sheet.”", "Lift any sheet.", "", "direct",
            "the builder Ana Lind", id="behind-an-adverbial",
        ),
        pytest.param(
            "Tarsk, who came late, sent a note. The door held, it said.", "The door held", "said", "indirect", "Tarsk",
            id="a-name-with-an-apposition",
        ),
        pytest.param(
            "They rang. Management wrote. The door held, it said.", "The door held", "said", "indirect", "Management",
            id="a-body-at-the-beginning",
        ),
        pytest.param(
            "It was Ana Lind, last on the list, who had told a board that the door held.", "the door held", "told",
            "indirect", "Ana Lind", id="who",
        ),
        pytest.param(
            "The watchdog Tarsk Count issued a thick report on Monday which says that the door held.", "the door held",
            "says", "indirect", "Tarsk Count", id="a-report-which",
        ),
        pytest.param(
            "They met the residents, who say that the door held.", "the door held", "say", "indirect", None,
            id="who-has-no-name",
        ),
        pytest.param(
            "The manager's version is another: “I lifted it.”", "I lifted it.", ":", "direct", "The manager",
            id="behind-a-version-and-a-colon",
        ),
        pytest.param(
            "The manager's hat was another: “I lifted it.”", "I lifted it.", ":", "direct", None,
            id="behind-any-colon",
        ),
        pytest.param(
            "They rang Ana Lind. The club's builder, Tom Borde, sat down. “Lift it,” he said.", "Lift it", "said",
            "direct", "Tom Borde", id="the-builder-of-the-club-by-name",
        ),
        pytest.param("However. “Lift any sheet.”", "Lift any sheet.", "", "direct", None, id="a-capital-of-its-place"),
        pytest.param("On Monday it rained. “Lift it.”", "Lift it.", "", "direct", None, id="a-day"),
        pytest.param(
            "“The door held,” cried father of four Ana Lind at the gate.", "The door held", "cried", "direct",
            "father of four Ana Lind", id="behind-the-verb",
        ),
        pytest.param("“The door held,” he told Ana Lind.", "The door held", "told", "direct", None, id="spoken-to"),
        pytest.param("The agency wrote. The door held, she said.", "The door held", "said", "indirect", None, id="she"),
        pytest.param("Rain. The door held, officials said.", "The door held", "said", "indirect", None, id="others"),
    ],
)  # fmt: skip
def test_who_is_told_of_before_is_supposed_to_speak(text, words, cue, kind, speaker):
    [quote] = supposed(text, sentences(text), [said(text, words, cue, kind)])
    assert (quote.speaker.name if quote.speaker else None) == speaker


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        pytest.param("Head teacher Ossel Pike sees it another way.", "Ossel Pike", id="another-leads"),
        pytest.param("Ana Lind went home.", "Ana Lind", id="the-same-leads"),
        pytest.param("The road agency sent a form.", "Ana Lind", id="no-body-is-she"),
        pytest.param("It rained.", "Ana Lind", id="nobody-leads"),
    ],
)
def test_a_pronoun_may_mean_who_leads_the_sentence_before_it(between, speaker):
    text = f"Ana Lind said that the roof leaked. {between} The roof was mended, she said."
    weak = replace(said(text, "The roof was mended", "said"), reason="pronoun: previous named source")
    weak = replace(weak, speakers=(Mention("Ana Lind", (0, 8), "person"),))
    [quote] = supposed(text, sentences(text), [weak])
    assert quote.speakers[0].name == speaker


def test_whom_a_speaker_tells_of_is_not_who_speaks_on():
    text = "Ana Lind said that the roof leaked. The suspect Tom Borde slept there. The roof was mended, she said."
    lind = (Mention("Ana Lind", (0, 8), "person"),)
    told = replace(said(text, "The suspect Tom Borde slept there", "said"), speakers=lind)
    weak = replace(said(text, "The roof was mended", "said"), reason="pronoun: previous named source", speakers=lind)
    assert supposed(text, sentences(text), [told, weak])[1].speakers == lind


def test_words_withheld_from_a_speaker_are_not_given_back():
    text = "Ana Lind laughed. “Lift Every Lid.”"  # the words on a hat: the reader was right in 32 of 81 such cases
    [quote] = supposed(text, sentences(text), [replace(said(text, "Lift Every Lid.", "", "direct"), reason=WITHHELD)])
    assert quote.speakers == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Ana Lind was firm: every name was checked.", [("Ana Lind", "every name was checked")], id="colon"
        ),
        pytest.param(
            "They rang Tarsk. Tarsk put the number at no more than 14.",
            [("Tarsk", "the number at no more than 14")],
            id="figure",
        ),
        pytest.param(
            "For the critic Ana Lind it was a dull night.", [("the critic Ana Lind", "it was a dull night")], id="view"
        ),
        pytest.param(
            "Tarsk's lawyer replied in one line: no pump was sold.",
            [("Tarsk's lawyer", "no pump was sold")],
            id="colon-behind-a-possessive",
        ),
        pytest.param(
            "Ana Lind has found that six keys are gone.", [("Ana Lind", "six keys are gone")], id="has-found-that"
        ),
        pytest.param(
            "Ana Lind dates the pump to the last war.", [("Ana Lind", "the pump to the last war")], id="dates-to"
        ),
        pytest.param(
            "The consumers' league links nine deaths to a milk powder.",
            [("The consumers' league", "nine deaths to a milk powder")],
            id="links-to",
        ),
        pytest.param(
            "Ana Lind had calculated from the bills that the pump stood idle.",
            [("Ana Lind", "the pump stood idle")],
            id="calculated-from-that",
        ),
        pytest.param(
            "Velmar's agency sent nobody. It has maintained since April that the pump was dry.",
            [("Velmar's agency", "the pump was dry")],
            id="it-means-who-leads-the-sentence-before",
        ),
        pytest.param(
            "Tarsk Steel put it down to a worn chain.", [("Tarsk Steel", "a worn chain")], id="put-it-down-to"
        ),
        pytest.param(
            "Ana Lind chalked the flood up to a clogged drain.", [("Ana Lind", "a clogged drain")], id="chalked-up"
        ),
        pytest.param(
            "Ana Lind put the flood down to the mill: a gate had been left open.",
            [("Ana Lind", "the mill: a gate had been left open")],
            id="put-down-to-with-what-it-did",
        ),
        pytest.param(
            "Ana Lind laughed. The pump had been sold, she went on.",
            [("Ana Lind", "The pump had been sold")],
            id="went-on",
        ),
        pytest.param("Ana Lind pinned it on the night shift.", [("Ana Lind", "the night shift")], id="pinned-it-on"),
        pytest.param(
            "Ana Lind told the court the pump was dry.", [("Ana Lind", "the pump was dry")], id="told-whom-without-that"
        ),
        pytest.param("Ana Lind hinted that the pump was dry.", [("Ana Lind", "the pump was dry")], id="hinted"),
        pytest.param("Ana Lind counters that the pump was dry.", [("Ana Lind", "the pump was dry")], id="counters"),
        pytest.param("Ana Lind blamed a dry summer.", [("Ana Lind", "a dry summer")], id="another-cause"),
        pytest.param("Ana Lind blamed Tarsk for a dry pump.", [], id="blamed-for-something"),
        pytest.param("Ana Lind blamed the flood on a dry pump.", [], id="somebody-blamed-on"),
        pytest.param("Ana Lind produced a breath test.", [("Ana Lind", "a breath test")], id="a-test-shown"),
        pytest.param(
            "Ana Lind has described how the pump ran dry.", [("Ana Lind", "the pump ran dry")], id="described-how"
        ),
        pytest.param(
            "Ana Lind sees the old pump behind the flood.",
            [("Ana Lind", "the old pump behind the flood")],
            id="sees-behind",
        ),
        pytest.param(
            "Ana Lind is furious that the pump was sold.", [("Ana Lind", "the pump was sold")], id="furious-that"
        ),
        pytest.param(
            "In Ana Lind's account, the pump was sold.", [("Ana Lind", "the pump was sold")], id="in-her-account"
        ),
        pytest.param(
            "If Ana Lind is to be believed, the pump was sold.", [("Ana Lind", "the pump was sold")], id="if-believed"
        ),
        pytest.param("Ana Lind told the driver to wait.", [], id="told-to"),
        pytest.param("In the old hall, the pump was sold.", [], id="a-place"),
        pytest.param("Ana Lind put the difference down to a lost form.", [], id="a-difference-of-one-s-own"),
        pytest.param(
            "Velmar's agency sent nobody. It holds for its part that the pump was dry.",
            [("Velmar's agency", "the pump was dry")],
            id="holds-for-its-part",
        ),
        pytest.param(
            "They wrote to the Pump Forum in Velmar, which counts nine dry wells.",
            [("the Pump Forum", "nine dry wells")],
            id="which-counts",
        ),
        pytest.param(
            "Ana Lind, who came alone, laid six bank receipts on the bench.",
            [("Ana Lind", "six bank receipts on the bench")],
            id="receipts-laid-on-a-bench",
        ),
        pytest.param(
            "Tarsk Steel published a screenshot of its warning.",
            [("Tarsk Steel", "a screenshot of its warning")],
            id="a-screenshot",
        ),
        pytest.param(
            "Tarsk Steel answered with the record of the gate.",
            [("Tarsk Steel", "the record of the gate")],
            id="answered-with-a-record",
        ),
        pytest.param("Ana Lind held up photographs of the dead.", [], id="portraits-of-the-dead"),
        pytest.param("Ana Lind bought three things: a pump and two keys.", [], id="a-list"),
        pytest.param("For the team the season is over.", [], id="no-person-s-view"),
        pytest.param("Tarsk put the pump in the cellar.", [], id="no-figure"),
    ],
)
def test_statements_without_a_verb_of_saying(text, found):
    statements = told(text, *marked(text), [])
    assert [(quote.speakers[0].name, text[slice(*quote.content[0])]) for quote in statements] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Rents rose and stayed high, the tenants' union calculates.",
            [("the tenants' union", "Rents rose and stayed high")],
            id="behind",
        ),
        pytest.param(
            "The pump was sold, Ana Lind told the council; nobody answered.",
            [("Ana Lind", "The pump was sold")],
            id="behind-and-going-on",
        ),
        pytest.param(
            "The pump was sold for a song, in the view of the critic Ana Lind.",
            [("the critic Ana Lind", "The pump was sold for a song")],
            id="in-the-view-of",
        ),
        pytest.param(
            "They met Ana Lind of the union, in whose view the pump was sold.",
            [("Ana Lind", "the pump was sold")],
            id="in-whose-view",
        ),
        pytest.param(
            "They read the weekly Tarsk Post, according to which the pump was sold.",
            [("Tarsk Post", "the pump was sold")],
            id="according-to-which",
        ),
        pytest.param(
            "The pump was sold for a song, claims the critic Ana Lind in a letter.",
            [("the critic Ana Lind", "The pump was sold for a song")],
            id="the-verb-before-its-teller",
        ),
        pytest.param(
            "The mayor sold the pump for cash, a protected witness testified in court.",
            [("a protected witness", "The mayor sold the pump for cash")],
            id="a-noun-alone",
        ),
        pytest.param(
            "Rockets struck the field at night, an armed group calling itself the Friends said on Friday.",
            [("an armed group calling itself the Friends", "Rockets struck the field at night")],
            id="with-what-it-calls-itself",
        ),
        pytest.param(
            "Nothing is missing from the cellar, Ana Lind assured the guests.",
            [("Ana Lind", "Nothing is missing from the cellar")],
            id="nothing-is-no-adverbial",
        ),
        pytest.param("In the long wet winter of the flood, Ana Lind said the pump ran.", [], id="an-adverbial"),
        pytest.param("A house by the long wet river, Ana Lind said, is dear.", [], id="no-verb-before"),
        pytest.param("The pump was sold, and Ana Lind said so.", [], id="a-clause-of-its-own"),
    ],
)
def test_statements_before_their_tellers(text, found):
    statements = told(text, *marked(text), [])
    assert [(quote.speakers[0].name, text[slice(*quote.content[0])]) for quote in statements] == found


def test_what_the_reader_took_is_not_told_twice():
    text = "Ana Lind was firm: every name was checked."
    [taken] = told(text, *marked(text), [])
    assert told(text, *marked(text), [taken]) == []


def test_a_pronoun_means_who_speaks_in_the_sentence_before():
    text = "Tarsk said the pump was old. On the keys it was blunt: every one was there."
    [statement] = told(text, *marked(text), [spoken(text, "Tarsk", "said", "the pump was old")])
    assert (statement.speakers[0].name, text[slice(*statement.content[0])]) == ("Tarsk", "every one was there")


def test_what_the_reader_gave_to_nobody_is_told_by_its_teller():
    text = "Ana Lind was firm: every name was checked."
    [statement] = told(text, *marked(text), [said(text, "every name", "firm")])
    assert statement.speakers[0].name == "Ana Lind"


def test_what_the_reader_withheld_is_not_told_again():
    text = "Ana Lind was firm: every name was checked."
    assert told(text, *marked(text), [replace(said(text, "every name", "firm"), reason=WITHHELD)]) == []


def test_an_answer_behind_a_colon_disputes():
    text = "Velmark accused Corvane of forging every name. Corvane was firm: the accusation was false."
    assert [one.answer.disputers[0].name for one in disputed(text, ()).disputes] == ["Corvane"]


def test_the_accused_are_not_said_to_answer_an_unnamed_voice_beside_who_accused_them():
    fillers = [("Ana Lind", "the talks must go on"), ("Borde", "trade had doubled"), ("Cal Roe", "tariffs help nobody")]
    fillers += [("Dora Pell", "winter came early"), ("Estar", "its harvest was good")]
    told = "Velmark accused Corvane of altering a panel's report on sanctions."
    told += "".join(f" {who} said {what}." for who, what in fillers)
    told += " A diplomat said the report lost some paragraphs."
    words = "the report on sanctions had relied too heavily on intelligence from Velmark"
    text = f"{told} Corvane argued {words}."
    everybody = [*fillers, ("A diplomat", "the report lost some paragraphs")]
    quotes = [spoken(text, who, "said", what) for who, what in everybody] + [spoken(text, "Corvane", "argued", words)]
    assert "A diplomat" not in [one.claim.claimants[0].name for one in disputed(text, quotes).disputes]


def spoken(text: str, who: str, cue: str, what: str) -> Quote:
    """The quote of somebody whose name stands before the cue and the words."""
    start = text.index(f"{who} {cue} {what}")
    at = start + len(who) + 1
    span = (start + len(who) + len(cue) + 2, start + len(who) + len(cue) + 2 + len(what))
    mention = Mention(who, (start, start + len(who)), "person" if " " in who else "organisation")
    return Quote(
        (span,), (), (at, at + len(cue)), (mention,), None, "indirect", "assert", True, "attributed", "", (), 0.95
    )


def test_nobody_who_is_told_of_in_some_words_says_them():
    text = "Tarsk Steel sent a page at noon. The plan is for 40 people to leave, it says."
    pronoun = (at := text.rindex("it"), at + len("it"))
    plan = Mention("The plan", pronoun, "document")
    quote = replace(said(text, "The plan is for 40 people to leave", "says"), speakers=(plan,), reason=SUBJECT)
    [found] = supposed(text, sentences(text), [quote])
    assert [one.name for one in found.speakers] == ["Tarsk Steel"]


def test_she_is_who_spoke_before_where_a_man_leads():
    text = "Peter Lind threw a cup, Ana Voss said. She went on to say that the door held."
    before, at = said(text, "Peter Lind threw a cup", "said"), text.index("Ana Voss")
    before = replace(before, speakers=(Mention("Ana Voss", (at, at + len("Ana Voss")), "person"),))
    found = supposed(text, sentences(text), [before, said(text, "the door held", "went on to say")])
    assert [one.name for one in found[1].speakers] == ["Ana Voss"]
