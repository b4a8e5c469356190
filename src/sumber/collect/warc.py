"""WARC files -> pages: what a crawler or an archive kept. A damaged file gives all that can still be read.

How it works: ``unpacked.py`` unpacks and notes damage, this module cuts the bytes into records by their lengths and
takes up again at the next beginning of a record, FastWARC reads each record. A record that is cut short, or whose
length is wrong, is told and not read. One that came out of a damaged gzip member is read if its own digest proves it,
or, where it has none, if it ended, and another had begun, before the unpacking met the damage.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..errors import DocumentError
from ..page.document import Document
from .kinds import from_bytes
from .unpacked import Unpacked

__all__ = ["is_warc", "pages"]

_MOST_BYTES = 20_000_000
_MOST_HEAD = 1 << 16
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")
_MARK = b"WARC/1."
_BREAK = b"\r\n\r\n"
_PLAIN = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response"
_HEAD = re.compile(rb"WARC/1\.\d\r\n")
_LENGTH = re.compile(rb"\r\nContent-Length:[ \t]*(\d{1,15})[ \t]*\r\n", re.IGNORECASE)
_TYPE = re.compile(rb"\r\nWARC-Type:[ \t]*response[ \t]*\r\n", re.IGNORECASE)
_DIGEST = re.compile(rb"\r\nWARC-Block-Digest:[^\r\n]*", re.IGNORECASE)
_HTTP = re.compile(rb"\r\nContent-Type:[ \t]*application/http", re.IGNORECASE)
_TARGET = re.compile(rb"\r\nWARC-Target-URI:[^\r\n]*", re.IGNORECASE)
_URL = re.compile(rb"\r\nWARC-Target-URI:[ \t]*<?([^\s>]{1,2000})", re.IGNORECASE)


def is_warc(path: Path) -> bool:
    """Return whether a file is named like a WARC file."""
    return path.name.lower().endswith((".warc", ".warc.gz"))


def pages(path: Path) -> Iterator[Document | DocumentError]:
    """Yield the pages of a WARC file that were answered with 200, in its order, and what was damaged in their place."""
    with path.open("rb") as file:
        nothing = True
        for found in _records(Unpacked(file)):
            nothing = False
            if isinstance(found, _Fault):
                yield DocumentError(found.url or str(path), found.reason)
            elif page := _page(found):
                yield page
        if nothing:
            yield DocumentError(str(path), "it is no WARC file: it holds no record")


class _Fault(Struct, frozen=True):
    """What could not be read, and of which page it is, if that is known."""

    reason: str
    url: str | None = None


def _records(stream: Unpacked) -> Iterator[bytes | _Fault]:
    """Yield the records of a stream, each whole, and what is damaged."""
    passed, told = 0, False
    while True:
        passed += stream.skip_to(_MARK)
        head = _head(stream)
        if head is not None:
            if passed:
                yield _Fault(f"{passed} bytes between records are no WARC")
            found, passed = _record(head, stream), 0
            told = told or (stream.tear is not None and isinstance(found, _Fault))
            yield found
        elif stream.peek(1):
            passed += stream.skip(1)
        elif stream.tear is None:
            if passed:
                yield _Fault(f"its last {passed} bytes are no WARC record")
            return
        if stream.tear and not stream.peek(1):
            if not told:
                yield _Fault(stream.tear.reason)
            stream.read_on()
            passed, told = 0, False


def _head(stream: Unpacked) -> bytes | None:
    """Return the header of the record that begins here, None if none does."""
    window = stream.peek(_MOST_HEAD) if _HEAD.match(stream.peek(10)) else b""
    end = window.find(_BREAK)
    if end < 0 or not _LENGTH.search(window, 0, end + 2):
        return None
    return stream.take(end + len(_BREAK))


def _record(head: bytes, stream: Unpacked) -> bytes | _Fault:
    """Return the record that a header begins, or why it cannot be read."""
    length = _LENGTH.search(head)
    url = _URL.search(head)
    name = url[1].decode("utf-8", "replace") if url else None
    wanted = int(length[1]) if length else 0
    body = stream.take(min(wanted, _MOST_BYTES + _MOST_HEAD))
    there = len(body) + stream.skip(wanted - len(body))
    after = stream.peek(len(_BREAK + _MARK))
    if stream.tear and stream.tear.doubtful < stream.place and not _sound(head, body, after, stream):
        return _Fault(stream.tear.reason, name)
    if there < wanted:
        return _cut(body, stream, f"it is cut short: {there} of {wanted} bytes", name)
    if after and not after.startswith(_BREAK):
        return _cut(body, stream, "it does not end where its length says", name)
    if wanted > len(body):
        return _Fault(f"it is longer than {_MOST_BYTES} bytes", name)
    return head + body


def _sound(head: bytes, body: bytes, after: bytes, stream: Unpacked) -> bool:
    """Return whether a record of a damaged gzip member, taken to its end, can be trusted all the same."""
    from fastwarc.warc import WarcRecord

    if _DIGEST.search(head):
        try:
            return bool(WarcRecord.from_bytes(_plain_head(head, len(body)) + body).verify_block_digest())
        except (OSError, ValueError, RuntimeError):
            return False
    assert stream.tear is not None
    return stream.place + len(after) <= stream.tear.start and after == _BREAK + _MARK


def _cut(body: bytes, stream: Unpacked, reason: str, name: str | None) -> _Fault:
    """Give back the records that one with a wrong length has taken in."""
    other = body.find(_BREAK + _MARK)
    if other >= 0:
        stream.give_back(body[other:])
    return _Fault(reason, name)


def _page(data: bytes) -> Document | DocumentError | None:
    """Return the page of a record, None if it holds none."""
    from fastwarc.warc import WarcRecord

    end = data.find(_BREAK)
    if not _TYPE.search(data, 0, end + 2) or not _HTTP.search(data, 0, end + 2):
        return None
    try:
        body = data[end + len(_BREAK) :]
        record = WarcRecord.from_bytes(_plain_head(data[: end + 2], len(body)) + body)
        record.parse_http(auto_decode="all")
        return _of_answer(record)
    except (OSError, ValueError, RuntimeError) as error:
        found = _URL.search(data)
        return DocumentError(found[1].decode("utf-8", "replace") if found else "?", f"no answer: {error}")


def _plain_head(head: bytes, length: int) -> bytes:
    """Return a header that says of an answer only its address, its digest and its true length in bytes.

    FastWARC 2.0 sets as many bytes aside as a header says, and where that is more than the machine has, the process
    ends; of two lengths it may believe another than we do.
    """
    kept = (line[0] for line in (_TARGET.search(head), _DIGEST.search(head)) if line)
    return b"".join((_PLAIN, *kept, b"\r\nContent-Length: %d" % length, _BREAK))


def _of_answer(record: Any) -> Document | DocumentError | None:
    headers = record.http_headers
    if headers is None or headers.status_code != 200:
        return None
    kind = (record.http_content_type or "").split(";")[0].lower()
    url = record.headers.get("WARC-Target-URI") or "?"
    if kind and kind not in _KINDS:
        return None
    data = record.reader.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        return DocumentError(url, f"it is longer than {_MOST_BYTES} bytes")
    try:
        return from_bytes(data, url, url=url, encoding=record.http_charset)
    except DocumentError as error:
        return error
