"""What the words of a source name by themselves: the name, the role, the kind, and several speakers at once."""

import pytest
from naming_articles import last, names


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        pytest.param(
            "Norwegian Deputy Trade Minister Ragnhild Solberg",
            "Ragnhild Solberg",
            "Norwegian Deputy Trade Minister",
            id="state-and-titles-before",
        ),
        pytest.param("Mr. Lars Holm", "Lars Holm", None, id="honorific-is-no-role"),
        pytest.param("Its head, Lima-born Ubo Lind,", "Ubo Lind", "Lima-born", id="whence-somebody-comes-is-no-name"),
        pytest.param("Its head, Ubo Sultana,", "Ubo Sultana", "Its head", id="title-as-surname"),
        pytest.param(
            "the ministry of health's clerk, Ubo Lind,",
            "Ubo Lind",
            "ministry of health's clerk",
            id="who-serves-a-body-is-none",
        ),
        pytest.param(
            "The University of Xaver's rector, Ubo Lind,",
            "Ubo Lind",
            "University of Xaver's rector",
            id="rector-of-it",
        ),
        pytest.param("The Port of Xaver's pilot, Ubo Lind,", "Ubo Lind", "Port of Xaver's pilot", id="pilot-of-a-port"),
        pytest.param("The Bank of Xaver's head Ubo Lind", "Ubo Lind", "Bank of Xaver's head", id="without-a-comma"),
        pytest.param("the head, Doña Eulalia Roe,", "Eulalia Roe", "head", id="honorific-behind-an-office"),
        pytest.param("Spokeswoman Ann Roe (安洛", "Ann Roe", "Spokeswoman", id="a-bracket-that-is-cut-off"),
        pytest.param("Nine Buttons, of which its editor, Ann Roe,", "Ann Roe", None, id="of-which-somebody-speaks"),
        pytest.param("Head of commodities Ann Roe", "Ann Roe", "Head of commodities", id="nobody-is-called-head"),
        pytest.param("Dean of Students Ann Roe", "Ann Roe", "Dean of Students", id="nor-dean"),
        pytest.param(
            "Sen. Tomás O’Brien-Ruiz (I-Vt.)", "Tomás O’Brien-Ruiz", "Sen.", id="accents-apostrophe-hyphen-bracket"
        ),
        pytest.param(
            "Matt Waltham, president of the Lakeland Trade League",
            "Matt Waltham",
            "president of the Lakeland Trade League",
            id="apposition-behind",
        ),
        pytest.param("Ida Lunde, 49, a nurse from Bergen,", "Ida Lunde", "nurse from Bergen", id="age-is-no-role"),
        pytest.param("Ida Lunde, who runs a school", "Ida Lunde", None, id="relative-clause-left-off"),
        pytest.param("Peter Lunde of the Bergen Times", "Peter Lunde", None, id="employer-is-not-the-speaker"),
        pytest.param("Secretary of State Ann Roe", "Ann Roe", "Secretary of State", id="office-with-of"),
        pytest.param("secretary of state Ann Roe", "Ann Roe", "secretary of state", id="office-in-small-letters"),
        pytest.param(
            "U.S. Ambassador to the UN Ann Roe", "Ann Roe", "U.S. Ambassador to the UN", id="office-with-acronym"
        ),
        pytest.param(
            "Republican presidential hopeful Texas Senator Bo Diaz",
            "Bo Diaz",
            "Republican presidential hopeful Texas Senator",
            id="place-between-titles",
        ),
        pytest.param(
            "a delegate supporting Diaz, Ann Roe",
            "Ann Roe",
            "delegate supporting Diaz",
            id="not-whom-a-delegate-supports",
        ),
        pytest.param("Mr. Diaz's lawyer, Ann Roe", "Ann Roe", "Mr. Diaz's lawyer", id="name-in-apposition"),
        pytest.param(
            "One of the authors of that 2013 report, Ann Roe,",
            "Ann Roe",
            None,
            id="that-behind-of-is-no-clause",
        ),
        pytest.param("His wife, Ann Roe,", "Ann Roe", "His wife", id="relation-before-the-name"),
        pytest.param("Tesmar Inc. CEO Ann Roe", "Ann Roe", "Tesmar Inc. CEO", id="company-before-title"),
        pytest.param(
            "The Council on Harbour Trade Executive Director Nils Aune",
            "Nils Aune",
            "Council on Harbour Trade Executive Director",
            id="title-inside-what-follows-of",
        ),
        pytest.param("“Night Train” star Ann Roe", "Ann Roe", "star", id="title-of-a-work-before"),
        pytest.param(
            "Vatican spokesman the Rev. Paolo Conti",
            "Paolo Conti",
            "Vatican spokesman the Rev.",
            id="article-inside-a-title",
        ),
        pytest.param("Joseph P. Hallam Jr.", "Joseph P. Hallam Jr.", None, id="initial-and-suffix"),
        pytest.param("Ursula van der Molen", "Ursula van der Molen", None, id="particles"),
        pytest.param("Sheikh Hamad bin Khalid al-Masri", "Hamad bin Khalid al-Masri", "Sheikh", id="arabic-particles"),
        pytest.param("Pope Linus", "Pope Linus", None, id="title-kept-with-one-given-name"),
        pytest.param("Peter Baker", "Peter Baker", None, id="trade-as-surname"),
        pytest.param("Charlotte Church", "Charlotte Church", None, id="body-as-surname"),
        pytest.param("Ann Roe’s", "Ann Roe", None, id="possessive-at-the-end"),
        pytest.param("A nurse who was on duty, Ann Roe,", "Ann Roe", "nurse", id="name-behind-a-clause"),
        pytest.param("one of whom, Ann Roe, 16,", "Ann Roe", None, id="name-of-one-of-them"),
        pytest.param("a clerk at the court, Ubo Lind,", "Ubo Lind", "clerk at the court", id="no-name-of-a-court"),
        pytest.param("a driver for the company, Dr. Ubo Lind,", "Ubo Lind", "Dr.", id="a-title-is-no-firms"),
        pytest.param("The Labour MP for Bergen, Ann Roe,", "Ann Roe", "Labour MP for Bergen", id="office-in-letters"),
        pytest.param("Maria del Carmen Roe", "Maria del Carmen Roe", None, id="del-is-no-delegate"),
        pytest.param("Del. Ann Roe", "Ann Roe", "Del.", id="but-may-be-one"),
        pytest.param(
            "Treasury Secretary Steven HallamSteven Terner HallamBusinesses urge caution MORE",
            "Steven Hallam",
            "Treasury Secretary",
            id="names-glued-together",
        ),
    ],
)
def test_a_person_is_named_without_titles_and_appositions(source, name, role):
    answer = last(f"[[{source}]] spoke.")
    assert [(m.name, m.role, m.kind) for m in answer.speakers] == [(name, role, "person")]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        pytest.param("the United States", "United States", "state", id="state-stays-whole"),
        pytest.param("Moscow", "Moscow", "state", id="capital-for-its-government"),
        pytest.param("U.S.", "U.S.", "state", id="not-the-pronoun-us"),
        pytest.param("the Kremlin", "Kremlin", "organisation", id="article-before-an-unknown-name"),
        pytest.param("Roe’s campaign", "Roe’s campaign", "organisation", id="the-campaign-not-its-owner"),
        pytest.param("Mayor Bo Diaz's office", "Mayor Bo Diaz's office", "organisation", id="the-office-not-the-mayor"),
        pytest.param(
            "Lakeland’s Foreign Ministry", "Lakeland’s Foreign Ministry", "organisation", id="possessive-inside-a-name"
        ),
        pytest.param("the Department of Justice", "Department of Justice", "organisation", id="name-goes-on-behind-of"),
        pytest.param(
            "the Science and Trade Directorate", "Science and Trade Directorate", "organisation", id="and-inside-a-name"
        ),
        pytest.param("Smith and Jones LLC", "Smith and Jones LLC", "organisation", id="firm-of-two-names"),
        pytest.param("US-based tech giant Lumitron", "Lumitron", "organisation", id="noun-for-a-firm-before"),
        pytest.param("the newspaper El Correo del Llano", "El Correo del Llano", "organisation", id="paper-in-spanish"),
        pytest.param("Newspaper La Verdad Nueva", "La Verdad Nueva", "organisation", id="paper-at-the-opening"),
        pytest.param("La Verdad Nueva", "La Verdad Nueva", "organisation", id="paper-by-its-article"),
        pytest.param(
            "the captain of the freighter Amber Wind",
            "the captain of the freighter Amber Wind",
            "office",
            id="name-of-a-ship",
        ),
        pytest.param("the Bishop of Bergen", "the Bishop of Bergen", "office", id="no-surname-behind-an-article"),
        pytest.param("Harborview.com", "Harborview.com", "organisation", id="web-address"),
        pytest.param("police", "police", "organisation", id="common-noun"),
        pytest.param("one news and radio company", "one news and radio company", "organisation", id="one-firm-is"),
        pytest.param("Several delegates backing", "Several delegates", "group", id="what-they-do-is-cut-off"),
        pytest.param("several people living in Bergen", "several people living in Bergen", "anonymous", id="it-is-not"),
        pytest.param("many Republicans", "many Republicans", "group", id="members-of-a-party"),
        pytest.param("supporters of Ann Roe", "supporters of Ann Roe", "group", id="a-group-not-whom-it-supports"),
        pytest.param(
            "one diplomat, speaking on condition of anonymity", "one diplomat", "anonymous", id="clause-left-off"
        ),
        pytest.param("a senior aide to Ann Roe", "a senior aide to Ann Roe", "anonymous", id="the-aide-not-the-name"),
        pytest.param(
            "a spokesman for the company, Ubo Foods,", "a spokesman for the company", "anonymous", id="name-of-the-firm"
        ),
        pytest.param(
            "The University of Xaver's rector", "University of Xaver's rector", "office", id="the-rector-not-the-body"
        ),
        pytest.param("The House of Xaver's report", "House of Xaver", "organisation", id="who-issued-a-report"),
        pytest.param("Friends of Ann Roe's mother", "Friends of Ann Roe's mother", "group", id="friends-are-no-body"),
        pytest.param("officials", "officials", "anonymous", id="officials"),
        pytest.param("a diplomat in Paris, France,", "a diplomat in Paris", "anonymous", id="a-place-is-no-apposition"),
        pytest.param("a report in the Bergen Times", "a report in the Bergen Times", "document", id="report"),
        pytest.param("a Lakeland University survey", "a Lakeland University survey", "document", id="survey-of-a-body"),
        pytest.param("the Fair Fares Act", "the Fair Fares Act", "document", id="law"),
        pytest.param("The Port Department less than two weeks ago", "Port Department", "organisation", id="long-ago"),
        pytest.param("the harbour chief three years earlier", "the harbour chief", "office", id="years-earlier"),
        pytest.param("One man in", "One man", "anonymous", id="cut-behind-a-small-word"),
        pytest.param("the authors of the", "the authors", "group", id="cut-behind-two"),
    ],
)
def test_other_speakers_keep_their_printed_words(source, name, kind):
    answer = last(f"[[{source}]] spoke.")
    assert [(m.name, m.kind) for m in answer.speakers] == [(name, kind)]


