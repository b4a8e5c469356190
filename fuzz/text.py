"""Plain text. The first byte chooses the language."""

from sumber.api import read
from sumber.errors import DocumentError
from sumber.page.document import Document
from sumber.samples import FOLDER

from .checks import check

__all__ = ["SEEDS", "of_text", "one"]

_LANGUAGES = ("id", "en", None)
SEEDS = (
    b"\x00" + (FOLDER / "pertemuan-dili.txt").read_bytes(),
    b"\x01" + (FOLDER / "ferry-talks.txt").read_bytes(),
    "\x02“Kami siap,” kata Budi, Rabu (13/9/2023) pukul 25.61 WIB. Dilansir dari BBC.".encode(),
    b"\x01\"We did not,\" the minister told Reuters on Monday in Paris, Texas, 31 February 2024.",
    b"\x01About 299 workers went on strike on Monday, the union said. Police arrested four ships on Su(rCnagen",
    "\x00Polisi menangkap 12 orang di Bandung. Baca juga: Gempa\u2028\u202eIsraelMengatakan 🚀 akan".encode(),
)  # fmt: skip


def of_text(text: str) -> bytes:
    """Return an input that reads a text, its language found."""
    return b"\x02" + text.encode()


def one(data: bytes) -> None:
    """Read one text."""
    text = data[1:].decode("utf-8", "surrogateescape")
    language = _LANGUAGES[data[0] % 3] if data else None
    try:
        record = read(Document(text=text, language=language, published="2025-06-12"))
    except DocumentError:
        return
    check(record)
