"""The country that a person stands for, from the office in front of the name or behind it."""

from collections.abc import Iterator

from ...gazetteer import country_of, lookup
from ...language.tokens import Token
from ..beside import Beside
from .lexicon import Lexicon
from .people import Person

__all__ = ["country_of_person"]

_LONGEST = 4
_OFFICES = frozenset({"role", "open", "rank", "weak"})
_WELL_KNOWN = 45  # importance of a place that tells the country of a governor or mayor
_OF_LABOUR = frozenset(
    {"minister", "ministry", "secretary", "commissioner", "department", "lawyer", "leader"}
)
_ALSO_A_STATE = frozenset({"georgia"})


def country_of_person(person: Person, beside: Beside, known: Lexicon) -> str | None:
    """Return the country that the offices of a person name, if all that name one agree.

    It is named outright (*Presiden Rusia*, *the Turkish foreign minister*, *..., president of Peru*), by a public body
    (*FBI Director*, *Ketua KPK*), by the place that is governed (*Texas Gov.*, *Wali Kota Bandung*), or by an office
    that one country alone has (*Kapolres*). Ambassadors and envoys to a country are told by *untuk*, *to* before its
    name, which then says nothing.
    """
    reader = _Reader(beside, known)
    return reader.country(person)


class _Reader:
    """The search for countries in the phrases beside a name."""

    def __init__(self, beside: Beside, known: Lexicon) -> None:
        self._beside, self._words, self._known = beside, beside.words, known

    def country(self, person: Person) -> str | None:
        """Return the one country that the offices of a person name."""
        found = {country for phrase in self._phrases(person) for country in self._named(phrase)}
        if not found and any(
            token.lower in self._words.of("home")
            for mention in person.founds
            for token in self._beside.before(mention.first)
        ):
            return "ID"
        return next(iter(found)) if len(found) == 1 else None

    def _phrases(self, person: Person) -> Iterator[tuple[Token, ...]]:
        """Yield the phrases that tell an office: before the name, behind *of*, behind a comma."""
        for mention in person.founds:
            before = self._beside.before(mention.first)
            office = self._office(before)
            if office is not None:  # where offices lead, a country before one is not the holder's
                yield before[office:] if self._words.head_first else before
                yield self._beside.of(mention.last)
            behind = self._beside.behind(mention.last)
            if self._office(behind) is not None:
                yield behind

    def _office(self, words: tuple[Token, ...]) -> int | None:
        """Return where the first office of a phrase stands in it, None if it has none."""
        lowers = [token.lower.rstrip(".") for token in words]
        for at in range(len(lowers)):
            for end in range(at + 1, min(len(lowers), at + 3) + 1):
                if self._known.titles.get(tuple(lowers[at:end])) in _OFFICES:
                    return at
        return None

    def _named(self, words: tuple[Token, ...]) -> Iterator[str]:
        """Yield the countries that an office names, the longer names first."""
        governs = any(token.lower.rstrip(".") in self._words.of("place") for token in words)
        at = 0
        while at < len(words):
            for end in range(min(len(words), at + _LONGEST), at, -1):
                large = words[at].text[0].isupper()
                country = self._country(words[at:end], governs=governs) if large else None
                if (
                    country
                    and words[at].text == "Labour"
                    and end < len(words)
                    and words[end].lower in _OF_LABOUR
                ):
                    country = None  # a minister of labour is no member of a party
                if country:
                    if not at or words[at - 1].lower not in self._words.of("towards"):
                        yield country
                    at = end - 1
                    break
            at += 1

    def _country(self, words: tuple[Token, ...], *, governs: bool) -> str | None:
        """Return the country of a name in an office: a country, a public body, or a place if the office governs one."""
        form, written = " ".join(token.text for token in words), tuple(token.text for token in words)
        if not (governs and form.casefold() in _ALSO_A_STATE):
            country = country_of(form)
            if country:
                return country
        body = self._known.bodies.get(written)
        if body and body["country"]:
            return None if written in self._known.private else body["country"]
        if not governs or words[0].lower in self._known.title_words:
            return None
        places = [place for place in lookup(form) if place.level != "country"]
        return places[0].country if places and places[0].importance >= _WELL_KNOWN else None
