"""The words of time of a language, from its table ``times``."""

import re
from functools import cache

from ...language import load

__all__ = ["Words", "words"]

_FRACTION = re.compile(r"(\d+)(?: (?:1/2|½)|[½])$")


class Words:
    """Words by kind, and a pattern that finds any of a kind (longest first)."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.of: dict[str, dict[str, str]] = {}
        for row in load(code).table("times"):
            self.of.setdefault(row["kind"], {})[row["word"]] = row["value"]
        self._folded = {
            kind: {word.casefold(): value for word, value in known.items()} for kind, known in self.of.items()
        }

    def any(self, kind: str) -> str:
        """Return an alternation of all words of a kind; the first letter of a small word may be a capital."""
        return "|".join(_cased(word) for word in sorted(self.of[kind], key=len, reverse=True))

    def knows(self, kind: str, word: str) -> bool:
        """Return whether a word, in any case, is of a kind."""
        return word.casefold() in self._folded[kind]

    def value(self, kind: str, word: str) -> str:
        """Return the value of a word, in any case; raises KeyError for a stranger."""
        known = self.of[kind]
        word = " ".join(word.split())
        if word in known:
            return known[word]
        folded = word.casefold()
        if kind == "unit" and folded not in self._folded[kind]:
            folded = folded.removesuffix("s")
        return self._folded[kind][folded]

    def step(self, word: str | None) -> int:
        """Return -1, 0 or 1 for a word of direction: *last*, *this*, *next*; *lalu*, *ini*, *depan*."""
        return int(self.value("direction", word)) if word and word.strip() else 0

    def number_pattern(self) -> str:
        """Return a pattern of numbers in digits or words: *12*, *1,5*, *dua puluh lima*, *several*."""
        one = rf"(?:{self.any('number')}|{self.any('scale')})"
        article = (
            rf"|(?:{self.any('article')})(?: (?:{self.any('scale')})\b)?" if "article" in self.of else ""
        )
        return rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?(?: ?½| 1/2)?|{one}(?:[ -]{one}){{0,4}}{article})"

    def number(self, word: str) -> str | None:
        """Return the digits that a number in digits or words comes to, ``X`` if it is vague, None if it is none.

        >>> words("id").number("seratus dua puluh lima"), words("en").number("twenty-five"), words("en").number("a few")
        ('125', '25', 'X')
        """
        digits = word.replace(",", ".")
        if re.fullmatch(r"\d+(\.\d+)?", digits):
            return digits
        if found := _FRACTION.match(word):
            return f"{found[1]}.5"
        folded = " ".join(word.casefold().split())
        if folded in self._folded.get("article", {}):
            return "1"
        if folded in self._folded["number"]:
            return self._folded["number"][folded]
        return self._sum(re.split(r"[ -]", folded))

    def _sum(self, parts: list[str]) -> str | None:
        total = below = small = 0
        for part in parts:
            if part in self._folded.get("article", {}):
                continue
            if part in self._folded["scale"]:
                scale = int(self._folded["scale"][part])
                if scale == 11:  # belas
                    below, small = below + small + 10, 0
                elif scale < 1000:
                    below, small = below + max(small, 1) * scale, 0
                else:
                    total, below, small = total + max(below + small, 1) * scale, 0, 0
                continue
            value = self._folded["number"].get(part)
            if value is None:
                return None
            if not value.isdigit():
                return "X"
            below, small = below + small, int(value)
        return str(total + below + small)


def _cased(word: str) -> str:
    escaped = re.escape(word).replace(r"\ ", r"\s")
    first = word[0]
    return f"[{first.upper()}{first}]{escaped[1:]}" if first.islower() else escaped


@cache
def words(code: str) -> Words:
    """Return the words of a language, read once."""
    return Words(code)
