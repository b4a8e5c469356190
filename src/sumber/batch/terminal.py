"""What a batch shows in a terminal: progress on stderr, answers to questions on stdout."""

import csv
import sys
import time
from collections.abc import Sequence
from typing import Any

import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.table import Table

from .progress import Progress

__all__ = ["Telling", "show_rows"]


class Telling:
    """A line on stderr with files done, documents a second and the time left; plain lines where no terminal is."""

    def __init__(self) -> None:
        self.console = Console(stderr=True)
        self.progress = Bar(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("files · {task.fields[documents]:,} documents · {task.fields[rate]:.0f}/s · left"),
            TimeRemainingColumn(),
            console=self.console,
            transient=True,
            disable=not self.console.is_terminal,
        )
        self.task = self.progress.add_task("", total=None, documents=0, rate=0.0)
        self.start = self.told = time.monotonic()

    def __enter__(self) -> "Telling":
        self.progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.progress.stop()

    def __call__(self, now: Progress) -> None:
        """Show how far the batch is."""
        spent = time.monotonic() - self.start
        rate = now.documents / spent if spent > 0 else 0.0
        self.progress.update(
            self.task, total=now.units, completed=now.done, documents=now.documents, rate=rate
        )
        if not self.console.is_terminal and time.monotonic() - self.told > 30:
            self.told = time.monotonic()
            self.console.print(f"{now.done}/{now.units} files, {now.documents} documents, {rate:.0f}/s")


def show_rows(names: Sequence[str], rows: Sequence[tuple[Any, ...]], form: str | None) -> None:
    """Write an answer as CSV, as JSON Lines, or as a table."""
    if form == "csv":
        writer = csv.writer(sys.stdout)
        writer.writerow(names)
        writer.writerows(rows)
    elif form == "json":
        for row in rows:
            sys.stdout.write(
                msgspec.json.encode(dict(zip(names, row, strict=True)), enc_hook=str).decode() + "\n"
            )
    else:
        table = Table(box=None, header_style="bold", pad_edge=False)
        for name in names:
            table.add_column(name, overflow="fold")
        for row in rows:
            table.add_row(*("" if value is None else str(value) for value in row))
        Console().print(table)
