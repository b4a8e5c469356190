"""Things that are written as persons are: products, coins, clubs that bear a town's name."""

from collections.abc import Sequence

from ...language.tokens import Token
from .context import names_a_site
from .lexicon import Lexicon
from .people import Person, key
from .runs import Found

__all__ = ["borne", "is_borne", "is_lone_word", "names_a_thing", "products"]

_GIVEN = 3  # class of given names that may be all that an article tells
_WHO = frozenset({"who", "whose", "whom"})
_FREQUENT = 6  # class of English words
_LONGEST_MAKER = 3
_OFFICES = ("role", "open", "rank")
_SURE_TITLES = ("called", "rank", "honorific")


def products(tokens: tuple[Token, ...], known: Lexicon) -> frozenset[str]:
    """Return the words, folded, that stand right behind a company's name somewhere: *Toyota [Calya]*.

    What follows a company's name with an office in front (*bos Tesla Budi*) is nobody's product.
    """
    found: set[str] = set()
    at = 0
    while at < len(tokens):
        end = _maker_end(tokens, at, known)
        if end is None:
            at += 1
            continue
        if not _has_office(tokens, at, known) and end < len(tokens) and _is_joined(tokens, end):
            found.add(tokens[end].lower)
        at = end
    return frozenset(found)


def _maker_end(tokens: tuple[Token, ...], at: int, known: Lexicon) -> int | None:
    if not tokens[at].text[0].isupper() or tokens[at].lower in known.context["medium"]:
        return None
    for end in range(min(len(tokens), at + _LONGEST_MAKER), at, -1):
        if tuple(token.text for token in tokens[at:end]) in known.makers:
            return end
    return None


def _is_joined(tokens: tuple[Token, ...], at: int) -> bool:
    """Return whether a large word stands one blank behind the word before it."""
    return tokens[at].text[0].isupper() and 0 <= tokens[at].start - tokens[at - 1].end <= 1


def _has_office(tokens: tuple[Token, ...], at: int, known: Lexicon) -> bool:
    """Return whether an office leads up to a company's name: *bos Tesla*, not *pengemudi Toyota*."""
    if at == 0 or tokens[at - 1].sentence != tokens[at].sentence:
        return False
    before = tokens[max(0, at - 2) : at]
    kinds = {known.titles.get(tuple(token.lower for token in before[n:])) for n in range(len(before))}
    return not kinds.isdisjoint(_OFFICES)


def borne(founds: Sequence[Found], tokens: tuple[Token, ...], known: Lexicon) -> frozenset[tuple[str, ...]]:
    """Return the names of several words, folded, that a ship, a village or another thing bears somewhere.

    *Kapal [Dewi Samudra]* is a ship wherever it stands, also where no *kapal* stands before it.
    """
    return frozenset(
        key(token.text for token in tokens[found.first : found.last])
        for found in founds
        if found.last - found.first > 1 and names_a_site(found.first, tokens, known)
    )


def names_a_thing(person: Person, tokens: tuple[Token, ...], known: Lexicon, made: frozenset[str]) -> bool:
    """Return whether what was gathered as a person is a product, a coin or a club.

    How it works: a name of one word is a product if the article sets it behind its maker's name, a coin if a ticker
    stands behind it in brackets (*Solana (SOL)*), a body if it is always in capitals and no name, a club if it is a
    well-known town (*kiper Lille*). A name of several words is a product if its maker stands in front of it or it has
    letters at an end (*SRV Libero*), a title if it is made of frequent English words. A form of address or a rank says
    that it is a person.
    """
    if any(_is_titled(found, tokens, known) for found in person.founds):
        return False
    if _is_phrase(person, known) or _has_letters(person, tokens, known):
        return True
    if len(person.words) > 1:
        named = all(known.person(word) for word in person.words)  # *Samsung Rina Wati*
        return not named and all(_behind_maker(found, tokens, known) for found in person.founds)
    word = person.words[0]
    if (word,) in known.figures:
        return False
    return (
        word in made
        or (len(word) > 3 and not known.person(word) and _is_acronym(person, tokens))
        or any(_has_ticker(found, tokens) for found in person.founds)
        or (known.is_city(word) and known.given.get(word, 0) < 2 and _is_club(person, tokens, known))
    )


