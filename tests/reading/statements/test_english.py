"""English statements: one behaviour a test, sentences of our own."""

import pytest

import sumber
from sumber import Record

LEAD = "Coffee prices rise in the market\n\n"


def read(text: str) -> Record:
    return sumber.read(LEAD + text, language="en", published="2025-06-12")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "mode"),
    [
        ("“The harvest failed,” said Kari Moe.", "Kari Moe", "said", "The harvest failed,", "direct"),
        ('"The harvest failed," Moe told reporters.', "Moe", "told", "The harvest failed,", "direct"),
        ("'The harvest failed,' she said.", "she", "said", "The harvest failed,", "direct"),
        (
            "Farmers said that the harvest had failed.",
            "Farmers",
            "said",
            "the harvest had failed",
            "indirect",
        ),
        ("The harvest failed, the ministry said.", "the ministry", "said", "The harvest failed", "indirect"),
        (
            "According to Kari Moe, the harvest failed.",
            "Kari Moe",
            "According to",
            "the harvest failed",
            "indirect",
        ),
        ("Moe denied that the store was empty.", "Moe", "denied", "the store was empty", "indirect"),
        ("The price is expected to fall next month.", None, "is expected", "to fall next month", "indirect"),
    ],
)
def test_a_construction(text: str, source: str | None, cue: str, content: str, mode: str) -> None:
    record = read(text)
    (statement,) = record.statements
    body = record.article.text
    assert (statement.source.of(body) if statement.source else None) == source
    assert statement.cue is not None
    assert statement.cue.of(body) == cue
    assert " / ".join(span.of(body) for span in statement.content) == content
    assert statement.mode == mode


@pytest.mark.parametrize(
    "text", ["The suspect fled on foot.", "She gave two reports to the board.", "They plan a party."]
)
def test_nouns_and_bare_verbs_say_nothing(text: str) -> None:
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The mayor met Kari Lie, who said that the store was empty.",
            "Kari Lie",
            "the store was empty",
        ),
        (
            "The mayor sued the company, which said that the store was empty.",
            "the company",
            "the store was empty",
        ),
    ],
)
def test_a_relative_pronoun_stands_for_its_noun(text: str, source: str, content: str) -> None:
    record = read(text)
    (statement,) = record.statements
    body = record.article.text
    assert statement.source is not None
    assert statement.source.of(body) == source
    assert statement.content[0].of(body) == content


def test_a_statement_within_a_statement() -> None:
    record = read("The police said Moe denied that he had sold the coffee.")
    cues = [statement.cue.of(record.article.text) for statement in record.statements if statement.cue]
    assert cues == ["said", "denied"]


@pytest.mark.parametrize(
    "text",
    [
        "She supports the new law on coffee.",
        "The judge issued a protective order in May.",
        "The plan seems good.",
    ],
)
def test_beliefs_of_other_kinds_are_no_statements(text: str) -> None:
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“No one hides,” Governor Bill Walker said, according to ABC News. “But we must be ready.”",
            {
                "Governor Bill Walker": "No one hides, / But we must be ready.",
                "ABC News": "“No one hides,” Gov",
            },
        ),
        (
            "Martin Berg, 30, a passenger, said the train sped up, the Associated Press reports.",
            {"Martin Berg, 30, a passenger": "the train sped up", "the Associated Press": "Martin Berg, 30"},
        ),
        (
            "The Post said that Ms Berg said the announcement that the case was reopened came late.",
            {"Ms Berg": "the announcement that the case was reopened came late", "The Post": "Ms Berg said"},
        ),
    ],
)
def test_who_is_quoted_by_an_outlet_speaks_too(text: str, told: dict[str, str]) -> None:
    record = read(text)
    body = record.article.text
    found = {
        statement.source.of(body): " / ".join(span.of(body) for span in statement.content)
        for statement in record.statements
        if statement.source
    }
    assert set(found) == set(told)
    assert all(found[source].startswith(content) for source, content in told.items())


@pytest.mark.parametrize(
    "text",
    [
        "If all goes according to plan, three sites will be built.",
        "There is no way to tell how much of that is related to the strike.",
        "Sir Keith had failed to declare the donations.",
        "The strike added more drama to the campaign.",
        "Members are supposed to declare gifts within a month.",
    ],
)
def test_what_nobody_said(text: str) -> None:
    assert read(text).statements == ()


def test_it_that_is_revealed_is_nobody() -> None:
    (statement,) = read("It can also be revealed that the mayor lent them his house.").statements
    assert statement.source is None
