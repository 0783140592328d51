"""Bodies and people told from what an article says of them, and what "it" means then."""

import pytest
from naming_articles import last


@pytest.mark.parametrize(
    ("article", "name", "kind"),
    [
        pytest.param(
            "Orvanel, the largest maker of tiles, closed. [[Orvanel]] spoke.",
            "Orvanel",
            "organisation",
            id="apposition",
        ),
        pytest.param("Orvanel’s chief executive left. [[Orvanel]] spoke.", "Orvanel", "organisation", id="its-officer"),
        pytest.param("Shares of Orvanel fell. [[Orvanel]] spoke.", "Orvanel", "organisation", id="shares-of-it"),
        pytest.param("Orvanel itself closed. [[Orvanel]] spoke.", "Orvanel", "organisation", id="itself"),
        pytest.param("Orvanel, which sells tiles, closed. [[Orvanel]] spoke.", "Orvanel", "organisation", id="which"),
        pytest.param("[[Greenpeace]] spoke.", "Greenpeace", "organisation", id="known-everywhere"),
        pytest.param("[[Kremlin]] spoke.", "Kremlin", "organisation", id="a-seat-of-government-without-an-article"),
        pytest.param("[[Treasury]] spoke.", "Treasury", "organisation", id="a-ministry-by-one-word"),
        pytest.param("[[U.S. Treasury]] spoke.", "U.S. Treasury", "organisation", id="a-state-is-no-initial"),
        pytest.param(
            "[[Doctors Without Borders]] spoke.", "Doctors Without Borders", "organisation", id="a-title-first"
        ),
        pytest.param(
            "The [[Centers for Disease Control and Prevention]] spoke.",
            "Centers for Disease Control and Prevention",
            "organisation",
            id="a-name-behind-for",
        ),
        pytest.param("Kremlin spokesman [[Ivo Sá]] spoke.", "Ivo Sá", "person", id="whose-spokesman"),
        pytest.param("Ann Whitehall left. [[Whitehall]] spoke.", "Ann Whitehall", "person", id="who-is-called-so"),
        pytest.param(
            "They spoke of Orvanel, hours after the company’s report. [[Orvanel]] spoke.",
            "Orvanel",
            "organisation",
            id="taken-up-as-the-company",
        ),
        pytest.param(
            "They spoke of Orvanel and Tavimo. The company fell. [[Orvanel]] spoke.",
            "Orvanel",
            "person",
            id="the-company-may-be-either",
        ),
        pytest.param(
            "They saw Orvanel. The company of friends left. [[Orvanel]] spoke.",
            "Orvanel",
            "person",
            id="of-others",
        ),
        pytest.param("[[Kompas]] spoke.", "Kompas", "organisation", id="an-outlet-of-one-word"),
        pytest.param("[[Der Spiegel]] spoke.", "Der Spiegel", "organisation", id="an-outlet-with-its-article"),
        pytest.param("Ada Forbes left. [[Forbes]] spoke.", "Ada Forbes", "person", id="who-is-called-as-an-outlet"),
        pytest.param("[[Harbour Action]] spoke.", "Harbour Action", "organisation", id="a-last-word-of-bodies"),
        pytest.param("[[The Ann Roe Show]] spoke.", "Ann Roe Show", "organisation", id="a-show-named-after-her"),
        pytest.param("[[Tile-maker Orvanel]] spoke.", "Orvanel", "organisation", id="what-it-makes"),
        pytest.param("The super [[PAC]] spoke.", "PAC", "organisation", id="what-it-is-without-a-name"),
        pytest.param("As Orvanel reported on Monday, [[Orvanel]] spoke.", "Orvanel", "organisation", id="it-reported"),
        pytest.param("[[Bergen-based Orvanel]] spoke.", "Orvanel", "organisation", id="where-it-is-based"),
        pytest.param("The city of Tarn was dark. [[Tarn]] spoke.", "Tarn", "organisation", id="a-place"),
        pytest.param("They had faith in Tarn, Xe said. [[Tarn]] spoke.", "Tarn", "person", id="no-place"),
        pytest.param("Team Tarn won. [[Team Tarn]] spoke.", "Team Tarn", "organisation", id="somebody-s-team"),
        pytest.param("[[Reuters Kenya]] spoke.", "Reuters Kenya", "organisation", id="an-outlet-s-branch"),
        pytest.param(
            "[[Conservative Christians]] spoke.", "Conservative Christians", "group", id="a-crowd-of-two-words"
        ),
        pytest.param("[[Pro-union Skaters]] spoke.", "Pro-union Skaters", "group", id="a-crowd-for-something"),
        pytest.param("[[State Committees]] spoke.", "State Committees", "group", id="several-bodies"),
        pytest.param("[[TAVIMO]]: It rained.", "TAVIMO", "person", id="the-label-of-a-turn"),
        pytest.param("Gulf Twitter is one. [[Twitter]] spoke.", "Twitter", "organisation", id="no-tail-of-a-name"),
        pytest.param("[[Harbour City Mayor Bo Press]] spoke.", "Bo Press", "person", id="a-mayor-named-as-a-body"),
        pytest.param("[[Harbour troops]] spoke.", "Harbour troops", "group", id="troops"),
        pytest.param("[[Office-holders]] spoke.", "Office-holders", "group", id="who-holds-something"),
        pytest.param("Ada Khoury left. [[The Khourys]] spoke.", "The Khourys", "group", id="a-family"),
        pytest.param("[[Dock Workers Secretary-Treasurer Bo Diaz]] spoke.", "Bo Diaz", "person", id="two-offices"),
        pytest.param("[[Co-anchor Ann Roe]] spoke.", "Ann Roe", "person", id="one-of-two"),
        pytest.param("[[Japanese]] spoke.", "Japanese", "group", id="a-people"),
        pytest.param("[[Kenyan]] spoke.", "Kenyan", "anonymous", id="one-of-a-people-has-no-name"),
        pytest.param("Dawn French left. [[French]] spoke.", "Dawn French", "person", id="a-people-s-name-borne"),
        pytest.param(
            "[[One Kenyan and one Chinese firm]] spoke.",
            "One Kenyan and one Chinese firm",
            "group",
            id="two",
        ),
        pytest.param("They chose Orvan, which was a surprise. [[Orvan]] spoke.", "Orvan", "person", id="which-of-all"),
        pytest.param("Orvan’s stock rose in the party. [[Orvan]] spoke.", "Orvan", "person", id="stock-of-a-person"),
        pytest.param(
            "The charity Wanu Kesi closed. [[Wanu Kesi]] spoke.", "Wanu Kesi", "organisation", id="noun-before"
        ),
        pytest.param("Orvanel NV fell. [[Orvanel]] spoke.", "Orvanel", "organisation", id="legal-form-left-off"),
        pytest.param("[[Tavi Morada Lines]] spoke.", "Tavi Morada Lines", "organisation", id="word-for-a-firm"),
        pytest.param(
            "[[Orvanel]] said in a statement that its kilns were cold.",
            "Orvanel",
            "organisation",
            id="a-statement-of-its",
        ),
        pytest.param("Ann Power left. [[Ann Power]] spoke.", "Ann Power", "person", id="surname-that-is-a-firm-s-word"),
        pytest.param(
            "Ann Roe, the company’s founder, left. [[Roe]] spoke.", "Ann Roe", "person", id="noun-that-owns-is-no-body"
        ),
        pytest.param(
            "[[The Dock Workers' Union]] spoke.", "Dock Workers' Union", "organisation", id="union-of-members"
        ),
        pytest.param("[[Rival Tavi Foods]] spoke.", "Tavi Foods", "organisation", id="what-it-is-before-the-name"),
        pytest.param(
            "The company, Tavi Morun, left. [[Tavi Morun]] spoke.",
            "Tavi Morun",
            "organisation",
            id="the-company-between-commas",
        ),
        pytest.param(
            "The head of the company, Tavi Morun, left. [[Tavi Morun]] spoke.",
            "Tavi Morun",
            "person",
            id="its-head-between-commas",
        ),
        pytest.param(
            "Its star, Tavi Morun, left. [[Tavi Morun]] spoke.", "Tavi Morun", "person", id="a-star-is-no-paper"
        ),
        pytest.param(
            "Ann Roe left. [[Roe]], which owns ferries, spoke.", "Roe", "organisation", id="which-is-no-person"
        ),
        pytest.param("[[The local MP, Tavi Morun,]] spoke.", "Tavi Morun", "person", id="a-member-of-parliament"),
        pytest.param("[[Grupo Tavi]] spoke.", "Grupo Tavi", "organisation", id="a-body-of-another-language"),
        pytest.param("[[Greek Cypriots]] spoke.", "Greek Cypriots", "group", id="a-people"),
        pytest.param(
            "[[The mill’s owner, Tavi Nickel,]] spoke.", "Tavi Nickel", "organisation", id="an-owner-that-is-a-firm"
        ),
    ],
)
def test_a_name_is_a_body_s_when_the_article_shows_it(article, name, kind):
    (speaker,) = last(article).speakers
    assert (speaker.name, speaker.kind) == (name, kind)


