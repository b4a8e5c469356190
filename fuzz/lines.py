"""JSON Lines: any fields, any types."""

import io
import json

from sumber.api import read_many
from sumber.collect.sources import documents
from sumber.record import Record

from .checks import check

__all__ = ["SEEDS", "of_text", "one"]

SEEDS = (
    b'{"id": 7, "text": "Kabar dari Solo.", "published": "2025-06-12", "language": "id", "outlet": "Kabar"}\n',
    b'{"html": "<p>Kata dia, \\ud83d\\ude80.</p>", "url": "https://a.example/b", "title": ""}\n{broken\n',
    b'{"text": "\\ud800 \\u0000 kabar", "published": "2025-06-12T25:61:00+99:00", "url": "http://[::1"}\n[1]\n',
)


def of_text(text: str) -> bytes:
    """Return a line with a text."""
    return json.dumps({"text": text, "published": "2025-06-12"}).encode() + b"\n"


def one(data: bytes) -> None:
    """Read some lines as standard input."""
    for found in read_many(documents(["-"], stdin=io.BytesIO(b"{}\n" + data))):
        if isinstance(found, Record):
            check(found)
