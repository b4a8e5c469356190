"""WARC files, plain and packed: the reader of archives, then the reader of pages."""

import gzip
import tempfile
from pathlib import Path

from sumber.collect.warc import pages
from sumber.errors import DocumentError
from sumber.page.read import read_document

__all__ = ["SEEDS", "one"]


def _record(body: bytes, kind: bytes = b"text/html; charset=utf-8") -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n\r\n" + body
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n"
        b"WARC-Target-URI: https://a.example/b\r\nWARC-Date: 2025-06-12T10:00:00Z\r\n"
        b"Content-Type: application/http; msgtype=response\r\n"
    )
    return head + b"Content-Length: %d\r\n\r\n" % len(answer) + answer + b"\r\n\r\n"


_PAGE = b"<!doctype html><title>Gempa</title><p>SOLO - Gempa terjadi pada Kamis.</p>"
SEEDS = (
    _record(_PAGE) + _record(b"Kabar dari Solo.", b"text/plain"),
    gzip.compress(_record(_PAGE)) + gzip.compress(_record(b"<html>\xff", b"text/html; charset=nonsense")),
    _record(_PAGE)[:-40],
)


def one(data: bytes) -> None:
    """Read one archive."""
    with tempfile.NamedTemporaryFile(suffix=".warc.gz" if data[:1] == b"\x1f" else ".warc") as file:
        file.write(data)
        file.flush()
        for found in pages(Path(file.name)):
            if not isinstance(found, DocumentError):
                _article(found)


def _article(found: object) -> None:
    try:
        read_document(found)  # type: ignore[arg-type]
    except DocumentError:
        return
