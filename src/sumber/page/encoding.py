"""Bytes -> text: which encoding, and what to do when it lies."""

import re

from resiliparse.parse.encoding import detect_encoding

__all__ = ["decode"]

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_LATIN = {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "iso8859-1"}


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the text of some bytes and the encoding that was used; never raises.

    The order is that of the HTML standard: byte order mark, the transport's word, the page's own ``<meta>``;
    but a strict UTF-8 reading that succeeds goes before a wrong declaration, and text that does not fit what
    is declared is detected. What cannot be decoded becomes U+FFFD.

    >>> decode("Selasa – 17 Juni".encode("cp1252"), "iso-8859-1")
    ('Selasa – 17 Juni', 'windows-1252')
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace"), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        almost = error.start > 0 and _is_mostly_utf8(data)
    if almost:
        return data.decode("utf-8", "replace"), "utf-8"
    meta = _META.search(data[:4096])
    told = meta[1].decode("ascii", "replace") if meta else None
    for candidate in (declared, told, detect_encoding(data)):
        text = _try(data, candidate)
        if text is not None:
            return text
    return data.decode("windows-1252", "replace"), "windows-1252"


def _is_mostly_utf8(data: bytes) -> bool:
    """Return whether wrong bytes are so few that they are damage, not another encoding."""
    text = data[:200_000].decode("utf-8", "replace")
    right = sum(character > "\x7f" for character in text) - (wrong := text.count("\ufffd"))
    return right > 4 * wrong


def _try(data: bytes, name: str | None) -> tuple[str, str] | None:
    if not name:
        return None
    name = "windows-1252" if name.lower() in _LATIN else name.lower()
    try:
        return data.decode(name), name
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
