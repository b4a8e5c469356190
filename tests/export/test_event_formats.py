"""Formats of event data: types and statuses folded late, parties coded, rows that cannot break."""

import json

import pytest

from sumber.export.base import exporters
from sumber.export.codes import collapsed
from sumber.export.parties import party
from sumber.export.tables import line
from sumber.record import (
    Act,
    Actor,
    Article,
    Event,
    EventMention,
    Mode,
    Name,
    NameKind,
    Outlet,
    Record,
    Span,
    Statement,
    Status,
    Time,
    TimeKind,
)

TEXT = "The Israeli prime minister met\tPresident Ana Karun of Ecuador on Monday."


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def event(
    type_: str, status: Status = Status.HAPPENED, mode: str | None = None, why: str = "", said: str = ""
) -> Event:
    mention = EventMention(
        trigger=Span(*span("met")),
        evidence=Span(0, len(TEXT)),
        status=status,
        rule="test",
        why=(why,) if why else (),
    )
    return Event(
        id="e1", type=type_, mode=mode, status=status, mentions=(mention,), said_by=(said,) if said else ()
    )


def meeting(status: Status = Status.HAPPENED) -> Record:
    ana = Name(id="n1", kind=NameKind.PERSON, name="Ana Karun", country="EC")
    held = event("CONSULT", status, "meet")
    held = Event(
        id="e1",
        type=held.type,
        mode=held.mode,
        status=status,
        mentions=held.mentions,
        time="t1",
        actors=(
            Actor(*span("The Israeli prime minister")),
            Actor(*span("President Ana Karun"), name="n1"),
        ),
    )
    return Record(
        article=Article(id="a1", text=TEXT, language="en", outlet=Outlet(name="The Daily")),
        names=(ana,),
        times=(
            Time(*span("Monday"), id="t1", value="2024-05-06", kind=TimeKind.DATE, earliest="2024-05-06"),
        ),
        events=(held,),
    )


def rows(name: str, record: Record) -> list[dict[str, str]]:
    lines = "".join(str(piece) for piece in exporters()[name]().write([record])).splitlines()
    names = lines[0].split("\t")
    return [dict(zip(names, row.split("\t"), strict=True)) for row in lines[1:]]


@pytest.mark.parametrize(
    ("type_", "status", "came"),
    [
        ("CONSULT", Status.HAPPENED, "CONSULT"),
        ("CONSULT", Status.PLANNED, "AGREE"),
        ("AID", Status.PLANNED, "AGREE"),
        ("RETREAT", Status.PLANNED, "CONCEDE"),
        ("ASSAULT", Status.PLANNED, None),
        ("ASSAULT", Status.ALLEGED, None),
        ("ASSAULT", Status.DENIED, None),
        ("PROTEST", Status.CALLED_FOR, None),
        ("OTHER", Status.HAPPENED, None),
    ],
)
def test_status_is_folded_into_the_type(type_: str, status: Status, came: str | None) -> None:
    code = collapsed(event(type_, status))
    assert (code.type if code else None) == came


def test_violence_warned_of_is_a_threat() -> None:
    warning = Statement(id="s1", content=(Span(0, 5),), mode=Mode.INDIRECT, act=Act.WARN)
    record = Record(article=Article(id="a", text=TEXT), statements=(warning,))
    code = collapsed(event("ASSAULT", Status.POSSIBLE, said="s1"), record)
    assert code is not None
    assert (code.type, code.mode, code.cameo) == ("THREATEN", "violence", "138")


def test_what_somebody_will_not_do_is_refused() -> None:
    code = collapsed(event("AID", Status.DENIED, why="will not -> denied"))
    assert code is not None
    assert (code.type, code.root) == ("REJECT", "12")


@pytest.mark.parametrize(
    ("words", "cameo"),
    [
        ("Israeli troops", "ISRMIL"),
        ("a court in Guyana", "GUYJUD"),
        ("the rebels", "---REB"),
        ("the UN", "IGOUNO"),
        ("polisi Indonesia", "IDNCOP"),
        ("the table", None),
    ],
)
def test_parties_are_coded_by_country_and_sector(words: str, cameo: str | None) -> None:
    record = Record(article=Article(id="a", text=words))
    assert party(record, Actor(0, len(words))).cameo == cameo


def test_cameo_writes_a_meeting_both_ways() -> None:
    found = {(row["source"], row["target"], row["code"]) for row in rows("cameo", meeting())}
    assert found == {("ISRGOV", "ECUGOV", "04"), ("ECUGOV", "ISRGOV", "04")}


def test_polecat_has_forty_columns_and_no_invented_date() -> None:
    (row,) = rows("polecat", meeting())
    assert len(row) == 40
    assert (row["Event Type"], row["Event Date"], row["Publication Date"]) == ("CONSULT", "2024-05-06", "")
    assert row["Actor Country"] == "ISR; ECU"


def test_gdelt_has_sixty_one_columns() -> None:
    first, _second = rows("gdelt", meeting())
    assert len(first) == 61
    assert (first["EventRootCode"], first["SQLDATE"], first["Actor1CountryCode"]) == ("04", "20240506", "ISR")


def test_plover_gives_the_sentence_and_the_parties() -> None:
    (piece,) = exporters()["plover"]().write([meeting(Status.PLANNED)])
    found = json.loads(piece)
    assert (found["event"], found["quad_code"], found["date"]) == ("AGREE", 1, "2024-05-06")
    assert [one["country"] for one in found["actor"]] == ["ISR", "ECU"]
    assert found["text"].startswith("The Israeli prime minister met President")


def test_every_format_says_what_it_loses() -> None:
    for name, one in exporters().items():
        assert one.name == name
        assert one.loses
        assert one.extension


def test_cells_cannot_break_a_row() -> None:
    assert line(["a\nb\tc", None]) == "a b c\t\n"
