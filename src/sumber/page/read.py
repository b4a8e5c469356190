"""Document -> article and notes: the one door to this room."""

import hashlib
from urllib.parse import urlsplit

import msgspec

from ..errors import DocumentError
from ..language.detect import is_plainly
from ..record import Article, Note, Outlet, Published, PublishedFrom
from .dates import iso_datetime
from .document import Document
from .encoding import decode
from .guards import repaired
from .html import read_html
from .metadata import Metadata
from .text import text_article

__all__ = ["read_document"]

_MAX_CHARACTERS = 20_000_000


def read_document(document: Document, *, bulk: bool = False) -> tuple[Article, tuple[Note, ...]]:
    """Return the article of a document, and what was doubtful about it.

    Plain text goes in unchanged; a page becomes its title and paragraphs, joined by blank lines. ``bulk``
    chooses the fast, less exact way through a page.

    Raises:
        DocumentError: if nothing can be read.
    """
    document, notes = _checked(document)
    from_page = document.text is None
    if from_page:
        document, page_notes, metadata = _from_page(document, bulk=bulk)
        notes += page_notes
    else:
        metadata = Metadata()
    article, text_notes = text_article(document, from_page=from_page)
    article = _with_metadata(article, document, metadata)
    if not article.text.strip():
        raise DocumentError(document.source, "it holds no text")
    return article, (*notes, *text_notes)


def _checked(document: Document) -> tuple[Document, tuple[Note, ...]]:
    """Repair what JSON cannot hold (a page: read_html), bound what is too long, and check the date that was given."""
    notes: list[Note] = []
    broken = {
        name: new
        for name in document.__struct_fields__
        if name != "html" and isinstance(value := getattr(document, name), str)
        for new, is_broken in (repaired(value),)
        if is_broken
    }
    if broken:
        document = msgspec.structs.replace(document, **broken)
        notes.append(Note(code="text-repaired", text=f"lone surrogates in {', '.join(broken)} became U+FFFD"))
    text, published = document.text, document.published
    if text is not None and len(text) > _MAX_CHARACTERS:
        text = text[:_MAX_CHARACTERS]
        notes.append(Note(code="text-cut", text=f"the text was cut at {_MAX_CHARACTERS} characters"))
    if published is not None:
        read = iso_datetime(published)
        if read is None:
            notes.append(
                Note(code="published-unreadable", text=f"`{published[:60]}` is no date that can be read")
            )
        published = published if read and published[:10] == read[:10] else read
    return msgspec.structs.replace(document, text=text, published=published), tuple(notes)


def _from_page(document: Document, *, bulk: bool) -> tuple[Document, tuple[Note, ...], Metadata]:
    """Return the document with the page's text in its place, and what the page says of itself."""
    notes: tuple[Note, ...] = ()
    html = document.html
    if html is None:
        html, encoding = decode(document.data or b"", document.encoding)
        if encoding != "utf-8":
            notes = (Note(code="encoding", text=f"the page was read as {encoding}"),)
    page = read_html(html, url=document.url, bulk=bulk)
    metadata = page.metadata
    title = document.title or metadata.title
    paragraphs = [*([title] if title else []), *page.paragraphs]
    if not page.paragraphs:
        raise DocumentError(document.source, "no text was found in the page")
    filled = msgspec.structs.replace(
        document,
        text="\n\n".join(paragraphs),
        title=title,
        url=document.url or metadata.url,
        outlet=document.outlet or metadata.outlet,
        language=document.language or _trusted_language(metadata.language, page.paragraphs),
    )
    return filled, (*notes, *page.notes), metadata


def _trusted_language(told: str | None, paragraphs: tuple[str, ...]) -> str | None:
    """Return the page's own word for its language where it is specific or the text bears it out.

    Many pages keep a theme's ``en``; a text full of the small words of English is spared the detection.
    """
    return told if told != "en" or is_plainly("en", " ".join(paragraphs[:6])) else None


def _with_metadata(article: Article, document: Document, metadata: Metadata) -> Article:
    """Return the article; what is known from outside goes before the page, the page before the text."""
    published = article.published
    if document.published:
        published = Published(value=document.published, origin=PublishedFrom.GIVEN)
    elif metadata.published:
        published = Published(value=metadata.published, origin=PublishedFrom.PAGE)
    return msgspec.structs.replace(
        article,
        id=document.id or _content_id(article.text),
        byline=metadata.byline or article.byline,
        published=published,
        outlet=Outlet(name=document.outlet or article.outlet.name, domain=_domain(document.url)),
    )


def _content_id(text: str) -> str:
    """Return an id that depends on the text alone."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _domain(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
