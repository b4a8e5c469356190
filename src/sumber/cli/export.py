"""``sumber desk export``: records in other formats."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..desk import Desk

__all__ = ["formats_text", "write_export"]


def formats_text() -> str:
    """Return the formats, one a line, with what each loses."""
    from ..export.base import exporters

    return "\n".join(f"{name:20}loses {one.loses}" for name, one in exporters().items())


def write_export(desk: "Desk", wanted: str, query: str, out: Path | None) -> None:
    """Write the articles that a search finds (all, if it is empty) in one format."""
    from ..export.base import exporters

    known = exporters()
    if wanted not in known:
        raise click.UsageError(f"No format `{wanted}`. There are:\n{formats_text()}")
    exporter = known[wanted]()
    records = desk.records(desk.find(query) if query else None)
    with out.open("wb") if out else sys.stdout.buffer as stream:
        for piece in exporter.write(records):
            stream.write(piece.encode() if isinstance(piece, str) else piece)
        stream.flush()
        click.echo(f"{wanted} loses: {exporter.loses}", err=True)
