"""What a text is about, where that tells whether its events are public: lore, recipes, stars, products, claims."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import urlsplit

from ...gazetteer import country_of
from ...language import load
from ...record import Actor, NameKind, Record
from ..analysis import Analysis
from .lexicon import Lexicon, Rule
from .sides import Sides

__all__ = ["Topic", "is_public", "topic_of"]

_LEAST, _DIFFERENT = 4, 3  # words of a topic that a text has at least, and how many of them differ
_DOUBLE = 2  # how many times fewer words of a topic are enough in a section of its own
_OF_FORCE_AND_LAW = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION", "THREATEN"})
_OF_LAW = frozenset({"allege", "investigate"})


@dataclass(frozen=True, slots=True)
class Topic:
    """One row of ``event_topics.tsv``: what a text is about, and which of its events that takes away."""

    name: str
    drops: str
    one_in: int
    sections: frozenset[str]
    words: frozenset[str]

    def fits(self, words: Iterable[str], size: int) -> bool:
        """Return whether a text of so many words has enough of the topic's."""
        found = [word for word in words if word in self.words]
        return len(found) >= _LEAST and len(set(found)) >= _DIFFERENT and len(found) * self.one_in > size


@cache
def _topics(code: str) -> tuple[Topic, ...]:
    language = load(code)
    rows = language.table("event_topics") if language.has_table("event_topics") else ()
    return tuple(
        Topic(
            row["topic"],
            row["drops"],
            int(row["one_in"]),
            frozenset(row["sections"].split()),
            frozenset(row["words"].split()),
        )
        for row in rows
    )


def topic_of(record: Record, analysis: Analysis) -> Topic | None:
    """Return the topic whose section the address of an article names, or the first whose words its text is full of.

    The section alone takes private events only: *the federation's office was shelled* stands under sport too.
    """
    assert analysis.language is not None
    topics = _topics(analysis.language.code)
    words = [token.lower for token in analysis.tokens] if topics else []
    sections = _sections(record.article.url or "") if topics else frozenset()
    named = next((topic for topic in topics if topic.sections & sections), None)
    if named is not None and named.drops == "all" and not named.fits(words, len(words) // _DOUBLE):
        return replace(named, drops="private")
    return named or next((topic for topic in topics if topic.fits(words, len(words))), None)


def _sections(url: str) -> frozenset[str]:
    """Return the parts of an address that name an outlet's section: first label of the host, folders of the path."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return frozenset()
    return frozenset((*parts.netloc.lower().split(".")[:1], *parts.path.lower().split("/")[1:-1]))


def is_public(rule: Rule, parties: Iterable[Actor], record: Record, known: Lexicon, sides: Sides) -> bool:
    """Return whether an event is public whatever the text is about: one of force or law, or of an official."""
    if rule.type in _OF_FORCE_AND_LAW or rule.mode in _OF_LAW:
        return True
    return any(_is_official(one, record, known, sides) for one in parties)


def _is_official(party: Actor, record: Record, known: Lexicon, sides: Sides) -> bool:
    """Whether a party is an office, its holder, a public body or a country."""
    name = next((one for one in record.names if one.id == party.name), None)
    words = party.of(record.article.text).lower().split()
    words += name.name.lower().split() if name else []
    if any(known.is_a(word.strip("(),."), "official") for word in words):
        return True
    if name is None:
        return False
    if name.kind is NameKind.PLACE:
        return country_of(name.name) is not None
    return name.kind is NameKind.PERSON and sides.holds(name.id, known.classes.get("official", frozenset()))
