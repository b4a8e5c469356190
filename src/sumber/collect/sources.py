"""Names of sources -> documents: files, folders, JSON Lines, WARC, URLs, feeds, sitemaps, OPML, standard input."""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from ..errors import DocumentError
from ..page.document import Document
from .feeds import feed_kind
from .kinds import from_bytes
from .warc import is_warc, pages

__all__ = ["documents"]

_URL = re.compile(r"https?://", re.IGNORECASE)
_ENDINGS = (".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".md", ".warc", ".warc.gz")
_MAX_BYTES = 50_000_000

Found = Iterator[Document | DocumentError]


def documents(sources: Iterable[str], *, stdin: BinaryIO | None = None, private: bool = False) -> Found:
    """Yield the documents of some sources, in order; what cannot be read yields its error.

    Args:
        sources: paths of text, HTML, ``.jsonl``, WARC or OPML files or of folders of them, URLs of pages, feeds,
            sitemaps or OPML lists, or ``-``.
        stdin: what ``-`` reads; standard input if None.
        private: fetch from addresses inside this machine and network too.
    """
    for source in sources:
        try:
            yield from _of(source, stdin, private=private)
        except DocumentError as error:
            yield error
        except OSError as error:
            yield DocumentError(source, error.strerror or str(error), "Give a file, a folder, a URL or `-`")


def _of(source: str, stdin: BinaryIO | None, *, private: bool) -> Found:
    if source == "-":
        stream = stdin or sys.stdin.buffer
        start = stream.readline(_MAX_BYTES)
        if _is_json_line(start):
            return _json_lines(chain([start], _lines(stream)), "-")
        return iter([from_bytes(start + stream.read(_MAX_BYTES), "-")])
    if _URL.match(source):
        from .follow import follow
        from .web import Manners

        return follow([source], Manners(private=private))
    path = Path(source)
    if path.is_dir():
        return _folder(path)
    if is_warc(path):
        return pages(path)
    if path.suffix.lower() in (".opml", ".rss", ".atom", ".xml") and feed_kind(data := _bytes(path)):
        from .follow import follow_data
        from .web import Manners

        return follow_data(data, str(path), Manners(private=private))
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return _json_file(path)
    return iter([_file(path)])


def _folder(path: Path) -> Found:
    files = sorted(
        file for file in path.rglob("*") if file.name.lower().endswith(_ENDINGS) and file.is_file()
    )
    if not files:
        raise DocumentError(str(path), f"no file in it ends in {', '.join(_ENDINGS)}")
    return documents(map(str, files))


def _json_file(path: Path) -> Found:
    with path.open("rb") as file:
        yield from _json_lines(_lines(file), str(path))


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file; of one that is too long its beginning, one byte more than may be read."""
    while line := file.readline(_MAX_BYTES + 1):
        yield line
        while len(line) > _MAX_BYTES and not line.endswith(b"\n"):
            line = file.readline(_MAX_BYTES + 1)


def _file(path: Path) -> Document:
    return from_bytes(_bytes(path), str(path))


def _bytes(path: Path) -> bytes:
    """Return the bytes of a file; raises DocumentError if they are more than any report or list has."""
    with path.open("rb") as file:
        data = file.read(_MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise DocumentError(str(path), f"it has more than {_MAX_BYTES} bytes")
    return data


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
        return DocumentError(source, f"the line has more than {_MAX_BYTES} bytes")
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        return DocumentError(source, f"no JSON: {error}")
    except MemoryError:
        return DocumentError(source, "there was no memory to read it")
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
