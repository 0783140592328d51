"""What the network found, set right by the marks: contents snap to quotations, and each finds its source."""

import pytest

from service.extraction.attribution import attribute
from service.extraction.marks import Quotation, paragraphs, quotations
from service.extraction.naming import quotes
from service.extraction.sharing import Attribution
from service.extraction.tagger import Tagged


def tagged(text, *found):
    """Spans by their words; a source or content names its cue by position in `found`."""
    spans = []
    for role, words, cue in found:
        start = text.index(words)
        spans.append(Tagged(role, (start, start + len(words)), start, start + len(words), 0.9, cue, 0.9))
    return spans


def read(text, *found):
    attributions = attribute(text, quotations(text), tagged(text, *found), paragraphs(text))
    return [([text[s:e] for s, e in one.content], [text[s:e] for s, e in one.sources], one.how) for one in attributions]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        pytest.param(
            "“We won. It was late,” said Ama Boateng.",
            [("content", "We won.", 1), ("cue", "said", None), ("source", "Ama Boateng", 1)],
            [(["We won. It was late"], ["Ama Boateng"], "linked")],
            id="a content that stops short is drawn out to its closing mark, the comma left outside",
        ),
        pytest.param(
            "“We won. It was late,” said Ama Boateng.",
            [("content", "We won", 2), ("content", "was late,", 2), ("cue", "said", None), ("source", "Ama", 2)],
            [(["We won. It was late"], ["Ama"], "linked")],
            id="a quotation that was cut in two is one content",
        ),
        pytest.param(
            "“It won't work. We said no,” Ama Boateng said.",
            [("source", "It", 1), ("cue", "said no", None), ("content", "work", 3), ("cue", "said.", None),
             ("source", "Ama Boateng", 3)],
            [(["It won't work. We said no"], ["Ama Boateng"], "linked")],
            id="a source inside the marks is the speaker's own word",
        ),
        pytest.param(
            "When Per Lind called it “a quiet town,” the crowd laughed loudly.",
            [("source", "Per Lind", 1), ("cue", "called", None), ("source", "the crowd", 3),
             ("cue", "laughed loudly", None), ("content", "a quiet town", 3)],
            [(["a quiet town"], ["Per Lind"], "linked")],
            id="a fragment that goes on a clause is of its cue, not of what is done behind it",
        ),
        pytest.param(
            "After a fight over “quiet towns,” the mayor now targets Lima.",
            [("source", "the mayor", 1), ("cue", "now targets", None), ("content", "quiet towns", 1)],
            [],
            id="a fragment that goes on a clause in which nobody says anything is nobody's",
        ),
        pytest.param(
            "Per Lind said it was “a quiet town,” the mayor recalled.",
            [("source", "the mayor", 1), ("cue", "recalled", None), ("content", "Per Lind said it was “a", 1)],
            [(["Per Lind said it was “a quiet town"], ["the mayor"], "linked")],
            id="a verb of saying behind it may own what is before it",
        ),
        pytest.param(
            "It was “a quiet town,” the mayor grinned.",
            [("source", "the mayor", 1), ("cue", "grinned", None), ("content", "It was “a quiet town", 1)],
            [(["It was “a quiet town"], ["the mayor"], "linked")],
            id="what nobody else said is of the one who grinned",
        ),
        pytest.param(
            "“Which town, nobody said,” the admiral chuckled.",
            [("content", "Which town, nobody said,", 2), ("source", "the admiral", 2), ("cue", "chuckled", None)],
            [(["Which town, nobody said"], ["the admiral"], "linked")],
            id="what opens a sentence goes on none",
        ),
        pytest.param(
            "Ama Boateng cried “Do zobaczenia!,” Polish for “until we meet”.",
            [("source", "Ama Boateng", 1), ("cue", "cried", None), ("content", "Do zobaczenia!,", 1),
             ("content", "until we meet", 1)],
            [(["Do zobaczenia!"], ["Ama Boateng"], "linked")],
            id="a translation was not said",
        ),
        pytest.param(
            "Ama Boateng said that the bridge is a ruin”.",
            [("source", "Ama Boateng", 1), ("cue", "said", None), ("content", "that the bridge is a ruin”", 1)],
            [(["the bridge is a ruin"], ["Ama Boateng"], "linked")],
            id="a mark that belongs to no quotation is no word",
        ),
        pytest.param(
            "Ama Boateng said that the bridge is “a ruin”.",
            [("source", "Ama Boateng", 1), ("cue", "said", None), ("content", "that the bridge is “a ruin”", 1)],
            [(["the bridge is “a ruin”"], ["Ama Boateng"], "linked")],
            id="a leading that is no content",
        ),
        pytest.param(
            "“No,” Ama Boateng said, adding that “never” is long.",
            [("content", "No,", 2), ("source", "Ama Boateng", 2), ("cue", "said", None), ("cue", "adding", None),
             ("content", "that “never” is long", 3)],
            [(["No"], ["Ama Boateng"], "linked"), (["“never” is long"], ["Ama Boateng"], "shared")],
            id="a second cue shares the source of its sentence",
        ),
        pytest.param(
            "“No,” said Ama Boateng. “We never agreed to that.”",
            [("content", "No,", 1), ("cue", "said", None), ("source", "Ama Boateng", 1)],
            [(["No"], ["Ama Boateng"], "linked"), (["We never agreed to that."], [], "adjacent")],
            id="a sentence in marks without a cue goes on with the one before",
        ),
        pytest.param(
            "“No,” said Per Lind.\n\nAma Boateng shook her head. “We were told that before.”",
            [("content", "No,", 1), ("cue", "said", None), ("source", "Per Lind", 1)],
            [(["No"], ["Per Lind"], "linked"), (["We were told that before."], ["Ama Boateng"], "shown")],
            id="who is shown in the sentence before speaks",
        ),
        pytest.param(
            "“No,” said Per Lind.\n\nAma Boateng shook her head. “We were told that before.”",
            [("content", "No,", 1), ("cue", "said", None), ("source", "Per Lind", 1), ("content", "We were told", 1)],
            [(["No"], ["Per Lind"], "linked"), (["We were told that before."], ["Ama Boateng"], "shown")],
            id="the network's tie to a cue of another paragraph does not stand against that",
        ),
        pytest.param(
            "“No,” Per Boateng said. Ama Boateng shook her head. “He was told that before.”",
            [("content", "No,", 2), ("source", "Per Boateng", 2), ("cue", "said", None), ("content", "He was", 2)],
            [(["No"], ["Per Boateng"], "linked"), (["He was told that before."], ["Ama Boateng"], "shown")],
            id="nor does its tie to a cue before somebody else is shown",
        ),
        pytest.param(
            "“No,” said Per Lind. Her lawyer, Iker Sá, nodded. “We were told that before.”",
            [("content", "No,", 1), ("cue", "said", None), ("source", "Per Lind", 1), ("content", "We were told", 1)],
            [(["No"], ["Per Lind"], "linked"), (["We were told that before."], ["Iker Sá"], "shown")],
            id="who is shown is named behind whose lawyer it is",
        ),
        pytest.param(
            "“No,” said Adm. Per Lind, who left. Lind nodded. “We were told that before.”",
            [("content", "No,", 1), ("cue", "said", None), ("source", "Adm. Per Lind", 1), ("content", "We were", 1)],
            [(["No", "We were told that before."], ["Adm. Per Lind"], "linked")],
            id="the source itself, shown again, is nobody else",
        ),
        pytest.param(
            "“You call that a bridge?” snorted Ifeanyi Okonjo, a boatman.",
            [("content", "You call that a bridge?", None)],
            [(["You call that a bridge?"], ["Ifeanyi Okonjo"], "linked")],
            id="who is named behind a verb that the network passes over",
        ),
        pytest.param(
            "“Not on my watch,” growled the mine's manager, Desh Sá, and left.",
            [("content", "Not on my watch,", 1), ("cue", "growled", None)],
            [(["Not on my watch"], ["the mine's manager, Desh Sá"], "shared")],
            id="a name between commas goes with the office before it",
        ),
        pytest.param(
            "Ama Boateng taught for years. She knew every roof.\n“We were told that before.”",
            [],
            [(["We were told that before."], ["She"], "shown")],
            id="who alone is shown in the paragraph above speaks",
        ),
        pytest.param(
            "Per Lind called Ama Boateng. She knew every roof.\n“We were told that before.”",
            [],
            [(["We were told that before."], [], "loose")],
            id="two people in the paragraph above",
        ),
        pytest.param(
            "Ama Boateng left. The keeper shrugged. “We were told that before.”",
            [],
            [(["We were told that before."], ["The keeper"], "shown")],
            id="an office that is shown in the sentence before",
        ),
        pytest.param(
            "LIMA: The roof leaks, the keeper said.",
            [("cue", ":", None), ("content", "The roof leaks", 0), ("cue", "said", None), ("source", "the keeper", 2)],
            [(["The roof leaks"], ["the keeper"], "linked")],
            id="the colon of a dateline is no cue",
        ),
        pytest.param(
            "The port says nobody is reported missing.",
            [("source", "nobody", 1), ("cue", "is reported", None), ("content", "missing", 1)],
            [],
            id="what nobody says is not said",
        ),
        pytest.param(
            "The roof leaked. On Tuesday it rained.\n“We were told that before.”",
            [],
            [(["We were told that before."], [], "loose")],
            id="a day is nobody",
        ),
        pytest.param(
            "Ama Boateng sang “A Night in the Old Town” and said it was new.",
            [("source", "Ama Boateng", 2), ("content", "A Night in the Old Town", 2), ("cue", "said", None),
             ("content", "it was new", 2)],
            [(["it was new"], ["Ama Boateng"], "linked")],
            id="a title that the network took for said",
        ),
        pytest.param(
            "“Never,” snapped Per Lind. “Yes,” said Ama Boateng.",
            [("cue", "snapped", None), ("source", "Per Lind", 0), ("content", "Never,", 4), ("content", "Yes,", 4),
             ("cue", "said", None), ("source", "Ama Boateng", 4)],
            [(["Never"], ["Per Lind"], "linked"), (["Yes"], ["Ama Boateng"], "linked")],
            id="a quotation with its own cue behind it is nobody else's",
        ),
        pytest.param(
            "Ama Boateng said “never,” adding “not even then,” and left.",
            [("source", "Ama Boateng", 1), ("cue", "said", None), ("content", "never,", 1), ("cue", "adding", None),
             ("content", "not even then,", 3)],
            [(["never"], ["Ama Boateng"], "linked"), (["not even then"], ["Ama Boateng"], "shared")],
            id="a cue behind it without a source is of what comes next",
        ),
        pytest.param(
            "That board, Ama Boateng said, runs the port.",
            [("content", "That board", 2), ("source", "Ama Boateng", 2), ("cue", "said", None),
             ("content", "runs the port", 2)],
            [(["That board", "runs the port"], ["Ama Boateng"], "linked")],
            id="That with a capital is a determiner",
        ),
        pytest.param(
            "Per Lind scorned the mayor's claim that the river is clean.",
            [("source", "Per Lind", 1), ("cue", "scorned", None), ("cue", "claim", None),
             ("content", "that the river is clean", 2)],
            [(["the river is clean"], ["the mayor"], "shared")],
            id="a claim is of its owner",
        ),
        pytest.param(
            "“No dogs, no goats,” reads a notice in the hall.",
            [("content", "No dogs, no goats,", 1), ("cue", "reads", None)],
            [(["No dogs, no goats"], ["a notice"], "shared")],
            id="who stands behind the cue of a quotation",
        ),
        pytest.param(
            "Vostok Press quoted the harbour chief as saying that ships may pass.",
            [("source", "Vostok Press", 1), ("cue", "quoted", None), ("content", "the harbour chief as saying", 1),
             ("content", "that ships may pass", 1)],
            [(["ships may pass"], ["the harbour chief"], "linked")],
            id="an agency quotes a speaker",
        ),
        pytest.param(
            "Per Lind said no. “Shame!” came a shout from the back.",
            [("source", "Per Lind", 1), ("cue", "said", None), ("content", "no", 1), ("content", "Shame!", 1)],
            [(["no"], ["Per Lind"], "linked"), (["Shame!"], [], "loose")],
            id="a shout is not of who spoke before",
        ),
        pytest.param(
            "Forty were reported missing.",
            [("source", "Forty", 1), ("cue", "were reported", None), ("content", "missing", 1)],
            [(["missing"], [], "linked")],
            id="who is reported missing reports nothing",
        ),
        pytest.param(
            "“Who did it then?” I asked.\n\n“Smell the pipe there.”",
            [("content", "Who did it then?", 2), ("source", "I", 2), ("cue", "asked", None),
             ("content", "Smell the pipe there.", 2)],
            [(["Who did it then?"], ["I"], "linked"), (["Smell the pipe there."], [], "answer")],
            id="what follows the question of the reporter is no word of theirs",
        ),
        pytest.param(
            "“I walked for eleven hours.”\n\nSo says Ama Boateng, a tailor.",
            [],
            [(["I walked for eleven hours."], ["Ama Boateng"], "introduced")],
            id="the paragraph below says whose words these were",
        ),
        pytest.param(
            "“I walked for eleven hours.”\n\nAma Boateng is a tailor.",
            [],
            [(["I walked for eleven hours."], [], "loose")],
            id="somebody named below is not so far the speaker",
        ),
        pytest.param(
            "“We came at dawn.\n\n“We left at dusk.”\n\nThe road is long.\n\n“I saw them,” Per Lind said.",
            [("content", "We came at dawn.", 3), ("content", "We left at dusk.", 3), ("content", "I saw them,", 3),
             ("cue", "said", None), ("source", "Per Lind", 3)],
            [(["We came at dawn.", "We left at dusk."], [], "loose"), (["I saw them"], ["Per Lind"], "linked")],
            id="one quotation over paragraphs stays one, and is of no cue far below",
        ),
        pytest.param(
            "The oven that everybody calls “the Lung” was lit.",
            [("source", "everybody", 1), ("cue", "calls", None), ("content", "“the Lung”", 1)],
            [],
            id="a nickname",
        ),
        pytest.param(
            "The word “amateur” was painted out.",
            [("content", "The word “amateur”", 1), ("cue", "was painted", None)],
            [],
            id="a word that nobody says",
        ),
        pytest.param(
            "The band sang “A Night in the Old Town” twice.",
            [],
            [],
            id="a title is no statement",
        ),
        pytest.param(
            "He wrote “Backfire: Two Lives and a Harbour in the City of Oslo.” It sold well.",
            [],
            [],
            id="a title with a subtitle is longer",
        ),
        pytest.param(
            "Ama Boateng called it “Yuge!: 30 Years of the Port,” and left.",
            [("source", "Ama Boateng", 1), ("cue", "called", None), ("content", "“Yuge!: 30 Years of the Port,”", 1)],
            [],
            id="a title with a mark and a number",
        ),
        pytest.param(
            "Per Lind defended Boateng’s “lazy harbour” line by saying it was meant well.",
            [("source", "Per Lind", 1), ("cue", "defended", None), ("content", "“lazy harbour”", 1)],
            [(["lazy harbour"], ["Boateng"], "linked")],
            id="what somebody defends is its owner's",
        ),
        pytest.param(
            "The neighbours want it shut, but the company that owns it plans a new one.",
            [
                ("source", "The neighbours", 1),
                ("cue", "want", None),
                ("content", "it shut", 1),
                ("cue", "plans", None),
                ("content", "a new one", 3),
            ],
            [(["it shut"], ["The neighbours"], "linked"), (["a new one"], ["the company that owns it"], "shared")],
            id="a clause behind but has a subject of its own",
        ),
        pytest.param(
            "Okoro was denounced by Per Lind; the day before he had praised the plan.",
            [("source", "Per Lind", 1), ("cue", "denounced", None), ("content", "Okoro", 1), ("cue", "praised", None),
             ("content", "the plan", 3)],
            [(["Okoro"], ["Per Lind"], "linked"), (["the plan"], [], "linked")],
            id="who denounced somebody did not do what that one did besides",
        ),
        pytest.param(
            "It rained, said its head, Ama Boateng.",
            [
                ("content", "It rained", 1),
                ("cue", "said", None),
                ("source", "its head,", 1),
                ("source", "Ama Boateng.", 1),
            ],
            [(["It rained"], ["its head, Ama Boateng."], "linked")],
            id="a name that is taken for a source of its own goes with the description before it",
        ),
        pytest.param(
            "He moved into a “rather smaller sort of house” in May.",
            [],
            [],
            id="a scare quote inside a sentence is no statement",
        ),
    ],
)  # fmt: skip
def test_attributions(text, found, expected):
    assert read(text, *found) == expected


