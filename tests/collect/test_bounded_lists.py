"""Feeds and sitemaps of any length, and entities that they declare: what is read of them is bounded, and told."""

import gzip
from pathlib import Path

import pytest

from sumber import DocumentError
from sumber.collect import feeds, sources
from sumber.collect.feeds import bound_of, entries_of
from sumber.collect.follow import follow_data
from sumber.collect.sources import documents

ITEM = b"<item><title>Kabar %d</title><link>http://a.example/%d</link></item>"
FEED = b'<rss version="2.0"><channel><title>Kabar</title>' + b"".join(ITEM % (n, n) for n in range(40))
SITEMAP = b"<urlset>" + b"".join(b"<url><loc>http://a.example/%d</loc></url>" % n for n in range(40))
HIDDEN = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY z "> <rss ">'  # passes for a declaration without a list of its own


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
@pytest.mark.parametrize(("kind", "data"), [("feed", FEED), ("sitemap", SITEMAP)])
def test_of_a_long_list_the_beginning_is_read(
    kind: str, data: bytes, pack: type[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bound_of(pack(data)) is None
    assert len(list(entries_of(pack(data)))) == 40
    monkeypatch.setitem(feeds._MOST_BYTES, kind, 1000)
    assert bound_of(pack(data)) == 1000
    found = [entry.url for entry in entries_of(pack(data))]
    assert 5 < len(found) < 30
    assert found[:2] == ["http://a.example/0", "http://a.example/1"]


def test_that_a_list_was_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(feeds._MOST_BYTES, "feed", 1000)
    empty = b'<rss version="2.0"><channel><title>Kabar</title>' + b" " * 2000
    (told,) = follow_data(empty, "kabar.rss")
    assert isinstance(told, DocumentError)
    assert "longer than 1000 bytes" in told.reason


@pytest.mark.parametrize("declared", [b'<!ENTITY a "xxxxx">', b'<!entity a "xxxxx">'])
def test_entities_that_a_feed_declares_are_not_unfolded(declared: bytes) -> None:
    body = b"<rss version='2.0'><channel><item><link>http://a.example/1</link><title>K &a;&a;</title></item></channel></rss>"
    (entry,) = entries_of(HIDDEN + declared + b"]>" + body)
    assert entry.url == "http://a.example/1"
    assert "xxxxx" not in (entry.title or "")


def test_a_list_on_disk_is_not_read_whole_if_it_is_endless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_MAX_BYTES", 1000)
    path = tmp_path / "kabar.xml"
    path.write_bytes(FEED)
    (told,) = documents([str(path)])
    assert isinstance(told, DocumentError)
    assert "more than 1000 bytes" in told.reason
