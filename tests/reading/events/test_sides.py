"""Whom officials mean by *we*, one behaviour a test."""

import pytest

from sumber.api import read


def actor(text: str, language: str) -> list[str]:
    """Return the names of who acts in the events of a quote in the plural."""
    found = read(text, language=language)
    names = {name.id: name.name for name in found.names}
    return [
        names.get(one.name or "", "")
        for event in found.events
        for one in event.actors
        if one.of(text).lower() in ("kami", "pihaknya", "we")
    ]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        (
            "id",
            'Menteri Luar Negeri Portugal Ana Ribeiro berbicara di Lisbon. "Kami akan menyerang kelompok itu," kata Ana Ribeiro.',
            "Portugal",
        ),
        (
            "id",
            '"Kami menangkap dua pelaku," kata juru bicara Kementerian Pertahanan Rudi Hartawan.',
            "Kementerian Pertahanan",
        ),
        (
            "en",
            "“We condemn the attack by the rebels,” said Laura Benson, a spokeswoman for the World Health Organization.",
            "World Health Organization",
        ),
    ],
)
def test_the_body_is_meant(language: str, text: str, side: str) -> None:
    assert side in actor(text, language)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("id", '"Kami menangkap dua pencuri," kata warga Bekasi, Rudi Hartawan.', "Rudi Hartawan"),
        ("id", '"Kami menangkap dua pelaku," kata Kapolres Bekasi AKBP Rudi Hartawan.', "Rudi Hartawan"),
        ("en", "“We condemn the attack by the rebels,” said Laura Benson.", "Laura Benson"),
    ],
)
def test_without_a_body_the_speaker_is(language: str, text: str, speaker: str) -> None:
    assert actor(text, language) == [speaker]