@pytest.mark.parametrize(
    ("article", "name", "kind"),
    [
        pytest.param("[[Companies]] deny it. A company is slow.", "Companies", "group", id="a-plural"),
        pytest.param(
            "[[Legislation]] says so. The legislation is old.", "Legislation", "anonymous", id="printed-small"
        ),
        pytest.param("Ann Roe came. [[Aides to Ms. Roe]] wept.", "Aides to Ms. Roe", "group", id="of-whom-is-told"),
        pytest.param("[[Hobbes]] says so, and Hobbes knows.", "Hobbes", "person", id="a-name-inside-a-sentence"),
        pytest.param("Ann Brooks came. [[Brooks]] wept.", "Ann Brooks", "person", id="a-surname"),
        pytest.param("[[Tarn]] wept.", "Tarn", "person", id="no-plural"),
        pytest.param(
            "By The Strait Review\n\n[[The Review]] spoke.", "Strait Review", "organisation", id="a-byline-is-no-name"
        ),
        pytest.param(
            "[[The Strait Review]] spoke. Both The Strait Review and the Lamp know.",
            "Strait Review",
            "organisation",
            id="of-two-bodies",
        ),
    ],
)
def test_a_capital_that_comes_from_the_place_makes_no_name(article, name, kind):
    answer = last(article)
    assert [(speaker.name, speaker.kind) for speaker in answer.speakers] == [(name, kind)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Ann Roe and Bo Diaz", ["Ann Roe", "Bo Diaz"], id="two-names"),
        pytest.param("Ann Roe, Bo Diaz and Cy Lund", ["Ann Roe", "Bo Diaz", "Cy Lund"], id="list"),
        pytest.param("Ann Roe, the mayor, and Bo Diaz, a nurse,", ["Ann Roe", "Bo Diaz"], id="appositions-in-between"),
        pytest.param(
            "the two candidates, Ann Roe and Senator Bo Diaz,", ["Ann Roe", "Bo Diaz"], id="members-of-a-group"
        ),
        pytest.param("Ann Roe and her husband", ["Ann Roe", "her husband"], id="name-and-description"),
        pytest.param("Ann Roe and leading Democrats", ["Ann Roe", "leading Democrats"], id="name-and-crowd"),
        pytest.param("Norway and Sweden", ["Norway", "Sweden"], id="two-states"),
        pytest.param("Mr. Diaz's chief pollster and strategist Ann Roe", ["Ann Roe"], id="one-role-of-two-nouns"),
        pytest.param("former prosecutor and Bergen Mayor Ann Roe", ["Ann Roe"], id="one-person-of-two-roles"),
        pytest.param("Ann Roe, chairwoman of the Fish and Game Board", ["Ann Roe"], id="and-inside-an-apposition"),
    ],
)
def test_joint_speakers_are_told_apart(source, expected):
    assert names(last(f"[[{source}]] spoke.")) == expected


