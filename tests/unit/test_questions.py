import pytest

from service.questions import Term, question_of, words_held


def wanted(words: str, beginning: str = "") -> Term:
    return Term(words, beginning)


def unwanted(words: str, beginning: str = "") -> Term:
    return Term(words, beginning, excluded=True)


@pytest.mark.parametrize(
    ("asked", "alternatives"),
    [
        pytest.param("Brexit", [[wanted("brexit")]], id="a word"),
        pytest.param("naïve Støre", [[wanted("naive"), wanted("store")]], id="accents"),
        pytest.param('"exact  phrase" more', [[wanted("exact  phrase"), wanted("more")]], id="a phrase"),
        pytest.param("“curly marks”", [[wanted("curly marks")]], id="a phrase in curly marks"),
        pytest.param('"never closed', [[wanted("never closed")]], id="a phrase that is not closed"),
        pytest.param("witch-hunt", [[wanted("witch hunt")]], id="a hyphen makes a phrase"),
        pytest.param("U.S. talks", [[wanted("us"), wanted("talks")]], id="an abbreviation"),
        pytest.param("a or b c", [[wanted("a")], [wanted("b"), wanted("c")]], id="or binds less than and"),
        pytest.param("a OR b", [[wanted("a")], [wanted("b")]], id="or in capitals"),
        pytest.param('a "or" b', [[wanted("a"), wanted("or"), wanted("b")]], id="or in marks is a word"),
        pytest.param("or a or or b or", [[wanted("a")], [wanted("b")]], id="or without sides"),
        pytest.param("a -b", [[wanted("a"), unwanted("b")]], id="minus"),
        pytest.param('-"a b" c', [[unwanted("a b"), wanted("c")]], id="minus a phrase"),
        pytest.param("- a", [[wanted("a")]], id="a minus alone"),
        pytest.param("electi*", [[wanted("", "electi")]], id="a beginning"),
        pytest.param("-electi*", [[unwanted("", "electi")]], id="minus a beginning"),
        pytest.param("witch-h*", [[wanted("witch h*")]], id="a beginning of one letter is a word"),
        pytest.param("witch-hu*", [[wanted("witch", "hu")]], id="the beginning of a second part"),
        pytest.param('"elect*"', [[wanted("elect*")]], id="a star in marks is none"),
        pytest.param("elect**", [[wanted("", "elect")]], id="two stars"),
        pytest.param("e*", [[wanted("e*")]], id="too short a beginning"),
        *[
            pytest.param(marks, [], id=f"nothing in {marks!r}")
            for marks in ["", "-", "*", "OR", '"', '""', "- - *", "or or", "&|!():<->", "😀", "\0", "\ud800", '-"']
        ],
    ],
)
def test_questions(asked, alternatives):
    assert question_of(asked) == tuple(map(tuple, alternatives))


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        pytest.param('"foreign policy" sanctions', ["foreign", "policy", "sanctions"], id="all words of all terms"),
        pytest.param("treaty -war", ["treaty"], id="what must not be there is not held"),
        pytest.param("treaty sanction*", ["treaty"], id="what a beginning goes on to is not known"),
        pytest.param("treaty or war", [], id="either may be missing"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words_without_which_nothing_is_found(asked, held):
    assert words_held(question_of(asked)) == held
