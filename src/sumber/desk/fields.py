"""What an article is found by: the texts of the word index, names, events, keys of outlets."""

import re
import sqlite3
import unicodedata
from datetime import date, timedelta
from functools import cache, lru_cache
from hashlib import blake2b

import numpy as np
from msgspec import Struct

from ..reading.relays.outlets import known_outlets, outlet_named
from ..record import Article, Name, NameKind, Record, Role
from ..stories.told import plain_outlet
from ..stories.words import Words, words_in

__all__ = ["IndexRow", "day_of", "fold", "index_row", "next_row", "outlet_key", "print_of", "title_of"]

_WORD = re.compile(r"[^\W_]+")
_READ_AS = re.compile(r"^(?:www|m|amp|mobile)\.")
_EPOCH = date(1970, 1, 1)
_A_DAY = 20  # bits: a million articles a day
_TITLE = 120  # code points of a title made from the text


class IndexRow(Struct, frozen=True):
    """The columns of the word index for one article."""

    title: str
    body: str
    stems: str
    speakers: str
    people: str
    bodies: str
    places: str


def index_row(record: Record, words: Words | None = None) -> IndexRow:
    """Return what the word index holds of a record: running text only, furniture is not searched.

    ``words`` are those of its running text, if they are known already.
    """
    text, article = record.article.text, record.article
    title = " ".join([block.of(text) for block in article.blocks if block.role is Role.TITLE])
    body = "\n".join([block.of(text) for block in article.body()])
    full = {name.id: name.name for name in record.names}
    speakers = dict.fromkeys(
        [
            f"{each.source.of(text)} {full.get(each.source.name or '', '')}"
            for each in record.statements
            if each.source is not None
        ]
    )
    forms: dict[str, list[str]] = {kind: [] for kind in NameKind}
    for name in record.names:
        forms[name.kind] += forms_of(name)
    return IndexRow(
        title=title or article.title or "",
        body=body,
        stems=_stems(words or words_in(article)),
        speakers=" . ".join(speakers),
        people=" . ".join(forms[NameKind.PERSON]),
        bodies=" . ".join(forms[NameKind.ORGANISATION]),
        places=" . ".join(forms[NameKind.PLACE]),
    )


def _stems(words: Words) -> str:
    """Return the stems of words that are not among the words themselves."""
    known = words.vocabulary
    forms = np.unique(words.words)
    stems = known.stems.array[forms]
    more = set(stems[stems != forms].tolist()).difference(forms.tolist())
    return " ".join(sorted([known.numbers.strings[stem] for stem in more]))


def forms_of(name: Name) -> tuple[str, ...]:
    """Return the forms of a name, the fullest first, each once."""
    return tuple(dict.fromkeys((name.name, *name.aliases))) if name.aliases else (name.name,)


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """Return a name without case, accents, marks and doubled spaces.

    >>> fold("Kim Jong-un"), fold("  Joko   WIDODO ")
    ('kim jong un', 'joko widodo')
    """
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(name.casefold()))


def outlet_key(name: str | None, domain: str | None = None) -> str | None:
    """Return what an outlet is known by: the folded name of a known outlet, else its domain or folded name.

    >>> outlet_key("Agence France-Presse"), outlet_key("www.contoh.example"), outlet_key(None)
    ('afp', 'contoh.example', None)
    >>> outlet_key("news.detik.com") == outlet_key("detikcom", "finance.detik.com")
    True
    >>> outlet_key("the Reuters news agency") == outlet_key("kantor berita Reuters") == outlet_key("Reuters")
    True
    """
    name = plain_outlet(name or "")
    host = _plain_host(domain or "")
    named = outlet_named(name) if name else None
    if named is not None:
        return fold(named.name)
    if not host and "." in name and " " not in name:
        host = _plain_host(name)
    parts = host.split(".")
    suffixes = (".".join(parts[at:]) for at in range(len(parts) - 1))
    known = next((found for each in suffixes if (found := _by_domain().get(each))), None)
    return fold(known) if known else host or fold(name) or None


def _plain_host(host: str) -> str:
    """Return a host without what only says how it is read."""
    return _READ_AS.sub("", host.casefold())


@cache
def _by_domain() -> dict[str, str]:
    return {outlet.domain: outlet.name for outlet in reversed(known_outlets()) if outlet.domain}


def day_of(published: str | None, added: str) -> int:
    """Return the day of publication, else of adding, counted from 1970-01-01.

    >>> day_of("1970-01-03T10:00", ""), day_of(None, "1970-01-02T00:00:00Z")
    (2, 1)
    """
    for value in (published, added):
        if value:
            parts = (value[:10] + "-01-01")[:10] if len(value) < 10 else value[:10]
            try:
                return (date.fromisoformat(parts) - _EPOCH).days
            except ValueError:
                continue
    return 0


def iso_day(day: int) -> str:
    """Return a counted day as ISO 8601.

    >>> iso_day(1)
    '1970-01-02'
    """
    return (_EPOCH + timedelta(days=day)).isoformat()


def next_row(store: sqlite3.Connection, day: int) -> int:
    """Return the next free row of the word index: later days have higher rows, those of one day lie together."""
    low, high = day << _A_DAY, (day + 1) << _A_DAY
    found = store.execute("SELECT max(row) FROM article WHERE row >= ? AND row < ?", (low, high)).fetchone()[
        0
    ]
    return low if found is None else int(found) + 1


def title_of(article: Article) -> str:
    """Return the title, else the first words of the running text."""
    if article.title:
        return " ".join(article.title.split())
    blocks = article.body()
    words = " ".join((blocks[0].of(article.text) if blocks else article.text).split())
    return words if len(words) <= _TITLE else f"{words[: _TITLE - 2].rsplit(' ', 1)[0]} …"


def document_of(article: Article) -> str:
    """Return what all versions of a document share: its address, else its outlet and id."""
    return article.url or f"{outlet_key(article.outlet.name, article.outlet.domain) or ''} {article.id}"


def print_of(article: Article) -> bytes:
    """Return what an article is known again by: the same address, outlet and text give the same."""
    outlet = outlet_key(article.outlet.name, article.outlet.domain) or ""
    parts = (article.url or "", outlet, article.text)
    return blake2b("\x00".join(parts).encode("utf-8", "replace"), digest_size=16).digest()
