"""What only looks like a statement in English: words to the reader, possible sayings, orders, things on offer."""

import pytest

import sumber

LEAD = "Coffee prices rise in the north\n\n"


def cues(text: str) -> list[str]:
    record = sumber.read(LEAD + text, language="en", without=("events", "times", "places"))
    return [s.cue.of(record.article.text) for s in record.statements if s.cue]


@pytest.mark.parametrize(
    "text",
    [
        "You plan to travel with a large group of friends.",
        "You may think that the loan is too expensive for you.",
        "The users can ask for a refund of what they paid.",
        "Consider a loan before you buy a house in the city.",
        "Explain what the two of you are doing and why.",
        "They offer discounts on coffee to people who travel often.",
        "Some firms may charge a fee of ten dollars for the card.",
        "A small company called Zirkoni makes the machines.",
        "Instructions for filling in the two forms that you need.",
        "It is difficult to say how the market will change this year.",
        "The ministry did not respond to several questions about the market.",
        "Mayor Jane Dawson ‘congratulates’ the market for being closed.",
        "As noted, the two of them have been closed for a year.",
        "Wearing the watch will reveal its key advantage to the people around.",
        "This suggests that the market has been closed for a while.",
    ],
)
def test_nobody_is_told_to_have_said_it(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Mayor Jane Dawson offered to open the market on Sunday.", "offered"),
        ("The ministry said it can confirm that the market is closed.", "said"),
        ('"You said that the market was closed," Jane Dawson told him.', "told"),
        ("The report suggests that the market has been closed for a while.", "suggests"),
    ],
)
def test_what_is_said_stays(text: str, cue: str) -> None:
    assert cue in cues(text)


def test_a_speaker_begins_behind_as() -> None:
    text = "There have been five arrests as the Kupang Council warned that the number would rise."
    record = sumber.read(LEAD + text, language="en", without=("events",))
    sources = [s.source.of(record.article.text) for s in record.statements if s.source]
    assert sources == ["the Kupang Council"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Officials of the United Nations met. The United Nations' top court said it would wait.", "court"),
        ("The House met. The House Coffee Committee said it would wait.", "Committee"),
        ("President Jane Dawson spoke. Dawson's team said it would wait.", "team"),
    ],
)
def test_a_part_of_a_name_is_not_who_speaks(text: str, source: str) -> None:
    record = sumber.read(LEAD + text, language="en", without=("events",))
    said = [s for s in record.statements if s.source and s.source.of(record.article.text).endswith(source)]
    assert said
    assert [s.source.name for s in said if s.source] == [None]
