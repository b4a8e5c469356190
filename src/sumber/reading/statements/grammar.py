"""The walk of a grammar over an article: sentence by sentence, word by word."""

from collections.abc import Callable, Iterable

from ...language.tokens import Sentence
from ...record import Role
from .draft import Draft
from .reader import Reader

__all__ = ["Construction", "found_in", "walk"]

Construction = Callable[[Reader, Sentence, int, list[Draft]], Draft | None]
"""What a grammar makes of the word at an index, given what it found before in the sentence."""


def walk(
    reader: Reader, at: Construction, headline: Callable[[Reader, Sentence], Iterable[Draft]]
) -> list[Draft]:
    """Return the statements of an article, in reading order; titles are read by ``headline``."""
    drafts: list[Draft] = []
    for sentence in reader.sentences:
        drafts += (
            headline(reader, sentence) if sentence.role is Role.TITLE else found_in(reader, sentence, at)
        )
    return drafts


def found_in(reader: Reader, sentence: Sentence, at: Construction) -> list[Draft]:
    """Return the statements of a sentence whose contents hold something."""
    found: list[Draft] = []
    for index in range(sentence.first, sentence.last):
        draft = at(reader, sentence, index, found)
        if draft is not None and draft.content and all(end > start for start, end in draft.content):
            found.append(draft)
    return found
