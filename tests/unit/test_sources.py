"""What files give: articles exactly as they stand, and a named line for everything that is none."""

import io
import json
import os
import threading
from pathlib import Path

import pytest

from service.records import Article
from service.sources import STANDARD_INPUT, BrokenSource, SourcedArticle, Text, articles_in, texts_in
from service.sources.ndjson import objects_in

LIMIT = 10_000_000
PROSE = "“We never did that,” said Sergei Lavrov, the foreign minister, in Moscow on Tuesday. It was a long day. "
PAGE = f"<html><head><title>He denies it</title></head><body><article>{f'<p>{PROSE}</p>' * 5}</article></body></html>"


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def row(**fields: object) -> str:
    return json.dumps(fields) + "\n"


def outcomes(path: Path, limit: int = LIMIT) -> list[str]:
    """The text of each article, and the message of each that is none."""
    return [str(found) if isinstance(found, BrokenSource) else found.article.text for found in articles_in(path, limit)]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(b"\xef\xbb\xbfHe said so.", "He said so.", id="a byte order mark belongs to the encoding"),
        pytest.param(b"One.\r\nTwo.\r\n", "One.\r\nTwo.\r\n", id="line ends stay, for offsets point into them"),
        pytest.param(" e\u0301 \u00a0\u2028\t ", " e\u0301 \u00a0\u2028\t ", id="nothing is composed or trimmed"),
        pytest.param("😀 “Ja”", "😀 “Ja”", id="characters beyond the basic plane"),
    ],
)
def test_text_is_as_received(tmp_path, content, text):
    path = written(tmp_path, "story.txt", content)
    assert list(articles_in(path, LIMIT)) == [SourcedArticle(str(path), Article(text=text))]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("a.txt", b"", "text: ", id="empty"),
        pytest.param("a.txt", b" \n ", "text: ", id="blank"),
        pytest.param("a.txt", b"one\0two", "U+0000", id="NUL"),
        pytest.param("a.txt", b"He said \x93so\x94", "0x93 at offset 8); it looks like Windows-1252", id="Windows"),
        pytest.param("a.txt", b"He said \x93so\x94", "iconv -f WINDOWS-1252 -t UTF-8", id="the way out of Windows"),
        pytest.param(
            "a.txt", "Müller".encode("latin-1"), "looks like Windows-1252 or Latin-1: ", id="both are possible"
        ),
        pytest.param("a.txt", b"\xef\xbb\xbf\xe4\xf6", "byte 0xE4 at offset 3", id="offsets count the mark"),
        pytest.param(
            "a.txt", "so".encode("utf-16"), "it looks like UTF-16: convert it with iconv -f UTF-16 -t", id="UTF-16"
        ),
        pytest.param("a.txt", b"\xfe\xff\0s\0o", "it looks like UTF-16: ", id="UTF-16 the other way round"),
        pytest.param("a.txt", "so".encode("utf-32"), "it looks like UTF-32: ", id="UTF-32 begins as UTF-16 does"),
        pytest.param("a.txt", "He said so.".encode("utf-16-le"), "looks like UTF-16LE: ", id="UTF-16 without a mark"),
        pytest.param("a.txt", "He said so.".encode("utf-16-be"), "looks like UTF-16BE: ", id="nor in the other order"),
        pytest.param("a.txt", "Café so long.".encode("utf-16-le"), "looks like UTF-16LE: ", id="and no UTF-8 either"),
        pytest.param("a.txt", b"\x81\x8d", "is not UTF-8 (byte 0x81 at offset 0)", id="no known encoding"),
        pytest.param("a.html", "<html><body></body></html>", "html: no article", id="a page without an article"),
        pytest.param("a.html", "", "html: ", id="an empty page"),
        pytest.param("a.pdf", b"%PDF", ".pdf is none of .txt", id="a kind that is not read"),
        pytest.param("a.jsonl", "\n\n", "holds no articles", id="NDJSON of blank lines only"),
        pytest.param("a.jsonl", '{"text": "a", "text": "b"}\n', "1: has the key 'text' twice", id="a key twice"),
        pytest.param("a.jsonl", "[" * 900 + "]" * 900 + "\n", "a.jsonl:1: is not a JSON object", id="a deep array"),
        pytest.param("a.jsonl", "[1]\n", "a.jsonl:1: is not a JSON object", id="a row that is no object"),
        pytest.param("a.jsonl", '{"text": \n', "a.jsonl:1: is not JSON", id="a row cut short"),
        pytest.param("a.jsonl", row(txt="So."), "a.jsonl:1: ", id="an unknown field"),
        pytest.param("a.jsonl", row(text="So.", first_reported={}), "first_reported", id="a field of samples only"),
        pytest.param("a.jsonl", row(text="So.", published_at="2018-13"), "published_at", id="a date that is none"),
        pytest.param("a.jsonl", row(text="So.", html="<p>"), "xactly one of", id="text and html at once"),
        pytest.param("a.jsonl", '{"text": "\\ud800"}\n', "a.jsonl:1: ", id="a lone surrogate"),
        pytest.param("a.jsonl", b'{"text": "\xe4"}\n', "a.jsonl:1: is not UTF-8", id="a row that is not UTF-8"),
    ],
)
def test_what_is_no_article_is_named(tmp_path, name, content, says):
    [broken] = articles_in(written(tmp_path, name, content), LIMIT)
    assert isinstance(broken, BrokenSource)
    assert str(broken).startswith(str(tmp_path / name))
    assert says in str(broken)


def test_no_guess_is_offered_where_nothing_fits(tmp_path):
    [message] = outcomes(written(tmp_path, "a.txt", b"\x81\x8d"))
    assert "looks like" not in message


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert outcomes(tmp_path / "gone.txt") == [f"{tmp_path}/gone.txt: cannot be read: No such file or directory"]


