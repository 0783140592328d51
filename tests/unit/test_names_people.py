"""Whom a short name, an office or a general noun means in its article."""

import pytest
from naming_articles import last, names

from service.extraction.names import Source, resolve


@pytest.mark.parametrize(
    ("label", "name"),
    [
        pytest.param("JL", "Joonas Lehti", id="initials"),
        pytest.param("J.L.", "Joonas Lehti", id="initials-with-stops"),
        pytest.param("Q", None, id="who-asks-is-not-told"),
        pytest.param("XY", "XY", id="nobody-of-these-initials"),
    ],
)
def test_labels_of_an_interview(label, name):
    text = f"Outi Rautio met Joonas Lehti in Turku.\n\n{label}: Why there?"
    at = text.index(f"{label}:")
    [found] = resolve(text, [Source((at, at + len(label)), (at + len(label), at + len(label) + 1))])
    assert [speaker.name for speaker in found.speakers] == ([name] if name else [])


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        pytest.param("Ann Roe bakes in Aba.", (["Ann Roe"], ()), id="the-only-person"),
        pytest.param("The keeper Ivo “Titi” Sá is 38.", (["Ivo Sá"], ()), id="a-nickname-in-marks"),
        pytest.param(
            "By Ann Roe\n\nThe roofer Mirko Tadić was out.", (["Mirko Tadić"], ()), id="a-byline-does-not-count"
        ),
        pytest.param(
            "Ann Roe bakes. She spoke to Bo Diaz and Ivo Sá of this newspaper.", (["Ann Roe"], ()), id="who-asked"
        ),
        pytest.param("Ann Roe sat down with our reporter Bo Diaz.", (["Ann Roe"], ()), id="our-reporter"),
        pytest.param("Ann Roe spoke to the Aba Post’s writer Bo Diaz.", (["Ann Roe"], ()), id="a-papers-reporter"),
        pytest.param(
            "Ann Roe spoke with Aba’s mayor Bo Diaz.", ([], ("Ann Roe", "Bo Diaz")), id="either-may-have-asked"
        ),
        pytest.param("Ann Roe met Bo Diaz.", ([], ("Ann Roe", "Bo Diaz")), id="one-of-two"),
        pytest.param("Xeku Ruo and Ann Roe sail.", ([], ("Xeku Ruo", "Ann Roe")), id="a-name-that-no-list-holds"),
        pytest.param("The museum opened in May.", ([], ()), id="nobody-is-named"),
    ],
)
def test_who_answers_in_an_interview(opening, expected):
    text = f"{opening}\n\nQ: Why?\nA: Because Carl Lund asked."
    labels = [(at, at + 1) for at in (text.index("Q:"), text.index("A:"))]
    asked, answered = resolve(text, [Source(span, (span[1], span[1] + 1)) for span in labels])
    assert asked.speakers == ()
    assert ([speaker.name for speaker in answered.speakers], answered.candidates) == expected


@pytest.mark.parametrize(
    ("article", "name"),
    [
        pytest.param("Ruo Ha-lin drove a tram. [[Ruo]] spoke.", "Ruo Ha-lin", id="given-name-of-two-syllables"),
        pytest.param("Tua Xolo was early. He sat down. [[Xolo]] spoke.", "Tua Xolo", id="he-in-the-next-sentence"),
        pytest.param("Ivo Sá, the deputy minister, came. [[The minister]] spoke.", "Ivo Sá", id="office-in-any-rank"),
        pytest.param(
            "The mine's deputy minister came. [[The minister]] spoke.", "The minister", id="nobody-of-the-office"
        ),
        pytest.param(
            "Ivo Sá, the deputy minister, came.\n[[The minister]] spoke.", "The minister", id="not-so-far-off"
        ),
        pytest.param("Ana Sá, the cellist, came. [[The cellist]] spoke.", "Ana Sá", id="a-trade"),
        pytest.param(
            "Its roads director, Ana Sá, left. [[The director]] spoke.", "Ana Sá", id="a-trade-between-commas"
        ),
        pytest.param(
            "The director Ana Sá came. Museum head Bo Diaz left. [[The director]] spoke.",
            "Ana Sá",
            id="the-very-noun-first",
        ),
        pytest.param("Thu Xolo, a clerk, came. [[The clerk]] spoke.", "Thu Xolo", id="a-day-cut-short-is-a-name"),
        pytest.param(
            "Ana Sá, secretary of the Dock Workers' Council, came. [[The union leader]] spoke.", "Ana Sá", id="a-union"
        ),
        pytest.param(
            "Ana Sá, secretary of the Chess Council, came. [[The union leader]] spoke.",
            "The union leader",
            id="a-club-is-no-union",
        ),
        pytest.param("Ana Sá came late. [[The 67-year-old]] spoke.", "Ana Sá", id="an-age-of-whom-is-shown"),
        pytest.param(
            "[[Bo Diaz]] said {{Ana Sá came late}}. [[The 67-year-old]] spoke.",
            "Bo Diaz",
            id="an-age-of-nobody-in-reported-words",
        ),
        pytest.param(
            "President Xolo met the first lady, Ann Xolo. Mr. Xolo waved. [[The president]] spoke.",
            "Xolo",
            id="a-president-is-not-his-wife",
        ),
        pytest.param("[[One of them, the label Orvanel Inc,]] spoke.", "Orvanel Inc", id="one-of-them-by-name"),
        pytest.param(
            "[[A spokeswoman for its owner, Orvanel Lines,]] spoke.", "A spokeswoman for its owner", id="of-the-owner"
        ),
        pytest.param("[[Hundreds of shore clerks]] spoke.", "Hundreds of shore clerks", id="hundreds-of-whom-is-told"),
        pytest.param("[[Villagers]] spoke.", "Villagers", id="a-crowd-is-nobodys-surname"),
    ],
)
def test_people_of_any_country(article, name):
    assert names(last(article)) == [name]


