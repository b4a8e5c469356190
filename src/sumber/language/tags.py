"""What the trained model of a language says of the words of an article."""

from collections.abc import Sequence

from ..record import NameKind, Span
from . import available, load
from .tagger import Tagger, tagger
from .tokens import Sentence, Token

__all__ = ["Entity", "Tags", "tag"]


class Entity(Span, frozen=True, kw_only=True, gc=False):
    """A stretch that the model takes for a name; ``score`` is its probability in [0, 1].

    ``first`` and ``last`` (exclusive) are its tokens in the article.
    """

    kind: NameKind
    score: float
    first: int = 0
    last: int = 0


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
    del text
    model: Tagger | None = tagger(load(language)) if language in available() else None
    if model is None:
        return None
    classes: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    entities: list[Entity] = []
    words = [[token.text for token in tokens[sentence.first : sentence.last]] for sentence in sentences]
    for sentence, tagged in zip(sentences, model.tag(words), strict=True):
        at = sentence.first
        classes += tagged.classes
        relations += tagged.relations
        heads += [head + at if head >= 0 else -1 for head in tagged.heads]
        entities += [
            Entity(
                start=tokens[at + first].start,
                end=tokens[at + last - 1].end,
                kind=NameKind(kind),
                score=score,
                first=at + first,
                last=at + last,
            )
            for first, last, kind, score in tagged.names
        ]
    return Tags(classes, heads, relations, entities)