@pytest.mark.parametrize(
    ("source", "name", "via"),
    [
        pytest.param("the Lakeland Foreign Ministry's statement", "Lakeland Foreign Ministry", "statement", id="owner"),
        pytest.param("a statement from the Trade Ministry", "Trade Ministry", "statement", id="from"),
        pytest.param("a Trade Ministry statement", "Trade Ministry", "statement", id="name-before"),
        pytest.param(
            "an online statement on the Trade Ministry's website",
            "Trade Ministry",
            "statement",
            id="website-of-the-issuer",
        ),
        pytest.param("Ann Roe's tweet", "Ann Roe", "tweet", id="tweet"),
        pytest.param("the statement", "the statement", "statement", id="issuer-not-told"),
        pytest.param(
            "the Trade Ministry's report", "the Trade Ministry's report", None, id="a-report-speaks-for-itself"
        ),
    ],
)
def test_the_issuer_speaks_through_a_statement(source, name, via):
    answer = last(f"[[{source}]] read.")
    assert (names(answer)[0].removeprefix("the "), answer.via) == (name.removeprefix("the "), via)


def test_the_statement_is_of_the_one_whose_statement_the_article_names():
    answers = last("[[The statement]] read so. “No,” [[the Trade Ministry’s statement]] added. [[The statement]] said.")
    assert (names(answers), answers.via, answers.reason) == (["Trade Ministry"], "statement", "issuer of the document")