@pytest.mark.parametrize(
    ("article", "name"),
    [
        pytest.param("Ann Roe came. [[Roe]] spoke.", "Ann Roe", id="surname"),
        pytest.param("[[Roe]] spoke. Later came Ann Roe.", "Ann Roe", id="full-name-printed-later"),
        pytest.param("Roe came. [[Ann B. Roe]] spoke. [[Ann Roe]] left.", "Ann B. Roe", id="fullest-of-two-forms"),
        pytest.param("Ann Roe came. [[Ms. Roe]] spoke.", "Ann Roe", id="honorific-and-surname"),
        pytest.param("Jeb Wexley came. [[Jeb]] spoke.", "Jeb Wexley", id="first-name"),
        pytest.param("Ragnvald Tveit came. [[Tveit]] spoke.", "Ragnvald Tveit", id="first-name-that-no-list-holds"),
        pytest.param("Kim Jong Sun came. [[Kim]] spoke.", "Kim Jong Sun", id="family-name-first"),
        pytest.param("Jane Holloway came.\n[[HOLLOWAY]]: No.", "Jane Holloway", id="transcript-label"),
        pytest.param("ANN ROE SPEAKS\nAnn Roe came. [[Roe]] spoke.", "Ann Roe", id="headline-in-capitals"),
        pytest.param("Ann D’Souza came. [[D'Souza]] spoke.", "Ann D’Souza", id="other-apostrophe"),
        pytest.param("José García came. [[Garcia]] spoke.", "José García", id="accents-dropped"),
        pytest.param("Ursula van der Molen came. [[Van der Molen]] spoke.", "Ursula van der Molen", id="particles"),
        pytest.param("Joseph P. Hallam Jr. came. [[Hallam]] spoke.", "Joseph P. Hallam Jr.", id="suffix-left-off"),
        pytest.param("William Tarn came. [[Bill Tarn]] spoke.", "William Tarn", id="short-first-name"),
        pytest.param("President Okoro came. [[Okoro]] spoke.", "Okoro", id="title-only"),
        pytest.param("His barrister, Nodar Tkel, came. [[The barrister]] spoke.", "Nodar Tkel", id="of-whom-is-told"),
        pytest.param("The mayor, Councillor Ann Tkel, came. [[The mayor]] spoke.", "Ann Tkel", id="over-a-title"),
        pytest.param("Nodar Tkel, the farm minister, came. [[The minister]] spoke.", "Nodar Tkel", id="apposition"),
        pytest.param("Semi Rokotu, who sells ginger, came. [[Rokotu]] spoke.", "Semi Rokotu", id="who-behind-a-name"),
        pytest.param(
            "Deputy health minister Dham Ranas came. [[The deputy minister]] spoke.", "Dham Ranas", id="noun-before"
        ),
        pytest.param(
            "The [[Trade Ministry]] met. [[The ministry's statement]] spoke.", "Trade Ministry", id="owner-named-before"
        ),
        pytest.param(
            "[[The Trade Ministry's statement]] spoke. [[The ministry]] spoke. Later the Farm Ministry met.",
            "Trade Ministry",
            id="owner-of-a-statement-before",
        ),
        pytest.param(
            "According to [[the ministry]], no. The Trade Ministry and the Farm Ministry met.",
            "the ministry",
            id="two-fit",
        ),
        pytest.param("Sergei Vlasov came. [[Sergey Vlasov]] spoke.", "Sergei Vlasov", id="spellings-of-a-first-name"),
    ],
)
def test_a_short_form_is_given_its_fullest_form(article, name):
    assert names(last(article)) == [name]


