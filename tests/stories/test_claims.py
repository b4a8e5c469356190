"""One event in several articles: joined by names, places and what people are called; apart where somebody else is meant."""

import sumber
from sumber.stories.claims import claims_of


def joined(*texts: str, language: str = "en") -> list[int]:
    """Return how many reports each claim has, the most first."""
    records = [
        sumber.read(text, language=language, published="2025-06-12", outlet=f"Outlet {number}")
        for number, text in enumerate(texts)
    ]
    claims = claims_of(records, [str(number) for number in range(len(records))])
    return [len(claim.reports) for claim in claims]


def test_people_called_by_the_same_noun_are_one() -> None:
    assert joined(
        "Police arrested the driver of the ferry on Wednesday.",
        "The 40-year-old driver was arrested on Wednesday.",
    ) == [2]
    assert joined(
        "Polisi menangkap seorang sopir truk pada Rabu.",
        "Sopir truk itu ditangkap polisi pada Rabu.",
        language="id",
    ) == [2]


def test_soldiers_of_two_countries_are_two() -> None:
    assert joined(
        "Rebels kidnapped two Fijian soldiers on Wednesday.",
        "Rebels kidnapped three Nepali soldiers on Wednesday.",
    ) == [1, 1]


def test_a_meeting_with_somebody_else_is_another() -> None:
    assert joined(
        "President Prabowo Subianto met Anwar Ibrahim on Wednesday.",
        "President Prabowo Subianto met Narendra Modi on Wednesday.",
    ) == [1, 1]


def test_the_same_meeting_told_from_both_sides_is_one() -> None:
    assert joined(
        "President Prabowo Subianto met Anwar Ibrahim on Wednesday.",
        "Anwar Ibrahim held talks with Prabowo Subianto on Wednesday.",
    ) == [2]
