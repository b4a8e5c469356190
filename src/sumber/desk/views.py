"""What a desk gives back: one frozen struct a view, so that JSON and its schema come for free.

Articles are known by their key (a string), stories and entities by a number.
"""

from typing import Any

from msgspec import Struct

from ..record import Record, Span
from ..stories.views import Claim, ClaimReport, Edge, EdgePassage, Origin, TimelineItem

__all__ = [
    "Added",
    "ArticleLine",
    "ArticleView",
    "Change",
    "Claim",
    "ClaimReport",
    "DeskLine",
    "Edge",
    "EdgePassage",
    "EntityLine",
    "EntityView",
    "Feed",
    "Hit",
    "NameVariant",
    "Origin",
    "OutletCount",
    "OutletLine",
    "OutletView",
    "Said",
    "Saved",
    "SearchPage",
    "Snippet",
    "StoryLine",
    "StoryPage",
    "StoryView",
    "TimelineItem",
    "VersionLine",
]


class Added(Struct, frozen=True, kw_only=True):
    """What became of a record: ``new``, ``known`` (it was there already) or ``version`` (of a known document)."""

    id: str
    what: str
    story: int | None = None
    previous: str | None = None


class ArticleLine(Struct, frozen=True, kw_only=True):
    """An article in a list. ``derives`` is None for own reporting, else how it takes from ``origin``."""

    id: str
    title: str
    outlet: str | None = None
    url: str | None = None
    language: str
    published: str | None = None
    added: str
    story: int | None = None
    origin: str
    derives: str | None = None
    origin_name: str | None = None  # of the outlet whose key the origin is


class VersionLine(Struct, frozen=True, kw_only=True):
    """One version of a document, oldest first in a list."""

    id: str
    added: str
    published: str | None = None
    is_current: bool


class Change(Struct, frozen=True, kw_only=True):
    """A stretch that differs between two versions; an empty span stands where words came or went."""

    old: Span
    new: Span
    old_text: str
    new_text: str


class ArticleView(Struct, frozen=True, kw_only=True):
    """One article with its record (corrections applied), its versions and what changed in this one."""

    line: ArticleLine
    record: Record
    versions: tuple[VersionLine, ...] = ()
    changes: tuple[Change, ...] = ()
    corrections: int = 0


class Snippet(Struct, frozen=True, kw_only=True):
    """A piece of an article's text; ``hits`` are spans inside the piece, ``start`` is where it stands."""

    text: str
    start: int
    hits: tuple[Span, ...] = ()


class Hit(Struct, frozen=True, kw_only=True):
    """One article that a search found."""

    article: ArticleLine
    snippets: tuple[Snippet, ...] = ()


class SearchPage(Struct, frozen=True, kw_only=True):
    """One page of a search. ``total`` is exact up to a bound; ``more`` says that there are more than that."""

    query: str
    total: int
    more: bool = False
    order: str
    offset: int
    hits: tuple[Hit, ...] = ()
    notes: tuple[str, ...] = ()


class OutletCount(Struct, frozen=True, kw_only=True):
    """An outlet and a number of articles."""

    outlet: str
    articles: int


class StoryLine(Struct, frozen=True, kw_only=True):
    """A story in a list: ``origins`` independent roots, ``copies`` articles that take from another.

    ``first`` and ``last`` are when its articles appeared, None if none says when. ``days`` counts articles by day
    (for a sparkline), ``statuses`` events by status.
    """

    id: int
    title: str
    first: str | None = None
    last: str | None = None
    articles: int
    origins: int
    copies: int
    outlets: tuple[OutletCount, ...] = ()
    languages: tuple[str, ...] = ()
    statuses: dict[str, int] = {}
    days: tuple[tuple[str, int], ...] = ()


class StoryPage(Struct, frozen=True, kw_only=True):
    """Some stories of a list that has ``total``."""

    total: int
    offset: int
    stories: tuple[StoryLine, ...] = ()


class StoryView(Struct, frozen=True, kw_only=True):
    """One story with all that is known of it."""

    line: StoryLine
    articles: tuple[ArticleLine, ...] = ()
    origins: tuple[Origin, ...] = ()
    edges: tuple[Edge, ...] = ()
    timeline: tuple[TimelineItem, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple["Said", ...] = ()


class EntityLine(Struct, frozen=True, kw_only=True):
    """A person, organisation, place or other name over all articles."""

    id: int
    kind: str
    name: str
    country: str | None = None
    articles: int = 0
    mentions: int = 0
    said: int = 0
    lat: float | None = None
    lon: float | None = None
    level: str | None = None


class NameVariant(Struct, frozen=True, kw_only=True):
    """A form of a name, and in how many articles it stands."""

    form: str
    articles: int


class Said(Struct, frozen=True, kw_only=True):
    """A statement in a list: who says what, where it stands, through whom it came."""

    article: str
    outlet: str | None = None
    published: str | None = None
    statement: str
    speaker: str | None = None
    act: str
    mode: str
    text: str
    content: tuple[Span, ...] = ()
    via: tuple[str, ...] = ()


class EntityView(Struct, frozen=True, kw_only=True):
    """One person, organisation or place: forms, articles, what it said, what was said of it, whom it stands beside."""

    line: EntityLine
    variants: tuple[NameVariant, ...] = ()
    descriptions: tuple[str, ...] = ()
    articles: tuple[ArticleLine, ...] = ()
    said: tuple[Said, ...] = ()
    said_of: tuple[Said, ...] = ()
    timeline: tuple[TimelineItem, ...] = ()
    beside: tuple[EntityLine, ...] = ()


class OutletLine(Struct, frozen=True, kw_only=True):
    """An outlet: how much is its own reporting, how much it takes from others (``copies``)."""

    id: int
    name: str
    domain: str | None = None
    languages: tuple[str, ...] = ()
    articles: int = 0
    own: int = 0
    copies: int = 0
    relayed_by: int = 0
    last: str | None = None


class OutletView(Struct, frozen=True, kw_only=True):
    """One outlet, whom it takes from, who takes from it, and its newest articles."""

    line: OutletLine
    takes_from: tuple[OutletCount, ...] = ()
    taken_by: tuple[OutletCount, ...] = ()
    articles: tuple[ArticleLine, ...] = ()


class Saved(Struct, frozen=True, kw_only=True):
    """A search that somebody keeps."""

    name: str
    query: str
    made: str


class Feed(Struct, frozen=True, kw_only=True):
    """A feed that is watched: when it was asked last, when it had something new, what went wrong."""

    url: str
    etag: str | None = None
    modified: str | None = None
    checked: str | None = None
    changed: str | None = None
    error: str | None = None
    failures: int = 0


class DeskLine(Struct, frozen=True, kw_only=True):
    """What a desk holds."""

    path: str
    version: int
    articles: int
    versions: int
    stories: int
    outlets: int
    entities: int
    corrections: int
    size_bytes: int
    first: str | None = None
    last: str | None = None
    languages: dict[str, int] = {}
    facts: dict[str, Any] = {}
