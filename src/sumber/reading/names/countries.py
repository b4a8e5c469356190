"""The country that a person stands for, from the office in front of the name."""

from ...gazetteer import country_of
from ...language.tokens import Token
from .people import Person

__all__ = ["country_of_person"]

_LONGEST = 3


def country_of_person(person: Person, tokens: tuple[Token, ...]) -> str | None:
    """Return the country named in an office of a person (*Presiden Rusia*, *Russian President*), if all agree.

    Ambassadors and envoys to a country are told by *untuk*, *to* before its name, which then says nothing.
    """
    found: set[str] = set()
    for mention in person.founds:
        if mention.title is None or mention.title >= mention.first:
            continue
        first = (
            mention.title - 1
            if mention.title and tokens[mention.title - 1].text[0].isupper()
            else mention.title
        )
        if tokens[first].sentence != tokens[mention.first].sentence:
            first = mention.title
        found |= _named(tokens[first : mention.first])
    return next(iter(found)) if len(found) == 1 else None


def _named(words: tuple[Token, ...]) -> set[str]:
    """Return the countries named in an office, the longer names first."""
    found: set[str] = set()
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST), at, -1):
            country = (
                country_of(" ".join(token.text for token in words[at:end]))
                if words[at].text[0].isupper()
                else None
            )
            if country:
                if not at or words[at - 1].lower not in ("untuk", "to", "for"):
                    found.add(country)
                at = end - 1
                break
        at += 1
    return found
