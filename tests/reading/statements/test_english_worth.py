"""Acts of English cues, and attributions that are no statements; analyses of sentences of our own."""

import pytest

from sumber.reading.analysis import Analysis
from sumber.reading.statements.english.reshape import reshaped
from sumber.reading.statements.english.tagged import Tagged
from sumber.reading.statements.english.worth import act_of_cue, is_empty, is_somebody
from sumber.reading.statements.reader import Reader
from sumber.record import Act, Article, Block, Role, SourceKind


def reader(text: str) -> Reader:
    blocks = (Block(start=0, end=len(text), role=Role.BODY, why="test"),)
    return Reader(Analysis(Article(id="x", text=text, language="en", blocks=blocks)), [], "en")


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", Act.SAY),
        ("has repeatedly warned", Act.WARN),
        ("allegedly vowed", Act.PROMISE),
        ("allegedly", Act.CLAIM),
        ("is expected", Act.EXPECT),
        ("called on", Act.DEMAND),
        ("declined to comment", Act.DENY),
        ("did not believe", Act.BELIEVE),
        ("did not say", None),
        ("refusal to say", None),
        ("supports", None),
        ("seems", None),
        (":", Act.SAY),
    ],
)
def test_act_of_a_cue(cue: str, act: Act | None) -> None:
    words = reader(cue)
    assert act_of_cue(words, words.tokens) == act


@pytest.mark.parametrize(
    ("cue", "content", "kind", "empty"),
    [
        ("said", "the store was empty", SourceKind.PERSON, False),
        ("plan", "a party", SourceKind.GROUP, True),
        ("showed", "great skill", SourceKind.PERSON, True),
        ("showed", "men at the gate", SourceKind.DOCUMENT, False),
        ("comments about", "women", SourceKind.PERSON, True),
        ("suggesting", "a long wait in the rain", None, True),
        ("was named", "the old mill", None, True),
    ],
)
def test_what_tells_nothing(cue: str, content: str, kind: SourceKind | None, empty: bool) -> None:
    text = reader(f"{cue} {content}")
    words = [token for token in text.tokens if token.end <= len(cue)]
    act = act_of_cue(text, words)
    assert act is not None
    assert is_empty(text, act, words, [(len(cue) + 1, len(text.text))], kind) == empty


@pytest.mark.parametrize(("source", "right"), [("Moe", True), ("The", False), ("Neither of them", False)])
def test_a_source_is_somebody(source: str, right: bool) -> None:
    assert is_somebody(reader(source), (0, len(source))) == right


def test_a_deed_behind_an_adverb_of_hearsay_is_content() -> None:
    text = reader("Moe allegedly began selling coffee")
    item = Tagged(source=(0, 3), cue=(4, 19), content=[(20, 34)], words=(1, 3), score=1.0)
    found = reshaped(text, item)
    assert found.source is None
    assert text.text[slice(*found.cue)] == "allegedly"
    assert [text.text[slice(*piece)] for piece in found.content] == ["Moe", "began selling coffee"]


def test_the_object_of_a_voice_is_content() -> None:
    text = reader("Moe expressed his anger at the price")
    item = Tagged(source=(0, 3), cue=(4, 26), content=[(27, 36)], words=(1, 5), score=1.0)
    found = reshaped(text, item)
    assert text.text[slice(*found.cue)] == "expressed"
    assert [text.text[slice(*piece)] for piece in found.content] == ["his anger at the price"]
