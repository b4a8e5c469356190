from pathlib import Path

import pytest

import sumber
from sumber.language.tables import read_table
from sumber.record import Article, Block, Outlet, Record, Role
from sumber.stories.told import plain_outlet, with_told

TABLE = Path(sumber.__path__[0]) / "stories" / "data" / "told.tsv"
KNOWN = {"Industri Timur", "Kantor Berita Selat", "Strait Herald", "Reuters"}


def told(text: str, *, outlet: str = "Kabar") -> list[tuple[str, str]]:
    blocks = (Block(start=0, end=len(text), role=Role.BODY, why="test"),)
    record = Record(article=Article(id="a", text=text, outlet=Outlet(name=outlet), blocks=blocks))
    return [
        (relay.outlet, relay.of(text))
        for relay in with_told(record, lambda name: plain_outlet(name) in KNOWN).relays
    ]


@pytest.mark.parametrize("row", read_table(TABLE), ids=lambda row: row["words"])
def test_words_hold_on_their_own_examples(row: dict[str, str]) -> None:
    assert [name for name, _ in told(row["fits"])] == ["Industri Timur"]
    assert told(row["fits_not"]) == []


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("A boat sank off Jampea on Monday, Kantor Berita Selat reported.", "Kantor Berita Selat"),
        ("A boat sank off Jampea, the Strait Herald newspaper reported.", "Strait Herald"),
        ("A boat sank off Jampea, according to the Reuters news agency.", "Reuters"),
        ("Kapal tenggelam di Jampea, seperti dikutip dari kantor berita Reuters.", "Reuters"),
    ],
)
def test_what_says_what_an_outlet_is_is_no_part_of_its_name(text: str, outlet: str) -> None:
    assert [name for name, _ in told(text)] == [outlet]


def test_strangers_interviews_and_the_article_s_own_outlet_are_no_relays() -> None:
    assert told("A boat sank, Captain Basri reported.") == []
    assert told("The owner told Strait Herald that he was sorry.") == []
    assert told("A boat sank, Strait Herald reported.", outlet="The Strait Herald") == []


def test_only_the_opening_counts() -> None:
    filler = "The crew was brought to the harbour of Benteng in the evening. " * 8
    assert told(f"{filler}The boat was old, Strait Herald reported.") == []
