"""Posts and credited quotes: their speaker stands behind a dash."""

import pytest

import sumber

LEAD = "Coffee prices rise in the market\n\n"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Crews are on their way to the store. pic.twitter.com/Ab12 -- Moe Fire Dept (@MoeFire) November 10, 2016",
            "Moe Fire Dept",
            "Crews are on their way to the store.",
        ),
        ("“We have won the match at last.” — Kari Moe", "Kari Moe", "We have won the match at last."),
    ],
    ids=["post", "credit"],
)
def test_a_speaker_behind_a_dash(text: str, source: str, content: str) -> None:
    record = sumber.read(LEAD + text, language="en", published="2025-06-12")
    (statement,) = record.statements
    body = record.article.text
    assert statement.source is not None
    assert statement.source.of(body) == source
    assert statement.cue is None
    assert [span.of(body) for span in statement.content] == [content]
    assert statement.mode == "direct"


def test_two_posts_in_a_row_are_two_statements() -> None:
    text = (
        "What a day! -- Kari Moe (@moe) November 3, 2016 "
        "The rain has not stopped. -- Ola Lie (@lie) November 3, 2016"
    )
    record = sumber.read(LEAD + text, language="en", published="2025-06-12")
    contents = [statement.content[0].of(record.article.text) for statement in record.statements]
    assert contents == ["What a day!", "The rain has not stopped."]


@pytest.mark.parametrize(
    "text",
    ["The score was 3 - 2 (@home) in May.", "The price — Moe and Lie agree — is high."],
)
def test_other_dashes_credit_nobody(text: str) -> None:
    assert sumber.read(LEAD + text, language="en", published="2025-06-12").statements == ()
