"""The country that a person stands for, from the office in front of the name or behind it."""

from collections.abc import Iterator

from ...gazetteer import country_of, lookup
from ...language.tokens import Token
from .lexicon import Lexicon
from .people import Person
from .runs import Found

__all__ = ["country_of_person"]

_LONGEST = 4
_BACK, _AHEAD = 9, 9
_OFFICES = frozenset({"role", "open", "rank", "weak"})
_TOWARDS = frozenset({"untuk", "to", "for", "di", "in", "bagi", "on"})
_INSIDE = frozenset({"of", "the", "'s", "’s", "for", "to", "untuk", "and", "dan", "dari", "urusan", "bidang"})
_STOPS = frozenset(
    "who which whose whom that when while after before as said says told yang saat ketika setelah".split()
)
_WELL_KNOWN = 45  # importance of a place that tells the country of a governor or mayor
_OF_LABOUR = frozenset(
    {"minister", "ministry", "secretary", "commissioner", "department", "lawyer", "leader"}
)
_ALSO_A_STATE = frozenset({"georgia"})


def country_of_person(person: Person, tokens: tuple[Token, ...], known: Lexicon) -> str | None:
    """Return the country that the offices of a person name, if all that name one agree.

    It is named outright (*Presiden Rusia*, *the Turkish foreign minister*, *..., president of Peru*), by a public body
    (*FBI Director*, *Ketua KPK*), by the place that is governed (*Texas Gov.*, *Wali Kota Bandung*), or by an office
    that one country alone has (*Kapolres*). Ambassadors and envoys to a country are told by *untuk*, *to* before its
    name, which then says nothing.
    """
    found: set[str] = set()
    for mention in person.founds:
        for phrase in _phrases(mention, tokens, known):
            found |= _named(phrase, known)
    if not found:
        found = {"ID"} if any(_is_home(mention, tokens, known) for mention in person.founds) else set()
    return next(iter(found)) if len(found) == 1 else None


def _phrases(mention: Found, tokens: tuple[Token, ...], known: Lexicon) -> Iterator[tuple[Token, ...]]:
    """Yield the stretches around a name that tell an office: before it, behind a comma, behind *of*."""
    before = _before(mention, tokens, known)
    if _office(before, known):
        yield before
        after = tokens[mention.last : mention.last + 3]
        if after and after[0].lower == "of":
            yield after[1:]
    behind = _behind(mention, tokens)
    if _office(behind, known):
        yield behind


def _before(mention: Found, tokens: tuple[Token, ...], known: Lexicon) -> tuple[Token, ...]:
    """Return the words in front of a name that go with it, over the one comma of *Turkey's minister, Ayla Demir*."""
    sentence = tokens[mention.first].sentence
    stop = mention.first
    if stop and tokens[stop - 1].text == ",":
        stop -= 1
    at = stop
    while at > 0 and stop - at < _BACK and tokens[at - 1].sentence == sentence:
        token = tokens[at - 1]
        word = token.lower.rstrip(".")
        inside = token.text[0].isupper() or token.lower in _INSIDE or word in known.title_words
        if not inside and not (mention.title is not None and at - 1 >= mention.title):
            break
        at -= 1
    return tokens[at:stop]


def _behind(mention: Found, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the apposition behind a name: *Ayla Demir[, the Turkish foreign minister,]*."""
    sentence = tokens[mention.first].sentence
    first = mention.last + 1
    if first >= len(tokens) or tokens[mention.last].text != ",":
        return ()
    end = first
    while end < len(tokens) and end - first < _AHEAD and tokens[end].sentence == sentence:
        token = tokens[end]
        if (not token.text[0].isalpha() and token.text not in ("'s", "’s")) or token.lower in _STOPS:
            break
        end += 1
    return tokens[first:end]


def _office(words: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a phrase holds an office: it must begin an apposition or end what stands before a name."""
    lowers = [token.lower.rstrip(".") for token in words]
    return any(
        known.titles.get(tuple(lowers[at:end])) in _OFFICES
        for at in range(len(lowers))
        for end in range(at + 1, min(len(lowers), at + 3) + 1)
    )


def _named(words: tuple[Token, ...], known: Lexicon) -> set[str]:
    """Return the countries that an office names, the longer names first."""
    found: set[str] = set()
    governs = any(token.lower.rstrip(".") in known.context["governs"] for token in words)
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST), at, -1):
            country = _country(words[at:end], known, governs=governs) if words[at].text[0].isupper() else None
            if country and words[at].text == "Labour" and end < len(words) and words[end].lower in _OF_LABOUR:
                country = None  # a minister of labour is no member of a party
            if country:
                if not at or words[at - 1].lower not in _TOWARDS:
                    found.add(country)
                at = end - 1
                break
        at += 1
    return found


def _country(words: tuple[Token, ...], known: Lexicon, *, governs: bool) -> str | None:
    """Return the country of a name in an office: a country, a public body, or a place if the office governs one."""
    form = " ".join(token.text for token in words)
    if not (governs and form.casefold() in _ALSO_A_STATE):
        country = country_of(form)
        if country:
            return country
    body = known.bodies.get(tuple(token.text for token in words))
    if body and body["country"]:
        return None if tuple(token.text for token in words) in known.private else body["country"]
    if not governs or words[0].lower in known.title_words:
        return None
    places = [place for place in lookup(form) if place.level != "country"]
    return places[0].country if places and places[0].importance >= _WELL_KNOWN else None


def _is_home(mention: Found, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether an office in front of the name is one that Indonesia alone has: *Kapolres*, *Bupati*."""
    return any(token.lower in known.context["home"] for token in _before(mention, tokens, known))
