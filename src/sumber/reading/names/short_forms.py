"""Short forms of persons already known by a fuller one: *Prabowo*, *Katz*, *Sri Mulyani*."""

from collections.abc import Sequence

from ...gazetteer import country_of
from ...language.tokens import Token
from ...record import NameKind
from .gathering import People
from .lexicon import Lexicon
from .people import Person, key
from .runs import Found, Run

__all__ = ["short_forms"]

_ADDRESSES = ("rank", "honorific")
_FREE = frozenset("TSDRHL~NClPAbB&k")


def short_forms(
    people: Sequence[Person],
    runs: Sequence[Run],
    founds: Sequence[Found],
    tokens: tuple[Token, ...],
    lexicon: Lexicon,
) -> None:
    """Add to each person the runs that hold only words of its name, titles aside."""
    known = People(people)
    words = {word for person in people for word in _own_words(person, lexicon) if len(word) > 1}
    surnames = {person.words[-1] for person in people if len(person.words) > 1}
    taken = {
        index for person in people for found in person.founds for index in range(found.first, found.last)
    }
    bodies = {
        index
        for found in founds
        if found.kind is NameKind.ORGANISATION
        and found.score > 0.7
        and not _is_surname(found, surnames, tokens)
        for index in range(found.first, found.last)
    }
    for run in runs:
        index = run.first
        while index < run.last:
            end = index
            while end < run.last and end not in taken and end not in bodies and _is_part(tokens[end], words):
                end += 1
            if end > index and _stands_alone(run, index, end, taken) and not _is_country(tokens, index, end):
                _give(known, Found(index, end, NameKind.PERSON, 0.5), tokens)
            index = max(end, index + 1)


def _own_words(person: Person, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words of a name less the title that it begins with: *King Charles* is not called *King*."""
    if tuple(person.words) in lexicon.figures or lexicon.titles.get(person.words[:1]) in _ADDRESSES:
        first = next((n for n, word in enumerate(person.words) if (word,) not in lexicon.titles), 0)
        return tuple(person.words[first:])
    return tuple(person.words)


def _is_surname(found: Found, surnames: set[str], tokens: tuple[Token, ...]) -> bool:
    """Return whether one word is the surname of a person of the article, though it names a company too: *Ericsson*."""
    word = key([tokens[found.first].text])
    single = found.last - found.first == 1 and not tokens[found.first].text.isupper()
    return single and len(word) == 1 and word[0] in surnames


def _is_part(token: Token, words: set[str]) -> bool:
    parts = key([token.text])
    return bool(parts) and all(part in words for part in parts)


def _is_country(tokens: tuple[Token, ...], index: int, end: int) -> bool:
    """Return whether a word is a country's name more than a person's: *Israel* beside *Israel Katz*."""
    return country_of(" ".join(token.text for token in tokens[index:end])) is not None


def _stands_alone(run: Run, index: int, end: int, taken: set[int]) -> bool:
    """Return whether the rest of the run is titles, common words and other persons, no longer unknown name."""
    if run.classes[end - run.first : end - run.first + 1] == "C" and not run.headline and index == run.first:
        return False  # *Jeff Link* is no short form of *Jeff Moe*
    beside = [position for position in (index - 1, end) if run.first <= position < run.last]
    return all(position in taken or run.classes[position - run.first] in _FREE for position in beside) and (
        end == run.last or run.classes[end - run.first] not in "EWAP" or run.headline
    )


def _give(people: People, found: Found, tokens: tuple[Token, ...]) -> None:
    """Add a short form to the person of its words who was named last before it, else to the first."""
    fits = people.like(key(token.text for token in tokens[found.first : found.last]))
    if fits:
        max(fits, key=lambda person: -1 if (last := person.before(found.first)) is None else last).add(found)
