"""The word forms that a language is known by, and the cutting of words that a crawler glued together."""

import itertools
import re
from collections.abc import Container
from functools import cache

from .base import Language

__all__ = ["Vocabulary", "vocabulary"]

_SEAM = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_ACRONYM = re.compile(r"([A-Z]{2,})([a-z]+)")
_NAME_PREFIXES = frozenset("Mc Mac Fitz La Le De Di Du Da Van O Al El i e".split())
_OPENING = frozenset("The He She It They We And But This That His Her When While After For On At As".split())
_NAME_ENDS = frozenset("di putra putri jaya raja sari dewa nata dana praja negara".split())  # *Supriadi*
_SUFFIXES = frozenset({"kan", "an", "nya", "lah", "kah", "air", "meter"})
_VERB = re.compile(r"(?:me[mnr]|me[lr]|di|ber|ter)[a-z]{4,}")
_WHOLE_WORDS = frozenset(
    "dengan untuk dalam tidak adalah karena kepada sebagai sudah harus terhadap setelah".split()
)
_LONGEST = 60  # letters of what may be glued words; more is no word at all
_COMMON = 6  # class: seen 64 times or more
_FAIR = 4
_LONG_TAIL = 6  # letters of a word that is told apart also behind a name of three
_RARER = 2  # classes that glued words are rarer than the name in them
_SHORTEST = 4  # letters of a name before what was glued to it
_BESIDE_NAMES = frozenset(
    "atau akan juga saat kini akhirnya lainnya yaitu telah makin resmi kembali punya bikin tahun sempat lebih masih "
    "belum bisa dapat sang mantan menyambut".split()
)
_NAME_TAILS = frozenset({"dari", "dana", "sari", "jaya", "raja"})  # *Wulandari*
_WELL_KNOWN = (
    7  # class of a name behind which an ending of names is a word of its own: *Jakarta|di*, not *Indra|di*
)