@pytest.mark.parametrize(
    ("article", "name"),
    [
        pytest.param(
            "[[Bo Diaz]] spoke. His wife, [[Xeni]], spoke. [[She]] added more.", "Xeni", id="wife-by-first-name-only"
        ),
        pytest.param("[[His wife, Xeni,]] spoke.", "Xeni", id="one-name-between-commas"),
        pytest.param("Willem de Groot came. [[De Groot]] spoke.", "Willem de Groot", id="small-word-with-a-capital"),
        pytest.param(
            "The barrister Anil Kapoor KC came. [[Kapoor]] spoke.", "Anil Kapoor KC", id="honour-behind-a-name"
        ),
        pytest.param(
            "Captain Xe Tarn fell. His arm broke. [[Bo Diaz]] spoke. [[Ina Holm]] spoke. [[She]] added.",
            "Ina Holm",
            id="pronoun-that-opens-the-next-sentence",
        ),
        pytest.param(
            "Okoro's old driver Ivo Sá tells another tale. [[He]] spoke.", "Ivo Sá", id="an-owner-leads-no-sentence"
        ),
        pytest.param("Name: Ina Holm Age: 27\n\n[[Holm]] spoke.", "Ina Holm", id="no-label-behind-it"),
        pytest.param("Name: Ina HolmAge: 27. [[Holm]] spoke.", "Ina Holm", id="no-label-glued-to-it"),
        pytest.param(
            "[[The Board of Tides and Fisheries]] spoke.", "Board of Tides and Fisheries", id="not-two-bodies"
        ),
        pytest.param(
            "[[The bespectacled, tall diplomat]] spoke.", "The bespectacled, tall diplomat", id="two-adjectives"
        ),
        pytest.param("[[Exit polling]] spoke.", "Exit polling", id="a-noun-in-ing"),
        pytest.param(
            "[[A report Tuesday from Bergen]] spoke.", "A report Tuesday from Bergen", id="no-day-that-speaks"
        ),
        pytest.param("With [[42%]] of them gone.", "42%", id="a-share"),
        pytest.param("[[Theatregoer Ann Roe]] spoke.", "Ann Roe", id="what-she-does-opens-the-sentence"),
        pytest.param(
            "It was [[Theatregoer Ann Roe]] who spoke.", "Theatregoer Ann Roe", id="inside-it-a-capital-is-a-name"
        ),
        pytest.param("[[The “Old Harbour”]] spoke.", "Old Harbour", id="a-name-in-marks"),
        pytest.param("[[The MCE, Mr. Ivo Sá,]] spoke.", "Ivo Sá", id="an-office-in-capitals"),
        pytest.param("[[The head of the port on Tuesday]] spoke.", "The head of the port", id="no-day"),
        pytest.param("[[An aide arrested late last week]] spoke.", "An aide", id="no-participle-with-its-time"),
        pytest.param(
            "[[A reporter for Harbour Today]] spoke.", "A reporter for Harbour Today", id="time-inside-a-name"
        ),
    ],
)
def test_a_speaker_s_name_is_neither_cut_nor_padded(article, name):
    assert [speaker.name for speaker in last(article).speakers] == [name]