def test_whole_paragraph_inside_marks_keeps_what_is_told_in_it():
    """A stray pair of marks around a paragraph: nobody outside claims it, so the inner attribution stands."""
    text = '"The agency printed a note by a clerk who said that the ship does not exist."'
    found = [("source", "a clerk", 1), ("cue", "said", None), ("content", "that the ship does not exist", 1)]
    assert read(text, *found) == [(["the ship does not exist"], ["a clerk"], "linked")]


def test_a_sentence_in_marks_after_two_speakers_may_be_of_either():
    text = "The port agreed, Per Lind said, and the union did not, said Ama Boateng. “We will strike on Monday.”"
    found = [
        ("content", "The port agreed", 2), ("source", "Per Lind", 2), ("cue", "said,", None),
        ("content", "the union did not", 4), ("cue", "said A", None), ("source", "Ama Boateng", 4),
    ]  # fmt: skip
    last = attribute(text, quotations(text), tagged(text, *found), paragraphs(text))[-1]
    assert (last.sources, last.follows, len(last.rivals)) == ([], None, 2)


def test_the_paragraphs_of_a_quotation_left_open_are_of_one_speaker():
    """Its speaker is named behind the last paragraph, or is shown above the first."""
    words = "“We had a mill of clay.\n\n“It stood for years.\n\n“Then it rained,”"
    said = read(f"{words} said Ama Boateng.", ("content", "Then it rained", 1), ("cue", "said", None),
                ("source", "Ama Boateng", 1))  # fmt: skip
    assert said == [(["We had a mill of clay.", "It stood for years.", "Then it rained"], ["Ama Boateng"], "linked")]
    shown = read("Boateng shrugged.\n\n“We had a mill of clay.\n\n“It stood for many years.”")
    assert shown == [(["We had a mill of clay.", "It stood for many years."], ["Boateng"], "shown")]