@pytest.mark.parametrize(
    ("first", "name"),
    [
        pytest.param("an online statement on the Trade Ministry's website", ["Trade Ministry"], id="its website"),
        pytest.param("a statement from the Ferry Board", ["Ferry Board"], id="whom it is from"),
        pytest.param("a Trade Ministry statement", ["Trade Ministry"], id="a name before"),
        pytest.param("a letter from the Ferry Board", ["the statement"], id="a letter is no statement"),
    ],
)
def test_the_statement_is_of_the_one_whom_an_earlier_one_tells(first, name):
    answer = last(f"According to [[{first}]], rain fell. “No,” [[the statement]] said.")
    assert [each.removeprefix("the ") for each in names(answer)] == [each.removeprefix("the ") for each in name]


@pytest.mark.parametrize(
    ("article", "name", "via"),
    [
        pytest.param(
            "[[The Ferry Board]] denounced {{the claims}}. [[Its statement]] said so.",
            "Ferry Board",
            "statement",
            id="the-body-of-the-sentence-before",
        ),
        pytest.param(
            "The Ferry Board met. [[Its latest statement]] said so.",
            "Ferry Board",
            "statement",
            id="a-body-that-did-not-speak",
        ),
        pytest.param("[[Bo Diaz]] spoke. [[His tweet]] said so.", "Bo Diaz", "tweet", id="a-person"),
        pytest.param(
            "[[The Ferry Board]] spoke.\n\nIt rained. Nobody came.\n\n[[Its statement]] said so.",
            "Its statement",
            "statement",
            id="too-far-away-to-be-certain",
        ),
        pytest.param("It rained. [[Its statement]] said so.", "Its statement", "statement", id="of-nobody"),
        pytest.param("[[Ann Roe]] spoke. [[His letter]] said so.", "His letter", "letter", id="of-no-man"),
        pytest.param(
            "[[The Ferry Board]] spoke. [[Its report]] said so.", "Its report", None, id="a-report-is-no-voice"
        ),
        pytest.param("[[Bo Diaz]] spoke. [[Their letter]] said so.", "Their letter", "letter", id="of-several"),
    ],
)
def test_its_statement_is_of_the_one_that_is_meant(article, name, via):
    answer = last(article)
    assert (names(answer), answer.via) == ([name], via)


def test_the_statement_is_nobodys_where_two_issued_one():
    first = "[[A statement from the Ferry Board]] read so. [[A statement from the Trade Ministry]] read on."
    assert names(last(f"{first} [[The statement]] said."))[0].lower() == "the statement"


