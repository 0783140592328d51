"""Names of institutions in other languages, in English; and names that only share a word with them."""

import pytest

from service.identity.bodies import body_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Corte Suprema de Justicia", "Supreme Court"),
        ("Universität Wien", "University of Vienna"),
        ("Policía Nacional", "National Police"),
        ("Tribunal Supremo", "Supreme Court"),
        ("وزارة الصحة اللبنانية", "Lebanese Health Ministry"),
        ("Министерство обороны России", "Russian Defence Ministry"),
        ("Banco Central de Chile", "Chile's central bank"),
    ],
)
def test_one_institution(one, other):
    assert (body_name(one).core, body_name(one).owner) == (body_name(other).core, body_name(other).owner)


def test_a_word_of_another_language_alone_is_a_name():
    assert body_name("Nacional").core == ("nacional",)
    assert body_name("Special Tribunal for Varn").core == ("special", "tribunal", "varn")
