"""The language of searches, run on a desk of two reports."""

import atexit
import tempfile
from functools import cache
from pathlib import Path

import sumber
from sumber.desk import Desk
from sumber.desk.views import Snippet
from sumber.page.document import Document
from sumber.samples import FOLDER

__all__ = ["SEEDS", "desk", "one"]

SEEDS = (
    b'gempa speaker:"Dwikorita" -hoaks before:2025-06-10',
    b"gempa OR OR tsunami OR",
    b'"exact phrase" OR place:Dili type:RETREAT status:denied language:id story:1',
    b"ka* -outlet:bbc after:2025 title:talks who:putin \"unclosed",
    b'NEAR(a b) AND NOT ( ) * ^ {title} : "" -- \xe2\x80\x9c \x00',
)  # fmt: skip


@cache
def desk() -> Desk:
    """Return a desk with our samples, on this process's own disk."""
    folder = tempfile.TemporaryDirectory()
    found = Desk.open(Path(folder.name) / "desk.sumber")
    atexit.register(folder.cleanup)
    for name in ("pertemuan-dili.txt", "ferry-talks.txt"):
        text = (FOLDER / name).read_text("utf-8")
        found.add([sumber.read(Document(id=name, text=text, published="2025-06-12"))])
    return found


def one(data: bytes) -> None:
    """Run one search in each order, and read what it shows."""
    text = data.decode("utf-8", "surrogateescape")
    for order in ("best", "newest"):
        page = desk().search(text, order=order)
        assert page.total >= 0
        for hit in page.hits:
            for snippet in hit.snippets:
                _check_marks(snippet)


def _check_marks(snippet: Snippet) -> None:
    for hit in snippet.hits:
        assert 0 <= hit.start <= hit.end <= len(snippet.text), snippet
