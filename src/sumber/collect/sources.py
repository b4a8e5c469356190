"""Names of sources -> documents: files, folders, JSON Lines, URLs, standard input."""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from ..errors import DocumentError
from ..page.document import Document

__all__ = ["documents"]

_URL = re.compile(r"https?://", re.IGNORECASE)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
}
_ENDINGS = (".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".md")
_MAX_BYTES = 50_000_000

Found = Iterator[Document | DocumentError]


def documents(sources: Iterable[str], *, stdin: BinaryIO | None = None) -> Found:
    """Yield the documents of some sources, in order; what cannot be read yields its error.

    Args:
        sources: paths of text, HTML or ``.jsonl`` files or of folders of them, URLs, or ``-``.
        stdin: what ``-`` reads; standard input if None.
    """
    for source in sources:
        try:
            yield from _of(source, stdin)
        except DocumentError as error:
            yield error
        except OSError as error:
            yield DocumentError(source, error.strerror or str(error), "Give a file, a folder, a URL or `-`")


def _of(source: str, stdin: BinaryIO | None) -> Found:
    if source == "-":
        stream = stdin or sys.stdin.buffer
        start = stream.readline(_MAX_BYTES)
        if _is_json_line(start):
            return _json_lines([start, *stream], "-")
        return iter([from_bytes(start + stream.read(_MAX_BYTES), "-")])
    if _URL.match(source):
        from .web import fetch

        return iter([fetch(source)])
    path = Path(source)
    if path.is_dir():
        return _folder(path)
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return _json_file(path)
    return iter([_file(path)])


def _folder(path: Path) -> Found:
    files = sorted(file for file in path.rglob("*") if file.suffix.lower() in _ENDINGS and file.is_file())
    if not files:
        raise DocumentError(str(path), f"no file in it ends in {', '.join(_ENDINGS)}")
    return documents(map(str, files))


def _json_file(path: Path) -> Found:
    with path.open("rb") as lines:
        yield from _json_lines(lines, str(path))


def _file(path: Path) -> Document:
    size = path.stat().st_size
    if size > _MAX_BYTES:
        raise DocumentError(str(path), f"it has {size} bytes; a report has at most {_MAX_BYTES}")
    return from_bytes(path.read_bytes(), str(path))


def from_bytes(data: bytes, source: str, *, url: str | None = None, encoding: str | None = None) -> Document:
    """Return the document that some bytes are: a page or plain text; raises DocumentError if neither.

    >>> from_bytes(b"<!doctype html><p>Halo", "x").data is not None
    True
    """
    if not data.strip():
        raise DocumentError(source, "it is empty")
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise DocumentError(source, f"it is {what}, not text", "Save it as text or HTML first")
    if _HTML.match(data[:4096]) or source.lower().endswith((".html", ".htm", ".xhtml")):
        return Document(data=data, url=url, encoding=encoding, source=source)
    from ..page.encoding import decode

    text, _ = decode(data, encoding)
    if _is_binary(text):
        raise DocumentError(source, "it is binary, not text")
    return Document(text=text, url=url, source=source)


def _is_binary(text: str) -> bool:
    sample = text[:20_000]
    odd = sum(
        character < "\x09" or "\x0e" <= character < "\x20" or character == "\ufffd" for character in sample
    )
    return odd > 0.1 * len(sample)


def _is_json_line(line: bytes) -> bool:
    try:
        return line.lstrip().startswith(b"{") and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _json_lines(lines: Iterable[bytes], source: str) -> Found:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _json_document(line, f"{source}:{number}")


def _json_document(line: bytes, source: str) -> Document | DocumentError:
    """Return the document of one line; fields that are none of ours are passed over."""
    if len(line) > _MAX_BYTES:
        return DocumentError(source, f"the line has {len(line)} bytes; at most {_MAX_BYTES} are read")
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        return DocumentError(source, f"no JSON: {error}")
    if not isinstance(data, dict):
        return DocumentError(source, "the line holds no JSON object")
    try:
        document = msgspec.convert(_fields(data), Document)
    except msgspec.ValidationError as error:
        return DocumentError(source, f"no document: {error}")
    if document.text is None and document.html is None:
        return DocumentError(source, "the document has neither `text` nor `html`")
    return msgspec.structs.replace(document, source=source)


def _fields(data: dict[str, Any]) -> dict[str, Any]:
    """Keep our own fields; ids may be numbers, empty strings are unknown."""
    known = ("id", "text", "html", "url", "outlet", "published", "language", "title")
    kept = {key: data[key] for key in known if data.get(key) is not None}
    if isinstance(kept.get("id"), int):
        kept["id"] = str(kept["id"])
    return {key: value for key, value in kept.items() if key in ("text", "html") or value != ""}
