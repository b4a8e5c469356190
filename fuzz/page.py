"""The bytes of a page. An even first byte chooses the exact way, an odd one the fast way."""

from sumber.api import read
from sumber.errors import DocumentError
from sumber.page.document import Document
from sumber.samples import FOLDER

from .checks import check

__all__ = ["SEEDS", "of_text", "one"]

_LD = (
    b'<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"H","datePublished":'
    b'"2025-06-12T10:00+07:00","author":[{"name":"Rina"}]}]}</script>'
)
SEEDS = (
    b"\x00" + (FOLDER / "page.html").read_bytes()[:5000],
    b"\x01" + (FOLDER / "page.html").read_bytes()[:5000],
    b'\x00<!doctype html><html lang="id"><meta charset="windows-1252"><title>Gempa \x96 Kabar</title>'
    + _LD
    + b"<article><h1>Gempa</h1><p>SOLO - Gempa terjadi pada Kamis (12/6).</p></article>",
    b'\x01<html><head><meta property="article:published_time" content="2025-13-45"></head><body><div><p>Kabar'
    b" baik dari kota itu hari ini.<br>Kata dia.</table></td><li>Baca juga",
)


def of_text(text: str) -> bytes:
    """Return an input that reads a text as a paragraph of a page."""
    return (
        b"\x00<!doctype html><title>Kabar</title><article><h1>Kabar</h1><p>"
        + text.encode()
        + b"</p></article>"
    )


def one(data: bytes) -> None:
    """Read one page."""
    try:
        record = read(
            Document(data=data[1:], url="https://kabar.example/a/1"), bulk=bool(data[:1] and data[0] % 2)
        )
    except DocumentError:
        return
    check(record)
