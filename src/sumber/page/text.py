"""Plain text -> article: the text goes in unchanged, every stretch gets a role."""

import re

from ..language.detect import detect
from ..record import Article, Block, Byline, Dateline, Note, Outlet, Role
from .authors import clean_authors
from .datelines import FoundDateline
from .document import Document
from .furniture import label

__all__ = ["text_article"]

_PERSON = re.compile(r"(?P<role>[A-Za-z]+)\s*:\s*(?P<name>[^|:;\n]+)")
_ENGLISH = re.compile(r"^\(?(?P<role>Reporting|Writing|Editing|By|BY)(?: by)?:? (?P<name>[^;)]+)")
_ROLES = {"editor": "editor", "redaktur": "editor", "penyunting": "editor", "editing": "editor"}
_PHOTO = {"fotografer": "photographer", "kontributor": "contributor"}


def text_article(document: Document, *, from_page: bool = False) -> tuple[Article, tuple[Note, ...]]:
    """Return the article of a plain text: ``article.text`` equals the input; ``from_page`` as in ``label``."""
    text = document.text or ""
    language = document.language
    notes: tuple[Note, ...] = ()
    if language is None:
        language, certainty = detect(text)
        if certainty < 0.6:
            notes = (
                Note(code="language-uncertain", text=f"the language may be `{language}` ({certainty:.0%})"),
            )
    found = label(text, title=document.title, language=language, from_page=from_page)
    return Article(
        id=document.id or "-",
        text=text,
        url=document.url,
        outlet=Outlet(name=document.outlet),
        language=language,
        title=document.title or found.title,
        byline=_byline(text, found.blocks),
        dateline=_dateline(found.dateline),
        blocks=found.blocks,
    ), notes


def _dateline(found: tuple[int, FoundDateline] | None) -> Dateline | None:
    if found is None:
        return None
    start, dateline = found
    return Dateline(start=start, end=dateline.end, place=dateline.place)


def _byline(text: str, blocks: tuple[Block, ...]) -> tuple[Byline, ...]:
    """Return the people that byline blocks name; initials name nobody."""
    people: list[Byline] = []
    for block in blocks:
        if block.role is not Role.BYLINE:
            continue
        words = block.of(text)
        pairs = [*_ENGLISH.finditer(words)] or [*_PERSON.finditer(words)]
        for pair in pairs:
            word = pair["role"].lower()
            role = _ROLES.get(word) or _PHOTO.get(word) or "reporter"
            people += [Byline(name=name, role=role) for name in clean_authors([pair["name"]])]
    return tuple(dict.fromkeys(people))
