"""Indonesian word formation: what a word's root is, what voice it has, what kind of noun it makes."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..tables import Row
from ..vocabulary import Vocabulary, vocabulary
from . import LANGUAGE

__all__ = ["Morphology", "Word", "morphology"]

_VOWELS = frozenset("aeiou")
_KEPT = 7  # class of the vocabulary from which a root that is a word of its own needs no other evidence
_SHORTEST = 3
_RELATIVES = ("di{}", "di{}kan", "di{}i", "ter{}", "ber{}", "{}an", "{}kan", "{}i", "ke{}an", "se{}", "{}nya")
_VERBAL = ("di{}", "di{}kan", "di{}i", "ber{}", "ter{}")
_SUFFIXED = ("kan", "an", "i")


class Word(NamedTuple):
    """A word taken apart.

    ``voice``: active (meN-), passive (di-, ter-), middle (ber-), or ``""``. ``part``: verb, noun, or ``""`` for a bare
    root. ``kind``: of a noun, agent (peN-), process (peN-an, per-an), state (ke-an) or result (-an).
    """

    root: str
    prefix: str = ""
    suffix: str = ""
    voice: str = ""
    part: str = ""
    kind: str = ""


class Morphology:
    """Takes words apart by the table ``affixes``; of several roots it chooses the one that other words attest.

    *mengandung* may hold *kandung* or *andung*: the vocabulary knows *kandungan* and *terkandung*, so it is *kandung*.
    """

    def __init__(self) -> None:
        self.rules = LANGUAGE.table("affixes")
        self.words: Vocabulary = vocabulary(LANGUAGE)
        self.roots = {row["word"]: row["root"] for row in LANGUAGE.table("roots")}
        self._known: dict[str, Word] = {}

    def word(self, word: str) -> Word:
        """Return a word taken apart; a word that nothing fits is its own root.

        >>> morphology().word("memukuli")
        Word(root='pukul', prefix='mem', suffix='i', voice='active', part='verb', kind='')
        >>> morphology().word("pertemuan").kind, morphology().word("jalan").part
        ('process', '')
        """
        word = word.casefold()
        found = self._known.get(word)
        if found is None:
            if len(self._known) > 50_000:
                self._known.clear()
            found = self._known[word] = self._analyse(word)
        return found

    def _analyse(self, word: str) -> Word:
        half, _, other = word.partition("-")
        if other and (half == other or other.startswith(half)):  # reduplication: surat-surat, anak-anaknya
            return (
                self._analyse(half)
                if half == other
                else self._analyse(half)._replace(root=self._analyse(half).root)
            )
        fixed = self.roots.get(word)
        found: list[tuple[float, Word]] = [(self._whole(word), Word(word))]
        for rule in self.rules:
            found += [(self._attested(guess, word), guess) for guess in _guesses(word, rule)]
        if fixed is not None:
            fits = [(score, guess) for score, guess in found if guess.root == fixed]
            found = fits or [
                (score, guess._replace(root=fixed)) for score, guess in found if guess.root != word
            ]
            found = found or [(0.0, Word(fixed))]
        best = max(found, key=lambda pair: (pair[0], -len(pair[1].root)))[1]
        if best.prefix and best.root.endswith(_SUFFIXED) and best.root != fixed:
            deeper = self._analyse(best.root)
            if deeper.suffix and not deeper.prefix:
                return best._replace(root=deeper.root, suffix=deeper.suffix + best.suffix)
        return best

    def _whole(self, word: str) -> float:
        """Return how much speaks for a word's being a root itself."""
        relatives = sum(form.format(word) in self.words.small for form in _RELATIVES[:6])
        return 0.5 + 0.8 * min(relatives, 4)

    def _attested(self, guess: Word, word: str) -> float:
        """Return how much speaks for a root: that it is a word, and that other words hold it."""
        root = guess.root
        if len(root) < _SHORTEST or not _VOWELS & set(root):
            return -1.0
        own = self.words.small.get(root, 0) or self.words.names.get(root.title(), 0)
        relatives = sum(
            form.format(root) in self.words.small for form in _RELATIVES if form.format(root) != word
        )
        evidence = 0.35 * min(own, _KEPT) + 0.8 * min(relatives, 4)
        if not guess.prefix:
            return evidence + 0.9 if self._acts(root) and (own > 3 or len(root) > 3) else 0.0
        if not evidence:
            return 0.6 if (guess.voice or guess.suffix) and len(root) > 3 else 0.0
        return evidence + (0.9 if guess.voice else 0.5)

    def _acts(self, root: str) -> bool:
        """Return whether some verb is made from a root: only then is its form in *-an* a noun of it."""
        return any(form.format(root) in self.words.small for form in _VERBAL)


def _guesses(word: str, rule: Row) -> Iterator[Word]:
    """Yield what a rule makes of a word, once a suffix."""
    prefix = rule["prefix"]
    if not word.startswith(prefix):
        return
    rest = word[len(prefix) :]
    for suffix in rule["suffixes"].split():
        ending = "" if suffix == "-" else suffix
        if not rest.endswith(ending) or len(rest) - len(ending) < 2:
            continue
        stem = rest[: len(rest) - len(ending)]
        if _meets(stem, rule["before"]):
            kind = "process" if rule["kind"] == "agent" and ending else rule["kind"]
            yield Word(rule["restores"] + stem, prefix, ending, rule["voice"], rule["part"], kind)


def _meets(stem: str, before: str) -> bool:
    """Return whether a stem begins as a rule wants: ``*`` any, ``1`` of one syllable, a word, else one of letters."""
    if before == "*":
        return True
    if before == "1":
        return len(stem) <= 4 and sum(letter in _VOWELS for letter in stem) == 1
    if before in ("per", "ajar"):
        return stem.startswith(before)
    return stem[0] in before


@cache
def morphology() -> Morphology:
    """Return the word formation of Indonesian, read once."""
    return Morphology()