@pytest.mark.parametrize(
    ("article", "name"),
    [
        pytest.param(
            "Bill Garland and Hilda Garland came. [[Mrs. Garland]] spoke.", "Hilda Garland", id="title-tells-gender"
        ),
        pytest.param("Bill Garland and Hilda Garland came. [[Hilda]] spoke.", "Hilda Garland", id="first-name"),
        pytest.param(
            "Hilda Garland came. Hilda Garland left. Bill Garland slept. [[Garland]] spoke.",
            "Hilda Garland",
            id="named-most",
        ),
        pytest.param(
            "Hilda Garland came. [[Garland]] spoke. Bill Garland slept.", "Hilda Garland", id="only-one-named-so-far"
        ),
        pytest.param(
            "Sen. Hilda Garland came. Garland met Rep. Bill Garland. [[Rep. Garland]] spoke.",
            "Bill Garland",
            id="whose-title-it-is",
        ),
        pytest.param("Bo Tarn and Bo Tarn Jr. came. [[Bo Tarn Jr.]] spoke.", "Bo Tarn Jr.", id="father-and-son"),
        pytest.param(
            "Hilda Garland came. Garland sat down. Bill Garland slept. [[Garland]] spoke.",
            "Hilda Garland",
            id="who-bore-the-surname-alone-first",
        ),
        pytest.param(
            "Hilda Garland came with her brother, Bill Garland. [[Garland]] spoke.",
            "Hilda Garland",
            id="a-brother-is-named-only-as-such",
        ),
        pytest.param(
            "Phillip Garland came. Philip Garland slept. [[Garland]] spoke.",
            "Phillip Garland",
            id="misprint-of-one-name",
        ),
        pytest.param(
            "Hilda Garland came. Will Garland go? Lead is soft. [[Garland]] spoke.",
            "Hilda Garland",
            id="will-opens-a-question",
        ),
        pytest.param(
            "Teal Sexton came. [[Sexton]] spoke. He is told that [[Sexton]] wept.", "Teal Sexton", id="a-trade"
        ),
    ],
)
def test_two_people_of_one_surname_are_told_apart(article, name):
    assert names(last(article)) == [name]


def test_a_surname_that_two_bear_stays_open():
    answer = last("Bill Garland and Hilda Garland came. [[Garland]] spoke.")
    assert (answer.attribution, answer.speakers) == ("ambiguous", ())
    assert (answer.candidates, answer.reason) == (("Bill Garland", "Hilda Garland"), "several people of this name")


@pytest.mark.parametrize(
    ("article", "name"),
    [
        pytest.param("Governor Ann Roe came. [[The governor]] spoke.", "Ann Roe", id="title-before"),
        pytest.param("Sen. Ann Roe came. Bo Diaz left. [[The senator]] spoke.", "Ann Roe", id="abbreviated-title"),
        pytest.param(
            "Ann Roe, a former judge, came. Bo Diaz left. [[The former judge]] spoke.", "Ann Roe", id="apposition"
        ),
        pytest.param("Bo Diaz, 45, came. Ann Roe left. [[The 45-year-old]] spoke.", "Bo Diaz", id="age"),
        pytest.param(
            "Foreign Minister Igor Petrenko met Ann Roe. [[The top diplomat]] spoke.",
            "Igor Petrenko",
            id="top-diplomat",
        ),
        pytest.param(
            "Finance Minister Ann Roe met Trade Minister Bo Diaz. [[The trade minister]] spoke.",
            "Bo Diaz",
            id="portfolio",
        ),
        pytest.param(
            "Minister Ann Roe met Deputy Minister Bo Diaz. [[The minister]] spoke.",
            "Ann Roe",
            id="deputy-is-another-office",
        ),
        pytest.param("Ann Roe, who married, came. [[The woman]] spoke.", "Ann Roe", id="only-person-of-the-article"),
    ],
)
def test_an_office_is_given_its_one_holder(article, name):
    answer = last(article)
    assert (names(answer), answer.speakers[0].span is not None) == ([name], True)


