"""Persons by their offices: *the mayor*, *Menlu*, *juru bicara Kremlin* stand for whom the article calls so."""

from collections.abc import Sequence

from ...language.tokens import Token
from ...record import Form, Name, NameKind
from ..analysis import Analysis
from ..beside import Beside
from ..referents import referents

__all__ = ["Offices"]

_MARKS = frozenset((",", "(", ")", "."))


class Offices:
    """What the article calls its persons: the words of the phrase before a name, and of the apposition behind it."""

    def __init__(self, names: Sequence[Name], analysis: Analysis) -> None:
        beside = Beside.of_names(names, analysis)
        self._words, self._pointing = beside.words, referents(beside.code, "demonstrative")
        self._small = beside.words.of("glue") | _MARKS
        self._known: list[tuple[int, str, frozenset[str]]] = []
        self._by_word: dict[str, list[int]] = {}  # which of them are called by a word
        for name in names:
            if name.kind is NameKind.PERSON:
                for mention in name.mentions:
                    if mention.form is Form.NAME:
                        called = self._called(beside.around(mention))
                        for word in called:
                            self._by_word.setdefault(word, []).append(len(self._known))
                        self._known.append((mention.start, name.id, called))

    def _called(self, phrase: Sequence[Token]) -> frozenset[str]:
        """Return the words of a phrase in small letters, short offices written out."""
        words: set[str] = set()
        for token in phrase:
            words |= {token.lower, *self._words.written_out.get(token.lower, ())}
        return frozenset(words - self._small)

    def holder(self, phrase: Sequence[Token]) -> str | None:
        """Return the id of the person whom the article calls by all the words of a phrase, the nearest before it.

        At least one word must be an office; what points back (*itu*, *the*) is left out. *The president* is no vice
        president, *Ketua DPR* no *Wakil Ketua DPR*.
        """
        wanted = [t for t in phrase if t.lower not in self._pointing and t.lower not in self._small]
        if not any(t.lower in self._words.offices for t in wanted):
            return None
        start = phrase[0].start
        deputies = self._words.of("under") - self._called(phrase)
        fewest = min([self._called_by(token) for token in wanted], key=len)
        found = [
            (at, name_id)
            for at, name_id, words in (self._known[number] for number in fewest)
            if deputies.isdisjoint(words) and all(self._has(words, t) for t in wanted)
        ]
        if not found:
            return None
        before = [item for item in found if item[0] < start]
        return max(before)[1] if before else min(found)[1]

    def _called_by(self, token: Token) -> set[int]:
        """Return the mentions whose phrases hold a word, or the first of those that it is short for."""
        full = self._words.written_out.get(token.lower) or ()
        return {at for word in (token.lower, *full[:1]) for at in self._by_word.get(word, ())}

    def _has(self, words: frozenset[str], token: Token) -> bool:
        full = self._words.written_out.get(token.lower)
        return token.lower in words or (full is not None and all(word in words for word in full))
