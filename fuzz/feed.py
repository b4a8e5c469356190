"""Feeds, sitemaps, OPML and JSON Feed."""

import gzip

from sumber.collect.feeds import Entry, entries_of, opml_feeds

__all__ = ["SEEDS", "one"]

_RSS = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title><language>id-ID</language><item>'
    b"<title>Gempa</title><link>https://a.example/1</link><pubDate>Thu, 12 Jun 2025 10:00:00 +0700</pubDate>"
    b'<source url="https://b.example">Antara</source></item></channel></rss>'
)
SEEDS = (
    _RSS,
    gzip.compress(_RSS),
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title><entry><id>http://a.example/2</id>'
    b"<updated>2025-06-12T10:00:00Z</updated></entry></feed>",
    b'<urlset xmlns:news="http://n"><url><loc>/a</loc><news:news><news:publication><news:name>K</news:name>'
    b"</news:publication><news:title>Gempa</news:title></news:news></url></urlset>",
    b'<opml><body><outline text="a"><outline xmlUrl="https://a.example/f"/></outline></body></opml>',
    b'{"version": "https://jsonfeed.org/version/1.1", "title": "K", "items": [{"url": "a", "language": "id",'
    b' "title": "Gempa", "date_published": "2025-06-12"}]}',
)


def one(data: bytes) -> None:
    """Take one list of addresses apart."""
    opml_feeds(data)
    for entry in entries_of(data, "https://kabar.example/feed"):
        assert entry.url
        _check_types(entry)


def _check_types(entry: Entry) -> None:
    for value in (entry.url, entry.title, entry.published, entry.outlet, entry.language):
        assert value is None or isinstance(value, str), entry
