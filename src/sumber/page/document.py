"""What comes in: one document, before anything is known of it."""

from msgspec import Struct

__all__ = ["Document"]


class Document(Struct, frozen=True, kw_only=True):
    """One document to read: ``text``, ``html`` or ``data``, and what is known of it from outside.

    ``data`` are the bytes of a page and ``encoding`` what the transport says of them; ``published`` is
    ISO 8601; ``language`` is ISO 639-1; ``source`` is where it came from, for messages only.
    """

    id: str | None = None
    text: str | None = None
    html: str | None = None
    data: bytes | None = None
    encoding: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    source: str = "-"
