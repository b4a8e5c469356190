"""Words that lean on the word before them: *-nya*, *-lah* in Indonesian, *n't*, *'s* in English."""

from functools import cache

from .base import Language
from .vocabulary import Vocabulary, vocabulary

__all__ = ["Clitics", "clitics"]


class Clitics:
    """Which endings of a language are words of their own, and which words only look as if they had one.

    An ending is cut off if its stem is long enough and common enough (class of the vocabulary) and the word is neither
    in the table ``whole`` nor a name of people (*Abdullah*). A capitalised word loses it only if the stem is a known
    small word: *Sonya* keeps it.
    """

    def __init__(self, language: Language) -> None:
        rows = language.table("clitics") if language.has_table("clitics") else ()
        self.endings = tuple((row["ending"], int(row["class"]), int(row["length"])) for row in rows)
        self.whole = frozenset(
            row["word"] for row in (language.table("whole") if language.has_table("whole") else ())
        )
        self.known: Vocabulary = vocabulary(language)

    def cut(self, word: str) -> int | None:
        """Return the offset at which a clitic begins, or None.

        >>> from sumber.language import load
        >>> clitics(load("id")).cut("ujarnya"), clitics(load("id")).cut("hanya"), clitics(load("en")).cut("don't")
        (4, None, 2)
        """
        lower = word.lower()
        if lower in self.whole or word in self.known.people:
            return None
        for ending, least, length in self.endings:
            if lower.endswith(ending):
                at = len(word) - len(ending)
                if not ending.isalpha():
                    return at or None
                return at if self._is_stem(word[:at], lower[:at], least, length) else None
        return None

    def _is_stem(self, stem: str, lower: str, least: int, length: int) -> bool:
        if len(stem) < length:
            return False
        if stem[-1] == "-":
            return True
        if not least and stem.islower():
            return True
        return self._class(lower) >= max(least, 3)

    def _class(self, stem: str) -> int:
        known, last = self.known, stem.rpartition("-")[2]
        return max(known.small.get(stem, 0), known.small.get(last, 0), known.names.get(stem.title(), 0))


@cache
def clitics(language: Language) -> Clitics:
    """Return the clitics of a language, read once."""
    return Clitics(language)