def is_borne(
    person: Person, things: frozenset[tuple[str, ...]], tokens: tuple[Token, ...], known: Lexicon
) -> bool:
    """Return whether a thing bears the name and nothing tells a person: no verb of saying, no office but over it."""
    if tuple(person.words) not in things or tuple(person.words) in known.figures:
        return False
    return all(
        found.context <= 0
        and (found.title is None or tokens[found.first - 1].lower in known.context["never"])
        and not _is_titled(found, tokens, known)
        for found in person.founds
    )


def is_lone_word(person: Person, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether one word that is no given name is all that an English article tells of a person.

    English news gives a person in full once; what is called by one word throughout, with no office, age or word of its
    own, is a product, a company or an app more often than a person.
    """
    if known.code != "en" or len(person.words) != 1 or tuple(person.words) in known.figures:
        return False
    if known.given.get(person.words[0], 0) >= _GIVEN:
        return False
    if any(found.context > 0 for found in person.founds):
        return False  # who says something
    return not any(
        found.title is not None or _is_titled(found, tokens, known) or tokens[found.last].lower in _WHO
        for found in person.founds
        if found.last < len(tokens)
    )


def _is_phrase(person: Person, known: Lexicon) -> bool:
    """Return whether a name in another language's text is made of frequent English words: *Dreams Made Here*."""
    return len(person.words) > 1 and all(known.foreign.get(word, 0) >= _FREQUENT for word in person.words)


def _has_letters(person: Person, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a name begins or ends with three or four capitals beside other words: *SRV Libero*, *Aero AWD*."""
    found = max(person.founds, key=lambda one: one.last - one.first)
    words = [token.text for token in tokens[found.first : found.last]]
    if len(words) < 2 or all(word.isupper() for word in words):
        return False
    ends = [
        word for word in (words[0], words[-1]) if len(word) in (3, 4) and word.isalpha() and word.isupper()
    ]
    return any(not known.person(word.casefold()) for word in ends)


def _is_acronym(person: Person, tokens: tuple[Token, ...]) -> bool:
    """Return whether a name of one word is in capitals wherever it stands."""
    return all(tokens[found.first].text.isupper() for found in person.founds)


def _is_club(person: Person, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether only a player's or a coach's office, or none, leads up to a town's name."""
    titles = {tokens[found.first - 1].lower for found in person.founds if found.title is not None}
    return titles <= known.context["club"]


def _is_titled(found: Found, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a rank or form of address leads up to a name, or its age follows it."""
    if found.first and known.titles.get((tokens[found.first - 1].lower.rstrip("."),)) in _SURE_TITLES:
        return True
    after = [token.text for token in tokens[found.last : found.last + 2]]
    return len(after) == 2 and after[0] in ("(", ",") and after[1].isdigit()


def _behind_maker(found: Found, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a maker's name leads up to a name, with nothing but large words between that are no office."""
    if found.title is not None and known.titles.get((tokens[found.title].lower,)) in _OFFICES:
        return False
    for start in range(found.first - 1, max(-1, found.first - _LONGEST_MAKER - 1), -1):
        if not _is_joined(tokens, start + 1) or tokens[start].lower in known.title_words:
            return False
        end = _maker_end(tokens, start, known)
        if end is not None and end <= found.first and not _has_office(tokens, start, known):
            return True
    return False


def _has_ticker(found: Found, tokens: Sequence[Token]) -> bool:
    """Return whether capitals in brackets follow that are no initials of the name: *Cardano (ADA)*."""
    after = [token.text for token in tokens[found.last : found.last + 3]]
    return (
        len(after) == 3
        and (after[0], after[2]) == ("(", ")")
        and after[1].isupper()
        and after[1].isalpha()
        and len(after[1]) >= 3
    )
