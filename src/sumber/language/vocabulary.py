"""The word forms that a language is known by, and the cutting of words that a crawler glued together."""

import itertools
import re
from functools import cache

from .base import Language

__all__ = ["Vocabulary", "vocabulary"]

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z]{2,}\b)|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})")
_ACRONYM = re.compile(r"([A-Z]{2,})([a-z]{2,})")
_SUFFIXES = frozenset({"kan", "an", "nya", "lah", "kah", "air", "meter"})
_COMMON = 6  # class: seen 64 times or more
_FAIR = 4


class Vocabulary:
    """Word forms with their frequency class (whole part of log2 of the count)."""

    def __init__(self, language: Language) -> None:
        rows = language.table("words") if language.has_table("words") else ()
        self.small = {row["word"]: int(row["class"]) for row in rows if row["word"].islower()}
        self.names = {row["word"]: int(row["class"]) for row in rows if not row["word"].islower()}

    def knows(self, word: str) -> bool:
        """Return whether a form has been seen, in any case."""
        return word.casefold() in self.small or word in self.names or word.title() in self.names

    def cut(self, word: str) -> list[int]:
        """Return the offsets inside a word at which words were glued; empty if it is whole.

        A change from small to large letters is a seam, unless the whole is a known form. A known name with a
        common small word behind it, and two common small words, are cut too where the whole is unknown.
        """
        if len(word) < 5 or not word.isalpha() or word in self.names:
            return []
        acronyms = self._after_capitals(word)
        camels = (seam.start() for seam in _CAMEL.finditer(word))
        seams = sorted({*acronyms, *(at for at in camels if at + 1 not in acronyms)})
        bounds = [0, *seams, len(word)]
        found = list(seams)
        for start, end in itertools.pairwise(bounds):
            inner = self._cut_small(word[start:end])
            if inner:
                found.append(start + inner)
        return sorted(found)

    def _after_capitals(self, word: str) -> list[int]:
        """Return where a small word is glued to an acronym: *SBY|dalam*; the seam before its last capital is none."""
        return [found.end(1) for found in _ACRONYM.finditer(word) if self.small.get(found[2], 0) >= _FAIR]

    def _cut_small(self, part: str) -> int | None:
        if len(part) < 6 or self.knows(part):
            return None
        large = part[0].isupper()
        for at in range(len(part) - 2, 1, -1):
            head, tail = part[:at], part[at:]
            if tail in _SUFFIXES:
                continue
            if self.small.get(tail, 0) < (_COMMON if len(tail) > 2 else 11):
                continue
            if large and at >= 4 and self.names.get(head, 0) >= _FAIR:
                return at
            if not large and len(head) > 2 and self.small.get(head, 0) >= 9 and self.small.get(tail, 0) >= 7:
                return at
        return None


@cache
def vocabulary(language: Language) -> Vocabulary:
    """Return the vocabulary of a language, read once."""
    return Vocabulary(language)
