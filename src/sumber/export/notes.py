"""Markdown notes with front matter (Obsidian, Zettlr, any editor) and BibTeX, CSL for Zotero."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from ..record import NameKind, Record
from .base import Exporter
from .linked import array
from .passages import chain_text, names_of, speaker, tidy

__all__ = ["BibtexExporter", "CslExporter", "MarkdownExporter"]

_SPECIAL = re.compile(r"([&%$#_{}])")


class MarkdownExporter(Exporter):
    """One note an article: front matter, who says what with a link to the very words, what happened."""

    name: ClassVar[str] = "markdown"
    loses: ClassVar[str] = (
        "offsets (links hold the words instead), times but in front matter, reasons, blocks"
    )
    extension: ClassVar[str] = "md"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield the notes one behind the other, each with its front matter."""
        return (_note(record) for record in records)


def _note(record: Record) -> str:
    article = record.article
    people = [name.name for name in record.names if name.kind is NameKind.PERSON]
    front = {
        "title": article.title,
        "outlet": article.outlet.name or article.outlet.domain,
        "url": article.url,
        "published": article.published.value if article.published else None,
        "language": article.language,
        "sources": [relay.outlet for relay in record.relays],
        "people": people,
        "sumber": article.id,
    }
    lines = [
        "---",
        *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value),
        "---",
        "",
    ]
    lines += [f"# {tidy(article.title or article.id)}", ""]
    lines += [
        f"> Taken from {tidy(relay.outlet)}: “{tidy(relay.of(article.text))}”" for relay in record.relays
    ]
    lines += ["", "## Says", ""] if record.statements else []
    for statement in record.statements:
        words = tidy(" … ".join(span.of(article.text) for span in statement.content))
        via = chain_text(record, statement.chain)
        who = f"[[{tidy(speaker(record, statement) or 'somebody')}]]"
        first = statement.content[0].of(article.text) if statement.content else ""
        lines.append(
            f"- {who} ({statement.act}{f', via {via}' if via else ''}): “{words}”{_link(article.url, first)}"
        )
    lines += ["", "## Did", ""] if record.events else []
    for event in record.events:
        evidence = event.mentions[0].evidence.of(article.text) if event.mentions else ""
        whom = names_of(record, event.recipients)
        parties = f"{names_of(record, event.actors) or 'somebody'}{f' → {whom}' if whom else ''}"
        kind = f"{event.type}{f'/{event.mode}' if event.mode else ''}"
        lines.append(
            f"- **{kind}**, {event.status}: {parties}: “{tidy(evidence)}”{_link(article.url, evidence)}"
        )
    return "\n".join(lines) + "\n\n"


def _link(url: str | None, words: str) -> str:
    """Return a link to the very words of a page (a text fragment); empty without an address."""
    from urllib.parse import quote

    found = tidy(words).split()
    if not url or not found:
        return ""
    short = " ".join(found) if len(found) <= 8 else f"{' '.join(found[:4])},{' '.join(found[-4:])}"
    start, _, end = short.partition(",") if len(found) > 8 else (short, "", "")
    fragment = quote(start, safe="").replace("-", "%2D") + (
        f",{quote(end, safe='').replace('-', '%2D')}" if end else ""
    )
    return f" [↗]({url.split('#')[0]}#:~:text={fragment})"


class BibtexExporter(Exporter):
    """One entry an article."""

    name: ClassVar[str] = "bibtex"
    loses: ClassVar[str] = "all but the article's title, authors, outlet, date, address"
    extension: ClassVar[str] = "bib"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield one entry an article."""
        for record in records:
            article = record.article
            published = article.published.value[:10] if article.published else ""
            fields = {
                "title": _tex(article.title or article.id),
                "author": " and ".join(_tex(person.name) for person in article.byline),
                "journal": _tex(article.outlet.name or article.outlet.domain or ""),
                "date": published,
                "year": published[:4],
                "url": article.url or "",
                "langid": {"id": "indonesian", "en": "english"}.get(article.language, ""),
            }
            inner = ",\n".join(f"  {key} = {{{value}}}" for key, value in fields.items() if value)
            yield f"@article{{{_key(article.id)},\n{inner}\n}}\n\n"


def _tex(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", tidy(text).replace("\\", " "))


def _key(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9:_-]", "_", text) or "article"


class CslExporter(Exporter):
    """CSL JSON: for Zotero and citation processors."""

    name: ClassVar[str] = "csl"
    loses: ClassVar[str] = "all but the article's title, authors, outlet, date, address"
    extension: ClassVar[str] = "csl.json"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield a JSON list."""
        return array("[", map(_csl, records), "]\n")


def _csl(record: Record) -> dict[str, Any]:
    article = record.article
    published = article.published.value[:10] if article.published else ""
    date = [int(part) for part in published.split("-") if part.isdigit()]
    return {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title,
        "container-title": article.outlet.name or article.outlet.domain,
        "author": [{"literal": person.name} for person in article.byline],
        "issued": {"date-parts": [date]} if date else None,
        "URL": article.url,
        "language": article.language,
    }