class Vocabulary:
    """Word forms with their frequency class (whole part of log2 of the count)."""

    def __init__(self, language: Language) -> None:
        rows = language.table("words") if language.has_table("words") else ()
        self.small = {row["word"]: int(row["class"]) for row in rows if row["word"].islower()}
        self.names = {row["word"]: int(row["class"]) for row in rows if not row["word"].islower()}
        glue = language.table("glue") if language.has_table("glue") else ()
        self.glue = frozenset(row["word"] for row in glue)
        people = language.table("name_words") if self.glue and language.has_table("name_words") else ()
        bodies = language.table("bodies") if self.glue and language.has_table("bodies") else ()
        written = {word for row in bodies if row["kind"] == "name" for word in row["word"].split()}
        self.names |= {word: _FAIR for word in written if _SEAM.search(word)}  # *NasDem*
        self.people = {row["word"]: max(int(row["given"]), int(row["family"])) for row in people}

    def knows(self, word: str) -> bool:
        """Return whether a form has been seen, in any case."""
        return word.casefold() in self.small or word in self.names or word.title() in self.names

    def cut(self, word: str) -> list[int]:
        """Return the offsets inside a word at which words were glued; empty if it is whole.

        A change from small to large letters is a seam, unless the whole is a known form or begins like *McKay*. In a
        language with a table ``glue``, a known name with a common small word behind it, and two common small words,
        are cut too where the whole is unknown.
        """
        if len(word) < 5 or not word.isalpha() or word in self.names:
            return []
        found: list[int] = []
        seams = [seam.start() for seam in _SEAM.finditer(word)]
        if not self.glue:
            seams = [at for at in seams if self._is_seam(word, at)]
        seams = [
            at for at in seams if word[max(0, *(s for s in (0, *seams) if s < at)) : at] not in _NAME_PREFIXES
        ]
        for start, end in itertools.pairwise([0, *seams, len(word)]):
            found += [start, *(start + at for at in self._inside(word[start:end]))]
        return found[1:]

    def _is_seam(self, word: str, at: int) -> bool:
        """Return whether words were glued here in a language without glued words: *town|The*, not *Tik|Tok*, *eBay*."""
        return word[at:] in _OPENING or (word[:at].islower() and at >= _SHORTEST and word[:at] in self.small)

    def cut_behind(self, word: str, alone: Container[str]) -> tuple[int, ...]:
        """Return where a common small word was glued to a name that the article writes alone: *Manafe|dan*.

        ``alone``: the words that stand alone. A word that is known as it is stays whole (*Ramadan* beside *Rama*),
        unless it is much rarer than the name: crawlers glue often enough to fill a list of words.
        """
        lower = word.casefold()
        if len(word) <= _SHORTEST + 1 or not word[0].isupper() or lower in self.small or word in self.people:
            return ()
        known = max(self.names.get(word, 0), self.names.get(word.title(), 0))
        for at in range(_SHORTEST - 1, len(word) - 1):
            head, tail = word[:at], word[at:]
            if at < _SHORTEST and len(tail) < _LONG_TAIL:
                continue
            if head in alone and self.small.get(tail, 0) >= _COMMON and tail not in _SUFFIXES:
                return (at,) if not known or known + _RARER <= self.names.get(head, 0) else ()
        return ()

    def _inside(self, part: str) -> list[int]:
        acronym = _ACRONYM.fullmatch(part)
        if acronym:
            return self._after_capitals(acronym)
        at = self._cut_small(part) if self.glue else None
        return [at] if at else []

    def _after_capitals(self, found: re.Match[str]) -> list[int]:
        """Return the seam in *SBY|dalam*, or before the last capital: *KPK|Budi*."""
        capitals, rest = found[1], found[2]
        if self.small.get(rest, 0) >= _FAIR or _VERB.fullmatch(rest):
            return [len(capitals)]
        last, at = capitals[-1] + rest, len(capitals) - 1
        if at < 2 and self.names.get(capitals[:-1], 0) < _FAIR:
            return []
        if len(rest) < 3 and not self.knows(last) and self.names.get(capitals[:-1], 0) < _FAIR:
            return []
        inner = self._cut_small(last) if self.glue else None
        return [at, at + inner] if inner else [at]

    def _cut_small(self, part: str) -> int | None:
        if not 6 <= len(part) <= _LONGEST or self.knows(part) or part in self.people:
            return None
        fits = self._fits_name if part[0].isupper() else self._fits_small
        for at in range(len(part) - 2, 1, -1):
            if part[at:] not in _SUFFIXES and fits(part[:at], part[at:]):
                return self._before_prefix(part, at)
        return None

    def _before_prefix(self, part: str, at: int) -> int:
        """Return a cut, moved before the prefix of a verb that it would leave with the name: *Cargo|diberikan*."""
        earlier = at - 2
        if earlier < _SHORTEST or part[earlier:at] != "di" or self.small.get(part[earlier:], 0) < 3:
            return at
        return earlier

    def _fits_name(self, head: str, tail: str) -> bool:
        if len(head) < (4 if tail not in _WHOLE_WORDS else 2):
            return False
        size = self.small.get(tail, 0)
        if tail in _NAME_ENDS and self.names.get(head, 0) < _WELL_KNOWN:
            return False
        strong = tail in self.glue or (size >= 3 and _VERB.fullmatch(tail) is not None)
        if self.names.get(head, 0) >= 3:
            return strong or size >= (_COMMON if len(tail) > 2 else 11)
        if (len(tail) > 6 and size >= _FAIR and _VERB.fullmatch(tail)) or (
            len(tail) > 4 and tail in _WHOLE_WORDS
        ):
            return True
        if self.people.get(head, 0) >= 2 and tail not in _NAME_TAILS:
            return strong or tail in _BESIDE_NAMES
        return strong and self.small.get(head.casefold(), 0) >= _FAIR

    def _fits_small(self, head: str, tail: str) -> bool:
        front, back = self.small.get(head, 0), self.small.get(tail, 0)
        if len(head) < 3 or len(tail) < 3 or not front or not back:
            return False
        if tail in self.glue and len(head) > 3:
            return front > _FAIR
        if head in self.glue and len(head) > 3 and len(tail) > 4:
            return back >= _FAIR
        return front >= 9 and back >= 7


@cache
def vocabulary(language: Language) -> Vocabulary:
    """Return the vocabulary of a language, read once."""
    return Vocabulary(language)