@pytest.mark.parametrize(
    ("size", "taken"), [pytest.param(100, True, id="just the limit"), pytest.param(101, False, id="one byte more")]
)
def test_limit_is_in_bytes(tmp_path, size, taken):
    [found] = articles_in(written(tmp_path, "a.txt", "é" * (size // 2) + "e" * (size % 2)), 100)
    assert isinstance(found, SourcedArticle) is taken
    assert taken or "over 100 bytes" in str(found)


def test_limit_of_a_row_is_that_of_its_text(tmp_path):
    path = written(tmp_path, "a.jsonl", row(text="e" * 101) + row(text="\u00e9" * 50, title="t" * 900))
    assert [isinstance(found, SourcedArticle) for found in articles_in(path, 100)] == [False, True]


def test_broken_lines_cost_only_themselves(tmp_path):
    rows = row(text="One.") + "{broken\n" + "\n" + row(text="Two.").rstrip("\n")
    path = written(tmp_path, "rows.ndjson", "\ufeff" + rows)
    first, broken, last = outcomes(path)
    assert (first, last) == ("One.", "Two.")
    assert broken.startswith(f"{path}:2: is not JSON: ")


def test_an_endless_line_is_passed_over():
    stream = io.BytesIO(b'{"text": "' + b"x" * 3_000_000 + b'"}\n{"text": "So."}\n')
    (first, refused), (second, taken) = objects_in(stream, limit=10)
    assert (first, str(refused)) == (1, "is over 1,000,060 bytes long")
    assert (second, taken) == (2, {"text": "So."})


def test_all_fields_of_a_row_are_kept(tmp_path):
    fields = {"title": "T", "url": "https://n.example/1", "publisher": "P", "published_at": "2018-08", "text": "So."}
    path = written(tmp_path, "a.jsonl", row(**fields))
    assert list(articles_in(path, LIMIT)) == [SourcedArticle(f"{path}:1", Article(**fields))]


def test_html_goes_through_the_extractor(tmp_path):
    [found] = articles_in(written(tmp_path, "page.HTM", PAGE), LIMIT)
    article = found.article
    assert PROSE.strip() in article.text
    assert (article.title, article.extractor[:12]) == ("He denies it", "trafilatura ")
    [from_row] = articles_in(written(tmp_path, "rows.jsonl", row(html=PAGE)), LIMIT)
    assert from_row.article == article


def test_folders_are_read_whole_and_in_order(tmp_path):
    for name in ("b.txt", "a.TXT", "sub/c.txt", "sub/.d.txt", "._b.txt", ".git/e.txt", "notes.md"):
        written(tmp_path, name, name)
    written(tmp_path, "c.jsonl", row(text="first row") + row(text="second row"))
    assert outcomes(tmp_path) == ["a.TXT", "b.txt", "first row", "second row", "sub/c.txt"]


def test_a_folder_without_articles_is_an_error(tmp_path):
    written(tmp_path, "notes.md", "Nothing")
    [message] = outcomes(tmp_path)
    assert message.startswith(
        f"{tmp_path}: holds no articles: no file in it ends in .txt, .html, .htm, .jsonl, .ndjson, "
    )


def test_a_closed_folder_is_named(tmp_path, monkeypatch):
    written(tmp_path, "a.txt", "So.")
    sealed = tmp_path / "sealed"
    sealed.mkdir()
    scandir = os.scandir

    def refusing(path):
        if Path(path) == sealed:  # root, as whom CI runs, may read every folder: the refusal has to be played
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert outcomes(tmp_path) == ["So.", f"{sealed}: cannot be read: Permission denied"]


def test_a_pipe_without_suffix_is_text(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"He said so.",))
    writer.start()
    assert outcomes(pipe) == ["He said so."]
    writer.join()


def test_standard_input_is_ndjson(tmp_path):
    rows = written(tmp_path, "rows", row(text="So.") + "no\n")
    before = os.dup(0)
    with rows.open("rb") as file:
        os.dup2(file.fileno(), 0)
    try:
        text, broken = outcomes(STANDARD_INPUT)
    finally:
        os.dup2(before, 0)
        os.close(before)
    assert text == "So."
    assert broken.startswith("standard input:2: is not JSON")


def test_texts_carry_ids(tmp_path):
    written(tmp_path, "story.txt", "So.")
    written(tmp_path, "rows.jsonl", row(id="r1", text="Thus.", source="any other field is nothing to extraction"))
    assert list(texts_in(tmp_path, LIMIT)) == [Text("r1", "Thus."), Text("story.txt", "So.")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(row(text="So."), 'has no "id"', id="no id"),
        pytest.param(row(id=7, text="So."), 'has no "id" that is a string', id="a number would come back as another"),
        pytest.param(row(id="a"), 'has no "text"', id="no text"),
        pytest.param(row(id="a", text=""), "text: ", id="empty text"),
        pytest.param(row(id="a", text="So\0"), "U+0000", id="NUL"),
    ],
)
def test_rows_that_are_no_texts_are_named(tmp_path, content, says):
    [broken] = texts_in(written(tmp_path, "rows.jsonl", content), LIMIT)
    assert says in str(broken)


def test_html_is_not_extracted_from(tmp_path):
    [broken] = texts_in(written(tmp_path, "page.html", PAGE), LIMIT)
    assert "is HTML" in str(broken)


def test_json_files_are_not_extracted_from(tmp_path):
    [broken] = texts_in(written(tmp_path, "news.json", row(id="a", text="So.")), LIMIT)
    assert "from text files and NDJSON" in str(broken)
