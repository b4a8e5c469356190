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


def test_the_origins_of_all_stories_are_right(demo: Desk) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    own: dict[str, set[str]] = defaultdict(set)
    for story in demo.stories(limit=100).stories:
        for origin in demo.story(story.id).origins:
            for article in origin.articles:
                found[article.split("-")[1]].add(origin.name)
        for line in demo.story(story.id).articles:
            if line.derives is None:
                own[line.id.split("-")[1]].add(line.id.split("-")[2])
    assert found["ferry"] == {"Kantor Berita Selat", "Harian Bahari", "Kota Pagi", "Pacific Ledger"}
    assert found["border"] == {"Dili Observer", "Warta Kepulauan"}
    assert found["bribe"] == {"Tanjung Raya Pos", "Kota Pagi", "Strait Courier", "Warta Kepulauan"}
    assert found["quake"] == {"Kantor Berita Selat", "Kota Pagi"}
    assert found["strike"] == {"Industri Timur", "Strait Courier", "Pacific Ledger", "Warta Kepulauan"}
    assert own["ferry"] == {"1", "4b", "6", "8", "9"}
    assert own["border"] == {"1", "4", "7"}


def test_a_relay_that_only_the_desk_sees_is_an_edge_with_its_words(demo: Desk) -> None:
    story = next(line.story for line in demo.articles(limit=100) if line.id == "demo-quake-5")
    assert story is not None
    edges = [
        edge
        for edge in demo.story(story).edges
        if edge.source == "demo-quake-5" and edge.kind == "states-source"
    ]
    assert [(edge.target, edge.outlet) for edge in edges] == [("demo-quake-1", "Kantor Berita Selat")]


def test_the_second_version_is_the_current_one(demo: Desk) -> None:
    view = demo.article("demo-ferry-4b")
    assert [version.id for version in view.versions] == ["demo-ferry-4", "demo-ferry-4b"]
    assert any("membantah" in change.new_text for change in view.changes)


def test_a_story_is_told_in_both_languages(demo: Desk) -> None:
    biggest = demo.stories(order="biggest").stories[0]
    assert biggest.languages == ("en", "id")
    assert biggest.origins < biggest.articles
