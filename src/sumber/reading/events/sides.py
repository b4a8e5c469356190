"""Whom a speaker speaks for: *kami*, *pihaknya*, *we* in an official's words are the official's body."""

from collections.abc import Iterator, Sequence

from ...language.tokens import Token
from ...record import Form, Name, NameKind, Record
from ..analysis import Analysis
from ..beside import Beside
from .actors import Cast

__all__ = ["Sides"]

_SIDES = frozenset({NameKind.ORGANISATION, NameKind.PLACE})
_NEAR = 5  # words from an office to its body: *Kepala Biro Humas Kementerian X*


class Sides:
    """The body or country named in a person's role, for those who speak in the plural.

    How it works: the words of the role in front of the name, or set off by a comma behind it, are searched for the
    first body; a place counts only in a role that governs it (*Menteri Luar Negeri X*), not where people come from.
    """

    def __init__(self, record: Record, analysis: Analysis, cast: Cast) -> None:
        self._names = {name.id: name for name in record.names if name.kind is NameKind.PERSON}
        self._analysis, self._cast = analysis, cast
        self._beside = Beside.of_names(self._names.values(), analysis)
        self._known: dict[str, str | None] = {}

    @property
    def persons(self) -> tuple[Name, ...]:
        """The persons of the article."""
        return tuple(self._names.values())

    def of(self, person: str) -> str | None:
        """Return the id of the body or country that a person, by name id, speaks for; None if no role tells."""
        if person not in self._known:
            name = self._names.get(person)
            roles = self._roles(name) if name else iter(())
            self._known[person] = next((found for one in roles if (found := self._side(one))), None)
        return self._known[person]

    def holds(self, person: str, offices: frozenset[str]) -> bool:
        """Return whether a role of a person, by name id, holds one of some words."""
        name = self._names.get(person)
        roles = self._roles(name) if name else iter(())
        return any(token.lower in offices for role in roles for token in role)

    def _roles(self, name: Name) -> Iterator[Sequence[Token]]:
        """Yield the phrases that tell a person's role, in reading order."""
        for mention in name.mentions:
            first, end = self._beside.tokens_of(mention)
            if mention.form is Form.DESCRIPTION:
                yield self._analysis.tokens[first:end]
            elif end:
                yield self._beside.before(first)
                yield self._beside.behind(end)

    def _side(self, phrase: Sequence[Token]) -> str | None:
        """Return the first body right behind a word of office, or the place that the office governs."""
        if not phrase:
            return None
        words, last, governs = self._beside.words, -_NEAR, False
        inside = self._cast.names_in(phrase[0].start, phrase[-1].end)
        named = {one[0]: one for one in inside if one[3] in _SIDES}
        for number, token in enumerate(phrase):
            if number - last < _NEAR and token.start in named:
                _, _, name, kind = named[token.start]
                if governs or kind is NameKind.ORGANISATION:
                    return name
            if token.lower in words.offices:
                last, governs = number, governs or token.lower in words.of("state")
        return None
