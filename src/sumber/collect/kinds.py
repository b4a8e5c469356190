"""Bytes -> a document: a page or plain text, or an error that says what they are instead."""

import re

from ..errors import DocumentError
from ..page.document import Document

__all__ = ["from_bytes"]

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
