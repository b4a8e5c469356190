"""Whom a speaker speaks for: *kami*, *pihaknya*, *we* in an official's words are the official's body."""

from collections.abc import Iterator

from ...language.tokens import Token
from ...record import Form, Name, NameKind, Record, Span
from ..analysis import Analysis
from .actors import Cast

__all__ = ["Sides"]

_SIDES = frozenset({NameKind.ORGANISATION, NameKind.PLACE})
_ROLE = (
    14  # words of a role beside a name: *Chair of the Audit Committee Mary Hill*, *Mary Hill, who chairs ...*
)
_NEAR = 5  # words from an office to its body: *Kepala Biro Humas Kementerian X*
_AROUND = (",", "—", "–", "-", '"', "“", "”", ".", ";", ":")


class Sides:
    """The body or country named in a person's role, for those who speak in the plural.

    How it works: the words of the role in front of the name, or set off by a comma behind it, are searched for the
    first body; a place counts only in a role that governs it (*Menteri Luar Negeri X*), not where people come from.
    """

    def __init__(self, record: Record, analysis: Analysis, cast: Cast) -> None:
        self._names = {name.id: name for name in record.names if name.kind is NameKind.PERSON}
        self._analysis, self._cast = analysis, cast
        self._known: dict[str, str | None] = {}

    @property
    def persons(self) -> tuple[Name, ...]:
        """The persons of the article."""
        return tuple(self._names.values())

    def of(self, person: str) -> str | None:
        """Return the id of the body or country that a person, by name id, speaks for; None if no role tells."""
        if person not in self._known:
            name = self._names.get(person)
            stretches = self._roles(name) if name else iter(())
            self._known[person] = next((found for one in stretches if (found := self._side(one))), None)
        return self._known[person]

    def _roles(self, name: Name) -> Iterator[Span]:
        """Yield the stretches that hold a person's role, in reading order."""
        for mention in name.mentions:
            if mention.form is Form.DESCRIPTION:
                yield mention
                continue
            at = self._analysis.token_at(mention.start)
            if at is None:
                continue
            yield from self._beside(at, mention)

    def _beside(self, at: int, mention: Span) -> Iterator[Span]:
        tokens = self._analysis.tokens
        sentence = tokens[at].sentence
        before = self._stretch(range(at - 1, max(-1, at - _ROLE - 1), -1), sentence)
        if before:
            yield Span(before[-1].start, before[0].end)
        while at < len(tokens) and tokens[at].start < mention.end:
            at += 1
        if at < len(tokens) and tokens[at].text == ",":
            after = self._stretch(range(at + 1, min(len(tokens), at + _ROLE)), sentence)
            if after:
                yield Span(after[0].start, after[-1].end)

    def _stretch(self, places: range, sentence: int) -> list[Token]:
        """Return the words on the way up to the next mark; one comma right beside the name may be passed."""
        found: list[Token] = []
        for index in places:
            token = self._analysis.tokens[index]
            if token.sentence != sentence:
                break
            if token.text in _AROUND:
                if token.text == "," and not found and places.step < 0:
                    continue
                break
            found.append(token)
        return found

    def _side(self, span: Span) -> str | None:
        """Return the first body right behind a word of office, or the place that the office governs."""
        known, last, governs = self._cast.known, -_NEAR, False
        named = {one[0]: one for one in self._cast.names_in(span.start, span.end) if one[3] in _SIDES}
        for number, token in enumerate(self._words(span)):
            if number - last < _NEAR and token.start in named:
                _, _, name, kind = named[token.start]
                if governs or kind is NameKind.ORGANISATION:
                    return name
            if known.is_a(token.lower, "office"):
                last, governs = number, governs or known.is_a(token.lower, "government")
        return None

    def _words(self, span: Span) -> Iterator[Token]:
        at, tokens = self._analysis.token_at(span.start), self._analysis.tokens
        while at is not None and at < len(tokens) and tokens[at].start < span.end:
            yield tokens[at]
            at += 1
