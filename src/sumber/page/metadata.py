"""What a page says of itself: title, authors, date, outlet, address, language. JSON-LD goes first."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from htmldate import find_date
from lxml.html import HtmlElement
from msgspec import Struct

from ..language.detect import detect
from ..record import Byline
from .authors import clean_authors, names_a_body
from .dates import iso_datetime
from .jsonld import article_object, names_in

__all__ = ["Metadata", "read_metadata"]


class Metadata(Struct, frozen=True, kw_only=True):
    """What a page says of itself; None for what it does not say."""

    title: str | None = None
    byline: tuple[Byline, ...] = ()
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


_TITLE_KEYS = ("og:title", "twitter:title", "title", "dc.title", "headline")
_DATE_KEYS = (
    "article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "og:published_time",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "date",
    "cxenseparse:recs:publishtime",
    "content_publisheddate",
    "datecreated",
    "rbpubdate",
    "originalpublicationdate",
)
_AUTHOR_KEYS = (
    "parsely-author",
    "sailthru.author",
    "article:author",
    "author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "content_author",
    "dable:author",
    "cxenseparse:author",
    "twitter:creator:name",
    "article:author_name",
)
_BYLINE_PATHS = (
    '//*[@rel="author"]',
    '//*[@itemprop="author"]//*[@itemprop="name"]',
    '//*[@itemprop="author"]',
    '//address//a[contains(@href, "author") or contains(@href, "profile")]',
    '//*[contains(concat(" ", @class, " "), " author-name ") or contains(@class, "author__name") or '
    'contains(@class, "byline-name") or contains(@class, "byline__name") or '
    'contains(@class, "article-author")]',
    '//*[contains(concat(" ", @class, " "), " byline ") or contains(concat(" ", @class, " "), " author ")]',
    '//*[self::a or self::span or self::div or self::p][starts-with(@class, "author") or '
    'starts-with(@class, "penulis") or contains(@class, "-author") or contains(@class, "_author")]',
    '//a[contains(@href, "/author/") or contains(@href, "/autoren/") or contains(@href, "/penulis/")]',
)
_NAME = r"\s*:\s*([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3})"
_EDITOR_LINE = re.compile(rf"\b(?:Editor|Redaktur|Penyunting){_NAME}")
_WRITER_LINE = re.compile(rf"\b(?:Penulis|Reporter|Pewarta|Wartawan){_NAME}")
_MAX_TEXT = 300_000  # code points; bounds the search for an editor's line
_SITE_TAIL = re.compile(r"\s+[|\-–—»:]\s+[^|\-–—»]{2,40}$")

_DOMAIN_TAIL = re.compile(r"\s+[|\-–—]\s+\w[\w-]*\.(?:com|co|net|org|tv|id|co\.id|co\.uk)$", re.IGNORECASE)


class _Page:
    """The metadata of one tree, read lazily: only what is asked for is searched."""

    def __init__(self, tree: HtmlElement, *, head_only: bool = False) -> None:
        self.tree = tree
        self.head_only = head_only
        self.object: dict[str, Any] = article_object(tree)

    @cached_property
    def meta(self) -> dict[str, list[str]]:
        """Contents of the ``<meta>`` elements by lower-case name, property or itemprop."""
        found: dict[str, list[str]] = {}
        for element in self.tree.iter("meta"):
            content = (element.get("content") or "").strip()
            for attribute in ("property", "name", "itemprop") if content else ():
                if key := element.get(attribute):
                    found.setdefault(key.strip().lower(), []).append(content)
        return found

    @cached_property
    def lines(self) -> str:
        """The text of the page, one line for each element: no word runs into that of the next one."""
        return "\n".join(self.tree.itertext())[:_MAX_TEXT]

    @cached_property
    def is_indonesian(self) -> bool:
        """Whether the page is in Indonesian: by its own word, or its headline if that is none or ``en``."""
        told = _language(self)
        head = (self.tree.findtext(".//title"), self.first(("og:description", "description")))
        about = " ".join(text for text in head if text)
        return told == "id" or (told in (None, "en") and detect(about)[0] == "id")

    def first(self, keys: Iterable[str]) -> str | None:
        return next((self.meta[key][0] for key in keys if key in self.meta), None)


def read_metadata(tree: HtmlElement, url: str | None = None, *, head_only: bool = False) -> Metadata:
    """Return what the page says of itself.

    Args:
        tree: the page, parsed by lxml.html.
        url: where it was fetched, if known; the canonical address goes before it.
        head_only: the tree is only a head: look for nothing that costs a search of the page.
    """
    page = _Page(tree, head_only=head_only)
    address = _url(page, url)
    outlet = _outlet(page)
    return Metadata(
        title=_title(page, outlet),
        byline=_byline(page, outlet),
        published=_published(page),
        outlet=outlet,
        url=address,
        language=_language(page),
    )


def _clean(text: Any) -> str | None:
    return (" ".join(text.split()) or None) if isinstance(text, str) else None


def _title(page: _Page, outlet: str | None) -> str | None:
    headline = _clean(page.object.get("headline"))
    heading = [title for title in (_clean("".join(h1.itertext())) for h1 in page.tree.iter("h1")) if title]
    meta = _clean(page.first(_TITLE_KEYS))
    if heading and (wanted := headline or meta):
        same = next((title for title in heading if _alike(title, wanted)), None)
        if same:
            return same
    found = headline or meta or (heading[0] if heading else None) or _clean(page.tree.findtext(".//title"))
    if found and outlet and found.casefold().rstrip().endswith(outlet.casefold()):
        return _SITE_TAIL.sub("", found)
    return _DOMAIN_TAIL.sub("", found) if found else None


def _alike(left: str, right: str) -> bool:
    one, two = (set(re.findall(r"\w+", text.casefold())) for text in (left, right))
    return bool(one and two) and len(one & two) / min(len(one), len(two)) >= 0.7


def _byline(page: _Page, outlet: str | None) -> tuple[Byline, ...]:
    """Return the people behind the article: of the first source that names a person, else a newsroom."""
    editors = _editors(page, outlet)
    newsroom: list[str] = []
    for raw in _author_sources(page):
        names = [name for name in clean_authors(raw) if name not in editors]
        if any(not names_a_body(name) and not _same(name, outlet) for name in names):
            return _with_editors([name for name in names if not _same(name, outlet)], editors)
        newsroom = newsroom or names
    return _with_editors(newsroom[:2], editors)


def _with_editors(names: list[str], editors: tuple[str, ...]) -> tuple[Byline, ...]:
    return (
        *(Byline(name=name, role="reporter") for name in names),
        *(Byline(name=name, role="editor") for name in editors),
    )


def _same(name: str, outlet: str | None) -> bool:
    return bool(outlet and re.sub(r"\W+", "", name).casefold() == re.sub(r"\W+", "", outlet).casefold())


def _editors(page: _Page, outlet: str | None) -> tuple[str, ...]:
    """Return the editors: JSON-LD's, and on Indonesian pages those of a line such as *Editor : Rini*."""
    told = clean_authors(names_in(page.object.get("editor")), outlet=outlet)
    if told or page.head_only or not page.is_indonesian:
        return told
    return clean_authors(_EDITOR_LINE.findall(page.lines)[:2], outlet=outlet)


