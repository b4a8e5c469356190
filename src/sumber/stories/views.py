"""What is said across articles: frozen structs, articles known by their id."""

from msgspec import Struct

from ..record import Span

__all__ = ["Claim", "ClaimReport", "Edge", "EdgePassage", "Origin", "TimelineItem"]


class EdgePassage(Struct, frozen=True, kw_only=True):
    """A stretch of the source article, and that of the target which says the same (None: it only names it)."""

    source: Span
    target: Span | None = None
    source_text: str
    target_text: str | None = None


class Edge(Struct, frozen=True, kw_only=True):
    """Article ``source`` takes from, or goes with, article ``target`` (or an outlet, if the desk has no such article).

    ``kind`` is states-source, copies, shares-quote, translates or same-story; ``reason`` is a sentence that a reader
    can check; ``share`` is the part of the source's words that the target has too.
    """

    kind: str
    source: str
    target: str | None = None
    outlet: str | None = None
    share: float = 0.0
    reason: str
    passages: tuple[EdgePassage, ...] = ()


class Origin(Struct, frozen=True, kw_only=True):
    """An independent root of a story: an outlet with its own reporting, or one that others name.

    ``in_desk`` says whether one of its own articles is there; ``articles`` go back to it.
    """

    key: str
    name: str
    in_desk: bool
    articles: tuple[str, ...] = ()


class TimelineItem(Struct, frozen=True, kw_only=True):
    """Something on a timeline; ``earliest`` and ``latest`` are inclusive; ``precision`` is time, day, month, year or
    span.

    ``kind`` is event or published. ``origins`` counts the independent roots that report it.
    """

    kind: str
    earliest: str
    latest: str
    precision: str
    title: str
    type: str | None = None
    status: str | None = None
    place: str | None = None
    articles: tuple[str, ...] = ()
    origins: int = 1
    claim: str | None = None


class ClaimReport(Struct, frozen=True, kw_only=True):
    """How one article tells a claim: its status there, the words, and who says so."""

    article: str
    outlet: str | None = None
    origin: str
    event: str
    status: str
    evidence: Span
    text: str
    said_by: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


class Claim(Struct, frozen=True, kw_only=True):
    """One event with all who report it. ``origins`` says; ``agreement`` is one, agreed, disputed or denied.

    ``differences`` are sentences: who has another status, another number.
    """

    id: str
    type: str
    mode: str | None = None
    status: str
    title: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    place: str | None = None
    origins: tuple[str, ...] = ()
    agreement: str
    differences: tuple[str, ...] = ()
    reports: tuple[ClaimReport, ...] = ()
