"""Phrases of office that mean a person named elsewhere in the article."""

import pytest

from sumber.api import read
from sumber.record import Form


def described(text: str, language: str) -> dict[str, list[str]]:
    record = read(text, language=language, without=("times", "places", "relays", "statements", "events"))
    return {name.name: list(name.descriptions) for name in record.names if name.descriptions}


@pytest.mark.parametrize(
    ("text", "language", "name", "phrase"),
    [
        ("Presiden Rusia Vladimir Putin tiba pagi ini. Kemudian presiden tersebut makan siang.", "id", "Vladimir Putin", "presiden tersebut"),
        ("Bupati Sukamaju Rina Wulandari hadir. Menurut warga, bupati itu ramah.", "id", "Rina Wulandari", "bupati itu"),
        ("President Maria Santos arrived early. Later the president had lunch.", "en", "Maria Santos", "the president"),
    ],
)  # fmt: skip
def test_an_office_said_again_means_its_holder(text: str, language: str, name: str, phrase: str) -> None:
    assert described(text, language) == {name: [phrase]}


def test_an_office_that_two_persons_hold_means_nobody() -> None:
    text = "Presiden Rusia Vladimir Putin menjamu Presiden Prancis Emmanuel Macron. Presiden itu tersenyum."
    assert described(text, "id") == {}


def test_descriptions_are_mentions_with_their_form() -> None:
    text = "Bupati Sukamaju Rina Wulandari hadir. Menurut warga, bupati itu ramah."
    record = read(text, language="id", without=("times", "places", "relays", "statements", "events"))
    (name,) = record.names
    assert [text[m.start : m.end] for m in name.mentions if m.form is Form.DESCRIPTION][-1] == "bupati itu"
