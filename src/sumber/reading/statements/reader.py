"""One article's words, quotes and cues, as the grammars of statements look at them."""

from collections.abc import Sequence

from ...language.tokens import Sentence
from ..analysis import Analysis
from .cues import Cues, cues
from .draft import Stretch
from .quotes import Quote

__all__ = ["Reader"]

_BLANK = " ,:\n\t-–—\xa0"
_FINAL = frozenset({".", "”", '"', "!", ",", ";"})


class Reader:
    """The words of an article with its quotes and the cues of its language."""

    def __init__(self, analysis: Analysis, quotes: Sequence[Quote], code: str) -> None:
        self.text = analysis.text
        self.tokens = analysis.tokens
        self.sentences = analysis.sentences
        self.quotes = quotes
        self.cues: Cues = cues(code)

    def stretch(self, first: int, end: int) -> Stretch:
        """Return the span of tokens ``first`` to ``end`` (exclusive)."""
        return self.tokens[first].start, self.tokens[end - 1].end

    def quote_before(self, offset: int) -> Quote | None:
        """Return the quote that ends right before an offset."""
        for quote in self.quotes:
            if quote.outer_end <= offset and not self.text[quote.outer_end : offset].strip(_BLANK):
                return quote
        return None

    def quote_after(self, offset: int) -> Quote | None:
        """Return the quote that begins right after an offset."""
        for quote in self.quotes:
            if quote.outer_start >= offset and not self.text[offset : quote.outer_start].strip(_BLANK):
                return quote
        return None

    def quoted(self, quote: Quote) -> list[Stretch]:
        """Return a quote as content, with the pieces of it that stand in the blocks before."""
        content = [(quote.start, quote.end)]
        at = self.quotes.index(quote)
        while self.quotes[at].goes_on and at > 0:
            at -= 1
            content.insert(0, (self.quotes[at].start, self.quotes[at].end))
        return content

    def last(self, sentence: Sentence, final: frozenset[str] = _FINAL) -> int:
        """Return the index behind the last word of a sentence: its full stop and closing marks are no content."""
        last = sentence.last
        while last > sentence.first + 1 and self.tokens[last - 1].text in final:
            last -= 1
        return last
