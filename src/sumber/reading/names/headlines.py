"""Names in headlines, where all words are large: the verb beside a name is none of it."""

from collections.abc import Container, Iterable, Iterator

from ...language.stems import stem
from ...language.tokens import Token
from ...record import NameKind, Role
from ..analysis import Analysis
from .lexicon import Lexicon
from .people import key
from .runs import Found

_SOME = 4  # sentences of an article that names its persons again
__all__ = ["Headlines"]


class Headlines:
    """What the sentences of an article tell of the names in its headlines.

    How it works: words that stand large in no sentence, and are a small word or made of one, fall off a name: *Rina
    Wati | Hebohkan*. So does all that no list of names holds behind a name that the sentences give in full: *Rina Wati
    | Ogah Kalah*. A name that is made of small words alone is none, nor is one of unknown words in the title that an
    article of some sentences never says again.

    Known to miss: headlines of articles that do not name the person again.
    """

    def __init__(
        self, headlines: Container[int], seen: Container[str], analysis: Analysis, known: Lexicon
    ) -> None:
        """Take the numbers of the sentences that are headlines and the words that are large in others."""
        self._headlines, self._seen, self._known = headlines, seen, known
        self._tokens = analysis.tokens
        self._small: frozenset[str] | None = None
        told = [sentence.index for sentence in analysis.sentences if sentence.index not in headlines]
        titles = [sentence.index for sentence in analysis.sentences if sentence.role is Role.TITLE]
        self._titles = frozenset(titles) if len(told) >= _SOME else frozenset()

    def settle(self, founds: Iterable[Found]) -> list[Found]:
        """Return the names, those of persons in headlines without what is none of them."""
        founds = list(founds)
        plain = [found for found in founds if not self._has(found)]
        forms = {self._key(found) for found in plain if found.kind is NameKind.PERSON}
        return [new for found in founds for new in ([found] if found in plain else self._cut(found, forms))]

    def _has(self, found: Found) -> bool:
        """Return whether a name is a person's and stands in a headline."""
        return found.kind is NameKind.PERSON and self._tokens[found.first].sentence in self._headlines

    def _key(self, found: Found) -> tuple[str, ...]:
        return key(token.text for token in self._tokens[found.first : found.last])

    def _cut(self, found: Found, forms: Container[tuple[str, ...]]) -> Iterator[Found]:
        first, last = found.first, found.last
        words = self._tokens[first:last]
        if tuple(token.lower for token in words) in self._known.figures or self._key(found) in forms:
            yield found
            return
        for end in range(last - 1, first + 1, -1):
            rest = self._tokens[end:last]
            given = self._key(found._replace(last=end)) in forms
            if given and not any(self._is_name(token) for token in rest):
                last = end
                break
        while last > first and self._is_common(self._tokens[last - 1]):
            last -= 1
        while first < last and self._is_common(self._tokens[first]):
            first += 1
        if first < last and not self._is_made_up(first, last):
            yield found._replace(first=first, last=last, title=found.title if first == found.first else None)

    def _is_made_up(self, first: int, last: int) -> bool:
        """Return whether a title holds unknown words that its article never says again."""
        words = self._tokens[first:last]
        return words[0].sentence in self._titles and not any(self._is_name(token) for token in words)

    def _is_name(self, token: Token) -> bool:
        return token.lower in self._seen or bool(self._known.person(token.lower))

    def _is_common(self, token: Token) -> bool:
        """Return whether a word is none of a name: large in no sentence, in no list, and small or made so."""
        word, known = token.lower, self._known
        if self._is_name(token):
            return False
        return (
            word in known.starters
            or known.words.small.get(word, 0) > 0
            or known.is_derived(word)
            or word in self._small_words()
        )

    def _small_words(self) -> frozenset[str]:
        """Return the words that the article writes small, and the roots of them: *menabrak* tells *tabrak*."""
        if self._small is None:
            words = {token.text for token in self._tokens if token.text.islower()}
            self._small = frozenset(words | {stem(word, self._known.code) for word in words})
        return self._small