def test_a_source_in_the_paragraph_below_is_of_its_own_words():
    text = "The note read: “Silver is put away, so sleep well.”\n\nLind, his lawyer, smiled at that."
    found = [
        ("cue", "read:", None),
        ("content", "Silver is put away, so sleep well.", 0),
        ("source", "Lind, his lawyer", 0),
    ]
    assert read(text, *found) == [(["Silver is put away, so sleep well."], [], "linked")]


def test_paragraphs_that_are_closed_are_quotations_of_their_own():
    text = "Boateng shrugged.\n\n“We had a mill of clay.”\n\n“It stood for many years.”"
    assert [content for content, _, _ in read(text)] == [["We had a mill of clay."], ["It stood for many years."]]


@pytest.mark.parametrize(
    ("sources", "attribution"),
    [
        pytest.param(["Per Lind", "Ama Boateng"], "ambiguous", id="either of two"),
        pytest.param([], "unattributed", id="rivals that are unknown themselves are no candidates"),
    ],
)
def test_words_of_rivals_are_ambiguous_only_if_one_of_them_is_known(sources, attribution):
    text = "“It may rain,” said Per Lind. “It will,” said Ama Boateng. “We will all be wet.”"
    rivals = [Attribution([(1, 13)]), Attribution([(31, 38)])]
    for rival, name in zip(rivals, sources, strict=False):
        rival.sources.append((text.index(name), text.index(name) + len(name)))
    *_, last = quotes(text, [*rivals, Attribution([(60, 79)], how="loose", rivals=rivals)], quotations(text))
    assert (last.attribution, last.candidates) == (attribution, tuple(sources))


