"""``sumber desk``: add, watch, search, show, stories, timeline, provenance, export, correct, doctor."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from ..errors import DocumentError, SumberError
from .desk_options import as_json_flag, ask, open_desk, with_desk
from .desk_questions import QUESTIONS

if TYPE_CHECKING:
    from ..desk import Desk
    from ..record import Record

__all__ = ["desk"]


@click.group()
def desk() -> None:
    """Work with many reports: one file that holds them, joined to stories.

    The desk is the file given by --desk, else by the variable SUMBER_DESK, else `desk.sumber` in the folder
    for this user's programs.

    \b
      $ sumber desk add reports/ https://example.org/feed.xml
      $ sumber desk stories
      $ sumber desk search "gempa speaker:BMKG after:2025-06-01"
    """


for _question in QUESTIONS:
    desk.add_command(_question)


@desk.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@with_desk
@as_json_flag
@click.option(
    "--private", is_flag=True, help="Fetch from private addresses too (this machine, this network)."
)
@click.option("--bulk", is_flag=True, help="Take pages apart in the fast, less exact way.")
def add(sources: tuple[str, ...], path: Path | None, *, as_json: bool, private: bool, bulk: bool) -> None:
    """Read reports and add them; what is there already is passed over.

    SOURCE is a text or HTML file, a folder, a .jsonl file of documents or of records, a WARC file, an OPML file,
    a URL of a page, feed or sitemap, or - for standard input.

    \b
      $ sumber desk add articles.jsonl --desk pagi.sumber
      $ sumber desk add https://example.org/feed.xml
    """
    from ..api import read_sources

    with open_desk(path, create=True) as opened:
        if not _added(opened, read_sources(sources, private=private, bulk=bulk), as_json=as_json):
            click.get_current_context().exit(1)


def _added(opened: "Desk", found: "Iterator[Record | DocumentError]", *, as_json: bool) -> bool:
    """Add what is found, say what became of it on stderr; return whether anything could be read."""
    counts: dict[str, int] = {}
    errors: list[DocumentError] = []
    for result in opened.adding(_good(found, errors)):
        counts[result.what] = counts.get(result.what, 0) + 1
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(result) + b"\n")
            sys.stdout.buffer.flush()
        if sum(counts.values()) % 100 == 0 and sys.stderr.isatty():
            click.echo(f"\r{sum(counts.values())} articles", err=True, nl=False)
    if sys.stderr.isatty() and sum(counts.values()) >= 100:
        click.echo("\r", err=True, nl=False)
    names = {"new": "new", "known": "known already", "version": "new versions"}
    told = [f"{counts[what]} {name}" for what, name in names.items() if what in counts]
    told += [f"{len(errors)} could not be read"] if errors else []
    click.echo(", ".join(told) or "nothing to add", err=True)
    return bool(counts) or not errors


def _good(results: "Iterator[Record | DocumentError]", errors: list[DocumentError]) -> "Iterator[Record]":
    for result in results:
        if isinstance(result, DocumentError):
            errors.append(result)
            click.echo(f"sumber: {result}", err=True)
        else:
            yield result


@desk.command()
@click.argument("sources", nargs=-1, required=True, metavar="FEED|OPML...")
@with_desk
@click.option("--every", default=15, show_default=True, metavar="MINUTES", help="How often feeds are asked.")
@click.option("--once", is_flag=True, help="Ask once and end.")
@click.option(
    "--private", is_flag=True, help="Fetch from private addresses too (this machine, this network)."
)
def watch(sources: tuple[str, ...], path: Path | None, *, every: int, once: bool, private: bool) -> None:
    """Ask feeds again and again, and add what is new; Ctrl-C ends.

    Servers are asked only for what changed, with a pause between requests, and as their robots.txt allows.

    \b
      $ sumber desk watch feeds.opml --every 30
    """
    import time

    from ..api import read_many
    from ..collect.watch import feeds_of, poll
    from ..collect.web import Manners, Web

    with open_desk(path, create=True) as opened, Web(Manners(private=private)) as web:
        feeds = ask(feeds_of, sources, web)
        while True:
            _added(opened, read_many(poll(opened, feeds, web)), as_json=False)
            if once:
                return
            time.sleep(max(1, every) * 60)


@desk.command()
@click.argument("action", type=click.Choice(["add", "list", "dump", "apply", "undo"]))
@click.argument("target", required=False)
@with_desk
@click.option(
    "--layer", type=click.Choice(["statement", "event", "name", "relay", "time"]), default="statement"
)
@click.option("--item", metavar="ID", help="Which item of the record: s3, e1, n2.")
@click.option("--reject", "verdict", flag_value="reject", help="It is wrong.")
@click.option("--accept", "verdict", flag_value="accept", help="It is right.")
@click.option("--set", "setting", metavar="FIELD=VALUE", help="Change a field: speaker=…, status=denied.")
@click.option("--author", metavar="NAME", help="Who says so.")
def correct(action: str, target: str | None, path: Path | None, **options: str | None) -> None:
    """Correct what the machine found; corrections are kept apart and can be shared as a file.

    add ARTICLE, list [ARTICLE], dump (JSON Lines to stdout), apply FILE, undo NUMBER.

    \b
      $ sumber desk correct add a1b2 --layer event --item e1 --set status=denied
      $ sumber desk correct dump > corrections.jsonl
    """
    from .correcting import run

    with open_desk(path) as opened:
        try:
            run(opened, action, target, options)
        except SumberError as error:
            raise click.ClickException(str(error)) from error


@desk.command()
@click.argument("wanted", metavar="FORMAT", required=False)
@click.argument("query", nargs=-1)
@with_desk
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
def export(wanted: str | None, query: tuple[str, ...], path: Path | None, out: Path | None) -> None:
    r"""Write articles (those that a search finds, else all) in another format; without FORMAT list the formats.

    Every format says on stderr what it loses.

    \b
      $ sumber desk export csv-events "place:Selayar after:2024-06" -o events.csv
      $ sumber desk export ninjs | jq .[0].headlines
    """
    from .export import formats_text, write_export

    if wanted is None:
        click.echo(formats_text())
        return
    with open_desk(path) as opened:
        ask(write_export, opened, wanted, " ".join(query), out)


@desk.command()
@with_desk
@click.option("--rebuild", is_flag=True, help="Make the word index, names and stories anew from the records.")
def doctor(path: Path | None, *, rebuild: bool) -> None:
    """Look whether the file is whole, and say what it holds.

    \b
      $ sumber desk doctor --desk pagi.sumber
    """
    from rich.console import Console

    from ..export.desk_terminal import desk_screen

    with open_desk(path) as opened:
        if rebuild:
            ask(opened.rebuild)
        findings = ask(opened.examine)
        Console(highlight=False).print(desk_screen(opened.about(), findings))
    if any(finding.level == "error" for finding in findings):
        click.get_current_context().exit(1)
