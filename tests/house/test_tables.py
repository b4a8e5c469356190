"""Words are data: every table says where it comes from, and none hides in Python."""

from pathlib import Path

import pytest

import sumber
from sumber.language.tables import read_table

HOUSE = Path(sumber.__path__[0])
TABLES = sorted(HOUSE.rglob("*.tsv"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_tables_say_where_they_come_from_and_can_be_read(path: Path) -> None:
    assert path.read_text("utf-8").startswith("# from:")
    assert read_table(path)
