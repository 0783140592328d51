"""Reading takes work and memory in proportion to the text, whatever the text: counted, not timed."""

import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

import service.extraction
from service.extraction.encoding import WINDOW, encode, load_tokenizer, windows
from service.extraction.marks import quotations
from service.extraction.reader import SHIPPED, load_reader

CODE = str(Path(service.extraction.__file__).parent)
SENTENCE = "The minister said on Tuesday that the old harbour of Ama Boateng would never be sold to the union . "
WORDS = SENTENCE.split()
MORE_WORK = 2.4  # twice the text may cost so many times as much: a square would be 4
MORE_MEMORY = 2.9  # dictionaries grow in steps, which shows in small texts
MEGABYTES = 300  # at the peak of a process that reads


def words(count):
    return (WORDS * (count // len(WORDS) + 1))[:count]


def paragraph(count):
    return " ".join(words(count))


def lines(count):
    return "\n".join(words(count))


def after_a_sentence(text):
    """Marks alone have no language: something must be read."""
    return f"{SENTENCE}\n{text}"


def nested(count):
    return after_a_sentence("“a ‘b " * count + "’ ”" * count)


CASES = [
    pytest.param(lambda size: after_a_sentence("“" * size), 2_000, id="marks that open and never close"),
    pytest.param(lambda size: after_a_sentence('"' * size), 2_000, id="straight marks"),
    pytest.param(lambda size: after_a_sentence("“a” " * size), 400, id="pairs around a word"),
    pytest.param(lambda size: after_a_sentence("“So.\n" * size), 300, id="paragraphs that each open a quotation"),
    pytest.param(lambda size: SENTENCE + "“We will,” she said.\n" * size, 150, id="one speaker after another"),
    pytest.param(paragraph, 600, id="one paragraph"),
    pytest.param(lines, 600, id="paragraphs of one word"),
    pytest.param(nested, 200, id="marks within marks"),
]


@pytest.fixture(scope="module")
def reader():
    found = load_reader()
    found.read(nested(3))  # what is loaded at the first text belongs to no text
    return found


def steps(reader, text):
    """How many lines of the reader's own code are run for a text."""
    count = 0

    def of_the_reader(frame, event, argument):
        return every_line if frame.f_code.co_filename.startswith(CODE) else None

    def every_line(frame, event, argument):
        nonlocal count
        count += 1
        return every_line

    before = sys.gettrace()
    sys.settrace(of_the_reader)
    try:
        reader.read(text)
    finally:
        sys.settrace(before)
    return count


def peak(reader, text):
    """The most memory that Python and numpy hold at once while a text is read, in bytes."""
    tracemalloc.start()
    try:
        reader.read(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("text", "size"), CASES)
def test_twice_the_text_is_twice_the_work(reader, text, size):
    once, twice = steps(reader, text(size)), steps(reader, text(2 * size))
    assert once > size / 10
    assert twice <= MORE_WORK * once


@pytest.mark.parametrize(("text", "size"), CASES)
def test_twice_the_text_is_at_most_twice_the_memory(reader, text, size):
    assert peak(reader, text(2 * size)) <= MORE_MEMORY * peak(reader, text(size))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(paragraph(200_000), id="one paragraph of 200,000 words"),
        pytest.param(lines(100_000), id="100,000 paragraphs of one word"),
        pytest.param(nested(20_000), id="20,000 marks within marks"),
        pytest.param("“" * 333_333, id="a megabyte of marks"),
    ],
)
def test_the_network_reads_a_text_little_more_than_once(text):
    pieces = encode(load_tokenizer(SHIPPED / "tokenizer.json"), text, quotations(text))
    found = windows(pieces)
    assert max(window.end - window.start for window in found) <= WINDOW
    assert [window.own for window in found[1:]] == [window.end for window in found[:-1]]
    assert sum(window.end - window.start for window in found) <= 1.5 * len(pieces.ids)


# Not resource.getrusage: it counts what the tests held when they started this process.
READ = """
import re, sys
from service.extraction.reader import load_reader
load_reader().read(sys.stdin.read())
print(int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024)
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(paragraph(3_000), id="one paragraph"),
        pytest.param(lines(3_000), id="paragraphs of one word"),
        pytest.param(after_a_sentence("“" * 30_000), id="marks"),
        pytest.param(nested(500), id="marks within marks"),
    ],
)
def test_a_process_that_reads_stays_small(text):
    done = subprocess.run([sys.executable, "-c", READ], input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) <= MEGABYTES
