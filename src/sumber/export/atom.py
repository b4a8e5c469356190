"""What a search found as an Atom feed, so that any feed reader can watch it."""

from datetime import UTC, datetime
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from ..desk.views import Hit, SearchPage
from .passages import tidy

__all__ = ["atom_of"]


def atom_of(page: SearchPage, *, address: str = "urn:sumber:search") -> str:
    """Return the feed of a page of a search; ``address`` is what the feed is known by."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    updated = max((_instant(hit) for hit in page.hits), default=now)
    title, number = escape(tidy(f"Sumber: {page.query}")), quote(page.query, safe="")
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{title}</title>\n<id>{escape(address)}:{number}</id>\n"
        f"<updated>{updated}</updated>\n<author><name>Sumber</name></author>\n<generator>Sumber</generator>\n"
    )
    return f"{head}{''.join(_entry(hit) for hit in page.hits)}</feed>\n"


def _entry(hit: Hit) -> str:
    line = hit.article
    words = escape(tidy(" … ".join(snippet.text for snippet in hit.snippets)))
    link = f"<link href={quoteattr(tidy(line.url))}/>" if line.url else ""
    text = (
        f"<summary>{words}</summary>" if link else f"<content>{words}</content>"
    )  # RFC 4287: one of the two
    author = f"<author><name>{escape(tidy(line.outlet or 'unknown'))}</name></author>"
    return (
        f"<entry><title>{escape(tidy(line.title))}</title><id>urn:sumber:article:{quote(line.id, safe='')}</id>"
        f"{link}{author}<updated>{_instant(hit)}</updated>{text}</entry>\n"
    )


def _instant(hit: Hit) -> str:
    """Return when an article came out, else was added, as Atom wants it: with time and zone."""
    value = hit.article.published or hit.article.added
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        found = datetime.fromisoformat(hit.article.added)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).isoformat(timespec="seconds")
