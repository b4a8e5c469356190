"""One article's words, quotes and cues, as the grammars of statements look at them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...language.tokens import Sentence, Token
from ..analysis import Analysis
from .cues import Cues, cues
from .draft import Stretch
from .quotes import Quote

__all__ = ["Reader"]


def _start(token: Token) -> int:
    return token.start


def _end(token: Token) -> int:
    return token.end


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

    def within(self, stretch: Stretch) -> Sequence[Token]:
        """Return the tokens of a span."""
        first = bisect_right(self.tokens, stretch[0], key=_end)
        last = bisect_left(self.tokens, stretch[1], key=_start)
        return self.tokens[first : max(last, first + 1)]

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
