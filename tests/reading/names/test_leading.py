"""Which office in front of a name is its holder's own: every row of the table ``leading`` by its examples, and cases."""

import re

import pytest

from sumber.api import read
from sumber.language import load
from sumber.language.tables import Row
from sumber.record import Form

ROWS = [(code, row) for code in ("en", "id") for row in load(code).table("leading")]
WITHOUT = ("times", "places", "relays", "statements", "events")


def offices(text: str, code: str, name: str) -> list[str]:
    record = read(text, language=code, without=WITHOUT)
    (found,) = [one for one in record.names if one.name == name]
    return [record.article.text[m.start : m.end] for m in found.mentions if m.form is Form.DESCRIPTION]


@pytest.mark.parametrize(
    ("code", "row"), ROWS, ids=lambda value: value if isinstance(value, str) else value["class"]
)
def test_a_word_of_the_table_parts_or_does_not(code: str, row: Row) -> None:
    for column, has_office in (("own", True), ("other", False)):
        (name,) = re.findall(r"\*(.+?)\*", row[column])
        assert bool(offices(row[column].replace("*", ""), code, name)) is has_office
    assert row["words"] == row["words"].casefold()


@pytest.mark.parametrize(
    ("text", "name", "phrases"),
    [
        ("Putra sulung Rina Wulandari itu tersenyum.", "Rina Wulandari", []),
        ("Itu kata ayah dari Rina Wulandari kemarin.", "Rina Wulandari", []),
        ("Sapi bernama Rina Wulandari menang.", "Rina Wulandari", []),
        ("Gubernur Lusia Manafe menerima Rina Wulandari kemarin.", "Rina Wulandari", []),
        ("Hadir pula para guru dan juru bicara Rina Wulandari.", "Rina Wulandari", ["juru bicara Rina Wulandari"]),
        ("Menteri Koperasi dan UKM Rina Wulandari tiba.", "Rina Wulandari", ["Menteri Koperasi dan UKM Rina Wulandari"]),
    ],
)  # fmt: skip
def test_an_office_is_its_holders_own(text: str, name: str, phrases: list[str]) -> None:
    assert offices(text, "id", name) == phrases
