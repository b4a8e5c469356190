"""Events in the columns of GDELT 2.0, so that what reads GDELT reads Sumber."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from ..record import Record, Role
from .base import Exporter
from .dyads import Dyad, dyads
from .parties import Party
from .rows import Row, rows
from .tables import line

__all__ = ["GdeltExporter"]

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{part}" for part in _ACTOR),
    *(f"Actor2{part}" for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{part}" for who in ("Actor1", "Actor2", "Action") for part in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
_GEO_TYPES = {"country": 1, "province": 5, "regency": 4, "city": 4, "district": 4, "landmark": 4}


class GdeltExporter(Exporter):
    """The columns of the events table of GDELT 2.0, one row a pair, with a line of names."""

    name: ClassVar[str] = "gdelt"
    loses: ClassVar[str] = (
        "status, speakers and relays; sentences and offsets; parties beyond pairs; Goldstein, tone and the places of "
        "actors are empty, the date too where the text gives none; countries are ISO 3166, not FIPS; ids are Sumber's"
    )
    extension: ClassVar[str] = "gdelt.tsv"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield the names of the columns, then one line a pair."""
        yield line(_COLUMNS)
        for record in records:
            for row in rows(record):
                for number, pair in enumerate(dyads(row), 1):
                    yield line(_cells(row, pair, number))


def _cells(row: Row, pair: Dyad, number: int) -> list[object]:
    day = (row.date or "").replace("-", "")
    return [
        f"{row.id}.{number}",
        *((day, day[:6], day[:4], None) if len(day) == 8 else (None, None, day[:4], None)),
        *_party(pair.source),
        *_party(pair.target),
        int(_leads(row)),
        pair.code,
        pair.code[:3],
        pair.code[:2],
        row.code.quad,
        None,
        len(row.event.mentions),
        1,
        1,
        None,
        *([None] * 16),
        *_place(row),
        (row.published or "").replace("-", ""),
        row.record.article.url,
    ]


def _party(one: Party | None) -> list[object]:
    if one is None:
        return [None] * 10
    role = (one.cameo or "").removeprefix(one.country or "---")[:3] or None
    return [
        one.cameo,
        (one.name.name if one.name else one.words).upper(),
        one.country,
        *([None] * 4),
        role,
        None,
        None,
    ]


def _leads(row: Row) -> bool:
    """Whether the event is told in the title or the first block of the body."""
    blocks = [block for block in row.record.article.blocks if block.role in (Role.TITLE, Role.BODY)][:2]
    return any(block.overlaps(mention.trigger) for block in blocks for mention in row.event.mentions)


def _place(row: Row) -> list[object]:
    if row.place is None or row.place.place is None:
        return [None] * 8
    point = row.place.place
    kind = _GEO_TYPES.get(point.level or "")
    return [kind, row.place.name, row.place.country, None, None, point.lat, point.lon, point.gazetteer_id]
