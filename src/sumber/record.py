"""The record: what Sumber says of one article. Nothing here knows any other part of Sumber.

All offsets count Unicode code points of ``article.text``; ``end`` is exclusive. None means *not known*.
"""

from collections.abc import Callable, Iterable
from inspect import cleandoc
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from .values import Act, Form, Mode, NameKind, PublishedFrom, Role, Scope, SourceKind, Status, TimeKind

__all__ = [
    "FORMAT",
    "Act",
    "Actor",
    "Article",
    "Block",
    "Byline",
    "Dateline",
    "Event",
    "EventMention",
    "Form",
    "Mention",
    "Mode",
    "Name",
    "NameKind",
    "Note",
    "Outlet",
    "Place",
    "Published",
    "PublishedFrom",
    "Record",
    "Relay",
    "Role",
    "Scope",
    "Source",
    "SourceKind",
    "Span",
    "Statement",
    "Status",
    "Time",
    "TimeKind",
    "dedented",
    "numbered",
    "schema",
    "use_html_renderer",
]

FORMAT = "sumber/1"


# what a foreign record may say; no text is nearly as long, and every index of Python and SQLite holds it
Offset = Annotated[int, Meta(ge=0, le=2**31 - 1)]


class Span(Struct, frozen=True, gc=False):
    """The piece ``text[start:end]`` of an article, in code points."""

    start: Offset
    end: Offset

    def of(self, text: str) -> str:
        """Return the words that this span covers in ``text``.

        >>> Span(0, 3).of("Kim dan Putin")
        'Kim'
        """
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Return whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Block(Span, frozen=True, kw_only=True, gc=False):
    """A stretch of the text with one role. Nothing is cut from a text, only labelled."""

    role: Role
    why: str


class Byline(Struct, frozen=True, kw_only=True):
    """Somebody who made the article; ``role`` is reporter, editor, photographer or contributor."""

    name: str
    role: str = "reporter"


class Dateline(Span, frozen=True, kw_only=True):
    """Where the report says that it was filed."""

    place: str | None = None


class Outlet(Struct, frozen=True, kw_only=True):
    """The outlet that published the article."""

    name: str | None = None
    domain: str | None = None


class Published(Struct, frozen=True, kw_only=True, rename={"origin": "from"}):
    """When the article came out (ISO 8601, possibly with time and zone) and how we know."""

    value: str
    origin: PublishedFrom


class Article(Struct, frozen=True, kw_only=True):
    """One report from one outlet: its text, blocks and metadata."""

    id: str
    text: str
    url: str | None = None
    outlet: Outlet = Outlet()
    language: str = "other"
    title: str | None = None
    byline: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    published: Published | None = None
    blocks: tuple[Block, ...] = ()

    def body(self) -> tuple[Block, ...]:
        """Return the blocks of running text, in reading order."""
        return tuple(block for block in self.blocks if block.role is Role.BODY)


class Mention(Span, frozen=True, kw_only=True, gc=False):
    """One place where the text speaks of a name."""

    form: Form = Form.NAME


class Place(Struct, frozen=True, kw_only=True):
    """A point of the gazetteer; ``level`` is country, province, regency, district, city or landmark."""

    gazetteer_id: str
    lat: float | None = None
    lon: float | None = None
    level: str | None = None


class Name(Struct, frozen=True, kw_only=True):
    """A person, organisation or place of the article, with all its mentions.

    ``country`` is ISO 3166-1 alpha-2: of a place where it lies, of others whom they stand for.
    """

    id: str
    kind: NameKind
    name: str
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    country: str | None = None
    place: Place | None = None
    mentions: tuple[Mention, ...] = ()


class Time(Span, frozen=True, kw_only=True):
    """An expression that can be put on a calendar.

    ``value`` is the TIMEX3 value; ``earliest`` and ``latest`` are ISO dates or times, both inclusive.
    """

    id: str
    value: str
    kind: TimeKind
    earliest: str | None = None
    latest: str | None = None


class Relay(Span, frozen=True, kw_only=True):
    """The article says that it took something from another outlet: *Dilansir dari BBC*."""

    id: str
    outlet: str
    published: str | None = None
    scope: Scope = Scope.ARTICLE


class Source(Span, frozen=True, kw_only=True):
    """Whom a statement is attributed to; ``name`` is the id of a name, or None if unresolved."""

    kind: SourceKind
    name: str | None = None


