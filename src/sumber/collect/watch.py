"""Looking at feeds again and again: only what is new is asked for."""

from collections.abc import Iterable, Iterator

from ..desk import Desk
from ..errors import DocumentError
from ..page.document import Document
from .feeds import LONGEST, feed_kind, opml_feeds
from .follow import reports_of
from .kinds import from_bytes
from .web import Web

__all__ = ["feeds_of", "poll"]


def feeds_of(sources: Iterable[str], web: Web) -> list[str]:
    """Return the addresses of feeds: those given, and those that OPML lists (on disk or on the web) hold."""
    found: list[str] = []
    for source in sources:
        if source.startswith(("http://", "https://")):
            if not source.lower().split("?")[0].endswith(".opml"):
                found.append(source)
                continue
            found += opml_feeds(web.get(source).data or b"")
        else:
            with open(source, "rb") as file:
                found += opml_feeds(file.read(LONGEST))
    return list(dict.fromkeys(found))


def poll(desk: Desk, feeds: Iterable[str], web: Web) -> Iterator[Document | DocumentError]:
    """Yield the reports of some feeds that the desk does not have; each feed is asked only for what changed."""
    for feed in feeds:
        state = desk.feed(feed)
        try:
            answer = web.get(feed, etag=state.etag, modified=state.modified)
        except DocumentError as error:
            desk.note_feed(feed, error=error.reason)
            yield error
            continue
        new = 0
        if answer.data is not None:
            for found in _reports(desk, web, answer.data, answer.url):
                new += isinstance(found, Document)
                yield found
        desk.note_feed(feed, etag=answer.etag, modified=answer.modified, new=new)


def _reports(desk: Desk, web: Web, data: bytes, url: str) -> Iterator[Document | DocumentError]:
    if feed_kind(data):
        yield from reports_of(web, data, url, skip=desk.has)
        return
    try:
        yield from_bytes(data, url, url=url)
    except DocumentError as error:
        yield error
