"""Word pieces: offsets into the text as received, features of marks, and windows that cover every piece once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.extraction.encoding import CONTEXT, WINDOW, _plain, encode, load_tokenizer, windows, without
from service.extraction.marks import quotations
from service.extraction.reader import SHIPPED


@pytest.fixture(scope="module")
def tokenizer():
    return load_tokenizer(SHIPPED / "tokenizer.json")


def pieces_of(tokenizer, text):
    return encode(tokenizer, text, quotations(text))


def test_offsets_point_into_the_received_text(tokenizer):
    text = "“Está claro,” said Zoë.\r\n\r\nÅsa\u00ad agreed 👍🏽 ''twice''."
    pieces = pieces_of(tokenizer, text)
    words = [text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)]
    assert words[0] == "“"
    assert "Zoë"[:2] in "".join(words)
    assert all(s < e for s, e in zip(pieces.starts, pieces.ends, strict=True))


def test_straight_and_curly_marks_read_the_same(tokenizer):
    curly, straight = (pieces_of(tokenizer, text) for text in ("“No,” said Al.", '"No," said Al.'))
    assert np.array_equal(curly.ids, straight.ids)
    assert np.array_equal(curly.features, straight.features)


@given(
    st.text(
        st.sampled_from("abZ .,'\"’‘”„—…[]\u00a0\u00ad\u0301\u200b\té1½中`´") | st.characters(codec="utf-8"),
        max_size=40,
    )
)
def test_a_word_is_read_alike_alone_and_in_its_line(tokenizer, line):
    text = "".join(line.split())
    whole = tokenizer.encode(_plain(f"So {text} [SEP], so"), add_special_tokens=False)
    pieces = pieces_of(tokenizer, f"So {text} [SEP], so")
    assert pieces.ids.tolist() == whole.ids
    assert list(zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)) == whole.offsets


def test_what_is_skipped_leaves_no_piece(tokenizer):
    text = "The clerk AnnaRead MORE said no.\n\nAds.\n\nEnd."
    cut = (text.index("Read"), text.index(" said"))
    ads = (text.index("Ads."), text.index("\n\nEnd"))
    left = without(pieces_of(tokenizer, text), [cut, ads])
    assert "".join(text[s:e] for s, e in zip(left.starts, left.ends, strict=True)) == "TheclerkAnnasaidno.End."
    assert left.bounds[-1][1] == len(left.ids)


@given(st.lists(st.integers(1, 400), max_size=12))
def test_windows_own_every_piece_once(tokenizer, sizes):
    text = "\n".join("a " * size for size in sizes)
    pieces = pieces_of(tokenizer, text)
    found = windows(pieces)
    assert [i for w in found for i in range(w.own, w.end)] == list(range(len(pieces.ids)))
    assert all(w.end - w.start <= WINDOW and 0 <= w.own - w.start <= CONTEXT for w in found)


def test_long_paragraph_is_cut_but_begins_once(tokenizer):
    pieces = pieces_of(tokenizer, "word " * 3000)
    assert pieces.bounds == [(0, 3000)]
