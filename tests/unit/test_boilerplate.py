"""What of a page is no part of its article. Outlets, people and firms are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.extraction.boilerplate import boilerplate

TITLE = "Old bridge to close for a year"
NEWS = "The old bridge will close for a year, Mayor Oda Holm said on Monday."
MORE_NEWS = "“The ferry will run every hour,” she told the council, according to the minutes."


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in boilerplate(text)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Read more", id="link"),
        pytest.param("Read more »", id="link-with-an-arrow"),
        pytest.param("READ MORE: Ferry to run at night", id="labelled-headline"),
        pytest.param("Related: Ferry to run at night", id="related-headline"),
        pytest.param("Read the rest of the story at The Harbour Post.", id="the-rest-elsewhere"),
        pytest.param("Watch the full interview below:", id="video-below"),
        pytest.param("Share this", id="share"),
        pytest.param("Discuss This Article", id="discuss"),
        pytest.param("Latest News", id="section-link"),
        pytest.param("Other reports by Fjord Gazette", id="more-of-the-outlet"),
        pytest.param("ADVERTISEMENT", id="advertisement"),
        pytest.param("Story continues below advertisement", id="continues-below"),
        pytest.param("Sign up for our free weekly newsletter", id="newsletter"),
        pytest.param("Sign up for the morning briefing and never miss a story.", id="briefing"),
        pytest.param(
            "Our weekly newsletter contains a choice of news. You will receive it on Friday.", id="newsletter-praise"
        ),
        pytest.param("Subscribe to the Fjord podcast here.", id="podcast"),
        pytest.param("Subscribers agree to the Privacy Policy", id="terms"),
        pytest.param("Support The Fjord Gazette!", id="appeal-in-a-line"),
        pytest.param("Follow Ana Reed on Twitter @anareed.", id="follow-a-writer"),
        pytest.param("“Follow Ana Reed on Twitter @anareed.”", id="follow-a-writer-behind-stray-marks"),
        pytest.param("Follow us on Facebook and Instagram", id="follow-the-outlet"),
        pytest.param("Getty Images", id="bare-agency"),
        pytest.param("Mayor Oda Holm Wikimedia Commons", id="caption-of-names"),
        pytest.param("Tor Lind/Getty Images.", id="photographer-and-agency"),
        pytest.param("Oda Holm waves to supporters in Bergen. (AP Photo/Tor Lind)", id="caption-with-credit"),
        pytest.param("Photo: Tor Lind", id="photo-label"),
        pytest.param("Source: Websites", id="source-label"),
        pytest.param("© 2019 Fjord Gazette. All rights reserved.", id="copyright"),
        pytest.param("Copyright 2019 by Ana Reed", id="copyright-in-words"),
        pytest.param("(Reporting by Ana Reed in Oslo; Editing by Tor Lind and Bo Ek.)", id="agency-signature"),
        pytest.param("Ana Reed contributed to this report.", id="contributor"),
        pytest.param("— Reuters", id="agency-dash"),
        pytest.param("By Ana Reed and Tor Lind, Staff Writers", id="byline"),
        pytest.param("BY ANA REED", id="byline-in-capitals"),
        pytest.param("Published: March 3, 2019 at 10:15 am", id="time-stamp"),
        pytest.param("(With inputs from agencies)", id="inputs"),
        pytest.param("This story has been updated with remarks by Tor Lind on “the end.”", id="update-note"),
        pytest.param("The views expressed here are the author's own.", id="disclaimer"),
        pytest.param("We use cookies to improve your experience. Accept all", id="cookies"),
    ],
)
def test_line_is_cut_and_nothing_else(line):
    assert cut(f"{TITLE}\n\n{line}\n\n{NEWS}\n\n{MORE_NEWS}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Sign up for the march ended at noon, Ana Reed said.", id="sign-up-as-a-noun"),
        pytest.param("“Sign up for our newsletter,” Ana Reed told the crowd.", id="an-appeal-that-is-quoted"),
        pytest.param(
            "Subscribe to this and you subscribe to ruin, Oda Holm said of the newsletter.", id="an-appeal-reported"
        ),
        pytest.param("By Wednesday afternoon, the ferry had stopped.", id="by-and-a-day"),
        pytest.param("By Tor Lind's account, nobody was told.", id="by-and-a-name"),
        pytest.param("Reporting by the Gazette showed that officials lied.", id="reporting-as-a-subject"),
        pytest.param("Edited by Ana Reed, the anthology sold out within days.", id="edited-as-a-participle"),
        pytest.param("Published in 2015, the study won praise and scorn.", id="published-as-a-participle"),
        pytest.param(
            "The firms fought over copyright 1998 to 2004, and all rights reserved for artists.", id="copyright-in-news"
        ),
        pytest.param("Like many on Twitter, Ana Reed doubted the count.", id="like-as-a-preposition"),
        pytest.param("Source: I saw him take the money and run.", id="an-interview-label"),
        pytest.param("Sources: Mayor To Resign Over Bridge Contract", id="sources-in-a-headline"),
        pytest.param(
            "A poll by Channel 9/Reuters had her ahead, Ana Reed said, citing CNN/Reuters.", id="an-agency-cited"
        ),
        pytest.param("Getty Images sued the firm, its lawyer said.", id="an-agency-in-the-news"),
        pytest.param("We use cookies to follow people, the firm said in its privacy policy.", id="cookies-in-the-news"),
        pytest.param("“We use cookies,” Tor Lind told the committee. “We ask for your consent.”", id="cookies-quoted"),
        pytest.param("McDonald said we need MORE jobs, and MacArthur agreed.", id="names-with-inner-capitals"),
        pytest.param("She posted it on YouTube and LinkedIn, the YouTube page said.", id="brands-with-inner-capitals"),
        pytest.param("Dear friends, the letter began, we have nothing to hide.", id="an-address-in-a-sentence"),
        pytest.param("Donate blood, the clinic asks, and become a donor.", id="a-donation-that-is-news"),
        pytest.param("ANA REED: More from me later.", id="a-transcript-line"),
        pytest.param("READ: I saw him take the money.", id="a-transcript-of-a-speaker-named-read"),
        pytest.param(
            "This article was printed and published in May, the judge said, and ruined him.", id="an-article-sued"
        ),
    ],
)
def test_news_is_kept(line):
    assert cut(f"{TITLE}\n\n{line}\n\n{NEWS}\n\n{MORE_NEWS}") == []


def test_the_first_line_may_be_a_title_with_a_label():
    assert cut(f"Watch: Oda Holm opens the bridge\n\n{NEWS}") == []


def test_a_bare_name_above_a_date_is_a_byline():
    assert cut(f"{TITLE}\n\nAna Reed\nMarch 3, 2019\n\n{NEWS}") == ["Ana Reed"]


def test_a_bare_name_is_kept():
    assert cut(f"{TITLE}\n\nAna Reed\n\n{NEWS}") == []


def test_headlines_below_related_are_cut_up_to_the_news():
    links = "Related:\n\nFerry to run at night\n\nIs the tunnel next?"
    assert cut(f"{TITLE}\n\n{NEWS}\n\n{links}\n\n{MORE_NEWS}") == [links]


def test_the_headline_below_a_section_link_is_the_article_s_own():
    assert cut(f"More news\n\n{TITLE}\n\n{NEWS}") == ["More news"]


def test_a_letter_to_the_readers_is_cut_whole():
    letter = (
        "A Message from The Fjord Gazette:\n\nDear readers,\n\nThese are hard times for papers.\n\n"
        "Our presses are old.\n\n"
        "But to go on, we need your help.\n\nPlease support us with a donation from $3.\n\nOnce\nMonthly\nContinue\n"
        "Not ready to support today?\nRemind me later."
    )
    assert cut(f"{NEWS}\n\n{letter}\n\n{MORE_NEWS}") == [letter]


def test_a_letter_that_asks_nothing_is_news():
    letter = "Dear friends,\n\nWe have lost the election.\n\nOur opponents won it fairly.\n\nAna Reed"
    assert cut(f"{NEWS}\n\n{letter}\n\n{MORE_NEWS}") == []


def test_glued_headlines_are_cut_so_that_the_sentence_reads_on():
    box = "Ana Maria ReedBridge talks fail Ferry strike looms: report Reed weighs a run MORE"
    text = f"{TITLE}\n\nSenator Ana Reed{box} said in a statement that “the bridge is safe.”"
    assert cut(text) == [box]
    assert text.replace(box, "").endswith("Senator Ana Reed said in a statement that “the bridge is safe.”")


def test_two_glued_boxes_in_one_sentence():
    first, second = "Ana ReedBridge talks fail MORE", "Bo EkTunnel opens MORE"
    assert cut(f"Senator Ana Reed{first} (Ind.) and Bo Ek{second} agreed.") == [first, second]


def test_a_banner_that_never_ends_is_cut_behind_its_last_word_of_consent():
    banner = "We use cookies to improve your experience By staying you accept our privacy policy"
    assert cut(f"{banner} {NEWS}\n\n{MORE_NEWS}") == [banner]


def test_a_banner_of_several_sentences_before_the_news():
    banner = "This site uses cookies. Manage preferences or read our privacy policy."
    assert cut(f"{banner} {NEWS}") == [banner]


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param("Read more here.", id="link"),
        pytest.param("(Reporting by Ana Reed; Editing by Bo Ek)", id="signature"),
        pytest.param("Follow her on Twitter @anareed", id="follow"),
    ],
)
def test_the_end_of_a_paragraph_is_cut(tail):
    assert cut(f"{TITLE}\n\n{NEWS} {tail}\n\n{MORE_NEWS}") == [tail]


def test_neighbours_become_one_span():
    assert cut(f"{NEWS}\n\nShare this\n\nRead more") == ["Share this\n\nRead more"]


FURNITURE = ["Dear readers,", "support us", "donate", "We use cookies.", "By Ann Reed", "Related:", "Read more"]
PIECES = st.lists(
    st.sampled_from([*FURNITURE, "Ann ReedAnn Lee ReedStorm", " MORE said", "(Reporting by", "“", "é", " ", "\r\n"]),
    max_size=60,
).map("".join)


@given(st.one_of(st.text(), PIECES))
def test_spans_are_ordered_disjoint_and_inside(text):
    edge = 0
    for start, end in boilerplate(text):
        assert edge <= start < end <= len(text)
        edge = end
