"""Noise makes training data harder, and leaves the annotation true."""

import random
import re

import pytest

from service.training.noise import Noise, noised

TEXT = (
    "Harbour opens late\n"
    "“The crane is late,” said Mark Ellery, who runs the harbour. Ellery would not mark a day.\n"
    "Mr. Ellery added: “It will come.”"
)


def annotated() -> dict:
    def spans(words: str) -> list[list[int]]:
        return [list(found.span()) for found in re.finditer(re.escape(words), TEXT)][:1]

    first = {"source": spans("Mark Ellery"), "cue": spans("said"), "content": spans("The crane is late")}
    second = {"source": spans("Mr. Ellery"), "cue": spans("added"), "content": spans("It will come.")}
    return {"text": TEXT, "attributions": [first, second]}


def held(article: dict, role: str) -> list[str]:
    return [article["text"][slice(*one[role][0])] for one in article["attributions"]]


CERTAIN = [
    pytest.param(Noise(joined=1.0), r"late “The crane", id="paragraphs run together"),
    pytest.param(Noise(lost=1.0), r"“The crane is late, said", id="closing marks are lost"),
    pytest.param(
        Noise(glued=1.0),
        r"day\.\s?\S[^“]*\nMr\. Ellery added: “It will come\.”\s?\S",
        id="a line of the site's behind each paragraph",
    ),
    pytest.param(Noise(headline=1.0), r"^(?:harbour opens late|HARBOUR OPENS LATE)\n", id="headline in one case"),
]


@pytest.mark.parametrize(("noise", "pattern"), CERTAIN)
def test_noise_is_made(noise: Noise, pattern: str) -> None:
    changed = noised(annotated(), noise, random.Random(4))
    assert re.search(pattern, changed["text"])
    assert held(changed, "content") == ["The crane is late", "It will come."]


def test_a_person_is_renamed_everywhere_alike() -> None:
    changed = noised(annotated(), Noise(names=1.0), random.Random(4))
    full, titled = held(changed, "source")
    assert "Ellery" not in changed["text"]
    assert titled == f"Mr. {full.split()[-1]}"


def test_a_word_that_is_also_no_name_stays() -> None:
    changed = noised(annotated(), Noise(names=1.0), random.Random(4))
    assert "would not mark a day" in changed["text"]
    assert held(changed, "source")[0].startswith("Mark ")


def test_marks_change_in_pairs() -> None:
    styles = {
        re.sub(r"[\w\s.,:]", "", noised(annotated(), Noise(marks=1.0), random.Random(n))["text"]) for n in range(40)
    }
    assert styles == {"“”“”", '""""', "«»«»", "„“„“", "``''``''", "‘’‘’"}


def test_without_noise_nothing_changes() -> None:
    assert noised(annotated(), Noise(), random.Random(4)) == annotated()
