"""What a text is about takes away events that are none, and leaves the others."""

import pytest

from sumber import Document
from sumber.api import read
from sumber.language import load
from sumber.language.tables import Row
from sumber.reading.events import topics
from sumber.record import Event, Status

ROWS = load("id").table("event_topics")


def events(text: str, url: str | None = None) -> tuple[Event, ...]:
    return read(Document(text=text, url=url), language="id").events


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["topic"]))
def test_row_holds_on_its_examples(row: Row) -> None:
    real = [one for one in events(row["fits"]) if one.status is not Status.ALLEGED]
    assert not real, row["fits"]
    assert [one for one in events(row["fits_not"]) if one.status is not Status.ALLEGED], row["fits_not"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["topic"]))
def test_without_its_topic_the_example_would_tell_events(row: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topics, "_topics", lambda _: ())
    assert [one for one in events(row["fits"]) if one.status is not Status.ALLEGED], row["fits"]


@pytest.mark.parametrize(
    ("text", "section", "kept"),
    [
        ("Rina Wulandari bertemu dengan Dewa Laksmana di Bandung.", "showbiz", False),
        ("Rina Wulandari bertemu dengan Dewa Laksmana di Bandung.", "berita", True),
        ("Menteri Rina Wulandari bertemu dengan Dewa Laksmana di Bandung.", "showbiz", True),
        ("Polisi menangkap dua artis di Bandung.", "showbiz", True),
        ("Kantor federasi itu diserang tentara.", "sport", True),
    ],
)
def test_a_section_takes_private_events_only(text: str, section: str, kept: bool) -> None:
    assert bool(events(text, f"https://contoh.example/{section}/1/judul")) is kept


def test_an_address_that_is_none_tells_no_section() -> None:
    assert events("Rina Wulandari bertemu dengan Dewa Laksmana di Bandung.", "http://[x/showbiz/1")
