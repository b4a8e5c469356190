"""The table of well-known bodies: companies, parties, armed groups and clubs, and the names of persons among them."""

import pytest

from sumber import Record, read
from sumber.record import NameKind


def names(text: str, language: str) -> dict[str, str | None]:
    record: Record = read(text, language=language, without=("events", "statements", "relays"))
    return {name.name: name.country for name in record.names if name.kind is NameKind.ORGANISATION}


@pytest.mark.parametrize(
    ("text", "language", "body", "country"),
    [
        ("The strike at Volkswagen went on, and Boeing cut its forecast.", "en", "Volkswagen", "DE"),
        ("The new plant of Maruti Suzuki opens in May.", "en", "Maruti Suzuki", "IN"),
        ("Fighters of Boko Haram attacked the village.", "en", "Boko Haram", "NG"),
        ("Buruh pabrik Toyota berunjuk rasa di Karawang.", "id", "Toyota", "JP"),
        ("Hizbullah menolak usulan gencatan senjata itu.", "id", "Hizbullah", "LB"),
        ("Persebaya Surabaya menang tipis atas tamunya.", "id", "Persebaya Surabaya", "ID"),
    ],
)
def test_a_well_known_body_is_found_with_its_country(
    text: str, language: str, body: str, country: str
) -> None:
    assert names(text, language)[body] == country


def test_the_name_of_a_company_is_a_persons_beside_a_given_name() -> None:
    record = read(
        "Lorenzo Ferrari, a baker, said the shop was full.", language="en", without=("events", "relays")
    )
    assert [name.name for name in record.names if name.kind is NameKind.PERSON] == ["Lorenzo Ferrari"]
    assert "Ferrari" not in names("Lorenzo Ferrari, a baker, said the shop was full.", "en")


def test_short_and_full_name_of_a_body_are_one() -> None:
    text = "Mondelez International raised its prices. Mondelez said costs had grown."
    record = read(text, language="en", without=("events", "relays"))
    bodies = [name for name in record.names if name.kind is NameKind.ORGANISATION]
    assert [(name.name, len(name.mentions)) for name in bodies] == [("Mondelez International", 2)]


def test_an_acronym_that_the_article_spells_out_as_something_else_is_no_body() -> None:
    text = "Mereka meneken Perjanjian Kerja Sama (PKS) di Magelang. PKS itu berlaku setahun."
    assert "PKS" not in names(text, "id")
    assert names("Ketua PKS berpidato di Magelang.", "id")["PKS"] == "ID"


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Ketua Komisi Pemberantasan Korupsi Budi Santoso hadir.", {"Komisi Pemberantasan Korupsi"}),
        ("Laga Grup C digelar di kota itu.", set()),
        ("Antara Mei dan Juni harga naik.", set()),
    ],
)
def test_bodies_beside_offices_and_small_words(text: str, bodies: set[str]) -> None:
    record = read(text, language="id")
    assert {name.name for name in record.names if name.kind == "organisation"} == bodies
