"""The demo desk: five stories with copies, relays, denials, a correction, in two languages."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from sumber import Record
from sumber.api import read_sources
from sumber.desk import Desk
from sumber.samples import DEMO


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path: Path = tmp_path_factory.mktemp("demo") / "demo.sumber"
    with Desk.open(path) as desk:
        desk.add(record for record in read_sources([str(DEMO)]) if isinstance(record, Record))
        yield desk


def test_every_story_is_one_and_none_is_mixed(demo: Desk) -> None:
    kinds: dict[int | None, set[str]] = defaultdict(set)
    for line in demo.articles(limit=100):
        kinds[line.story].add(line.id.split("-")[1] if "single" not in line.id else line.id)
    assert all(len(names) == 1 for names in kinds.values()), kinds
    assert len(kinds) <= 12


def test_copies_are_known_as_copies(demo: Desk) -> None:
    lines = {line.id: line for line in demo.articles(limit=100)}
    copies = ("demo-ferry-2", "demo-bribe-2", "demo-quake-2", "demo-quake-3", "demo-border-6")
    assert [article for article in copies if lines[article].derives is None] == []
    originals = (
        "demo-ferry-1",
        "demo-bribe-1",
        "demo-quake-1",
        "demo-border-4",
        "demo-ferry-9",
        "demo-quake-4",
    )
    assert [article for article in originals if lines[article].derives is not None] == []


def test_the_second_version_is_the_current_one(demo: Desk) -> None:
    view = demo.article("demo-ferry-4b")
    assert [version.id for version in view.versions] == ["demo-ferry-4", "demo-ferry-4b"]
    assert any("membantah" in change.new_text for change in view.changes)


def test_a_story_is_told_in_both_languages(demo: Desk) -> None:
    biggest = demo.stories(order="biggest").stories[0]
    assert biggest.languages == ("en", "id")
    assert biggest.origins < biggest.articles
