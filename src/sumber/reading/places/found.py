"""A mention of a place, and the view of an article's words that finding places needs."""

from collections.abc import Sequence

from msgspec import Struct

from ...gazetteer import Candidate
from ...language.tokens import Token
from ...language.vocabulary import Vocabulary

__all__ = ["Found", "View"]


class Found(Struct, frozen=True):
    """A mention of a place: its span, its tokens, the candidates, and what the words before it say of its level.

    ``comma``: one follows, so that the next place may hold this one. Without candidates it is a place that no
    gazetteer knows, of that ``level`` and ``name``.
    """

    start: int
    end: int
    first: int
    last: int
    candidates: tuple[Candidate, ...]
    level: str | None = None
    name: str = ""
    comma: bool = False


class View(Struct):
    """One sentence's tokens among those of the article, and which of them belong to persons, times and bodies.

    ``persons`` are the first words of persons' full names.
    """

    text: str
    tokens: Sequence[Token]
    first: int
    last: int
    blocked: set[int]
    bodies: dict[int, tuple[int, int]]
    vocabulary: Vocabulary | None
    language: str
    persons: set[str]

    def before(self, index: int, steps: int = 1) -> Token | None:
        """Return the token so many steps before an index, None outside the sentence."""
        return self.tokens[index - steps] if index - steps >= self.first else None

    def at(self, index: int) -> Token | None:
        """Return a token of this sentence, None outside it."""
        return self.tokens[index] if self.first <= index < self.last else None

    def words(self, first: int, last: int) -> str:
        """Return the words of some tokens as they stand in the text, line breaks made blanks."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def is_common(self, token: Token) -> bool:
        """Return whether a word is better known in small letters than as a name."""
        if self.vocabulary is None:
            return False
        small = self.vocabulary.small.get(token.lower, 0)
        return small > 0 and small >= self.vocabulary.names.get(token.text, 0)
