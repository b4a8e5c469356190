"""The words of texts by number: what is worked out of a word is worked out once, for terms, sketches and search alike.

A text is split into chunks, stretches beyond which no word goes on (``wakil-ketua``, ``1.250``). The two ways in which
words are read from a chunk, for terms and for passages, are known by its number.
"""

import re
import threading
import zlib
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from ..language import available
from ..language.stems import stem
from ..record import Article, Role
from .lexicon import concepts_of, rarity

__all__ = ["Numbered", "Vocabulary", "Words", "hashed", "vocabulary", "words_in"]

Numbers = NDArray[np.int64]
_CHUNK = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")  # in casefolded text
_TERM = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,]\d+)*")  # a word as terms have it
_WORD = re.compile(r"[^\W_]+")  # a word as passages have it
_PLAIN = bytes(ord(each.lower()) if each.isalnum() or each in "-'.," else 32 for each in map(chr, range(128)))
_PLAIN += b" " * 128  # ASCII: casefolded, and a space for what stands in no word
_MARKS = "“”„‘–—…•·\u00a0\u200b"  # they stand in no word of any language, and are often all that is not ASCII
_MOST_WORDS = 300_000  # and chunks of a language that are kept in memory
_MOST_LANGUAGES = 16
_READ = (Role.BODY, Role.TITLE)


def hashed(term: str) -> int:
    """Return a term as a number of 32 bits, the same on every machine."""
    return zlib.crc32(term.encode())


class Numbered(dict[str, int]):
    """A number for each string, given in the order in which they are first asked for; ``learn`` hears of each."""

    def __init__(self, learn: Callable[[str], None]) -> None:
        super().__init__()
        self.strings: list[str] = []
        self._learn = learn
        self._learning = threading.RLock()

    def __missing__(self, string: str) -> int:
        with self._learning:
            if string not in self:
                number = len(self.strings)
                self.strings.append(string)
                self[string] = number
                self._learn(string)
            return self[string]

    def of(self, strings: Sequence[str]) -> Numbers:
        """Return the numbers of strings."""
        return np.fromiter(map(self.__getitem__, strings), dtype=np.int64, count=len(strings))


class Column:
    """An array that grows: a value for each number."""

    def __init__(self, dtype: type[np.generic]) -> None:
        self.array: NDArray[Any] = np.zeros(1024, dtype=dtype)

    def put(self, number: int, value: float) -> None:
        """Set the value of a number."""
        self.reach(number)
        self.array[number] = value

    def reach(self, number: int) -> None:
        """Have a value for a number: 0 if none was set."""
        if number >= len(self.array):
            self.array = np.concatenate(
                (self.array, np.zeros(max(number, len(self.array)), self.array.dtype))
            )


