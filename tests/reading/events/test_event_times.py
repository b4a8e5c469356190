"""The time of an event is the one told of it, never the date of the outlet that is relayed."""

import sumber


def test_date_inside_a_relay_is_not_the_events() -> None:
    text = (
        "Dilansir dari BBC, Jumat, 13 Juni 2025, Menteri Ratna Wiryawan bertemu Menteri Alarico Soares di Dili "
        "untuk membahas perbatasan darat kedua negara itu, pada hari Selasa, 10 Juni 2025."
    )
    record = sumber.read(text, language="id", published="2025-06-13")
    (meeting,) = [event for event in record.events if event.type == "CONSULT"]
    time = record.time_of(meeting.time)
    assert time is not None
    assert time.value == "2025-06-10"
