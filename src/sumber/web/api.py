"""The table of endpoints: every question that the page asks, and every deed."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from msgspec import Struct
from starlette.responses import Response, StreamingResponse

import sumber

from ..desk.corrections import Correction
from ..desk.views import EntityLine, OutletLine, OutletView, Saved, SearchPage
from ..export.atom import atom_of
from ..export.base import exporters
from .endpoint import Asked, Endpoint, MissingError
from .library import Library
from .quality import quality
from .views import (
    ArticlePage,
    DeskPage,
    Done,
    ExportFormat,
    Job,
    MapPage,
    MapSentence,
    NameScreen,
    NewDocument,
    QualityPage,
    Session,
    StoryScreen,
)  # fmt: skip

__all__ = ["ENDPOINTS"]

_MOST_LISTED = 100


class StoriesQuery(Struct, frozen=True, kw_only=True):
    """Which stories: a page of them, in an order, and since when they are new."""

    limit: int = 20
    offset: int = 0
    order: str = "newest"
    least: int = 1
    before: str | None = None


class SearchQuery(Struct, frozen=True, kw_only=True):
    """What to search for."""

    q: str = ""
    limit: int = 20
    offset: int = 0
    order: str = "best"


class NamesQuery(Struct, frozen=True, kw_only=True):
    """Which names."""

    kind: str | None = None
    q: str | None = None
    limit: int = 60
    offset: int = 0


class MapQuery(Struct, frozen=True, kw_only=True):
    """What to draw: one status, a stretch of days."""

    status: str | None = None
    after: str | None = None
    before: str | None = None


class PlaceQuery(Struct, frozen=True, kw_only=True):
    """Which sentences: of one place, or of a whole country."""

    entity: int | None = None
    country: str | None = None
    status: str | None = None


class ExportQuery(Struct, frozen=True, kw_only=True):
    """What to export: one article, one story, what a search finds, or everything."""

    article: str | None = None
    story: int | None = None
    q: str | None = None


class NewSearch(Struct, frozen=True, kw_only=True):
    """A search to keep."""

    name: str
    query: str


class OldCorrection(Struct, frozen=True, kw_only=True):
    """A correction to take back."""

    id: int


def _session(asked: Asked) -> Session:
    formats = tuple(
        ExportFormat(name=name, title=_first_line(each.__doc__), loses=each.loses, suffix=each.extension)
        for name, each in exporters().items()
    )
    return Session(csrf=asked.csrf, version=sumber.__version__, writable=True, formats=formats)


def _first_line(text: str | None) -> str:
    return (text or "").strip().partition("\n")[0].replace("``", "")


def _stories(asked: Asked) -> DeskPage:
    query: StoriesQuery = asked.query
    limit = max(1, min(query.limit, _MOST_LISTED))
    order = query.order if query.order in ("newest", "biggest", "origins") else "newest"
    return _library(asked).desk_page(
        limit=limit, offset=max(0, query.offset), order=order, least=query.least, before=query.before
    )


def _story(asked: Asked) -> StoryScreen:
    return _library(asked).story(_number(asked))


def _article(asked: Asked) -> ArticlePage:
    return _library(asked).article(asked.path["id"])


def _search(asked: Asked) -> SearchPage:
    query: SearchQuery = asked.query
    limit = max(1, min(query.limit, _MOST_LISTED))
    order = query.order if query.order in ("best", "newest", "oldest") else "best"
    return _library(asked).desk.search(query.q, limit=limit, offset=max(0, query.offset), order=order)


def _feed(asked: Asked) -> Response:
    query: SearchQuery = asked.query
    page = _library(asked).desk.search(query.q, limit=_MOST_LISTED, order="newest")
    return Response(atom_of(page), media_type="application/atom+xml")


def _names(asked: Asked) -> tuple[EntityLine, ...]:
    query: NamesQuery = asked.query
    limit = max(1, min(query.limit, _MOST_LISTED))
    return _library(asked).names(query.kind, query.q, limit, max(0, query.offset))


def _name(asked: Asked) -> NameScreen:
    return _library(asked).name(_number(asked))


def _outlets(asked: Asked) -> tuple[OutletLine, ...]:
    library = _library(asked)
    return library.kept(library.desk.outlets)  # type: ignore[no-any-return]


def _outlet(asked: Asked) -> OutletView:
    library = _library(asked)
    return library.kept(library.desk.outlet, _number(asked))  # type: ignore[no-any-return]


def _map(asked: Asked) -> MapPage:
    query: MapQuery = asked.query
    return _library(asked).places.page(status=query.status, after=query.after, before=query.before)


def _place(asked: Asked) -> tuple[MapSentence, ...]:
    query: PlaceQuery = asked.query
    places = _library(asked).places
    entities = {query.entity} if query.entity is not None else set[int]()
    if query.country:
        entities |= places.in_country(query.country)
    return places.sentences(entities, status=query.status)


def _quality(_: Asked) -> QualityPage:
    return quality()


def _add(asked: Asked) -> Job:
    return _library(asked).jobs.submit(asked.body)


def _job(asked: Asked) -> Job:
    found = _library(asked).jobs.find(asked.path["id"])
    if found is None:
        raise MissingError("Nothing is known of this report any more.")
    return found


def _correct(asked: Asked) -> Correction:
    library = _library(asked)
    correction: Correction = asked.body
    kept = library.desk.correct(correction)
    if correction.article:
        library.places.forget(correction.article)
    return kept


def _corrections(asked: Asked) -> tuple[Correction, ...]:
    return _library(asked).desk.corrections(asked.path["id"])


def _uncorrect(asked: Asked) -> Done:
    old: OldCorrection = asked.body
    library = _library(asked)
    library.desk.uncorrect(old.id)
    library.places.forget_all()
    return Done(what="taken back")


def _searches(asked: Asked) -> tuple[Saved, ...]:
    return _library(asked).desk.saved_searches()


def _save(asked: Asked) -> Saved:
    new: NewSearch = asked.body
    return _library(asked).desk.save_search(new.name.strip() or new.query, new.query)


def _drop(asked: Asked) -> Done:
    _library(asked).desk.drop_search(asked.body.name)
    return Done(what="dropped")


def _export(asked: Asked) -> Response:
    query: ExportQuery = asked.query
    known = exporters()
    name = asked.path["format"]
    if name not in known:
        raise MissingError(f"No format `{name}`; there are: {', '.join(known)}.")
    records = _library(asked).records(article=query.article, story=query.story, search=query.q)
    pieces: Iterator[bytes] = (
        piece.encode() if isinstance(piece, str) else piece for piece in known[name]().write(records)
    )
    try:  # what is missing for a format shows with its first piece, when there is still time to say so
        pieces = chain([next(pieces, b"")], pieces)
    except ImportError as error:
        raise ValueError(str(error)) from error
    stem = query.article or (f"story-{query.story}" if query.story else "desk")
    safe = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_") else "-" for sign in stem)
    extension = known[name].extension.lstrip(".")
    return StreamingResponse(
        pieces,
        media_type="application/octet-stream",
        headers={"content-disposition": f'attachment; filename="sumber-{safe}.{extension}"'},
    )


def _library(asked: Asked) -> Library:
    library: Library = asked.library
    return library


def _number(asked: Asked) -> int:
    if not asked.path["id"].isdigit():
        raise MissingError(f"`{asked.path['id']}` is no number.")
    return int(asked.path["id"])


def _get(path: str, summary: str, answer: Any, call: Any, query: Any = None) -> Endpoint:
    more = {"query": query} if query else {}
    return Endpoint(path=f"/api/{path}", summary=summary, answer=answer, call=call, **more)


def _post(path: str, summary: str, answer: Any, call: Any, body: Any) -> Endpoint:
    return Endpoint(path=f"/api/{path}", method="POST", summary=summary, answer=answer, call=call, body=body)


ENDPOINTS = (
    _get("session", "What the page needs first", Session, _session),
    _get("stories", "The stories of the desk", DeskPage, _stories, StoriesQuery),
    _get("stories/{id}", "One story: articles, origins, claims, timeline, who takes from whom", StoryScreen, _story),
    _get("articles/{id}", "One article with its record", ArticlePage, _article),
    _get("articles/{id}/corrections", "What people said of its findings", tuple[Correction, ...], _corrections),
    _get("search", "Articles that a search finds", SearchPage, _search, SearchQuery),
    _get("feed", "What a search finds, newest first, as an Atom feed", str, _feed, SearchQuery),
    _get("searches", "The searches that are kept", tuple[Saved, ...], _searches),
    _get("names", "Persons, organisations and places", tuple[EntityLine, ...], _names, NamesQuery),
    _get("names/{id}", "One person, organisation or place", NameScreen, _name),
    _get("outlets", "Outlets: own reporting and copies", tuple[OutletLine, ...], _outlets),
    _get("outlets/{id}", "One outlet", OutletView, _outlet),
    _get("map", "Where things happened", MapPage, _map, MapQuery),
    _get("map/sentences", "What happened at a place, with its words", tuple[MapSentence, ...], _place, PlaceQuery),
    _get("quality", "Measured figures, known gaps, licences", QualityPage, _quality),
    _get("jobs/{id}", "What became of a report", Job, _job),
    _get("export/{format}", "Records in another format", str, _export, ExportQuery),
    _post("articles", "Read a report and add it", Job, _add, NewDocument),
    _post("corrections", "Keep a correction", Correction, _correct, Correction),
    _post("corrections/undo", "Take a correction back", Done, _uncorrect, OldCorrection),
    _post("searches", "Keep a search", Saved, _save, NewSearch),
    _post("searches/drop", "Forget a search", Done, _drop, NewSearch),
)  # fmt: skip
