"""Names of ministries, agencies and firms: which are one, and which mean another body in every article."""

import pytest

from service.identity import namings_of
from service.identity.bodies import body_name
from service.identity.namings import stays_with_article
from service.records import Mention


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("US Treasury", "Treasury Department", id="a seat that names its state"),
        pytest.param("U.S. Treasury", "Department of the Treasury", id="with stops"),
        pytest.param("Ministry of Defence of the United Kingdom", "British Defence Ministry", id="two words of it"),
        pytest.param("HM Treasury", "British Treasury", id="whose Treasury"),
    ],
)
def test_one_body(one, other):
    assert (body_name(one).core, body_name(one).owner) == (body_name(other).core, body_name(other).owner)


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        pytest.param("one Chinese firm", True, id="one of many"),
        pytest.param("A Chinese firm", True, id="at the beginning of a sentence"),
        pytest.param("A Safe Place", False, id="a name that begins so"),
        pytest.param("One Nation", False, id="a party"),
        pytest.param("Chinese Firm", False, id="a name"),
    ],
)
def test_an_indefinite_body_is_another_in_every_article(name, stays):
    assert stays_with_article(name, "organisation") is stays


@pytest.mark.parametrize(
    ("spoke", "party"),
    [
        pytest.param(["US Treasury"], {"United States"}, id="named in full beside it"),
        pytest.param(["US Treasury", "British Treasury"], set(), id="two are"),
        pytest.param([], set(), id="none is"),
    ],
)
def test_the_treasury_is_the_one_that_its_article_names(spoke, party):
    mentions = [Mention(name, kind="organisation") for name in ("Treasury", *spoke)]
    assert namings_of("a1", mentions)["Treasury", "organisation"].evidence.parties == party


def test_who_is_no_world_health_organization():
    known = namings_of("a1", [Mention("Vance")], "Who knows? Vance said so.")["Vance", "person"].evidence
    assert not known.context
    told = namings_of("a1", [Mention("Vance")], "The WHO knows. Vance said so.")["Vance", "person"].evidence
    assert told.context == {"World Health Organization"}