class Vocabulary:
    """What is known of the chunks and words of a language, by number."""

    def __init__(self, language: str) -> None:
        self.numbers = Numbered(self._learn)
        self.hashes = Column(np.uint32)  # of a word, for passages
        self.stems = Column(np.int64)  # the number of a word's stem, as search has it
        self.roots = Column(np.int64)  # the hashed stem of a term
        self.concepts = Column(np.int64)  # the hashed concept of a term; 0: none
        self.weights = Column(np.float64)  # how much a term tells
        self._words, self._terms = _Parts(), _Parts()
        self._language = language
        self._root_language = language if language in available() else "id"
        self._concepts = concepts_of(language)

    def read(self, text: str) -> Numbers:
        """Return the chunks of a text."""
        return self.numbers.of(_chunks(text))

    def words(self, chunks: Numbers) -> Numbers:
        """Return the words that passages have of chunks, in their order.

        >>> id = Vocabulary("id")
        >>> [id.numbers.strings[word] for word in id.words(id.read("Wakil-Ketua, 1.250 kapal"))]
        ['wakil', 'ketua', '1', '250', 'kapal']
        """
        return self._words.of(chunks)

    def terms(self, chunks: Numbers) -> Numbers:
        """Return the words that terms have of chunks, in their order.

        >>> id = Vocabulary("id")
        >>> [id.numbers.strings[word] for word in id.terms(id.read("Wakil-Ketua, 1.250 kapal"))]
        ['wakil-ketua', '1.250', 'kapal']
        """
        return self._terms.of(chunks)

    def _learn(self, chunk: str) -> None:
        number = self.numbers[chunk]
        for column in (self.hashes, self.stems, self.roots, self.concepts, self.weights):
            column.reach(number)
        words, terms = [chunk], [chunk]
        if not chunk.isalpha():
            words, terms = _WORD.findall(chunk), _TERM.findall(chunk)
        if words == [chunk]:
            self.hashes.put(number, hashed(chunk))
            self.stems.put(number, self.numbers[stem(chunk, self._language)])
        if terms == [chunk] and (len(chunk) > 2 or chunk[0].isdigit()):
            self._learn_term(number, chunk)
        self._words.learn(number, [self.numbers[word] for word in words])
        self._terms.learn(number, [self.numbers[word] for word in terms])

    def _learn_term(self, number: int, word: str) -> None:
        weight = rarity(word)
        root = stem(word, self._root_language)
        concept = self._concepts.get(root) or self._concepts.get(word)
        if concept:
            self.concepts.put(number, hashed(f"={concept}"))
        if weight > 0:
            self.roots.put(number, hashed(root))
            self.weights.put(number, weight)


class _Parts:
    """The words of chunks; nearly all chunks are a word or hold one."""

    def __init__(self) -> None:
        self._sizes, self._firsts = Column(np.int64), Column(np.int64)
        self._parts: dict[int, list[int]] = {}

    def learn(self, chunk: int, words: list[int]) -> None:
        """Know what the words of a chunk are."""
        self._sizes.put(chunk, len(words))
        self._firsts.put(chunk, words[0] if words else 0)
        if len(words) > 1:
            self._parts[chunk] = words

    def of(self, chunks: Numbers) -> Numbers:
        """Return the words of chunks."""
        sizes = self._sizes.array[chunks]
        found = self._firsts.array[chunks]
        if (sizes == 1).all():
            return found
        found, ends = np.repeat(found, sizes), np.cumsum(sizes)
        for at in np.flatnonzero(sizes > 1).tolist():
            found[ends[at] - sizes[at] : ends[at]] = self._parts[int(chunks[at])]
        return found


def _chunks(text: str) -> list[str]:
    """Return the chunks of a text; those of ASCII may have marks around them."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
        if not text.isascii():
            return _CHUNK.findall(text.casefold())
    return text.encode().translate(_PLAIN).decode().split()


_known: dict[str, Vocabulary] = {}


def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language; when it has grown too large, a new one (numbers hold for one only)."""
    found = _known.get(language)
    if found is None or len(found.numbers) > _MOST_WORDS:
        if len(_known) > _MOST_LANGUAGES:
            _known.clear()
        found = _known[language] = Vocabulary(language)
    return found


class Words(Struct, frozen=True, gc=False):
    """The words of an article: those that passages have of title and body, those that terms have of the body.

    ``body`` is its running text, all its text if none is told apart.
    """

    vocabulary: Vocabulary
    words: Numbers
    terms: Numbers
    body: str


def words_in(article: Article) -> Words:
    """Return the words of an article; furniture is left out (of an article that has no body, all its text is read)."""
    known, text = vocabulary(article.language), article.text
    read = [(block.role, known.read(block.of(text))) for block in article.blocks if block.role in _READ]
    every = [chunks for _, chunks in read]
    body = "\n".join([block.of(text) for block in article.body()])
    chunks = _joined([chunks for role, chunks in read if role is Role.BODY]) if body else known.read(text)
    return Words(known, known.words(_joined(every)), known.terms(chunks), body or text)


def _joined(parts: list[Numbers]) -> Numbers:
    if len(parts) == 1:
        return parts[0]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)
