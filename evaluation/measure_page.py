"""Pages: bodies, authors, dates and speed.

AEB (article-extraction-benchmark) is only reported, never tuned on; choices are made on WCXB dev.
"""

import gzip
import json
import re
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from sumber.page.document import Document
from sumber.page.encoding import decode
from sumber.page.html import read_html
from sumber.page.metadata import read_metadata
from sumber.page.read import read_document
from sumber.record import Role

from .common import MissingDataError, corpus
from .shingles import score_bodies, score_words

__all__ = ["measure"]

_WCXB_PAGES = 250


def measure() -> dict[str, float]:
    """Return f1 (fractions) per benchmark, authors and dates right (fractions), and pages per second."""
    figures = _bodies("aeb", list(_aeb()))
    figures |= _bodies("wcxb_dev", list(_wcxb()))
    figures |= _bodies("fundus", list(_fundus_bodies()))
    return figures | _metadata()


def _read(path: Path) -> str:
    return gzip.open(path, "rt", encoding="utf-8", errors="replace").read()


def _aeb() -> Iterator[tuple[str, str]]:
    gold = json.loads(corpus("aeb", "ground-truth.json").read_text("utf-8"))
    for name, page in gold.items():
        yield page["articleBody"], _read(corpus("aeb", "html", f"{name}.html.gz"))


def _wcxb() -> Iterator[tuple[str, str]]:
    files = json.loads(corpus("wcxb", "metadata.json").read_text("utf-8"))["files"]
    names = [
        name for name, file in files.items() if file["split"] == "dev" and file["page_type"] == "article"
    ]
    for name in names[:_WCXB_PAGES]:
        try:
            page = _read(corpus("wcxb", "dev", "html", f"{name}.html.gz"))
        except MissingDataError:
            continue
        gold = json.loads(corpus("wcxb", "dev", "ground-truth", f"{name}.json").read_text("utf-8"))
        yield gold["ground_truth"].get("main_content", ""), page


def _body(html: str, *, bulk: bool) -> str:
    article, _ = read_document(Document(html=html), bulk=bulk)
    running = (Role.BODY, Role.DATELINE)  # the benchmarks' bodies begin with the dateline
    return "\n\n".join(block.of(article.text) for block in article.blocks if block.role in running)


def _bodies(name: str, pages: list[tuple[str, str]]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for way, bulk in (("", False), ("_bulk", True)):
        pairs = []
        start = time.process_time()
        for gold, html in pages:
            pairs.append((gold, _quietly(html, bulk=bulk)))
        spent = time.process_time() - start
        figures[f"page.{name}{way}.f1"] = score_bodies(pairs)["f1"]
        figures[f"page.{name}{way}.pages_per_s"] = len(pages) / spent
        if name.startswith("wcxb"):
            figures[f"page.{name}{way}.word_f1"] = score_words(pairs)
    start = time.process_time()
    for _, html in pages:
        read_html(html, bulk=True)
    figures[f"page.{name}_bulk.paragraphs_only.pages_per_s"] = len(pages) / (time.process_time() - start)
    return figures


def _quietly(html: str, *, bulk: bool) -> str:
    from sumber.errors import DocumentError

    try:
        return _body(html, bulk=bulk)
    except DocumentError:
        return ""


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode() or text
    return re.sub(r"\W+", " ", plain).casefold().strip()


def _fundus() -> Iterator[tuple[dict[str, Any], Path]]:
    """Yield gold and page of every publisher whose page can have only one gold."""
    for gold in sorted(corpus("fundus-pages").glob("*/*.json")):
        pages = list(gold.parent.glob(f"{gold.stem}_*.html.gz"))
        versions = json.loads(gold.read_text("utf-8"))
        if len(versions) == 1 and len(pages) == 1:
            yield next(iter(versions.values())), pages[0]


def _fundus_bodies() -> Iterator[tuple[str, str]]:
    """Yield body and page of every publisher: its parser's summary, headings and paragraphs."""
    for gold, path in _fundus():
        if body := gold.get("body"):
            parts = [body["summary"], *(part for section in body["sections"] for part in section.values())]
            page, _ = decode(gzip.decompress(path.read_bytes()))
            yield "\n\n".join(line for part in parts for line in part), page


def _metadata() -> dict[str, float]:
    authors: list[bool] = []
    days: list[bool] = []
    titles: list[bool] = []
    for gold, path in _fundus():
        text, _ = decode(gzip.decompress(path.read_bytes()))
        parser = lxml_html.HTMLParser(encoding="utf-8")
        page = read_metadata(lxml_html.document_fromstring(text.encode(), parser=parser))
        if "authors" in gold:
            found = {_fold(person.name) for person in page.byline if person.role == "reporter"}
            authors.append(found == {_fold(name) for name in gold["authors"]})
        if gold.get("publishing_date"):
            days.append((page.published or "")[:10] == gold["publishing_date"][:10])
        titles.append(_fold(page.title or "") == _fold(gold["title"]))
    return {
        "page.fundus.authors_exact": sum(authors) / len(authors),
        "page.fundus.day_right": sum(days) / len(days),
        "page.fundus.title_right": sum(titles) / len(titles),
    }
