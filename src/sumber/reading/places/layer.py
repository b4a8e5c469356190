"""The layer of places."""

from collections.abc import Iterable
from typing import ClassVar

from msgspec.structs import replace

from ...gazetteer import Candidate, country_of
from ...record import Form, Mention, Name, NameKind, Place, Record, Span
from ..analysis import Analysis
from .finder import find_places
from .found import Found
from .home import home_country
from .resolver import choose

__all__ = ["Places"]


class Places:
    """Find the places that title and body name, and where they lie.

    How it works: the longest names of the gazetteer over capitalised words, less persons and fixed names; then each
    name's likeliest place by importance, home country, the article's other places, level words and containment.

    Known to miss: villages and streets; a place's name inside a company's. Unresolved places have no country.
    Quality: ``python -m evaluation places``.
    """

    name: ClassVar[str] = "places"
    needs: ClassVar[frozenset[str]] = frozenset({"times", "names"})
    gives: ClassVar[frozenset[str]] = frozenset({"names"})

    def __call__(self, record: Record, analysis: Analysis, /) -> Record:
        """Return the record with its places among the names."""
        found = list(find_places(analysis, _taken(record), _bodies(record)))
        domain = record.article.outlet.domain or record.article.outlet.name
        chosen = choose(found, home_country(domain, record.article.language))
        places = _named(record, found, chosen)
        return replace(record, names=(*record.names, *places))


def _taken(record: Record) -> list[Span]:
    """Return the spans of persons' own names and of times: no place is looked for inside them."""
    times: list[Span] = list(record.times)
    return times + [
        mention
        for name in record.names
        if name.kind is NameKind.PERSON
        for mention in name.mentions
        if mention.form is Form.NAME and country_of(mention.of(record.article.text)) is None
    ]


def _bodies(record: Record) -> list[Span]:
    """Return the spans of the names of bodies."""
    return [
        mention
        for name in record.names
        if name.kind is NameKind.ORGANISATION
        for mention in name.mentions
        if mention.form is Form.NAME
    ]


def _named(record: Record, found: list[Found], chosen: list[Candidate | None]) -> Iterable[Name]:
    """Yield one name a place, with all its mentions, numbered after the names that are there."""
    groups: dict[str, list[tuple[Found, Candidate | None]]] = {}
    text = record.article.text
    for mention, candidate in zip(found, chosen, strict=True):
        key = candidate.id if candidate else text[mention.start : mention.end]
        groups.setdefault(key, []).append((mention, candidate))
    for number, members in enumerate(groups.values(), len(record.names) + 1):
        candidate = members[0][1]
        forms = [" ".join(text[mention.start : mention.end].split()) for mention, _ in members]
        yield Name(
            id=f"n{number}",
            kind=NameKind.PLACE,
            name=forms[0],
            aliases=tuple(dict.fromkeys(form for form in forms if form != forms[0])),
            country=candidate.country if candidate else None,
            place=_place(candidate) if candidate else None,
            mentions=tuple(Mention(start=mention.start, end=mention.end) for mention, _ in members),
        )


def _place(candidate: Candidate) -> Place:
    level = None if candidate.level in ("region", "village") else candidate.level
    return Place(gazetteer_id=candidate.id, lat=candidate.lat, lon=candidate.lon, level=level)
