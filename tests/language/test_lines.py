"""Lines that a crawler broke at links."""

import pytest

from sumber.language.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Sore itu, Karno dari\nBALAI\nKalimantan Timur menilai hutan rusak. Ia pulang.",
            ["Sore itu, Karno dari\nBALAI\nKalimantan Timur menilai hutan rusak.", "Ia pulang."],
        ),
        ("The mayor of\nLund\nleft the town.", ["The mayor of\nLund\nleft the town."]),
        ("Warga Senang\nMereka berpesta di Solo.", ["Warga Senang", "Mereka berpesta di Solo."]),
    ],
)
def test_a_line_that_cannot_end_goes_on(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text, 0, len(text), "id")] == sentences
