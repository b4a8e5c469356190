"""Articles that do not say when they appeared: a desk must not pass the day on which it read them off as theirs."""

from io import StringIO
from pathlib import Path

from rich.console import Console

import sumber
from sumber.desk import Desk
from sumber.export.desk_terminal import stories_screen


def test_story_without_a_date_says_so(tmp_path: Path) -> None:
    undated = sumber.read("Banjir merendam Demak. Warga mengungsi ke balai desa sejak pagi.", language="id")
    dated = sumber.read("Truk terguling di Palu. Sopir selamat.", language="id", published="2025-06-12")
    with Desk.open(tmp_path / "pagi.sumber") as desk:
        desk.add([undated, dated])
        page = desk.stories()
    found = {line.title: (line.first, line.last, len(line.days)) for line in page.stories}
    assert sorted(found.values(), key=str) == [("2025-06-12", "2025-06-12", 1), (None, None, 0)]
    console = Console(width=100, record=True, file=StringIO())
    console.print(stories_screen(page))
    assert "no date" in console.export_text()
