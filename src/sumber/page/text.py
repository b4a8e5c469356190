"""Plain text -> article: the text goes in unchanged, every stretch gets a role."""

from ..language.detect import detect
from ..record import Article, Block, Note, Outlet, Role
from .document import Document

__all__ = ["text_article"]


def text_article(document: Document) -> tuple[Article, tuple[Note, ...]]:
    """Return the article of a plain text: ``article.text`` equals the input."""
    text = document.text or ""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            role = Role.BODY if blocks else Role.TITLE
            blocks.append(Block(start=start, end=at + len(line.rstrip()), role=role, why="line"))
        at += len(line) + 1
    title = document.title or (blocks[0].of(text) if blocks else None)
    return Article(
        id=document.id or "-",
        text=text,
        url=document.url,
        outlet=Outlet(name=document.outlet),
        language=document.language or detect(text)[0],
        title=title,
        blocks=tuple(blocks),
    ), ()
