"""The country of a person, from the office in front of the name."""

import pytest

from sumber.api import read


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("Menteri Luar Negeri Prancis Amelie Durand tiba kemarin.", "id", "FR"),
        ("Pemimpin Korea Utara Kim Jong Nam tiba kemarin.", "id", "KP"),
        ("Duta Besar Prancis untuk Indonesia Amelie Durand tiba kemarin.", "id", "FR"),
        ("Bupati Sukamaju Rina Wulandari tiba kemarin.", "id", None),
        ("French President Amelie Durand arrived on Monday.", "en", "FR"),
    ],
)
def test_the_office_names_the_country(text: str, language: str, country: str | None) -> None:
    record = read(text, language=language, without=("times", "places", "relays", "statements", "events"))
    (person,) = [name for name in record.names if name.kind == "person"]
    assert person.country == country
