"""The language of a text; English wherever nothing speaks against it. All sentences were written for this test."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.extraction import language as module
from service.extraction.language import language

ENGLISH = "The mayor said that the old bridge would be closed for a year, and that the ferry would run every hour."
GERMAN = "Die Bürgermeisterin sagte am Montag, dass die alte Brücke ein ganzes Jahr lang gesperrt werden müsse."


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("en", ENGLISH, id="english"),
        pytest.param("de", GERMAN, id="german"),
        pytest.param(
            "fr", "La mairesse a déclaré lundi que le vieux pont serait fermé pendant une année entière.", id="french"
        ),
        pytest.param(
            "es", "La alcaldesa dijo el lunes que el puente viejo quedará cerrado durante todo un año.", id="spanish"
        ),
        pytest.param(
            "it", "La sindaca ha detto lunedì che il vecchio ponte resterà chiuso per un anno intero.", id="italian"
        ),
        pytest.param(
            "pt",
            "A prefeita disse na segunda-feira que a ponte velha ficará fechada durante um ano inteiro.",
            id="portuguese",
        ),
        pytest.param(
            "nl", "De burgemeester zei maandag dat de oude brug een heel jaar lang gesloten zal blijven.", id="dutch"
        ),
        pytest.param(
            "pl", "Burmistrzyni powiedziała w poniedziałek, że stary most będzie zamknięty przez cały rok.", id="polish"
        ),
        pytest.param(
            "sv", "Borgmästaren sade på måndagen att den gamla bron kommer att vara stängd i ett helt år.", id="swedish"
        ),
        pytest.param(
            "tr",
            "Belediye başkanı pazartesi günü eski köprünün bir yıl boyunca kapalı kalacağını söyledi.",
            id="turkish",
        ),
        pytest.param(
            "fi",
            "Pormestari sanoi maanantaina, että vanha silta pidetään suljettuna kokonaisen vuoden ajan.",
            id="finnish",
        ),
        pytest.param(
            "hu",
            "A polgármester hétfőn azt mondta, hogy a régi híd egy teljes évig zárva marad a forgalom elől.",
            id="hungarian",
        ),
        pytest.param(
            "ru", "Мэр города заявила в понедельник, что старый мост будет закрыт на целый год.", id="russian"
        ),
        pytest.param(
            "el", "Η δήμαρχος είπε τη Δευτέρα ότι η παλιά γέφυρα θα μείνει κλειστή για έναν χρόνο.", id="greek"
        ),
        pytest.param("ar", "قالت رئيسة البلدية يوم الاثنين إن الجسر القديم سيغلق لمدة عام كامل.", id="arabic"),
        pytest.param("he", "ראשת העיר אמרה ביום שני כי הגשר הישן ייסגר למשך שנה שלמה.", id="hebrew"),
        pytest.param("hi", "मेयर ने सोमवार को कहा कि पुराना पुल पूरे एक साल तक बंद रहेगा।", id="hindi"),
        pytest.param("th", "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าสะพานเก่าจะปิดเป็นเวลาหนึ่งปี", id="thai"),
        pytest.param("zh", "市长星期一表示，旧桥将关闭整整一年，渡轮每小时开一班。", id="chinese"),
        pytest.param("ja", "市長は月曜日、古い橋を一年間閉鎖すると述べた。", id="japanese"),
        pytest.param("ko", "시장은 월요일에 오래된 다리를 일 년 동안 폐쇄하겠다고 말했다.", id="korean"),
    ],
)
def test_language(expected, text):
    assert language(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing-to-read"),
        pytest.param("  \n\n\u2028 ", id="white-space"),
        pytest.param("12,5 % – 3:2", id="no-letters"),
        pytest.param("Oda Holm, Bergen", id="few-letters"),
        pytest.param(ENGLISH.upper(), id="capitals"),
        pytest.param(
            "Oddný Þórsdóttir, Bjørn Åkesson, Wojciech Grabowski, Ngô Thị Lan, José Ibáñez, Müjde Yıldız",
            id="foreign-names",
        ),
        pytest.param(ENGLISH + " “Das ist eine alte Geschichte”, he wrote to them.", id="foreign-words-quoted"),
        pytest.param("\n\n".join([ENGLISH] * 3 + [GERMAN]), id="one-foreign-paragraph"),
        pytest.param("\n\n".join(["Oda Holm"] * 40 + [ENGLISH] * 200), id="a-long-article-behind-a-list"),
    ],
)
def test_stays_english(text):
    assert language(text) == "en"


def test_foreign_article_with_an_english_quotation():
    assert language(GERMAN + " „We will not stay“, fügte sie hinzu. " + GERMAN) == "de"


def test_capitals_of_another_language_are_not_english():
    assert language(GERMAN.upper()) == "de"


def test_looks_at_a_bounded_sample():
    text = "\n\n".join([ENGLISH] * 5000)
    assert len(module._sample(text)) <= 5000 + 12


def test_plain_english_needs_no_model(monkeypatch):
    monkeypatch.setattr(module, "_model", lambda: pytest.fail("the model was read"))
    assert language(ENGLISH) == "en"


def test_threads_agree():
    module._model.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(language, [GERMAN] * 8)) == {"de"}


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec=None), max_size=300))
def test_any_text_has_a_two_letter_code(text):
    assert len(language(text)) == 2
