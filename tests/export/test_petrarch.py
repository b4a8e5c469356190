"""CAMEO pairs by PETRARCH's conventions: what is planned, said and told of others is written too."""

import pytest

from sumber.api import read
from sumber.export.petrarch import PetrarchExporter, claims

CASES = (
    ("The president of Brazil met the prime minister of Spain.", {("BRAGOV", "ESPGOV", "04")}),
    ("France will send aid to Chad.", {("FRA", "TCD", "07")}),
    ("France wants to help Chad.", {("FRA", "TCD", "03")}),
    ("Peru said it would send aid to Chile.", {("PER", "CHL", "03")}),
    ("Peru has agreed to lift the sanctions on Chile.", {("PER", "CHL", "08")}),
    ("Peru said it would not send aid to Chile.", {("PER", "CHL", "12")}),
    ("Peru said that Chile had attacked the town.", {("PER", "CHL", "112")}),
    ("Peru urged Chile to free the prisoners.", {("PER", "CHL", "02")}),
    ("Peru expressed sorrow for the shootings in Chile.", {("PER", "CHL", "01")}),
    ("Two Peruvian soldiers were killed in Chilean shelling.", {("CHL", "PERMIL", "19")}),
    (
        "US and Chilean activists staged a protest in Ghana.",
        {("USAOPP", "GHA", "141"), ("CHLOPP", "GHA", "141")},
    ),
    ("Peru condemned the allegations by Chile.", set()),
    ("The visit came a day before Peru attacked Chile.", set()),
    ("The weather in Peru was fine.", set()),
)


@pytest.mark.parametrize(("text", "pairs"), CASES)
def test_pairs_follow_the_conventions(text: str, pairs: set[tuple[str, str, str]]) -> None:
    assert {(one.source, one.target, one.code) for one in claims(read(text, language="en"))} == pairs


def test_a_title_and_a_surname_mean_who_held_the_office_then() -> None:
    text = "President Bush urged Chile to free the prisoners."
    then = read(text, language="en", published="2006-03-01")
    later = read(text, language="en", published="2019-03-01")
    assert [one.source for one in claims(then)] == ["USAGOV"]
    assert [one.source for one in claims(later)] != ["USAGOV"]


def test_an_apposition_tells_the_country_of_a_person() -> None:
    text = "The Peruvian commander, General Juan Rojas, urged Chile to free the prisoners."
    assert [one.source for one in claims(read(text, language="en"))] == ["PERMIL"]


def test_the_export_writes_the_sentence_beside_the_pair() -> None:
    record = read("Peru urged Chile to free the prisoners.", language="en")
    _, row = list(PetrarchExporter().write([record]))
    assert "\tPER\tCHL\t02\t02\tPeru urged Chile to free the prisoners.\t" in str(row)
