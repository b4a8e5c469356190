"""What the endpoints ask: a desk, with answers kept until its file changes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any

from ..desk.desk import Desk
from ..desk.views import ArticleLine, EntityLine, StoryView
from ..record import Record
from .first import first_report
from .jobs import Jobs
from .places import EventPlaces
from .roles import roles_of
from .views import ArticlePage, DeskPage, FirstReport, NameScreen, StoryItem, StoryScreen

__all__ = ["Library"]

_KEPT = 400  # answers that are kept


class Library:
    """A desk as the page sees it. An answer is kept as long as the desk's file stays as it was."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._kept: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
        self._lock = threading.Lock()
        self.places = EventPlaces(desk, self.kept)
        self.jobs = Jobs(desk)

    def stamp(self) -> tuple[int, ...]:
        """Return what changes when the desk's file changes, whoever writes to it."""
        path = self.desk.path
        files = (path, path.with_name(f"{path.name}-wal"))
        stats = [file.stat() for file in files if file.exists()]
        return tuple(number for stat in stats for number in (stat.st_mtime_ns, stat.st_size))

    def kept(self, make: Callable[..., Any], *key: Any) -> Any:
        """Return ``make(*key)``, made anew only if the desk has changed since."""
        full = (make.__name__, self.stamp(), *key)
        with self._lock:
            if full in self._kept:
                self._kept.move_to_end(full)
                return self._kept[full]
        found = make(*key)
        with self._lock:
            self._kept[full] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def desk_page(self, *, limit: int, offset: int, order: str, least: int, before: str | None) -> DeskPage:
        """Return the start page; ``before`` is when it was last looked at."""
        page = self.desk.stories(limit=limit, offset=offset, order=order, least=least)
        items = []
        for line in page.stories:
            lines, first = self.kept(self._first, line.id)
            fresh = sum(article.added > before for article in lines) if before else 0
            items.append(StoryItem(line=line, first=first, fresh=fresh))
        return DeskPage(
            desk=self.kept(self.desk.about), total=page.total, offset=offset, stories=tuple(items)
        )

    def _first(self, story: int) -> tuple[tuple[ArticleLine, ...], FirstReport | None]:
        lines = self.desk.articles(story=story, limit=-1)
        return lines, first_report(lines, self.desk.record)

    def story(self, number: int) -> StoryScreen:
        """Return one story, with who told it first."""
        return self.kept(self._story, number)  # type: ignore[no-any-return]

    def _story(self, number: int) -> StoryScreen:
        story: StoryView = self.desk.story(number)
        first = first_report(story.articles, self.desk.record, story.claims)
        return StoryScreen(story=story, first=first, edited=self.desk.edited(story.line.id))

    def name(self, number: int) -> NameScreen:
        """Return one person, organisation or place with its roles over time."""
        return self.kept(self._name, number)  # type: ignore[no-any-return]

    def _name(self, number: int) -> NameScreen:
        view = self.desk.entity(number)
        return NameScreen(view=view, roles=roles_of(self.desk, view))

    def names(self, kind: str | None, part: str | None, limit: int, offset: int) -> tuple[EntityLine, ...]:
        """Return persons, organisations and places."""
        return self.kept(self._names, kind, part, limit, offset)  # type: ignore[no-any-return]

    def _names(self, kind: str | None, part: str | None, limit: int, offset: int) -> tuple[EntityLine, ...]:
        return self.desk.entities(kind=kind, name=part, limit=limit, offset=offset)

    def article(self, key: str) -> ArticlePage:
        """Return one article with the line of its story."""
        view = self.desk.article(key)
        story = None
        if view.line.story is not None:
            story = self.kept(self._story, view.line.story).story.line
        return ArticlePage(view=view, story=story, entities=self.desk.names_of(key))

    def records(self, *, article: str | None, story: int | None, search: str | None) -> Iterable[Record]:
        """Return the records that an export is made of."""
        if article:
            return [self.desk.record(article)]
        if story is not None:
            return self.desk.records([line.id for line in self.desk.articles(story=story, limit=-1)])
        return self.desk.records(self.desk.find(search) if search else None)
