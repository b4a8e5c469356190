"""Feeds, lists of feeds and sitemaps -> the addresses of reports.

What is read is bounded (``bound_of``), since every parser here holds the whole list in memory, up to some hundred times
its bytes. Entities that a list declares are never unfolded, and nothing that it refers to is fetched by a parser.
"""

import gzip
import json
import re
import time
import zlib
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urljoin

from lxml import etree
from msgspec import Struct

__all__ = ["LONGEST", "Entry", "bound_of", "entries_of", "feed_kind", "opml_feeds"]

_MOST_BYTES = {"feed": 5_000_000, "json": 10_000_000, "opml": 10_000_000, "sitemap": 10_000_000}
LONGEST = max(_MOST_BYTES.values()) + 1  # bytes of any list that are looked at
_START = 4000  # bytes that tell what a list is
_DECLARED = re.compile(rb"<!ENTITY", re.IGNORECASE)
_PARSER = {"resolve_entities": False, "no_network": True, "recover": True, "huge_tree": False}


class Entry(Struct, frozen=True, kw_only=True):
    """One report that a feed or sitemap names. ``is_list`` says that it leads to another feed or sitemap."""

    url: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    is_list: bool = False


def feed_kind(data: bytes) -> str | None:
    """Return what some bytes are: ``feed``, ``json``, ``opml``, ``sitemap``, or None if they are no list of addresses.

    >>> feed_kind(b'<?xml version="1.0"?><rss version="2.0"></rss>'), feed_kind(b"<html>")
    ('feed', None)
    """
    start = unpacked(data, _START).lstrip(b"\xef\xbb\xbf \r\n\t")
    if start.startswith(b"{") and b"jsonfeed.org/version" in start:
        return "json"
    found = re.match(
        rb"(?:<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)*<(?:\w+:)?(rss|feed|RDF|opml|urlset|sitemapindex)\b",
        start,
        re.S | re.I,
    )
    if not found:
        return None
    name = found[1].lower()
    return {b"opml": "opml", b"urlset": "sitemap", b"sitemapindex": "sitemap"}.get(name, "feed")


def bound_of(data: bytes) -> int | None:
    """Return how many bytes of a list are read, where it has more of them (unpacked), else None."""
    most = _MOST_BYTES.get(feed_kind(data) or "")
    return most if most is not None and len(unpacked(data, most + 1)) > most else None


def unpacked(data: bytes, most: int = LONGEST) -> bytes:
    """Return the beginning of some bytes, without gzip around them if they have it."""
    if not data.startswith(b"\x1f\x8b"):
        return data[:most]
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, most)
    except (zlib.error, gzip.BadGzipFile):
        return data[:most]


def entries_of(data: bytes, url: str | None = None) -> Iterator[Entry]:
    """Yield the reports that a feed (RSS, Atom, RDF, JSON Feed) or sitemap names, in its order.

    Of one longer than ``bound_of`` says, those of its beginning; of a JSON Feed, none.
    """
    kind = feed_kind(data)
    if kind is None:
        return
    data = unpacked(data, _MOST_BYTES[kind])
    if kind == "json":
        yield from _json_feed(data, url or "")
    elif kind == "sitemap":
        yield from _sitemap(data, url or "")
    elif kind == "opml":
        yield from (Entry(url=feed, is_list=True) for feed in opml_feeds(data))
    elif kind == "feed":
        yield from _feed(_DECLARED.sub(b"<!ELEMENT", data), url or "")


def _feed(data: bytes, base: str) -> Iterator[Entry]:
    import feedparser

    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    outlet = (found.feed.get("title") or "").strip() or None
    language = (found.feed.get("language") or "")[:2].lower() or None
    for entry in found.entries:
        link = entry.get("link") or (entry.get("id") if str(entry.get("id", "")).startswith("http") else None)
        if not link:
            continue
        source = entry.get("source", {}).get("title") if isinstance(entry.get("source"), dict) else None
        when = entry.get("published_parsed") or entry.get("updated_parsed")
        if not (url := _joined(base, link)):
            continue
        yield Entry(
            url=url,
            title=entry.get("title"),
            published=_moment(when),
            outlet=source or outlet,
            language=language,
        )


def _joined(base: str, link: str) -> str | None:
    """Return a whole address; None for one that no address can be (*http://[*)."""
    try:
        return urljoin(base, link)
    except ValueError:
        return None


def _moment(when: time.struct_time | None) -> str | None:
    try:
        return datetime.fromtimestamp(timegm(when), UTC).isoformat() if when else None
    except (ValueError, OverflowError, OSError):
        return None


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _local(tag: str) -> str:
    """Return a tag without its namespace, or without a prefix that stands for none."""
    return tag.rpartition("}")[2].rpartition(":")[2]


def _json_feed(data: bytes, base: str) -> Iterator[Entry]:
    try:
        found = json.loads(data)
        items = found.get("items") or []
    except (ValueError, AttributeError, RecursionError):
        return
    for item in items if isinstance(items, list) else ():
        link = _words(item.get("url")) or _words(item.get("external_url")) if isinstance(item, dict) else None
        if link and (url := _joined(base, link)):
            yield Entry(
                url=url,
                title=_words(item.get("title")),
                published=_words(item.get("date_published")),
                outlet=_words(found.get("title")),
                language=(_words(item.get("language")) or _words(found.get("language")) or "")[:2] or None,
            )


def _tree(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data, etree.XMLParser(**_PARSER))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _sitemap(data: bytes, base: str) -> Iterator[Entry]:
    tree = _tree(data)
    if tree is None:
        return
    for node in tree.iter():
        if not isinstance(node.tag, str) or _local(node.tag) not in ("url", "sitemap"):
            continue
        values: dict[str, str] = {}
        for child in node.iter():
            if isinstance(child.tag, str) and child.text and child.text.strip():
                values.setdefault(_local(child.tag), child.text.strip())
        if url := _joined(base, values.get("loc", "")) if "loc" in values else None:
            yield Entry(
                url=url,
                title=values.get("title"),
                published=values.get("publication_date") or values.get("lastmod"),
                outlet=values.get("name"),
                language=values.get("language"),
                is_list=_local(node.tag) == "sitemap",
            )


def opml_feeds(data: bytes) -> list[str]:
    """Return the addresses of the feeds of an OPML list, each once.

    >>> opml_feeds(b'<opml><body><outline text="a"><outline xmlUrl="https://a.example/f"/></outline></body></opml>')
    ['https://a.example/f']
    """
    tree = _tree(unpacked(data, _MOST_BYTES["opml"]))
    if tree is None:
        return []
    found = (node.get("xmlUrl") or node.get("xmlurl") for node in tree.iter("outline"))
    return list(dict.fromkeys(str(url).strip() for url in found if url))
