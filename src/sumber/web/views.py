"""What the page needs besides the desk's own views."""

from msgspec import Struct

from ..desk.views import ArticleLine, ArticleView, DeskLine, EntityView, StoryLine, StoryView

__all__ = [
    "ArticlePage",
    "Country",
    "DeskPage",
    "Done",
    "ExportFormat",
    "Figure",
    "FirstReport",
    "Gap",
    "Job",
    "Licence",
    "MapPage",
    "MapSentence",
    "NameScreen",
    "NewDocument",
    "QualityPage",
    "RoleSpan",
    "Session",
    "Spot",
    "StoryItem",
    "StoryScreen",
]


class ExportFormat(Struct, frozen=True, kw_only=True):
    """A format that findings can be taken away in, and what it cannot hold."""

    name: str
    title: str
    loses: str
    suffix: str


class Session(Struct, frozen=True, kw_only=True):
    """What the page asks first: the secret that changes need, the formats, the version."""

    csrf: str
    version: str
    writable: bool
    formats: tuple[ExportFormat, ...] = ()


class FirstReport(Struct, frozen=True, kw_only=True):
    """Who told a story first, and the exact sentence.

    ``article`` and its span are where the words stand. If the first teller's own report is not in the desk,
    ``in_desk`` is false, and the words are those by which another article names it. ``same_day`` names the others that
    reported on the day of the first, where no clock time tells which of them was earlier.
    """

    name: str
    in_desk: bool
    article: str | None = None
    published: str | None = None
    start: int = 0
    end: int = 0
    text: str = ""
    same_day: tuple[str, ...] = ()


class StoryItem(Struct, frozen=True, kw_only=True):
    """A story in the list of the desk, with who told it first and what is new since a moment."""

    line: StoryLine
    first: FirstReport | None = None
    fresh: int = 0


class DeskPage(Struct, frozen=True, kw_only=True):
    """The start page: what the desk holds, and its stories, newest first."""

    desk: DeskLine
    total: int
    offset: int
    stories: tuple[StoryItem, ...] = ()


class StoryScreen(Struct, frozen=True, kw_only=True):
    """One story with who told it first; ``edited`` counts the earlier versions that an article has."""

    story: StoryView
    first: FirstReport | None = None
    edited: dict[str, int] = {}


class RoleSpan(Struct, frozen=True, kw_only=True):
    """What somebody is called in reports (*governor*), in how many, and from when to when."""

    text: str
    articles: int
    first: str | None = None
    last: str | None = None


class NameScreen(Struct, frozen=True, kw_only=True):
    """One person, organisation or place, with its roles over time, the latest first."""

    view: EntityView
    roles: tuple[RoleSpan, ...] = ()


class ArticlePage(Struct, frozen=True, kw_only=True):
    """One article, its story, and the desk-wide number of each of its names."""

    view: ArticleView
    story: StoryLine | None = None
    entities: dict[str, int] = {}


class Country(Struct, frozen=True, kw_only=True):
    """A country on the map: an area, never a pin. Counts are articles and events that name it."""

    code: str
    name: str
    entity: int | None = None
    articles: int = 0
    statuses: dict[str, int] = {}


class Spot(Struct, frozen=True, kw_only=True):
    """A place within a country, drawn as a point."""

    entity: int
    name: str
    country: str | None = None
    level: str | None = None
    lat: float
    lon: float
    articles: int = 0
    statuses: dict[str, int] = {}


class MapPage(Struct, frozen=True, kw_only=True):
    """Where things happened, by the places that the articles name for their events."""

    countries: tuple[Country, ...] = ()
    spots: tuple[Spot, ...] = ()
    first: str | None = None
    last: str | None = None


class MapSentence(Struct, frozen=True, kw_only=True):
    """One event at a place, with the words that tell it."""

    article: ArticleLine
    event: str
    type: str
    status: str
    start: int
    end: int
    text: str


class Figure(Struct, frozen=True, kw_only=True):
    """A measured figure; ``layer`` and ``data`` say of what, on what."""

    layer: str
    data: str
    measure: str
    value: float


class Gap(Struct, frozen=True, kw_only=True):
    """Something that a layer is known to miss, in its own words."""

    layer: str
    text: str


class Licence(Struct, frozen=True, kw_only=True):
    """Where a shipped table, model or font comes from, and under what terms."""

    name: str
    source: str


class QualityPage(Struct, frozen=True, kw_only=True):
    """What was measured, what is known to be missed, what it is made of."""

    version: str
    figures: tuple[Figure, ...] = ()
    gaps: tuple[Gap, ...] = ()
    licences: tuple[Licence, ...] = ()


class NewDocument(Struct, frozen=True, kw_only=True):
    """A report to add: pasted text, a page's HTML, or the address of one."""

    text: str | None = None
    html: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None


class Job(Struct, frozen=True, kw_only=True):
    """A report on its way into the desk: ``state`` is waiting, reading, done or failed."""

    id: str
    state: str
    label: str
    article: str | None = None
    what: str | None = None
    story: int | None = None
    problem: str | None = None


class Done(Struct, frozen=True, kw_only=True):
    """A change was kept."""

    what: str
