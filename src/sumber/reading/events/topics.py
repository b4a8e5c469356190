"""What a text is about, where that tells whether its events are public: lore, recipes, stars, products, claims."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import urlsplit

from ...language import load
from ...record import Record
from ..analysis import Analysis

__all__ = ["Topic", "topic_of"]

_LEAST, _DIFFERENT = 4, 3  # words of a topic that a text has at least, and how many of them differ
_LEAD = 16  # words at whose head a text says that it tests a claim
_DOUBLE = 2  # how many times fewer words of a topic are enough in a section of its own


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
    found = named or next((topic for topic in topics if topic.fits(words, len(words))), None)
    return None if found and found.drops == "belief" and not _tests(found, analysis) else found


def _tests(topic: Topic, analysis: Analysis) -> bool:
    """Whether the first words of a text say that it tests a claim: *Cek Fakta: ...*, *Kumpulan hoaks ...*."""
    return any(token.lower in topic.words for token in analysis.tokens[:_LEAD])


def _sections(url: str) -> frozenset[str]:
    """Return the parts of an address that name an outlet's section: first label of the host, folders of the path."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return frozenset()
    return frozenset((*parts.netloc.lower().split(".")[:1], *parts.path.lower().split("/")[1:-1]))
