"""Who speaks in a free relative; all parties invented."""

import pytest

from service.extraction.free_relatives import part_free_relatives
from service.extraction.sharing import Attribution


@pytest.mark.parametrize(
    ("text", "before", "cue", "behind", "source"),
    [
        pytest.param("Roe left over what the trust said was theft.", "what the trust", "said", "was theft",
                     "the trust", id="a body"),
        pytest.param("Roe left over what Ana Lind claimed was theft.", "what Ana Lind", "claimed", "was theft",
                     "Ana Lind", id="a name"),
        pytest.param("Roe knows what was wrong, said Lind, with it.", "what was wrong", "said", "with it", None,
                     id="words of the statement"),
        pytest.param("Roe found what the trust hid was theft.", "what the trust", "hid", "was theft", None,
                     id="no verb of saying"),
    ],
)  # fmt: skip
def test_who_stands_behind_what_speaks(text, before, cue, behind, source):
    spans = [(at := text.index(words), at + len(words)) for words in (before, cue, behind)]
    one = Attribution([spans[0], spans[2]], spans[1])
    part_free_relatives(text, [one])
    assert [text[slice(*span)] for span in one.sources] == ([source] if source else [])
    assert [text[slice(*span)] for span in one.content] == ([behind] if source else [before, behind])


def test_whoever_has_a_source_keeps_it():
    text = "Lind told what the trust said was theft."
    spans = [(at := text.index(words), at + len(words)) for words in ("what the trust", "said", "was theft", "Lind")]
    one = Attribution([spans[0], spans[2]], spans[1], [spans[3]])
    part_free_relatives(text, [one])
    assert one.sources == [spans[3]]
