"""Events in the forty columns of POLECAT, so that what reads POLECAT reads Sumber."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from ..record import NameKind, Record
from .base import Exporter
from .parties import Party, iso3
from .rows import Row, rows
from .tables import line

__all__ = ["PolecatExporter"]

_PARTY = ("Name", "Country", "COW", "Primary Sector", "Sectors", "Title", "Name Raw", "Wikipedia ID")
_COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(f"Actor {part}" for part in _PARTY),
    *(f"Recipient {part}" for part in _PARTY),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations",
    "Story Locations", "Language", "Version",
)  # fmt: skip
_BETWEEN = "; "


class PolecatExporter(Exporter):
    """The forty columns of POLECAT as tab-separated values, with a line of names."""

    name: ClassVar[str] = "polecat"
    loses: ClassVar[str] = (
        "the sentence, offsets and URL; status and speakers; denied, called-for, alleged and merely possible events; "
        "contexts, COW codes, titles and Wikipedia ids are empty, and the date where the text gives none"
    )
    extension: ClassVar[str] = "polecat.tsv"

    def write(self, records: Iterable[Record]) -> Iterator[bytes | str]:
        """Yield the names of the columns, then one line an event."""
        yield line(_COLUMNS)
        for record in records:
            story = [
                _story(record, kind) for kind in (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE)
            ]
            for row in rows(record):
                yield line(_cells(row, story))


def _cells(row: Row, story: list[str]) -> list[object]:
    code = row.code
    return [
        row.id,
        row.date,
        code.type,
        code.mode,
        code.score,
        code.quad_name.upper(),
        None,
        *_parties(row.actors),
        *_parties(row.recipients),
        *_place(row),
        row.outlet,
        row.published,
        *story,
        row.record.article.language,
        row.record.format,
    ]


def _parties(some: tuple[Party, ...]) -> list[object]:
    def joined(parts: Iterable[str | None]) -> str:
        return _BETWEEN.join(dict.fromkeys(part for part in parts if part))

    sectors = joined(one.sector for one in some)
    return [
        joined(one.name.name if one.name else one.words for one in some),
        joined(one.country for one in some),
        None,
        sectors.split(_BETWEEN)[0],
        sectors,
        None,
        joined(one.words for one in some),
        None,
    ]


def _place(row: Row) -> list[object]:
    if row.place is None:
        return [None] * 10
    point, level = row.place.place, row.place.place.level if row.place.place else None
    named = [row.place.name if level == part else None for part in ("city", "district", "province")]
    where = [point.lat, point.lon, point.gazetteer_id] if point else [None] * 3
    raw = next((m.of(row.record.article.text) for m in row.place.mentions), None)
    return [row.place.name, *named, iso3(row.place.country), *where, raw, level]


def _story(record: Record, kind: NameKind) -> str:
    return _BETWEEN.join(name.name for name in record.names if name.kind is kind)
