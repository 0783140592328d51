"""Appeals to the reader and their neighbours in the news. Outlets, people and firms are invented."""

import pytest

from service.extraction.appeals import appeal_at_end, is_appeal
from service.extraction.boilerplate import boilerplate

NEWS = "The old bridge will close for a year, Mayor Oda Holm said on Monday."


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "If you found this story useful, consider making a small gift. Good reporting is “a lamp, not a luxury.”",
            id="gift-with-a-motto",
        ),
        pytest.param(
            "You have read three of your four free articles this month. “Best paper on the coast,” "
            "writes one reader. Become a member.",
            id="a-reader-cited",
        ),
        pytest.param(
            'Independent journalism is not cheap. "We would be lost without you," our readers often say. Give monthly.',
            id="our-readers-often-say",
        ),
        pytest.param(
            "Liked this story? “The Quay Letter” lands in your inbox every Friday at noon. Subscribe here.",
            id="newsletter-whose-name-is-marked",
        ),
        pytest.param(
            'Sign up for our morning newsletter. "Best thing in my inbox," says reader Ana.', id="praise-by-a-reader"
        ),
        pytest.param(
            "“The Quay Letter” is our weekly newsletter about ports. Sign up for it today.", id="name-in-marks-first"
        ),
        pytest.param(
            "Keep up with the valley. Get ‘Milk & Hay’ delivered free to your inbox.", id="name-in-single-marks"
        ),
        pytest.param(
            "The Lusaka Lantern belongs to nobody but its readers. Will you help us keep it that way? "
            "Every contribution counts.",
            id="will-you-help",
        ),
        pytest.param(
            "This newspaper is reader-funded. Please consider a donation from as little as ₹50 a month.",
            id="rupees-a-month",
        ),
        pytest.param(
            "We send no adverts. You can unsubscribe at any time with one click in our newsletter.", id="unsubscribe"
        ),
        pytest.param("Get unlimited digital access for just £1 a week. Start your trial now.", id="unlimited-access"),
        pytest.param("You have 2 free articles left this month.", id="meter"),
        pytest.param("This article is for subscribers only.", id="wall"),
        pytest.param("Already a subscriber? Log in here.", id="log-in"),
        pytest.param("To continue reading, please log in or create an account.", id="continue-reading"),
        pytest.param(
            "Our reporters have walked this border for nine years. To stay free we depend on you. "
            "Chip in, once or every month.",
            id="chip-in",
        ),
        pytest.param(
            "Local news matters to all of us. Before you go, support the Dundalk Echo's quality journalism: "
            "join 4,000 readers today.",
            id="join-the-readers",
        ),
        pytest.param(
            "Have you seen our new app? Download the app, and let our stories come to you.", id="download-the-app"
        ),
        pytest.param("Was this article helpful? Buy us a coffee.", id="coffee"),
        pytest.param("Our journalism is free because some of you pay. Be one of them.", id="be-one-of-them"),
        pytest.param("Like what you read? Follow The Ridge on WhatsApp for more stories like this.", id="follow"),
        pytest.param("Got a story? Call our newsroom on 555 0101.", id="tips"),
        pytest.param("What do you think? Tell us in the comments below.", id="comments"),
    ],
)
def test_a_line_asks_for_the_paper(line):
    assert is_appeal(line)
    assert [(len(NEWS) + 1, len(NEWS) + 1 + len(line))] == boilerplate(f"{NEWS}\n{line}\n{NEWS}")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "“Give what you can. This newspaper lives on you,” Editor Bo Ek told a crowd of readers.",
            id="quoted-appeal",
        ),
        pytest.param(
            "“Our newspaper is dying. Please support our journalism, or become a member today.",
            id="a-quotation-runs-on",
        ),
        pytest.param(
            "If you value our journalism, consider a gift, Ana Reed wrote to subscribers on Monday.",
            id="a-letter-cited",
        ),
        pytest.param(
            "The clinic's newsletter comes out in May. To receive it, write to the clinic.", id="another-s-newsletter"
        ),
        pytest.param("Give blood today, and become a donor for life.", id="blood"),
        pytest.param("Please give what you can to the flood relief fund at the town hall.", id="a-relief-fund"),
        pytest.param("BO EK: Please subscribe to our newsletter, that is all I ask of you.", id="a-transcript"),
        pytest.param(
            "The Quay Letter, a newsletter for our ports, has lost half its subscribers since May.",
            id="news-of-a-paper",
        ),
        pytest.param("Donations to the newspaper doubled after the fire.", id="donations-as-news"),
        pytest.param(
            "Sponsors gave our team 40,000 crowns, and you can see their names on the shirts.", id="sponsors-as-news"
        ),
        pytest.param(
            "Dear readers, this newspaper will print its last edition on Friday. We thank you.",
            id="a-letter-is-the-story",
        ),
        pytest.param("Read more books, says the minister of schools.", id="read-more-books"),
        pytest.param(
            "Consider this story: you board a ferry, and our captain is asleep.", id="consider-as-a-figure-of-speech"
        ),
        pytest.param("You can register to vote at the town hall until Friday.", id="register-to-vote"),
        pytest.param(
            "The union wants every member to sign up for the strike fund, and our correspondent saw the queue.",
            id="sign-up-in-the-news",
        ),
        pytest.param("Get out of your house by noon, the fire brigade warned readers of this newspaper.", id="warning"),
        pytest.param("Do you know the man? Tell us about him.", id="a-question-of-an-interview"),
        pytest.param("Consider a town by the sea. You know this story.", id="consider-a-town"),
        pytest.param("We will print tomorrow. You will have your newspaper.", id="a-statement-of-the-paper"),
        pytest.param("“Support our reporters!” they chanted outside, where the newspaper's editor stood.", id="chant"),
        pytest.param("", id="empty"),
    ],
)
def test_a_line_is_news(line):
    assert not is_appeal(line)
    assert boilerplate(f"{NEWS}\n{line}\n{NEWS}") == []


@pytest.mark.parametrize(
    "appeal",
    [
        pytest.param("If you value our journalism, consider a monthly gift.", id="gift"),
        pytest.param("Sign up here for our newsletter.", id="newsletter"),
        pytest.param("Independent journalism costs money. Please support our work. Become a member.", id="three"),
    ],
)
def test_an_appeal_at_the_end_of_a_paragraph(appeal):
    text = f"{NEWS} “It is old,” she said. {appeal}"
    assert text[appeal_at_end(text) :] == appeal
    assert boilerplate(text) == [(len(text) - len(appeal), len(text))]


def test_an_appeal_at_the_end_of_a_long_paragraph():
    appeal = "Sign up here for our newsletter."
    text = f"{NEWS * 40} {appeal}"
    assert text[appeal_at_end(text) :] == appeal


@pytest.mark.parametrize(
    "end",
    [
        pytest.param("“You know what to do. Support our newspaper. Become a member.”", id="in-marks"),
        pytest.param("“You know what to do. Support our newspaper. Become a member.", id="in-marks-that-run-on"),
        pytest.param("Subscribe to our newsletter, she told them.", id="reported"),
        pytest.param("You can give blood on Friday. Please donate.", id="blood"),
    ],
)
def test_words_at_the_end_of_a_paragraph_are_news(end):
    assert appeal_at_end(f"{NEWS} {end}") is None


def test_a_quotation_that_opens_far_ahead_of_the_end_is_still_open():
    assert appeal_at_end(f"“{'We are few. ' * 40}Subscribe to our newsletter today. Become a member.") is None
