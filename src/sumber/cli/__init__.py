"""The command line: one file a command group, no logic."""

import sys
from typing import BinaryIO

import click

from .. import __version__

__all__ = ["main"]


@click.group()
@click.version_option(__version__)
def main() -> None:
    """Read news reports: who says what, who did what to whom, when, where, and says who."""


@main.command()
@click.argument("source", type=click.File("rb"), default="-")
@click.option("--json", "as_json", is_flag=True)
def read(source: BinaryIO, as_json: bool) -> None:
    """Read one report; a first, temporary version for JSON Lines of documents."""
    del as_json
    import msgspec

    from ..api import read_many
    from ..page.document import Document
    from ..record import Record

    documents = (msgspec.json.decode(line, type=Document) for line in source if line.strip())
    for record in read_many(documents):
        if isinstance(record, Record):
            sys.stdout.buffer.write(record.to_json() + b"\n")
