"""What holds for any text: no error, one answer a source, spans inside the text, names that are printed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from service.extraction.names import Source, resolve

_PIECES = st.sampled_from(
    [
        "Ann Roe",
        "Roe",
        "Mr. ",
        "Ms. Roe",
        " and ",
        ", ",
        "'s ",
        "’s",
        "he ",
        "who ",
        "I ",
        "it ",
        "they ",
        "the minister ",
        "The Trade Department ",
        "the department",
        "statement ",
        "(",
        ")",
        "“",
        "”",
        "\n",
        ". ",
        "US ",
        "al-",
        "van der ",
        "Jr.",
        "İ",
        "ß",
        "\u2028",
        "AnnRoe",
        "McRoe",
        "O’",
        "a report ",
        "of the ",
        "1,000 ",
        "-",
    ]
)
_TEXTS = st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=30).map("".join))
_SPANS = st.lists(st.tuples(st.integers(0, 140), st.integers(0, 140)).map(lambda pair: tuple(sorted(pair))), max_size=6)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, _SPANS)
def test_any_text_and_any_spans_get_an_answer_each(text, spans):
    sources = [Source(span, None, (spans[0],), True) for span in spans]
    answers = resolve(text, sources)
    assert len(answers) == len(sources)
    for answer in answers:
        assert (answer.attribution == "attributed") == bool(answer.speakers)
        assert 0.0 <= answer.confidence <= 1.0
        for mention in answer.speakers:
            start, end = mention.span or (0, 0)
            assert 0 <= start <= end <= len(text)
            assert mention.name


@given(_SPANS)
@settings(max_examples=30, deadline=None)
def test_answers_come_in_the_order_asked(spans):
    text = "Ann Roe met Bo Diaz. He said no. The minister left. " * 3
    asked = resolve(text, [Source(span) for span in spans])
    reversed_ = resolve(text, [Source(span) for span in reversed(spans)])
    states = [answer.attribution for answer in asked]
    assert states == [answer.attribution for answer in reversed(reversed_)] or len(set(spans)) < len(spans)


def test_hostile_texts_are_read_to_the_end():
    """Each of these took minutes when a lookup walked over everything named before."""
    parts = {
        "one surname": [f"A{'bcdefghij'[n % 9]}{n} Roe spoke. " for n in range(1000)],
        "pronouns": ["He said no. "] * 1000,
        "offices": ["Minister Ann Roe came. The minister said no. "] * 500,
        "capitals": ["Trade " * 5000],
        "joined": ["Ann Roe and the x and " * 400],
        "statements": ["The Trade Ministry's statement read. The statement said. "] * 500,
    }
    for pieces in parts.values():
        text = "".join(pieces)
        spans = [(at, min(at + 30, len(text))) for at in range(0, min(len(text), 20_000), 12)]
        assert len(resolve(text, [Source(span) for span in spans])) == len(spans)
