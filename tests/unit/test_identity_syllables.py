"""Names of China and Korea in the spellings of their customs, and neighbours of one letter. The people are invented."""

import pytest

from service.identity.person_names import person_name
from service.identity.syllables import may_be_one, outline_of_surname


def _may_be_one(one: str, other: str) -> bool:
    return may_be_one(person_name(one).syllables, person_name(other).syllables)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Chang Chih-ming", "Zhang Zhiming", id="ch is zh, and zh again before ih"),
        pytest.param("Teng Kuo-liang", "Deng Guoliang", id="each syllable is pinyin too: the hyphen tells"),
        pytest.param("Chu Yung-fa", "Zhu Yongfa", id="ung is ong"),
        pytest.param("Chou En-lai", "Zhou Enlai", id="ch and ou"),
        pytest.param("Tsai Hsin-yi", "Cai Xinyi", id="a mark left out: ts is z or c"),
        pytest.param("Chung Ki-young", "Jeong Gi-yeong", id="as passports have it"),
        pytest.param("Yi Sang-hyeon", "Rhee Sang-hyun", id="one surname in two letters and five"),
        pytest.param("Ri Chol-jin", "Lee Cheol-jin", id="North and South"),
        pytest.param("Park Geon-woo", "Bak Geonu", id="woo is u, in one word"),
        pytest.param("Cheng Kai-ming", "Zheng Qiming", id="as Hong Kong spells it"),
        pytest.param("Wong Suk-yee", "Huang Shuyi", id="and where no syllable is the same"),
        pytest.param("Min Jung Kang", "Kang Min-jung", id="the surname last, though the first word may be one"),
    ],
)
def test_spellings_of_one_name(one, other):
    assert _may_be_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Zhang Lihua", "Zhang Lijuan", id="two names in pinyin"),
        pytest.param("Chen Ping", "Chen Bing", id="nothing tells that the one is the older spelling"),
        pytest.param("Chang San-cheng", "Chang Shan-cheng", id="s is no sh, and neither is of Korea"),
        pytest.param("Kim Ji-yeon", "Kim Ji-yun", id="yeon is no yun, though hyun may be hyeon"),
        pytest.param("Park Sung-ho", "Park Sang-ho", id="u is no a"),
        pytest.param("Choi Min-seok", "Choi Min-seo", id="one consonant more"),
        pytest.param("Jung Ho-yeon", "Jang Ho-yeon", id="two surnames"),
        pytest.param("Ann Vance", "Ann Vance", id="of neither country"),
    ],
)
def test_neighbours(one, other):
    assert not _may_be_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("chiang", "jiang", id="ch, j"),
        pytest.param("lee", "rhee", id="no consonant that all of them have"),
        pytest.param("lim", "im", id="l, which Koreans of the South leave out"),
        pytest.param("park", "bak", id="an r that is not said"),
        pytest.param("hsieh", "xie", id="hs, x"),
    ],
)
def test_surnames_that_may_be_one_are_compared(one, other):
    assert outline_of_surname(one) == outline_of_surname(other)