def _author_sources(page: _Page) -> Iterable[list[str]]:
    yield names_in(page.object.get("author"))
    yield names_in(page.object.get("creator"))
    for key in _AUTHOR_KEYS:
        yield page.meta.get(key, [])
    if page.head_only:
        return
    for path in _BYLINE_PATHS:
        texts = (" ".join(element.text_content().split()) for element in page.tree.xpath(path)[:6])
        yield [text for text in texts if len(text) < 120]
    if page.is_indonesian:
        yield _WRITER_LINE.findall(page.lines)[:3]


def _published(page: _Page) -> str | None:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        value = page.object.get(key)
        found = iso_datetime(value) if isinstance(value, str) else None
        if found:
            return found
    for key in _DATE_KEYS:
        for content in page.meta.get(key, ()):
            found = iso_datetime(content)
            if found:
                return found
    if page.head_only:
        return None
    for path in ("//*[@itemprop='datePublished']", "//time[@pubdate]", "//article//time", "//time"):
        for element in page.tree.xpath(path)[:3]:
            found = iso_datetime(element.get("datetime") or element.get("content") or element.text_content())
            if found:
                return found
    return find_date(page.tree, original_date=True, extensive_search=True)


def _outlet(page: _Page) -> str | None:
    names = names_in(page.object.get("publisher")) or page.meta.get("og:site_name", [])
    return (
        _clean(names[0]) if names else _clean(page.first(("application-name", "publisher", "dc.publisher")))
    )


def _url(page: _Page, url: str | None) -> str | None:
    link = page.tree.find('.//link[@rel="canonical"]')
    for candidate in (link.get("href") if link is not None else None, page.first(("og:url",)), url):
        try:
            address = urljoin(url or "", (candidate or "").strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or candidate == url):
            return str(address)
    return url


def _language(page: _Page) -> str | None:
    for value in (
        page.object.get("inLanguage"),
        page.tree.get("lang"),
        page.first(("og:locale", "content-language")),
    ):
        if isinstance(value, str) and re.match(r"[A-Za-z]{2}\b|[A-Za-z]{2}_", value):
            code = value[:2].lower()
            return "id" if code == "in" else code
    return None
