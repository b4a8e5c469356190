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
        ("Pemimpin Korea Utara, Kim Jong Un, tiba pagi ini. Pemimpin Korea Utara tersebut pulang besok.", "id", "Kim Jong Un", "Pemimpin Korea Utara tersebut"),
        ("Rina Wulandari, Bupati Sukamaju, hadir. Menurut warga, bupati itu ramah.", "id", "Rina Wulandari", "bupati itu"),
        ("Maria Santos, president of Peru, arrived early. Later the president had lunch.", "en", "Maria Santos", "the president"),
        ("Maria Santos, the mayor of Izmir, arrived early. Later the mayor had lunch.", "en", "Maria Santos", "the mayor"),
        ("The mayor of Izmir, Maria Santos, arrived early. Later the mayor of Izmir had lunch.", "en", "Maria Santos", "the mayor of Izmir"),
    ],
)  # fmt: skip
def test_an_office_said_again_means_its_holder(text: str, language: str, name: str, phrase: str) -> None:
    assert described(text, language) == {name: [phrase]}


def test_an_office_that_two_persons_hold_means_nobody() -> None:
    text = "Presiden Rusia Vladimir Putin menjamu Presiden Prancis Emmanuel Macron. Presiden itu tersenyum."
    assert described(text, "id") == {}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The mayor of Izmir, Maria Santos, met the mayor of Lima, Pedro Rojas. Later the mayor had lunch.",
            "en",
        ),
        ("Vice President Maria Santos arrived early. Later the president had lunch.", "en"),
        (
            "Maria Santos, president of the Lima Chess Club, arrived early. Later the president spoke to the nation.",
            "en",
        ),
        ("Former Mayor Maria Santos arrived early. Later the mayor had lunch.", "en"),
        ("Pemimpin Korea Utara, Kim Jong Un, bertemu sejawatnya. Kedua pemimpin itu makan siang.", "id"),
        ("Mantan Bupati Sukamaju Rina Wulandari hadir. Menurut warga, bupati itu ramah.", "id"),
        ("Maria Santos, the mayor's wife, arrived early. Later the mayor had lunch.", "en"),
    ],
)
def test_an_office_of_another_or_of_the_past_means_nobody(text: str, language: str) -> None:
    assert described(text, language) == {}


def test_descriptions_are_mentions_with_their_form() -> None:
    text = "Bupati Sukamaju Rina Wulandari hadir. Menurut warga, bupati itu ramah."
    record = read(text, language="id", without=("times", "places", "relays", "statements", "events"))
    (name,) = record.names
    assert [text[m.start : m.end] for m in name.mentions if m.form is Form.DESCRIPTION][-1] == "bupati itu"
