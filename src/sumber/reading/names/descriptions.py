"""Offices that stand for a person named elsewhere: *Presiden Rusia tersebut*, *the Kremlin spokesman*."""

from collections.abc import Iterator, Sequence

from ...gazetteer import country_of
from ...language.tokens import Token
from ...record import Form, Mention
from ..beside import GENITIVES, Beside
from .lexicon import Lexicon, is_large
from .people import Person

__all__ = ["descriptions"]

_POINTING = frozenset({"itu", "tersebut", "ini"})
_ARTICLES = frozenset({"the", "that", "this"})
_INDEFINITE = frozenset({"a", "an"})
_ROLES = ("role", "open", "rank")
_LONGEST = 7


def descriptions(
    people: Sequence[Person], tokens: tuple[Token, ...], known: Lexicon, beside: Beside
) -> dict[int, list[Mention]]:
    """Return for each person, by its place in ``people``, the phrases of office that speak of it alone.

    How it works: the office in front of a name (*Presiden Rusia Vladimir Putin*), also before a comma (*the mayor of
    Izmir, Ayla Demir*), or set off behind it, is remembered with its role word. Said again without a name, and pointed
    at (*itu*, *tersebut*; *the*), it means that person, if the article gives the role to nobody else.

    Known to miss: other words for the same office.
    """
    offices: dict[tuple[str, ...], set[int]] = {}
    for number, person in enumerate(people):
        for words in _offices(person, tokens, known, beside):
            offices.setdefault(words, set()).add(number)
    names = [(found.first, found.last) for person in people for found in person.founds]
    taken = {index for first, last in names for index in range(first, last)}
    commas = {
        at for first, last in names for at in (first - 1, last) if at < len(tokens) and tokens[at].text == ","
    }
    found: dict[int, list[Mention]] = {}
    begins, several = {words[0] for words in offices}, beside.words.of("several")
    at = 0
    while at < len(tokens):
        alone = tokens[at].lower in begins and not (at and tokens[at - 1].lower in several)
        hit = _match(at, tokens, offices, known) if alone else None
        if hit is None or taken & {*range(at, hit[0] + 1)} or commas & {at - 2, at - 1, hit[0]}:
            at += 1
            continue
        last, owner = hit
        first = at - 1 if tokens[at - 1].lower in _ARTICLES and at else at
        mention = Mention(start=tokens[first].start, end=tokens[last - 1].end, form=Form.DESCRIPTION)
        found.setdefault(owner, []).append(mention)
        at = last
    return found


def _offices(
    person: Person, tokens: tuple[Token, ...], known: Lexicon, beside: Beside
) -> Iterator[tuple[str, ...]]:
    """Yield what a person is called by: each office in full, and its role alone unless it is a thing of the past."""
    past = beside.words.of("past")
    for found in person.founds:
        if found.title is not None and found.title < found.first:
            first = found.title - (found.title > 0 and tokens[found.title - 1].lower in past)
            phrases = [tuple(token.lower for token in tokens[first : found.first])]
        else:
            phrases = [_set_off(beside.before(found.first)), _set_off(beside.behind(found.last))]
        for words in filter(_is_office, phrases):
            role = _role(words, known, beside)
            if role or found.title is not None:
                yield words
            if role and not past.intersection(words):
                yield role


def _is_office(words: tuple[str, ...]) -> bool:
    """Return whether some words can be the whole of an office: a few, with no end left open."""
    if not 0 < len(words) <= _LONGEST or words[-1] in ("of", "for", "to", "untuk", "dari"):
        return False
    return all(word[0].isalpha() for word in words)


def _set_off(phrase: Sequence[Token]) -> tuple[str, ...]:
    """Return the words of a phrase beside a name, without the article, or the owner, that it begins with."""
    words = [token.lower for token in phrase]
    owner = max((at for at, word in enumerate(words) if word in GENITIVES), default=-1)
    words = words[owner + 1 :]
    return tuple(words[1:] if words and words[0] in _ARTICLES | _INDEFINITE else words)


def _role(words: tuple[str, ...], known: Lexicon, beside: Beside) -> tuple[str, ...]:
    """Return the role that an office begins with (Indonesian) or ends with (English), as it stands in the table.

    *Vice president* holds no *president*, and *the president of a club* is not whom *the president* means.
    """
    if known.code != "en":
        parts = [words[:at] for at in range(len(words), 0, -1)]
        return next((part for part in parts if known.titles.get(part) in _ROLES), ())
    end = words.index("of") if "of" in words else len(words)
    under, of = beside.words.of("under"), " ".join(words[end + 1 :])
    for at in range(end):
        if known.titles.get(words[at:end]) in _ROLES and not under.intersection(words[:at]):
            nations = words[end - 1] in beside.words.of("state") - beside.words.of("place")
            return words[at:end] if not (of and nations) or country_of(of) else ()
    return ()


def _match(
    at: int, tokens: tuple[Token, ...], offices: dict[tuple[str, ...], set[int]], known: Lexicon
) -> tuple[int, int] | None:
    """Return the end (exclusive) of an office pointed at here and the one person who holds it."""
    for end in range(min(len(tokens) - 1, at + _LONGEST), at, -1):
        owners = offices.get(tuple(token.lower for token in tokens[at:end]))
        if owners is None or tokens[at].sentence != tokens[end - 1].sentence:
            continue
        after = tokens[end]
        if known.code == "en":
            pointed = (
                at > 0 and tokens[at - 1].lower in _ARTICLES and not is_large(after) and after.lower != "of"
            )
            last = end
        else:
            pointed, last = after.lower in _POINTING, end + 1
        return (last, next(iter(owners))) if pointed and len(owners) == 1 else None
    return None