def test_a_quotation_in_the_next_paragraph_is_not_given_to_a_reported_clause_before():
    text = "The rail board said that fares will rise.\n\n“Nobody can run trains on promises alone.”"
    found = [
        ("source", "The rail board", 1), ("cue", "said", None), ("content", "that fares will rise", 1),
        ("content", "Nobody can run trains on promises alone.", 1),
    ]  # fmt: skip
    _, alone = attribute(text, quotations(text), tagged(text, *found), paragraphs(text))
    assert (alone.how, alone.sources, len(alone.rivals)) == ("loose", [], 1)


def test_turns_of_a_transcript():
    text = "OKORO: Will it rain tomorrow?\n\nLIND: Nobody can say that.\n\nOKORO: Then take a coat.\n\nThe end."
    assert [(source, words) for words, source, _ in read(text)] == [
        (["OKORO"], ["Will it rain tomorrow?"]),
        (["LIND"], ["Nobody can say that."]),
        (["OKORO"], ["Then take a coat."]),
    ]


def test_a_quotation_in_an_answer_stands_beside_it():
    text = 'OR: It was. The planner said, "Heat the street first."\n\nJL: And then?\n\nOR: Then he laughed.'
    found = [("source", "The planner", 1), ("cue", "said", None), ("content", '"Heat the street first."', 1)]
    assert (["Heat the street first."], ["The planner"], "linked") in read(text, *found)
    assert (['It was. The planner said, "Heat the street first."'], ["OR"], "layout") in read(text, *found)


