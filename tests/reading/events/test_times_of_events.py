"""Which time of a sentence is an event's own."""

import pytest

import sumber


@pytest.mark.parametrize(
    ("text", "language", "time"),
    [
        ("Police arrested the driver on Tuesday and released him on bail until August.", "en", "2025-06-10"),
        ("Police arrested the driver, who must appear in court on 20 July.", "en", None),
        ("Police will question the driver on 20 June.", "en", "2025-06-20"),
        ("Polisi menahan sopir itu hingga 20 Juni 2025.", "id", None),
        ("Polisi menangkap sopir itu pada Selasa.", "id", "2025-06-10"),
    ],
)
def test_time(text: str, language: str, time: str | None) -> None:
    record = sumber.read(text, language=language, published="2025-06-12")
    found = record.time_of(record.events[0].time)
    assert (found.earliest if found else None) == time
