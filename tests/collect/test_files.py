"""Lists and archives on disk."""

import gzip
from pathlib import Path

import pytest

from sumber import DocumentError
from sumber.collect.feeds import entries_of, feed_kind, opml_feeds
from sumber.collect.sources import documents
from sumber.page.document import Document


def warc(*pages: tuple[str, str, bytes]) -> bytes:
    out = b""
    for url, status, body in pages:
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
        block = head.encode() + body
        fields = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-06-10T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        out += fields.encode() + block + b"\r\n\r\n"
    return out


@pytest.mark.parametrize("ending", [".warc", ".warc.gz"])
def test_the_pages_of_a_warc_file(tmp_path: Path, ending: str) -> None:
    data = warc(
        ("https://a.example/1", "200 OK", b"<html><p>Kabar satu dari Kupang.</p>"),
        ("https://a.example/2", "404 Not Found", b"<html><p>tidak ada</p>"),
        ("https://a.example/3", "200 OK", b"<html><p>Kabar tiga dari Ende.</p>"),
    )
    path = tmp_path / f"a{ending}"
    path.write_bytes(gzip.compress(data) if ending.endswith("gz") else data)
    found = [each for each in documents([str(tmp_path)]) if isinstance(each, Document)]
    assert [each.url for each in found] == ["https://a.example/1", "https://a.example/3"]


def test_a_broken_warc_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"no archive at all")
    (told,) = documents([str(tmp_path / "a.warc")])
    assert isinstance(told, DocumentError)


def test_opml_lists_each_feed_once() -> None:
    data = b"<opml><body><outline xmlUrl='https://a.example/f'/><outline xmlUrl='https://a.example/f'/></body></opml>"
    assert opml_feeds(data) == ["https://a.example/f"]


def test_a_news_sitemap_knows_its_outlet() -> None:
    data = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/1</loc><news:news>
      <news:publication><news:name>Kabar</news:name><news:language>id</news:language></news:publication>
      <news:publication_date>2025-06-10</news:publication_date><news:title>Satu</news:title></news:news></url></urlset>"""
    (entry,) = entries_of(gzip.compress(data))
    assert (entry.url, entry.outlet, entry.language, entry.published, entry.title) == (
        "https://a.example/1", "Kabar", "id", "2025-06-10", "Satu",
    )  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"<html><p>x", b"{}", b"<rss", b"\x1f\x8b broken", b"plain text"])
def test_what_is_no_list_harms_nobody(data: bytes) -> None:
    list(entries_of(data))
    assert feed_kind(data) in (None, "feed")
