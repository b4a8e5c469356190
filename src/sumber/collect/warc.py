"""WARC files -> pages: what a crawler or an archive kept."""

from collections.abc import Iterator
from pathlib import Path

from ..errors import DocumentError
from ..page.document import Document
from .kinds import from_bytes

__all__ = ["is_warc", "pages"]

_MOST_BYTES = 20_000_000
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")


def is_warc(path: Path) -> bool:
    """Return whether a file is named like a WARC file."""
    return path.name.lower().endswith((".warc", ".warc.gz"))


def pages(path: Path) -> Iterator[Document | DocumentError]:
    """Yield the pages of a WARC file that were answered with 200, in its order."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
                found = _page(record)
                if found is not None:
                    yield found
        except (OSError, ValueError, RuntimeError) as error:
            yield DocumentError(str(path), f"it is no whole WARC file: {error}")


def _page(record: object) -> Document | DocumentError | None:
    headers = record.http_headers  # type: ignore[attr-defined]
    if headers is None or headers.status_code != 200:
        return None
    kind = (record.http_content_type or "").split(";")[0].lower()  # type: ignore[attr-defined]
    url = record.headers.get("WARC-Target-URI") or "?"  # type: ignore[attr-defined]
    if kind and kind not in _KINDS:
        return None
    data = record.reader.read(_MOST_BYTES + 1)  # type: ignore[attr-defined]
    if len(data) > _MOST_BYTES:
        return DocumentError(url, f"it is longer than {_MOST_BYTES} bytes")
    try:
        return from_bytes(data, url, url=url, encoding=record.http_charset)  # type: ignore[attr-defined]
    except DocumentError as error:
        return error
