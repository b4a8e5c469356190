"""Which source and content belong to a cue; words and pieces made by hand."""

import pytest

from sumber.reading.statements.linking import Link, link
from sumber.reading.statements.tagger import Piece

ROLES = {"S": "source", "C": "cue", "T": "content"}


def linked(marked: str) -> list[tuple[str | None, str, str]]:
    """Link words such as ``S[she] C[said] T[it rained] .``; ``|`` ends a sentence, ``¶`` a paragraph."""
    words: list[str] = []
    pieces: list[Piece] = []
    ends: list[int] = []
    breaks: list[int] = []
    first, role = 0, ""
    for raw in marked.split():
        part = raw
        if part in ("|", "¶"):
            ends.append(len(words))
            breaks += [len(words)] if part == "¶" else []
            continue
        if len(part) > 2 and part[1] == "[":
            role, first, part = ROLES[part[0]], len(words), part[2:]
        words.append(part.removesuffix("]"))
        if part.endswith("]"):
            pieces.append(Piece(role, first, len(words), 1.0))
    ends.append(len(words))
    breaks.append(len(words))
    return [shown(found, words) for found in link(words, ends, breaks, pieces)]


def shown(found: Link, words: list[str]) -> tuple[str | None, str, str]:
    def of(piece: Piece) -> str:
        return " ".join(words[piece.first : piece.last])

    source = of(found.source) if found.source else None
    return source, of(found.cue), " / ".join(of(piece) for piece in found.contents)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("S[She] C[said] T[it rained] .", [("She", "said", "it rained")]),
        ("T[It rained] , S[she] C[said] .", [("she", "said", "It rained")]),
        (
            "T[It rained] , C[said] S[Moe] . | T[It poured] . | T[All is wet] , S[Lie] C[added] .",
            [("Moe", "said", "It rained / It poured"), ("Lie", "added", "All is wet")],
        ),
        (
            "S[Moe] C[said] T[it rained] and C[added] T[it would go on] .",
            [("Moe", "said", "it rained"), ("Moe", "added", "it would go on")],
        ),
        ("Prices C[are expected] T[to fall] . ¶ S[Moe] left .", [(None, "are expected", "to fall")]),
        ("S[Moe] C[said] nothing .", []),
    ],
    ids=[
        "subject first",
        "content first",
        "quote goes on",
        "one speaker, two cues",
        "no source",
        "no content",
    ],
)
def test_nearest_pieces_are_joined(marked: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert linked(marked) == expected


def test_content_stays_in_its_paragraph() -> None:
    marked = "S[Moe] C[said] T[it rained] . ¶ T[All is dry] , C[said] S[Lie] ."
    assert linked(marked) == [("Moe", "said", "it rained"), ("Lie", "said", "All is dry")]
