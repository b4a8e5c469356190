"""English words that look like persons: products, companies, towns and things that bear a name."""

import pytest

from sumber.api import read
from sumber.record import NameKind

WITHOUT = ("times", "places", "relays", "statements", "events")
REST = " It rained in the north. People stayed at home. The market was closed. Prices rose. Trains were late. A bus came."


def persons(text: str) -> set[str]:
    record = read(text, language="en", without=WITHOUT)
    return {name.name for name in record.names if name.kind is NameKind.PERSON}


@pytest.mark.parametrize(
    "text",
    [
        "They met at Jane Dawson Stadium on Sunday.",
        "The Jane Dawson Award went to a farmer.",
        "They work for the firm Billy Casper Golf.",
        "They post it on TikTok and on Instagram." + REST,
        "Heroku changed this completely. They moved the page to Heroku in a week." + REST,
    ],
)
def test_what_bears_a_name_is_no_person(text: str) -> None:
    assert persons(text) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The market is closed, Mtetwa said. They met Mtetwa in the north." + REST, {"Mtetwa"}),
        ("A girl named Pihu was found. They took Pihu home." + REST, {"Pihu"}),
        ("They met Jane Dawson, a lawyer in Orlando who plays golf.", {"Jane Dawson"}),
        ("They met JoAnn Dawson in the north.", {"JoAnn Dawson"}),
    ],
)
def test_persons_stay(text: str, names: set[str]) -> None:
    assert persons(text) == names


def test_a_first_name_before_another_word_is_no_short_form() -> None:
    record = read(
        "They met Jeff Dawson and Mary Wall. Jeff Link stayed at home.", language="en", without=WITHOUT
    )
    mentions = {record.article.text[m.start : m.end] for name in record.names for m in name.mentions}
    assert "Jeff" not in mentions


def test_an_account_at_a_company_is_no_mention_of_it() -> None:
    record = read("Send it to my PayPal account.", language="en", without=WITHOUT)
    assert record.names == ()
