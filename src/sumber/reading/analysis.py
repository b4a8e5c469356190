"""What every layer shares of one article: its words, sentences and, where there is a model, their tags."""

from bisect import bisect_right
from functools import cached_property

from ..language import Language, available, load
from ..language.tags import Tags, tag
from ..language.tokens import Sentence, Token, tokenise
from ..record import Article

__all__ = ["Analysis"]


class Analysis:
    """The words of one article, worked out once, when a layer first asks.

    ``language`` is None if Sumber has no folder for the article's language. ``tags`` is None if that
    language has no trained model: a layer must cope with it.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.language: Language | None = load(article.language) if article.language in available() else None

    @cached_property
    def _words(self) -> tuple[tuple[Sentence, ...], tuple[Token, ...]]:
        return tokenise(self.text, self.article.blocks, self.article.language)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of title and body, in reading order."""
        return self._words[0]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of title and body, in reading order."""
        return self._words[1]

    @cached_property
    def tags(self) -> Tags | None:
        """Word classes, heads and names by the model; None without a model."""
        return tag(self.article.language, self.text, self.sentences, self.tokens)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def token_at(self, offset: int) -> int | None:
        """Return the index of the token that holds this offset, else of the next one, else None."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self.tokens[index].end:
            return index
        return index + 1 if index + 1 < len(self.tokens) else None

    def words_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]
