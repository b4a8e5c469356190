"""Meetings: who meets whom, and when."""

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


def test_one_phrase_that_names_several_may_meet() -> None:
    for text, language in (
        ("Kedua pemimpin bertemu di Dili.", "id"),
        ("The two ministers met in Oslo.", "en"),
    ):
        (meeting,) = sumber.read(text, language=language).events
        assert meeting.type == "CONSULT"
        assert len(meeting.actors) == 1


def test_whom_one_meets_may_be_an_object() -> None:
    (meeting,) = sumber.read("Presiden Prabowo bertemu Vladimir Putin di Moskow.", language="id").events
    assert (meeting.type, len(meeting.recipients)) == ("CONSULT", 1)
    assert sumber.read("Ia bertemu jodohnya di Bali.", language="id").events == ()
