"""What a text is about takes away events that are none, and leaves the others."""

import pytest

from sumber import Document
from sumber.api import read
from sumber.language import load
from sumber.language.tables import Row
from sumber.reading.events import topics
from sumber.record import Event, Status

ROWS = [(code, row) for code in ("en", "id") for row in load(code).table("event_topics")]
IDS = [f"{code}-{row['topic']}" for code, row in ROWS]


def events(text: str, url: str | None = None, code: str = "id") -> tuple[Event, ...]:
    return read(Document(text=text, url=url), language=code).events


def sure(text: str, code: str) -> list[Event]:
    return [one for one in events(text, code=code) if one.status is not Status.ALLEGED]


@pytest.mark.parametrize(("code", "row"), ROWS, ids=IDS)
def test_row_holds_on_its_examples(code: str, row: Row) -> None:
    assert not sure(row["fits"], code), row["fits"]
    assert sure(row["fits_not"], code), row["fits_not"]


@pytest.mark.parametrize(("code", "row"), ROWS, ids=IDS)
def test_without_its_topic_the_example_would_tell_events(
    code: str, row: Row, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topics, "_topics", lambda _: ())
    assert sure(row["fits"], code), row["fits"]


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
