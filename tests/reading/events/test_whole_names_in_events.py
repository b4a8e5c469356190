"""Names keep all their words as actors, and a noun phrase ends where another clause begins."""

import pytest

from sumber.api import read


def _first(sentence: str) -> tuple[list[str], list[str]]:
    found = read(sentence, language="en")
    text, event = found.article.text, found.events[0]
    return [one.of(text) for one in event.actors], [one.of(text) for one in event.recipients]


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Downing Street condemned the attack.", ["Downing Street"]),
        ("Doctors Without Borders accused the army of theft.", ["Doctors Without Borders"]),
        ("Macron, echoing the king, called on rebels to leave.", ["Macron"]),
        ("Macron, flanked by ministers, called on rebels to leave.", ["Macron"]),
        ("An officer in Austin, Texas, shot a man.", ["An officer"]),
        ("AMMAN (AFP) - Police arrested two men.", ["Police"]),
        ("The man who ordered the raid that hurt the king and who shot two officers fled.", ["The man"]),
    ],
)
def test_who_acts_keeps_its_words_and_takes_no_others(sentence: str, actors: list[str]) -> None:
    assert _first(sentence)[0] == actors


@pytest.mark.parametrize(
    "sentence",
    [
        "Police arrested the mayor and the governor said he was shocked.",
        "Police arrested the mayor and Mr. Lopez praised them.",
        "Police arrested the mayor and the governor has left.",
    ],
)
def test_and_before_another_clause_ends_the_object(sentence: str) -> None:
    assert _first(sentence)[1] == ["the mayor"]


def test_and_within_the_object_does_not() -> None:
    assert _first("Police arrested the mayor and the governor in the square.")[1] == [
        "the mayor",
        "the governor",
    ]
