"""The country of a person, from the office in front of the name."""

import pytest

from sumber.api import read


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("Menteri Luar Negeri Prancis Amelie Durand tiba kemarin.", "id", "FR"),
        ("Pemimpin Korea Utara Kim Jong Nam tiba kemarin.", "id", "KP"),
        ("Duta Besar Prancis untuk Indonesia Amelie Durand tiba kemarin.", "id", "FR"),
        ("Direktur Sukamaju Rina Wulandari tiba kemarin.", "id", None),
        ("Bupati Sukamaju Rina Wulandari tiba kemarin.", "id", "ID"),
        ("Wali Kota Bandung Dewa Laksmana tiba kemarin.", "id", "ID"),
        ("Ketua KPK Budi Laksana tiba kemarin.", "id", "ID"),
        ("Rina Durand, presiden Turki, tiba kemarin.", "id", "TR"),
        ("French President Amelie Durand arrived on Monday.", "en", "FR"),
        ("Turkey's foreign minister, Daniel Yilmaz, arrived on Monday.", "en", "TR"),
        ("Pedro Rojas, the president of Peru, arrived on Monday.", "en", "PE"),
        ("Prime Minister Anna Berg of Sweden arrived on Monday.", "en", "SE"),
        ("FBI Director Tom Walker arrived on Monday.", "en", "US"),
        ("Texas Gov. Amy Fielding arrived on Monday.", "en", "US"),
        ("Georgia Sen. Carl Rowe arrived on Monday.", "en", "US"),
        ("US ambassador to Turkey Jane Dawson left on Monday.", "en", "US"),
        ("BBC correspondent John Marsh arrived on Monday.", "en", None),
        ("Sara Lund, who met the Danish minister, left on Monday.", "en", None),
    ],
)
def test_the_office_names_the_country(text: str, language: str, country: str | None) -> None:
    record = read(text, language=language, without=("times", "places", "relays", "statements", "events"))
    (person,) = [name for name in record.names if name.kind == "person"]
    assert person.country == country
