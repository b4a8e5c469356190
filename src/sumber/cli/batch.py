"""``sumber batch``, ``sumber link`` and ``sumber query``."""

import sys
from typing import Any, Literal

import click

from ..reading.pipeline import LAYERS

__all__ = ["batch", "link", "query"]


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("--out", required=True, metavar="PLACE", help="Folder of the output, or its address.")
@click.option(
    "--format", "form", type=click.Choice(["parquet", "jsonl"]), default="parquet", show_default=True
)
@click.option("--workers", type=click.IntRange(1), help="Processes; as many as there are cores if not given.")
@click.option("--runner", type=click.Choice(["local", "ray"]), default="local", show_default=True)
@click.option(
    "--ray-address", "address", metavar="ADDRESS", help="A running cluster; a local one if not given."
)
@click.option("--seconds", type=float, default=30.0, show_default=True, help="Longest time for one document.")
@click.option("--megabytes", type=int, default=2000, show_default=True, help="Most memory for one document.")
@click.option("--bulk", is_flag=True, help="Take pages apart in the fast, less exact way.")
@click.option(
    "--without", multiple=True, type=click.Choice(LAYERS), help="Leave a layer out; may be repeated."
)
def batch(inputs: tuple[str, ...], workers: int | None, without: tuple[str, ...], **given: Any) -> None:
    """Read many files, each into one file of records; run it again to go on where it stopped.

    INPUT is a WARC, .jsonl, Parquet, text or HTML file, or a folder of such files; PLACE/manifest.jsonl says what
    became of each, PLACE/quarantine/ holds the documents that could not be read, with the reason. Both may be addresses
    of a store that fsspec knows.

    \b
      $ sumber batch crawl/ --out records/
      $ sumber batch CC-NEWS-*.warc.gz --out records/ --bulk --workers 16
      $ sumber batch s3://bucket/crawl --out s3://bucket/records
      $ sumber query records/ "SELECT type, status, count(*) FROM events GROUP BY ALL ORDER BY 3 DESC"
    """
    import os

    from ..batch import Options, run
    from ..batch.terminal import Telling
    from ..errors import BatchError

    options = Options(workers=workers or os.cpu_count() or 1, without=without, **given)
    try:
        with Telling() as telling:
            entries = run(inputs, options, telling)
    except BatchError as error:
        raise click.ClickException(str(error)) from error
    failures = [entry for entry in entries if entry.failed]
    for entry in failures:
        click.echo(f"sumber: `{entry.unit}`: {entry.failed}", err=True)
    read, bad = (sum(getattr(entry, key) for entry in entries) for key in ("records", "quarantined"))
    click.echo(f"{read} read, {bad} in quarantine, {len(failures)} of {len(entries)} files failed", err=True)
    if failures or (bad and not read):
        sys.exit(1)


@click.command()
@click.argument("folder")
def link(folder: str) -> None:
    """Link the reports of a batch to stories: copies, relays, translations, and where each goes back to.

    FOLDER is the output of `sumber batch`, or its address. Reports are linked day by day, with the result of a desk
    to which they are added in that order. FOLDER/stories/ gets linked.jsonl (story and origin of each report),
    stories.jsonl and edges.jsonl, which `sumber query` knows as tables, and desk.sumber, a desk to search and serve.

    \b
      $ sumber link records/
      $ sumber query records/ "SELECT title, articles, origins FROM stories ORDER BY origins DESC LIMIT 20"
      $ sumber serve records/stories/desk.sumber
    """
    from ..batch.stories import link as link_all
    from ..errors import BatchError

    try:
        found = link_all(folder)
    except BatchError as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        f"{found.articles} articles of {found.days} days, {found.stories} stories, {found.edges // 2} pairs that "
        "share text or tell the same name by name",
        err=True,
    )


@click.command()
@click.argument("folder")
@click.argument("question", metavar="SQL")
@click.option("--csv", "form", flag_value="csv", help="Write CSV.")
@click.option("--json", "form", flag_value="json", help="Write JSON Lines.")
def query(folder: str, question: str, form: Literal["csv", "json"] | None) -> None:
    """Ask the output of a batch in SQL (DuckDB).

    FOLDER is that output, or its address. Tables: articles, names, times, relays, statements, events. Each row of the
    last five has `article`, the id of the article that it stands in. After `sumber link` also linked, stories, edges.

    \b
      $ sumber query records/ "SELECT outlet, count(*) AS n FROM relays GROUP BY outlet ORDER BY n DESC LIMIT 20"
      $ sumber query records/ "SELECT * FROM events WHERE status = 'denied'" --csv > denied.csv
    """
    from ..batch.query import ask
    from ..batch.terminal import show_rows
    from ..errors import BatchError

    try:
        names, rows = ask(folder, question)
    except BatchError as error:
        raise click.ClickException(str(error)) from error
    show_rows(names, rows, form)