@pytest.mark.parametrize(
    ("article", "name"),
    [
        pytest.param(
            '[[The Trade Union]] spoke. The report, by Ann Roe, runs to 140 pages. "All is lost," [[it]] says.',
            "The report",
            id="a-document-opens-the-sentence-before",
        ),
        pytest.param(
            '[[The Trade Ministry]] spoke. Orvanel, the company that runs it, refused. "We pay," [[it]] said.',
            "Orvanel",
            id="a-body-opens-the-sentence-before",
        ),
        pytest.param(
            "[[The steelmaker]] spoke. In a letter [[it]] denied all.", "The steelmaker", id="a-maker-is-a-firm"
        ),
        pytest.param(
            "[[The Trade Ministry]] spoke. The weekly benefit, [[it]] said, is small.",
            "Trade Ministry",
            id="a-noun-before-another-noun-is-no-subject",
        ),
        pytest.param(
            "[[The Trade Ministry]] spoke. The company's head left. [[It]] denied all.",
            "Trade Ministry",
            id="an-owner-is-no-subject",
        ),
    ],
)
def test_it_is_the_subject_of_the_sentence_before(article, name):
    assert [speaker.name for speaker in last(article).speakers] == [name]


@pytest.mark.parametrize(
    ("article", "name"),
    [
        pytest.param(
            "Corvane's report came out. The Harbour Ministry spoke hours after it. [[It]] said all.",
            "Harbour Ministry", id="a-verb-that-bends",
        ),
        pytest.param(
            "Corvane had accused it. The Harbour Ministry also put out a statement, in which [[it]] denied all.",
            "Harbour Ministry", id="an-adverb-before-the-verb",
        ),
    ],
)  # fmt: skip
def test_it_is_the_body_that_opens_the_sentence_whatever_it_does(article, name):
    assert [speaker.name for speaker in last(article).speakers] == [name]


@pytest.mark.parametrize("source", ["Tuesday", "Democratic", "39", "There", "The"])
def test_what_names_nobody_has_no_speaker(source):
    assert last(f"[[{source}]] spoke.").speakers == ()


@pytest.mark.parametrize(
    "article",
    [
        pytest.param("The Friday report was long because [[it]] said all.", id="a-day-before-a-noun"),
        pytest.param("The Donald Tarn-led port was new. Then [[it]] said all.", id="half-of-an-adjective"),
        pytest.param("The film was released, [[which]] said all.", id="a-participle"),
        pytest.param("Millions at home [[who]] said all.", id="a-place"),
    ],
)
def test_no_body_or_person_is_made_of_what_is_none(article):
    assert last(article).speakers == ()