@pytest.mark.parametrize(
    ("article", "attribution", "expected"),
    [
        pytest.param("Senator Ann Roe met Senator Bo Diaz. [[The senator]] spoke.", "ambiguous", [], id="two-hold-it"),
        pytest.param(
            "Ann Roe met Bo Diaz. [[The minister]] spoke.", "attributed", ["The minister"], id="nobody-holds-it"
        ),
        pytest.param(
            "Actress Ida Lund, Bo Diaz and Ann Roe came. [[A minister]] spoke.",
            "attributed",
            ["A minister"],
            id="indefinite",
        ),
    ],
)
def test_the_nearest_name_is_never_taken_for_an_office(article, attribution, expected):
    answer = last(article)
    assert (answer.attribution, names(answer)) == (attribution, expected)


@pytest.mark.parametrize(
    ("article", "name"),
    [
        pytest.param(
            "[[The Trade Department]] spoke. [[The department]] added.", "Trade Department", id="source-before"
        ),
        pytest.param(
            "[[The department]] spoke. [[The Trade Department]] added.", "Trade Department", id="source-behind"
        ),
        pytest.param(
            "The Harbour Board Committee met. [[The committee]] spoke.",
            "Harbour Board Committee",
            id="named-in-the-text",
        ),
        pytest.param("[[Tech giant Lumitron]] spoke. [[The company]] added.", "Lumitron", id="general-noun"),
        pytest.param(
            "Ferry operator Lumitron Lines was late. [[The company]] spoke.", "Lumitron Lines", id="presented-body"
        ),
        pytest.param(
            "Ferry operator Lumitron Lines and the airline Orvanel Air were late. [[The company]] spoke.",
            "The company",
            id="one-of-two-presented-bodies",
        ),
        pytest.param(
            "[[Orvanel Inc]] spoke.\n[[Lumitron Inc]] spoke. [[The company]] added.",
            "Lumitron Inc",
            id="of-two-that-spoke-the-one-of-the-paragraph",
        ),
        pytest.param(
            "[[Orvanel Inc]] spoke.\nSued by the [[NKRT]], [[the company]] paid.",
            "the company",
            id="letters-are-no-company-of-the-paragraph",
        ),
        pytest.param(
            "[[The Trade Ministry]] spoke. [[The company]] added.", "The company", id="a-ministry-is-no-company"
        ),
        pytest.param(
            "The Trade Department and the Health Department met. [[The department]] spoke.",
            "The department",
            id="two-departments",
        ),
        pytest.param("The White House fell. [[The House]] spoke.", "House", id="another-house"),
        pytest.param(
            "The Bergen Morning Post wrote. [[The Post]] added.", "Bergen Morning Post", id="short-name-of-a-paper"
        ),
        pytest.param("[[The mission]] spoke.", "The mission", id="nothing-named"),
        pytest.param("[[US]] accuses. The United States did.", "United States", id="abbreviated-state"),
    ],
)
def test_a_body_is_given_the_one_name_that_fits(article, name):
    assert names(last(article)) == [name]


def test_forms_list_every_printed_form_of_a_person():
    answer = last("Ann Roe came with Ann B. Roe. [[Roe]] spoke.")
    assert set(answer.speakers[0].forms) == {"Ann Roe", "Ann B. Roe"}


@pytest.mark.parametrize(
    ("article", "name"),
    [
        pytest.param("[[Sam Jordan]] won. [[Jordan]] spoke.", ["Sam Jordan"], id="whose-surname-is-a-states"),
        pytest.param("[[Georgia Lind]] won. [[Georgia]] spoke.", ["Georgia Lind"], id="whose-first-name-is-a-states"),
        pytest.param("[[Sam Jordan]] flew to Jordan. [[Jordan]] spoke.", [], id="both-are-in-the-article"),
        pytest.param("[[Jordan]] spoke. [[Sam Jordan]] won. It was [[Chad]].", ["Chad"], id="nobody-is-called-so"),
    ],
)
def test_a_state_is_no_state_where_somebody_bears_its_name(article, name):
    assert names(last(article)) == name


@pytest.mark.parametrize("title", ["Señora", "Monsieur", "Frau", "Signor", "Daw"])
def test_a_courtesy_of_another_language_is_no_part_of_the_name_and_no_role(title):
    speaker = last(f"[[{title} Irena Bruni]] spoke.").speakers[0]
    assert (speaker.name, speaker.role) == ("Irena Bruni", None)
