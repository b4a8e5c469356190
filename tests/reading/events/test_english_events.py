"""The grammar of arguments and status in English, one behaviour a test."""

from functools import cache

import pytest

from sumber import Record
from sumber.api import read

Told = tuple[str, str, list[str], list[str]]


@cache
def record(sentence: str) -> Record:
    return read(sentence, language="en")


def told(sentence: str) -> list[Told]:
    found = record(sentence)
    text = found.article.text
    return [
        (
            event.type,
            str(event.status),
            [actor.of(text) for actor in event.actors],
            [actor.of(text) for actor in event.recipients],
        )
        for event in found.events
    ]


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("Two officers were shot by a gunman.", ["a gunman"], ["Two officers"]),
        ("The driver, 42, was arrested on Monday.", [], ["The driver"]),
        ("The governor, in remarks to reporters, urged voters to wait.", ["The governor"], ["voters"]),
        ("Hundreds of soldiers attacked the rebels.", ["Hundreds of soldiers"], ["the rebels"]),
        ("Israel's army attacked the rebels.", ["Israel's army"], ["the rebels"]),
        ("The minister condemned an attack by rebels.", ["The minister"], ["rebels"]),
        ("By the time police arrested him, the man had fled.", ["police"], ["him"]),
        ("The firm has since compensated the victims.", ["The firm"], ["the victims"]),
        ("Their comrades opened fire, killing two guards.", ["Their comrades"], ["two guards"]),
        ("Police fired tear gas to disperse the protesters.", ["Police"], ["the protesters"]),
        ("Four children were killed in Israeli shelling on Friday.", ["Israeli"], ["Four children"]),
        ("There were ten soldiers killed in the town.", [], ["ten soldiers"]),
        ("The men held for theft were released by the governor.", ["the governor"], ["The men"]),
        ("Peru said it would free two prisoners.", ["it"], ["two prisoners"]),
        ("Regulators raided the offices of the bank.", ["Regulators"], ["bank"]),
    ],
)
def test_who_does_it_to_whom(sentence: str, actors: list[str], recipients: list[str]) -> None:
    first = told(sentence)[0]
    assert first[2:] == (actors, recipients)


def test_partners_of_a_meeting_named_by_a_noun() -> None:
    (meeting,) = told("The envoy arrived for talks with the rebels.")[-1:]
    assert meeting[0] == "CONSULT"
    assert meeting[2] == ["The envoy", "the rebels"]


def test_the_content_of_a_threat_is_no_second_event() -> None:
    assert [event[0] for event in told("The rebels threatened to kill the mayor.")] == ["THREATEN"]


def test_the_result_of_an_attack_is_no_second_event() -> None:
    assert [event[0] for event in told("A gunman opened fire on the crowd and wounded five people.")] == [
        "ASSAULT"
    ]


def test_the_victims_of_a_shooting() -> None:
    ((kind, _, actors, victims),) = told("Market shooting leaves five hurt.")
    assert (kind, actors, victims) == ("ASSAULT", [], ["five"])


@pytest.mark.parametrize(
    "sentence",
    [
        "The heart attack struck him at noon.",
        "The shooting suspect smiled.",
        "The ministry declined to comment.",
        "Seven people were killed when the train crashed in a storm.",
        "She asked him how he was.",
        "Fans took to the streets to celebrate.",
    ],
)
def test_no_event_stands_here(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("There is no evidence that the rebels attacked the army.", "denied"),
        ("Residents fear that the rebels will attack the army.", "possible"),
        ("The army is accused of attacking the rebels.", "alleged"),
        ("Lawmakers demanded that the minister resign.", "called_for"),
        ("The governor will soon visit the base.", "planned"),
        ("Police are questioning the suspect.", "ongoing"),
        ("Theresa May met the chancellor.", "happened"),
    ],
)
def test_whether_it_is_so(sentence: str, status: str) -> None:
    assert status in [event[1] for event in told(sentence)]


def test_an_event_that_most_sentences_tell_as_their_own_is_said_by_nobody() -> None:
    text = (
        "Police arrested the banker on Monday.\n\nPolice arrested the banker at dawn.\n\n"
        "A spokesman said police had arrested the banker."
    )
    found = [event for event in record(text).events if event.type == "COERCE"]
    assert [event.said_by for event in found] == [()]


def test_he_and_she_keep_to_the_sex_of_the_name() -> None:
    text = "Hillary Clinton met Paul Ryan in Ohio. He urged the senate to free the prisoners."
    record = read(text, language="en")
    asked = next(event for event in record.events if event.type == "REQUEST")
    name = record.name_of(asked.actors[0].name)
    assert name is not None
    assert name.name == "Paul Ryan"


def test_a_light_verb_is_told_with_its_noun() -> None:
    text = "The rebels launched an attack on the town."
    event = read(text, language="en").events[0]
    assert event.mentions[0].trigger.of(text) == "launched an attack"
