"""Stories over the output of a batch, day by day: the same that a desk finds to which the reports are added so."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
from msgspec import Struct

from ..desk import Desk
from ..errors import BatchError
from ..record import Record
from .entries import write_atomically
from .output import parquet_rows
from .store import fetched, outputs, store_of

__all__ = ["TABLES", "Linked", "link"]

_UNDATED = "9999-99-99"  # those of which no day is known come last
_DAY = len("2025-01-01")
TABLES = {
    "linked": "SELECT a.key AS id, a.story, a.origin, a.derives, o.key AS outlet FROM article a "
    "LEFT JOIN outlet o ON o.id = a.outlet WHERE a.replaced IS NULL ORDER BY a.id",
    "stories": "SELECT id, title, first, last, articles, origins FROM story WHERE articles > 0 ORDER BY id",
    "edges": "SELECT s.key AS source, t.key AS target, e.kind, round(e.share, 3) AS share FROM edge e "
    "JOIN article s ON s.id = e.source JOIN article t ON t.id = e.target ORDER BY e.source, e.target, e.kind",
}


class Linked(Struct, frozen=True):
    """What was linked: days, articles and stories, and edges, each of which is there in both directions."""

    days: int
    articles: int
    stories: int
    edges: int


def link(place: Path | str) -> Linked:
    """Link the reports of a batch: write ``stories/linked.jsonl``, ``stories.jsonl``, ``edges.jsonl``, ``desk.sumber``.

    How it works: the records are laid out by day, one output file after the other; then day by day, in the order of
    publication, they are added to a desk, whose file is kept. Memory holds one output file, or one day's places; at an
    address all is done on this machine's disk, which needs room for the days and the desk, and put there at the end.

    Args:
        place: the folder of the output, or its address.

    Raises:
        BatchError: if there is no output of a batch, a file of it is damaged, or an address cannot be reached.
    """
    store = store_of(place)
    files = outputs(store)
    with store.working() as folder:
        out = folder / "stories"
        shutil.rmtree(out, ignore_errors=True)
        days = out / "days"
        days.mkdir(parents=True)
        for name in files:
            _lay_out(f"{store.place}/{name}", days)
        laid = sorted(days.glob("*.lines"))
        with Desk.open(out / "desk.sumber") as desk:
            for day in laid:
                for _ in desk.adding(_in_order(day)):
                    pass
                day.unlink()
        days.rmdir()
        counts = _write_tables(out)
        for name in ("desk.sumber", *(f"{table}.jsonl" for table in TABLES)):
            store.keep(folder, f"stories/{name}")
    return Linked(len(laid), counts["linked"], counts["stories"], counts["edges"])


def _lay_out(place: str, days: Path) -> None:
    """Append each record of an output file to the file of its day, behind the time of its publication."""
    found: dict[str, list[bytes]] = {}
    with fetched([place]) as paths:
        for line in _lines(place, paths[place]):
            published = Record.from_json(line).article.published
            time = published.value if published else _UNDATED
            found.setdefault(time[:_DAY], []).append(b"%s\t%s\n" % (time.encode(), line))
    for day, lines in found.items():
        with (days / f"{day}.lines").open("ab") as file:
            file.writelines(lines)


def _lines(place: str, path: Path) -> Iterator[bytes]:
    if path.suffix == ".parquet":
        for row in parquet_rows(path):
            if isinstance(row, BatchError):
                raise BatchError(str(row).replace(str(path), place))
            yield row["record"].encode()
        return
    with path.open("rb") as file:
        yield from (line.rstrip(b"\n") for line in file)


def _in_order(day: Path) -> Iterator[Record]:
    """Yield the records of a day by the time of publication; those of one time in the order of the output."""
    with day.open("rb") as file:
        places: list[tuple[bytes, int]] = []
        at = 0
        for line in file:
            places.append((line[: line.index(b"\t")], at))
            at += len(line)
        for time, place in sorted(places):
            file.seek(place + len(time) + 1)
            yield Record.from_json(file.readline())


def _write_tables(out: Path) -> dict[str, int]:
    """Write the tables as JSON Lines; return how many rows each has."""
    counts = {}
    with closing(sqlite3.connect(out / "desk.sumber")) as store:
        store.row_factory = sqlite3.Row
        for name, question in TABLES.items():
            lines = [msgspec.json.encode(dict(row)) + b"\n" for row in store.execute(question)]
            write_atomically(out / f"{name}.jsonl", b"".join(lines))
            counts[name] = len(lines)
    return counts
