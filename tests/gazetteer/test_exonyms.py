"""Names of countries, cities, provinces and regencies in both languages lead to the right place."""

from pathlib import Path

import pytest

from sumber.gazetteer import country_of, lookup
from sumber.language.tables import read_table
from sumber.reading.places.found import Found
from sumber.reading.places.resolver import choose

ROWS = read_table(Path(__file__).parent / "exonyms.tsv")
NAMES = [
    (row["kind"], name, row["code"])
    for row in ROWS
    for name in dict.fromkeys((row["indonesian"], row["english"]))
    if name
]


@pytest.mark.parametrize(
    ("kind", "least"), [("country", 88), ("city", 81), ("province", 38), ("regency", 80)]
)
def test_the_lists_are_large_enough(kind: str, least: int) -> None:
    assert sum(row["kind"] == kind for row in ROWS) >= least


@pytest.mark.parametrize(("kind", "name", "code"), NAMES)
def test_name(kind: str, name: str, code: str) -> None:
    (place,) = choose([Found(0, 0, 0, 1, lookup(name))], "ID" if kind in ("province", "regency") else None)
    assert place is not None
    if kind == "province":
        assert place.id == f"id:{code}"
    else:
        assert place.country == code
    if kind == "country":
        assert country_of(name) == code
    if kind == "regency":
        assert place.level in ("regency", "city")
    assert place.lat is not None
    assert place.lon is not None
