"""The words of time of a language, from its table ``times``."""

import re
from functools import cache

from ...language import load

__all__ = ["Words", "words"]


class Words:
    """Words by kind, and a pattern that finds any of a kind (longest first)."""

    def __init__(self, code: str) -> None:
        self.of: dict[str, dict[str, str]] = {}
        for row in load(code).table("times"):
            self.of.setdefault(row["kind"], {})[row["word"]] = row["value"]
        self._folded = {
            kind: {word.casefold(): value for word, value in known.items()} for kind, known in self.of.items()
        }

    def any(self, kind: str) -> str:
        """Return an alternation of all words of a kind."""
        return "|".join(re.escape(word) for word in sorted(self.of[kind], key=len, reverse=True))

    def value(self, kind: str, word: str) -> str:
        """Return the value of a word, in any case; raises KeyError for a stranger."""
        known = self.of[kind]
        return known[word] if word in known else self._folded[kind][word.casefold()]

    def number(self, word: str) -> str | None:
        """Return the digits that a number in digits or words comes to, ``X`` if it is vague, None if it is none."""
        digits = word.replace(",", ".")
        if re.fullmatch(r"\d+(\.\d+)?", digits):
            return digits
        return self._folded["number"].get(" ".join(word.casefold().split()))


@cache
def words(code: str) -> Words:
    """Return the words of a language, read once."""
    return Words(code)