class Statement(Struct, frozen=True, kw_only=True):
    """Somebody is reported to have said something.

    ``chain`` holds the ids of the relays through which the words came, nearest first. ``source`` is
    None if none stands in the text (*diperkirakan*, *is expected to*).
    """

    id: str
    content: tuple[Span, ...]
    source: Source | None = None
    cue: Span | None = None
    mode: Mode
    act: Act = Act.SAY
    chain: tuple[str, ...] = ()


class Actor(Span, frozen=True, kw_only=True):
    """Who did something, to whom, or what with; ``name`` is the id of a name if resolved."""

    name: str | None = None


class EventMention(Struct, frozen=True, kw_only=True):
    """One place where the text tells an event, and the rule that saw it."""

    trigger: Span
    evidence: Span
    status: Status
    rule: str
    why: tuple[str, ...] = ()


class Event(Struct, frozen=True, kw_only=True):
    """Who did what to whom, when and where, and whether the report says that it happened.

    ``type`` is the base PLOVER type, as if it had happened; only an export folds ``status`` into it.
    """

    id: str
    type: str
    mentions: tuple[EventMention, ...]
    status: Status
    mode: str | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    objects: tuple[Actor, ...] = ()
    time: str | None = None
    place: str | None = None
    said_by: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    score: float = 1.0


class Note(Struct, frozen=True, kw_only=True):
    """What went wrong or is doubtful; ``code`` is stable, ``text`` is for people."""

    code: str
    text: str


class Record(Struct, frozen=True, kw_only=True):
    """All that Sumber says of one article: the unit of everything else."""

    article: Article
    format: str = FORMAT
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    relays: tuple[Relay, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()

    def noting(self, code: str, text: str) -> "Record":
        """Return this record with one more note; the same note is not made twice."""
        note = Note(code=code, text=text)
        return self if note in self.notes else msgspec.structs.replace(self, notes=(*self.notes, note))

    def name_of(self, name_id: str | None) -> Name | None:
        """Return the name with this id, or None."""
        return next((name for name in self.names if name.id == name_id), None)

    def time_of(self, time_id: str | None) -> Time | None:
        """Return the time with this id, or None."""
        return next((time for time in self.times if time.id == time_id), None)

    def relay_of(self, relay_id: str | None) -> Relay | None:
        """Return the relay with this id, or None."""
        return next((relay for relay in self.relays if relay.id == relay_id), None)

    def statement_of(self, statement_id: str | None) -> Statement | None:
        """Return the statement with this id, or None."""
        return next((statement for statement in self.statements if statement.id == statement_id), None)

    def to_json(self) -> bytes:
        """Return this record as one line of JSON, UTF-8, without a line end."""
        return msgspec.json.encode(self)

    @classmethod
    def from_json(cls, data: bytes | str) -> "Record":
        """Read a record back; raises ``msgspec.DecodeError`` if the data are no record."""
        try:
            return msgspec.json.decode(data, type=cls)
        except (UnicodeError, RecursionError) as error:
            raise msgspec.DecodeError(str(error)) from error

    def _repr_html_(self) -> str | None:
        """Show the record in Jupyter, by the renderer that the package installs."""
        return _html_renderer[0](self) if _html_renderer else None


_html_renderer: list[Callable[[Record], str]] = []


def use_html_renderer(render: Callable[[Record], str]) -> None:
    """Let ``render`` draw records in notebooks; called once by the package."""
    _html_renderer[:] = [render]


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a record.

    >>> schema()["$ref"]
    '#/$defs/Record'
    """
    about = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT}
    return {**about, **dedented(msgspec.json.schema(Record))}


def dedented(described: Any) -> Any:
    """Return a schema with its descriptions as inspect.cleandoc has them, whichever version of msgspec made it.

    >>> dedented({"description": "One.\\n\\n    Two."})
    {'description': 'One.\\n\\nTwo.'}
    """
    if isinstance(described, list):
        return [dedented(value) for value in described]
    if not isinstance(described, dict):
        return described
    return {
        key: cleandoc(value) if key == "description" and isinstance(value, str) else dedented(value)
        for key, value in described.items()
    }


def numbered(prefix: str, count: int) -> Iterable[str]:
    """Yield the ids ``prefix1``, ``prefix2`` ... of one layer.

    >>> list(numbered("s", 2))
    ['s1', 's2']
    """
    return (f"{prefix}{number}" for number in range(1, count + 1))
