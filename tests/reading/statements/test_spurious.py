"""What looks like a statement and is none."""

import pytest

import sumber

LEAD = {"id": "Kabar dari pelabuhan\n\n", "en": "News from the port\n\n"}


def cues(text: str, language: str) -> list[tuple[str, str | None]]:
    record = sumber.read(LEAD[language] + text, language=language, without=("events",))
    whole = record.article.text
    return [
        (s.cue.of(whole) if s.cue else "", s.source.of(whole) if s.source else None)
        for s in record.statements
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "A port official who asked not to be named said the ship had left on Monday.",
            "en",
            [("said", "A port official who asked not to be named")],
        ),
        (
            "The ship had left, said an official, who asked not to be identified.",
            "en",
            [("said", "an official")],
        ),
        ("Berikut hal yang perlu diketahui, seperti dikutip dari berbagai sumber.", "id", []),
        ("Diketahui bahwa pulau itu kosong.", "id", [("Diketahui", None)]),
        (
            "Berdasarkan laporan itu, diketahui bahwa pulau itu kosong.",
            "id",
            [("Berdasarkan", "laporan itu")],
        ),
        ("Hal itu menjadi sinyal bahwa klub tengah menata tim.", "id", []),
        (
            '"Jalur ini sibuk," kata Mas Karno sekaligus mengingatkan bahwa hujan akan turun.',
            "id",
            [("kata", "Mas Karno"), ("mengingatkan", "Mas Karno")],
        ),
    ],
)
def test_only_sayings_are_kept(text: str, language: str, expected: list[tuple[str, str | None]]) -> None:
    assert cues(text, language) == expected
