"""Addresses -> documents: a page is itself, a feed, sitemap or OPML list leads to its reports."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from ..errors import DocumentError
from ..page.document import Document
from .feeds import Entry, bound_of, entries_of, feed_kind
from .kinds import from_bytes
from .web import Answer, Manners, Web

__all__ = ["follow", "follow_data", "reports_of"]

Found = Iterator[Document | DocumentError]

_DEEPEST = 3  # lists of lists of lists
_MOST = 1_000  # reports of one address


def follow(urls: Iterable[str], manners: Manners | None = None) -> Found:
    """Yield the documents at some addresses; the reports of feeds are asked for as robots.txt allows."""
    with Web(manners) as web:
        for url in urls:
            try:
                answer = web.get(url)
            except DocumentError as error:
                yield error
                continue
            yield from _of(web, answer, url)


def follow_data(data: bytes, source: str, manners: Manners | None = None) -> Found:
    """Yield the documents that a feed, sitemap or OPML list on disk leads to."""
    with Web(manners) as web:
        yield from reports_of(web, data, source)


def _of(web: Web, answer: Answer, url: str) -> Found:
    data = answer.data or b""
    if feed_kind(data):
        yield from reports_of(web, data, answer.url)
        return
    try:
        yield from_bytes(data, url, url=answer.url, encoding=answer.encoding)
    except DocumentError as error:
        yield error


def reports_of(
    web: Web, data: bytes, url: str, *, skip: Callable[[str], bool] | None = None, depth: int = 0
) -> Found:
    """Yield the reports that a list names, those of lists in it too; ``skip`` says which are known already."""
    count = 0
    for entry in entries_of(data, url):
        count += 1
        if count > _MOST:
            yield DocumentError(url, f"it names more than {_MOST} reports; the others were left")
            return
        if skip is not None and not entry.is_list and skip(entry.url):
            continue
        try:
            answer = web.get(entry.url, robots=True)
            if entry.is_list or feed_kind(answer.data or b""):
                if depth < _DEEPEST:
                    yield from reports_of(web, answer.data or b"", answer.url, skip=skip, depth=depth + 1)
                continue
            yield _filled(
                from_bytes(answer.data or b"", entry.url, url=answer.url, encoding=answer.encoding), entry
            )
        except DocumentError as error:
            yield error
    if bound := bound_of(data):
        yield DocumentError(url, f"the list is longer than {bound} bytes; what stands behind them was left")


def _filled(document: Document, entry: Entry) -> Document:
    """Return a report with what its feed says of it; the page knows its language better."""
    return msgspec.structs.replace(
        document, published=entry.published, outlet=entry.outlet, title=entry.title
    )
