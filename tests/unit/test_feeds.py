"""RSS and Atom: full articles are taken, teasers and traps are named, and nothing is fetched or expanded."""

import hashlib
from pathlib import Path

import pytest

from service.sources import BrokenSource, articles_in

LIMIT = 1_000_000
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/"'
)
ATOM = 'xmlns="http://www.w3.org/2005/Atom"'
SAID = "“We never did that,” said Ama Boateng."
BODY = f"<p>{SAID}</p><h2>Later</h2><p>It was a long day &amp; night.</p>"
FULL = f"<content:encoded><![CDATA[{BODY}]]></content:encoded>"
LONG = f"{SAID} " + " ".join(f"Sentence number {number} is here." for number in range(60))


def rss(*items: str, head: str = "<title>The Harbour Post</title>", before: str = "") -> str:
    written = "".join(f"<item>{item}</item>" for item in items)
    return f'{before}<rss version="2.0" {SPACES}><channel>{head}{written}</channel></rss>'


def atom(*entries: str) -> str:
    return f"<feed {ATOM}><title>The Wire</title>{''.join(f'<entry>{entry}</entry>' for entry in entries)}</feed>"


def taken(folder: Path, content: str | bytes, name: str = "news.xml") -> list:
    """The article of each item, or the message of one that is none, without the path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = list(articles_in(path, LIMIT))
    return [str(each).removeprefix(str(path)) if isinstance(each, BrokenSource) else each.article for each in found]


def test_an_item_with_its_full_text_is_an_article(tmp_path):
    item = (
        "<title>Port &#8220;safe&#8221;, says head</title><media:title>A picture</media:title>"
        "<link>https://n.example/1</link><pubDate>Tue, 21 Aug 2018 10:00:00 +0200</pubDate>" + FULL
    )
    [article] = taken(tmp_path, rss(item))
    assert article.text.splitlines()[0] == SAID
    assert "It was a long day & night." in article.text
    assert "Later" in article.text
    assert (article.title, article.url) == ("Port “safe”, says head", "https://n.example/1")
    assert (article.publisher, article.published_at) == ("The Harbour Post", "2018-08-21T10:00:00+02:00")
    assert article.html_sha256 == hashlib.sha256(BODY.encode()).hexdigest()
    assert article.extractor.startswith("trafilatura ")


@pytest.mark.parametrize("suffix", [".rss", ".atom", ".xml", ".XML"])
def test_the_suffix_does_not_matter(tmp_path, suffix):
    assert len(taken(tmp_path, rss(FULL), f"news{suffix}")) == 1


@pytest.mark.parametrize(
    ("item", "says"),
    [
        pytest.param("<description>The port is safe.</description>", "only a teaser", id="a short description"),
        pytest.param("<title>Port safe</title>", "only a teaser", id="nothing but a title"),
        pytest.param(f"<description>{LONG} […]</description>", "only a teaser", id="a long one that breaks off"),
        pytest.param(f"<description>{LONG} Read more</description>", "only a teaser", id="a long one that goes on"),
        pytest.param(
            "<description>Safe.</description><content:encoded>Safe.</content:encoded>", "only a teaser",
            id="the same teaser in both places",
        ),
        pytest.param(FULL + "<link>harbour/1</link>", "url: ", id="an address that is none"),
        pytest.param(FULL + "<pubDate>yesterday</pubDate>", "published_at: ", id="a date that is none"),
    ],
)  # fmt: skip
def test_a_broken_item_is_named_and_the_others_are_taken(tmp_path, item, says):
    first, broken, last = taken(tmp_path, rss(FULL, item, FULL))
    assert first.text == last.text
    assert broken.startswith(", item 2: ")
    assert says in broken


def test_a_long_description_is_the_article(tmp_path):
    [article] = taken(tmp_path, rss(f"<description>{LONG}</description>"))
    assert (article.text, article.html_sha256) == (LONG, None)


@pytest.mark.parametrize("piece", [".", "<a", "&", "“"], ids=["dots", "tags that never end", "ampersands", "marks"])
def test_a_long_row_of_the_same_is_read_to_its_end(tmp_path, piece):
    words = piece * 100_000 + " end"
    [article] = taken(tmp_path, rss(f"<description><![CDATA[{words}]]></description>"))
    assert article.text == words


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        pytest.param("<pubDate>21 Aug 18 10:00 EST</pubDate>", "published_at", "2018-08-21T10:00:00-05:00", id="short"),
        pytest.param("<pubDate>Tue, 21 Aug 2018 10:00:00 GMT</pubDate>", "published_at", "2018-08-21T10:00:00Z",
            id="GMT",
        ),
        pytest.param("<pubDate>Tue, 21 Aug 2018 10:00:00 -0000</pubDate>", "published_at", "2018-08-21T10:00:00Z",
            id="-0",
        ),
        pytest.param("<dc:date>2018-08-21T10:00Z</dc:date>", "published_at", "2018-08-21T10:00:00Z", id="no seconds"),
        pytest.param("<dc:date>2018-08</dc:date>", "published_at", "2018-08", id="a month stays a month"),
        pytest.param("<guid>https://n.example/g</guid>", "url", "https://n.example/g", id="a guid is a permalink"),
        pytest.param('<guid isPermaLink="false">https://n.example/g</guid>', "url", None, id="unless it says not"),
        pytest.param("<guid>n-17</guid>", "url", None, id="a guid that is no address"),
        pytest.param('<source url="https://o.example">Other</source>', "publisher", "Other", id="whose it really is"),
        pytest.param("", "published_at", None, id="no date is taken out of the text"),
    ],
)  # fmt: skip
def test_fields_of_an_rss_item(tmp_path, fields, name, value):
    [article] = taken(tmp_path, rss(FULL.replace("a long day", "August 21, 2017") + fields))
    assert getattr(article, name) == value


def test_rss_1_keeps_its_items_beside_the_channel(tmp_path):
    feed = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f"{SPACES}><channel><title>Old Post</title></channel><item><title>T</title>{FULL}</item></rdf:RDF>"
    )
    [article] = taken(tmp_path, feed)
    assert (article.publisher, article.title) == ("Old Post", "T")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f'<content type="html"><![CDATA[{BODY}]]></content>', id="escaped"),
        pytest.param(
            f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content>', id="in the XML"
        ),
        pytest.param(
            f'<content type="xhtml" xmlns:h="http://www.w3.org/1999/xhtml"><h:div><h:p>{SAID}</h:p>'
            "<h:p>It was a long day &amp; night.</h:p></h:div></content>",
            id="with a prefix",
        ),
    ],
)
def test_an_atom_entry(tmp_path, content):
    fields = (
        '<title type="html">Port &lt;b&gt;safe&lt;/b&gt;</title><link rel="self" href="https://n.example/self"/>'
        '<link href="https://n.example/1"/><updated>2018-08-22T10:00:00Z</updated><published>2018-08-21T10:00:00Z</published>'
    )
    [article] = taken(tmp_path, atom(fields + content))
    assert article.text.splitlines()[0] == SAID
    assert "It was a long day & night." in article.text
    assert (article.title, article.url, article.publisher) == ("Port safe", "https://n.example/1", "The Wire")
    assert article.published_at == "2018-08-21T10:00:00Z"


def test_atom_text_is_kept_as_received(tmp_path):
    [article] = taken(tmp_path, atom("<content>  He said &lt;so&gt;:\n “Ja\u00ad”\u200b </content>"))
    assert article.text == "  He said <so>:\n “Ja\u00ad”\u200b "


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        pytest.param(f"<summary>{LONG}</summary>", "only a teaser", id="a summary is never the whole"),
        pytest.param('<content src="https://n.example/1"/>', "only a teaser", id="content that lies elsewhere"),
        pytest.param('<content type="image/png">iVBO</content>', "image/png", id="a picture"),
    ],
)
def test_an_atom_entry_without_article(tmp_path, entry, says):
    [broken] = taken(tmp_path, atom(entry))
    assert broken.startswith(", item 1: ")
    assert says in broken


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(f'<!DOCTYPE rss [<!ENTITY a0 "x">{BOMB}]>' + rss("<title>&a11;</title>"), "entit", id="bomb"),
        pytest.param(f'<!DOCTYPE rss [<!ENTITY a0 "x">{BOMB}]><rss version="&a11;"/>', "is not XML", id="in a value"),
        pytest.param(
            '<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + rss("<title>&e;</title>" + FULL), "entities",
            id="a file of this machine",
        ),
        pytest.param(
            '<!DOCTYPE rss [<!ENTITY % e SYSTEM "http://127.0.0.1:9/x.dtd"> %e;]>' + rss(FULL), "entities",
            id="a parameter entity from elsewhere",
        ),
        pytest.param(
            '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">' + rss("<title>a&nbsp;b</title>" + FULL), "&nbsp;",
            id="words must not go missing",
        ),
        pytest.param(rss("<title>a&nbsp;b</title>" + FULL), "nbsp", id="an entity of HTML"),
        pytest.param(rss(FULL)[:-30], "is not XML: ", id="cut short"),
        pytest.param("<urlset><url/></urlset>", "neither RSS nor Atom: it begins with <urlset>", id="other XML"),
        pytest.param("", "is not XML", id="an empty file"),
        pytest.param(rss(), "holds no articles", id="a feed without items"),
        pytest.param(rss(FULL).encode("windows-1252"), "looks like Windows-1252", id="another encoding, not declared"),
        pytest.param("<a>" * 5000, "is not XML", id="without bottom"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_sound_feed_is_refused(tmp_path, content, says):
    [broken] = taken(tmp_path, content)
    assert broken.startswith(": ")
    assert says in broken


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "utf-8-sig"])
def test_an_encoding_that_is_declared_or_marked_is_read(tmp_path, encoding):
    declared = '<?xml version="1.0" encoding="windows-1252"?>' if encoding == "windows-1252" else ""
    [article] = taken(tmp_path, rss(FULL, before=declared).encode(encoding))
    assert SAID in article.text


def test_a_document_type_alone_does_no_harm(tmp_path):
    before = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss-0.91.dtd">'
    [article] = taken(tmp_path, rss(FULL, before=before))
    assert SAID in article.text