def test_words_behind_the_cue_tell_what_carried_the_words():
    assert last("[[Ann Roe]] said in a written statement that she left.").via == "statement"


@pytest.mark.parametrize(
    ("article", "speakers"),
    [
        pytest.param("It rained, said from [[Port Xaver, Ann Roe, the mayor]].", ["Ann Roe"], id="a-place-in-front"),
        pytest.param("It rained, from [[Port Xaver, a doctor of law, Bo Diaz]].", ["Bo Diaz"], id="an-office-behind"),
        pytest.param("In [[Addis Ababa, a doctor of law, Bo Diaz]], wept.", ["Bo Diaz"], id="a-place-of-two-words"),
        pytest.param("On the isle and island of [[Xaver, a guard, Ubo Lind]], wept.", ["Ubo Lind"], id="an-island"),
        pytest.param("In the Xavan town of [[Norvex, a guard, Ubo Lind]], wept.", ["Ubo Lind"], id="like-a-firm"),
        pytest.param("In the town of [[Xaver, Lind, a guard]], wept.", ["Lind"], id="one-name-behind-a-certain-place"),
        pytest.param("In the capital [[Kigali, a guard, Ubo Lind]], wept.", ["Ubo Lind"], id="a-capital"),
        pytest.param("In the capital, [[Xaver, trader Ubo Lind]] wept.", ["Ubo Lind"], id="a-capital-in-other-words"),
        pytest.param("In the capital, [[Xaver, the mayor]], wept.", ["Xaver"], id="but-the-mayor-may-be-called-so"),
        pytest.param("In the capital, [[Ann Roe, a friend of Bo Lind]], wept.", ["Ann Roe"], id="nor-who-bears-a-name"),
        pytest.param("In Amman, [[Jordan, a guard, Ubo Lind]], wept.", ["Ubo Lind"], id="a-city-and-its-state"),
        pytest.param("In [[Dar es Salaam, a guard, Ubo Lind]], wept.", ["Ubo Lind"], id="es-is-a-particle"),
        pytest.param("Of [[Xaver, Bo Lind, the mayor]], spoke.", ["Bo Lind"], id="whom-it-is-about"),
        pytest.param("In [[Peru's Acre Valley, a guard, Ubo Lind]], wept.", ["Ubo Lind"], id="a-valley-of-a-state"),
        pytest.param("In Xaver-on-[[Trent, a guard, Ubo Lind]], wept.", ["Ubo Lind"], id="a-town-cut-in-two"),
        pytest.param("After talks with [[Ubo Lind, Ann Roe, the mayor]], wept.", ["Ann Roe"], id="who-was-met"),
        pytest.param("Amid the ruins of [[Xaver, a baker, Ubo Lind]], wept.", ["Ubo Lind"], id="ruins-of-a-place"),
        pytest.param("Just outside [[Xaver, a baker, Ubo Lind]], wept.", ["Ubo Lind"], id="just-outside-it"),
        pytest.param("Alongside [[Ubo Lind, Ann Roe, the mayor]], wept.", ["Ann Roe"], id="who-stands-beside"),
        pytest.param(
            "Flanked by Colonel [[Ubo Lind, the mayor, Ann Roe]], wept.", ["Ann Roe"], id="a-title-before-who-is-beside"
        ),
        pytest.param("In the words of [[Ubo Lind, the mayor]], wept.", ["Ubo Lind"], id="words-of-somebody-named-once"),
        pytest.param("After the fire [[Ubo Lind, the mayor]], wept.", ["Ubo Lind"], id="no-preposition-at-the-name"),
        pytest.param("By the mill and [[Xaver, Ann Roe, the mayor,]] spoke.", ["Ann Roe"], id="no-preposition-before"),
        pytest.param(
            "[[Bo Lind, Ann Roe and Carl Diaz]] spoke.", ["Bo Lind", "Ann Roe", "Carl Diaz"], id="three-people"
        ),
    ],
)
def test_a_place_before_a_name_does_not_speak(article, speakers):
    assert names(last(article)) == speakers


def test_what_is_voted_for_is_said_by_no_votes():
    assert last("It was rejected by [[86 votes to 61]].").attribution == "unattributed"


@pytest.mark.parametrize("source", [pytest.param("", id="empty"), pytest.param("—", id="no-word")])
def test_a_source_without_a_word_names_nobody(source):
    answer = last(f"Ann Roe left. [[{source}]] said.")
    assert (answer.attribution, answer.speakers, answer.reason) == ("unattributed", (), "no source")
