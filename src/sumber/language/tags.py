"""What the trained model of a language says of the words of an article."""

from collections.abc import Sequence

from ..record import NameKind, Span
from .tokens import Sentence, Token

__all__ = ["Entity", "Tags", "tag"]


class Entity(Span, frozen=True, kw_only=True, gc=False):
    """A stretch that the model takes for a name; ``score`` is its probability in [0, 1]."""

    kind: NameKind
    score: float


class Tags:
    """Word classes, heads and names, one entry a token of the article.

    ``word_class`` holds UPOS tags; ``head`` the index (in the article) of the token that a token depends on,
    -1 for the root of a sentence; ``relation`` UD relations; ``entities`` the names in reading order.
    """

    __slots__ = ("entities", "head", "relation", "word_class")

    def __init__(
        self,
        word_class: Sequence[str],
        head: Sequence[int],
        relation: Sequence[str],
        entities: Sequence[Entity],
    ) -> None:
        self.word_class = tuple(word_class)
        self.head = tuple(head)
        self.relation = tuple(relation)
        self.entities = tuple(entities)


def tag(language: str, text: str, sentences: Sequence[Sentence], tokens: Sequence[Token]) -> Tags | None:
    """Return what the model of ``language`` says, or None if that language has no model."""
    del language, text, sentences, tokens
    return None