def test_headings_are_no_transcript():
    assert read("UPDATE: More rain.\n\nWEATHER: Wind from the west.\n\nSPORT: The final is off.") == []


def test_signature_after_a_quotation():
    text = "“I have never seen so much water here.” ― Ama Boateng\n\n“Nor have I, in forty years.” — Per Lind"
    assert [(words, source) for words, source, _ in read(text)] == [
        (["I have never seen so much water here."], ["Ama Boateng"]),
        (["Nor have I, in forty years."], ["Per Lind"]),
    ]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        pytest.param("“We won,” she said.", "We won", ["We won"], id="what stands in marks"),
        pytest.param("We won, “ \" and told Ann.", "We won, “ ", [], id="white space between two marks is no word"),
        pytest.param(
            "“They say ‘no, and no’ to it,” she said.",
            "They say ‘no, and no’ to it",
            ["They say ‘no, and no’ to it"],
            id="what stands in two pairs of marks counts once",
        ),
    ],
)  # fmt: skip
def test_own_words_are_those_in_marks(text, content, expected):
    start = text.index(content)
    one = Attribution([(start, start + len(content))], how="linked")
    assert [[text[s:e] for s, e in quote.quoted] for quote in quotes(text, [one], quotations(text))] == [expected]


def test_own_words_within_two_marks_that_cross_count_once():
    """A tag may end a quotation behind the mark that opens the next."""
    text = "“It is wet “, the agent added.” He left."
    first, second = Quotation(1, 13, 0, 13, True, False), Quotation(12, 30, 11, 31, True, False)
    one = Attribution([(1, 23)], how="linked")
    assert [quote.quoted for quote in quotes(text, [one], [first, second])] == [((1, 23),)]
