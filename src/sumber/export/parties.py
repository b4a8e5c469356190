"""Actors as event data codes them: country, sector and the CAMEO code made of both."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..gazetteer import country_of
from ..language import available, load
from ..language.tables import Row, read_table
from ..record import Actor, Name, NameKind, Record

__all__ = ["Party", "iso3", "party"]

_HERE = Path(__file__).parent
_CAMEO_SECTORS = {
    "JRN": "MED",
    "MED": "HLH",
    "ELI": "ELI",
    "UNK": "",
}  # PLOVER's MED is health, CAMEO's media
_FROM = re.compile(
    r"\s+(?:of|from|in|dari|di)\s+(?:the\s+)?(?:[a-z]+-[a-z]+\s+)?((?:[A-Z][\w.’'-]*\s?){1,3})"
)
_TITLED = re.compile(r"\b(?:President|Prime Minister|Chancellor|Presiden|Perdana Menteri|Kanselir)\b")
_BESIDE = 80  # letters that an apposition may have
_BESIDE_LEFT = re.compile(r"\b((?:[Tt]he|[A-Z][\w’']+)[^,.;:()]{3,}), $")
_BESIDE_RIGHT = re.compile(r",\s+((?:the|an?)\s[^,.;:()]{3,})[,.]")
_LONGEST = 5  # words that the name of a country or of a body may have


@dataclass(frozen=True, slots=True)
class Party:
    """One actor: the words of the text, the name behind them, country (ISO 3166-1 alpha-3) and sector."""

    words: str
    name: Name | None = None
    country: str | None = None
    sector: str | None = None
    body: str | None = None

    @property
    def cameo(self) -> str | None:
        """The CAMEO code: country and role, ``---`` for the country if only the role is known."""
        if self.body:
            return self.body
        role = _CAMEO_SECTORS.get(self.sector or "", self.sector or "")
        if not self.country and not role:
            return None
        return f"{self.country or '---'}{role}"


def party(record: Record, actor: Actor, *, behind: bool = True) -> Party:
    """Return an actor with its country and sector, as far as its words, its name or what it is called say.

    With ``behind``, the words behind it may say where it is from: *soldiers from Mali*.
    """
    words = " ".join(actor.of(record.article.text).split())
    name = record.name_of(actor.name)
    told = f"{words} {' '.join(name.descriptions) if name else ''}"
    row = _body(words) or (_body(name.name) if name else None)
    sector = _sector(told)
    if row is not None:
        sector = _sector(told.casefold().replace(row["name"], ""))
        own = row["sector"] or None
        code = row["cameo"] + (sector if sector and not own and sector not in row["cameo"] else "")
        return Party(words, name, row["country"], own or sector, code)
    country = _country(words) or (iso3(name.country) if name else None) or _country(told)
    figure = _figure(record, name) if name and not country else None
    country = country or (iso3(figure["country"]) if figure else None) or _of_place(record, actor)
    country = country or (_country(_behind(record, actor)) if behind else None)
    apposed = _apposed(record, actor) if behind and name and name.kind is NameKind.PERSON else ""
    country, sector = country or _country(apposed), sector or _sector(apposed)
    holds = name is not None and (figure is not None or _in_office(record, name))
    return Party(words, name, country, sector or ("GOV" if holds else None))


def _of_place(record: Record, actor: Actor) -> str | None:
    """Return the country of a place that the words of an actor name: *the mayor of Nablus*."""
    inside = (
        name.country
        for name in record.names
        if name.kind is NameKind.PLACE
        and name.country
        and any(actor.start <= one.start and one.end <= actor.end for one in name.mentions)
    )
    return iso3(next(inside, None))


def _in_office(record: Record, name: Name) -> bool:
    """Whether a public figure held an office of government in the year of the report."""
    row = _figures().get(name.name) if name.kind is NameKind.PERSON else None
    return row is not None and _held(row, record)


def _held(row: Row, record: Record) -> bool:
    published = record.article.published
    first, _, last = row["held"].partition("-")
    return bool(first) and (published is None or first <= published.value[:4] <= (last or "9999"))


def _figure(record: Record, name: Name) -> Row | None:
    """Return the public figure that a title and a surname mean in the year of the report: *President Bush*, 2008."""
    text = record.article.text
    titled = any(_TITLED.search(text, max(0, one.start - 20), one.end) for one in name.mentions)
    if name.kind is not NameKind.PERSON or " " in name.name or not titled or record.article.published is None:
        return None
    found = [row for row in _surnames().get(name.name, ()) if _held(row, record)]
    return found[0] if len(found) == 1 else None


@cache
def _figures() -> dict[str, Row]:
    languages = (load(code) for code in available())
    tables = (one.table("figures") for one in languages if one.has_table("figures"))
    return {row["name"]: row for table in tables for row in table if row.get("held")}


@cache
def _surnames() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for name, row in _figures().items():
        found.setdefault(name.split(" ")[-1], []).append(row)
    return found


def _behind(record: Record, actor: Actor) -> str:
    """Return the name that says where an actor is from: *soldiers from Mali*, *a court in Guyana*."""
    match = _FROM.match(record.article.text, actor.end)
    return match[1] if match else ""


def _apposed(record: Record, actor: Actor) -> str:
    """Return what stands beside a person between commas: *the US commander in Iraq, General X*."""
    text = record.article.text
    before = _BESIDE_LEFT.search(text, max(0, actor.start - _BESIDE), actor.start)
    after = _BESIDE_RIGHT.match(text, actor.end, actor.end + _BESIDE)
    return " ".join(one[1] for one in (before, after) if one)


@cache
def _iso3() -> dict[str, str]:
    return {row["alpha2"]: row["alpha3"] for row in read_table(_HERE / "countries.tsv")}


def iso3(alpha2: str | None) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of a country, or None.

    >>> iso3("ID")
    'IDN'
    """
    return _iso3().get(alpha2 or "")


@cache
def _bodies() -> dict[str, Row]:
    return {row["name"]: row for row in read_table(_HERE / "bodies.tsv")}


@cache
def _sectors() -> tuple[tuple[str, frozenset[str]], ...]:
    rows = read_table(_HERE / "sectors.tsv")
    return tuple((row["sector"], frozenset(row["words"].split())) for row in rows)


def _runs(words: str) -> list[str]:
    """Return all runs of one to five words, the longest first, from left to right."""
    parts = [part.strip(",.;:()“”\"'’").removesuffix("'s").removesuffix("’s") for part in words.split()]
    return [
        " ".join(parts[at : at + size])
        for size in range(_LONGEST, 0, -1)
        for at in range(len(parts) - size + 1)
    ]


def _body(words: str) -> Row | None:
    found = (_bodies().get(run.casefold()) for run in _runs(words) if run.isupper() or run != "who")
    return next((row for row in found if row is not None and _is_written(row["name"], words)), None)


def _is_written(name: str, words: str) -> bool:
    """Whether a short name stands in capitals: *UN*, not *un*; *WHO*, not *who*."""
    return len(name) > 4 or name.upper() in words


def _country(words: str) -> str | None:
    """Return the country that stands first in some words."""
    found = [
        (words.find(run), code) for run in _runs(words) if run[:1].isupper() and (code := country_of(run))
    ]
    return iso3(min(found)[1]) if found else None


def _sector(words: str) -> str | None:
    """Return the PLOVER sector that the words of an actor name, the first that fits."""
    lowered = {part.strip(",.;:()'’") for part in words.casefold().split()}
    return next((sector for sector, known in _sectors() if lowered & known), None)
