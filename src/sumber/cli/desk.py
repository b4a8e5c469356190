"""``sumber desk``: add, watch, search, show, stories, timeline, provenance, export, correct, doctor."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from ..errors import DocumentError, SumberError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ..desk import Desk
    from ..record import Record

__all__ = ["desk"]

Command = TypeVar("Command", bound=Callable[..., Any])


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


def _with_desk(command: Command) -> Command:
    return click.option(
        "--desk", "path", metavar="FILE", envvar="SUMBER_DESK", type=click.Path(dir_okay=False, path_type=Path),
        help="Which desk.",
    )(command)  # fmt: skip


def _as_json(command: Command) -> Command:
    return click.option("--json", "as_json", is_flag=True, help="Write JSON instead of showing it.")(command)


def _open(path: Path | None, *, create: bool = False) -> "Desk":
    from ..desk import Desk

    path = path or Path(click.get_app_dir("sumber")) / "desk.sumber"
    if create:
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return Desk.open(path, create=create)
    except SumberError as error:
        raise click.ClickException(str(error)) from error


def _show(value: Any, screen: Callable[[Any], "RenderableType"], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
        return
    from rich.console import Console

    Console(highlight=False).print(screen(value))


def _ask(question: Callable[..., Any], *values: Any, **options: Any) -> Any:
    """Return the answer of a desk; what it does not hold becomes a message."""
    try:
        return question(*values, **options)
    except SumberError as error:
        raise click.ClickException(str(error)) from error


@desk.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@_with_desk
@_as_json
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

    with _open(path, create=True) as opened:
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
@click.argument("query", nargs=-1)
@_with_desk
@_as_json
@click.option("--limit", default=10, show_default=True, help="Articles on a page.")
@click.option("--offset", default=0, help="Articles to pass over.")
@click.option("--order", type=click.Choice(["best", "newest", "oldest"]), default="best", show_default=True)
@click.option("--save", metavar="NAME", help="Keep this search under a name.")
@click.option("--atom", is_flag=True, help="Write what was found as an Atom feed.")
def search(
    query: tuple[str, ...], path: Path | None, *, as_json: bool, atom: bool, save: str | None, **page: Any
) -> None:
    """Search the desk: words, "phrases", -words, word*, and key:value.

    \b
    speaker: person: organisation: place: name: outlet: title: language: story:
    type: and status: of one event (type:CONSULT/meet status:planned)
    before:2025-06  after:2025-06-10 (from that day on)

    \b
      $ sumber desk search "banjir demak -hoaks"
      $ sumber desk search 'speaker:"Sri Mulyani" after:2025-06' --json
      $ sumber desk search "banjir demak" --save banjir
      $ sumber desk search @banjir --atom
    """
    from ..export.desk_terminal import search_screen

    words = " ".join(query)
    with _open(path) as opened:
        if words.startswith("@"):
            words = _saved(opened, words[1:])
        if save:
            opened.save_search(save, words)
        found = opened.search(words, **page)
        if atom:
            from ..export.atom import atom_of

            click.echo(atom_of(found), nl=False)
        else:
            _show(found, search_screen, as_json=as_json)


def _saved(opened: "Desk", name: str) -> str:
    """Return the query of a saved search."""
    known = {each.name: each.query for each in opened.saved_searches()}
    if name not in known:
        there = f"; there are: {', '.join(known)}" if known else "; `--save NAME` keeps one"
        raise click.ClickException(f"No search is saved as `{name}`{there}")
    return known[name]


@desk.command()
@click.argument("what")
@_with_desk
@_as_json
def show(what: str, path: Path | None, *, as_json: bool) -> None:
    """Show an article (by its id), a story (by its number), or a name (`name:Prabowo`).

    \b
      $ sumber desk show 12
      $ sumber desk show "name:Dmitry Peskov"
    """
    from ..export import desk_terminal as screens

    with _open(path) as opened:
        if what.startswith("name:"):
            found = opened.entities(name=what[5:], limit=20)
            if not found:
                raise click.ClickException(f"No name on the desk has `{what[5:]}` in it")
            _show(_ask(opened.entity, found[0].id), screens.entity_screen, as_json=as_json)
        elif what.isdigit():
            _show(_ask(opened.story, int(what)), screens.story_screen, as_json=as_json)
        else:
            _show(_ask(opened.article, what), screens.article_screen, as_json=as_json)


@desk.command()
@_with_desk
@_as_json
@click.option("--limit", default=10, show_default=True, help="Stories on a page.")
@click.option("--offset", default=0, help="Stories to pass over.")
@click.option(
    "--order", type=click.Choice(["newest", "biggest", "origins"]), default="newest", show_default=True
)
@click.option("--least", default=1, show_default=True, help="Articles that a story has at least.")
@click.option("--since", metavar="DATE", help="Stories with an article of that day or later.")
def stories(path: Path | None, *, as_json: bool, **page: Any) -> None:
    """List the stories: how many independent origins, how many copies.

    \b
      $ sumber desk stories --order origins --least 3
    """
    from ..export.desk_terminal import stories_screen

    with _open(path) as opened:
        _show(opened.stories(**page), stories_screen, as_json=as_json)


@desk.command()
@click.argument("story", type=int)
@_with_desk
@_as_json
def timeline(story: int, path: Path | None, *, as_json: bool) -> None:
    """Show the timeline of a story.

    \b
      $ sumber desk timeline 12
    """
    from ..export.desk_terminal import timeline_screen

    with _open(path) as opened:
        _show(_ask(opened.story, story).timeline, timeline_screen, as_json=as_json)


@desk.command()
@click.argument("story", type=int)
@_with_desk
@_as_json
def provenance(story: int, path: Path | None, *, as_json: bool) -> None:
    """Show where a story's articles come from, with the words that show it.

    \b
      $ sumber desk provenance 12
    """
    from ..export.desk_terminal import provenance_screen

    with _open(path) as opened:
        found = _ask(opened.story, story)
        _show(found.edges if as_json else found, provenance_screen, as_json=as_json)


@desk.command()
@_with_desk
@_as_json
def outlets(path: Path | None, *, as_json: bool) -> None:
    """List the outlets: own reporting, copies, and who names them as a source.

    \b
      $ sumber desk outlets
    """
    from ..export.desk_terminal import outlets_screen

    with _open(path) as opened:
        _show(opened.outlets(), outlets_screen, as_json=as_json)


@desk.command()
@click.argument("sources", nargs=-1, required=True, metavar="FEED|OPML...")
@_with_desk
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

    with _open(path, create=True) as opened, Web(Manners(private=private)) as web:
        feeds = _ask(feeds_of, sources, web)
        while True:
            _added(opened, read_many(poll(opened, feeds, web)), as_json=False)
            if once:
                return
            time.sleep(max(1, every) * 60)


@desk.command()
@click.argument("action", type=click.Choice(["add", "list", "dump", "apply", "undo"]))
@click.argument("target", required=False)
@_with_desk
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

    with _open(path) as opened:
        try:
            run(opened, action, target, options)
        except SumberError as error:
            raise click.ClickException(str(error)) from error


@desk.command()
@click.argument("wanted", metavar="FORMAT", required=False)
@click.argument("query", nargs=-1)
@_with_desk
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
    with _open(path) as opened:
        _ask(write_export, opened, wanted, " ".join(query), out)


@desk.command()
@_with_desk
@click.option("--rebuild", is_flag=True, help="Make the word index, names and stories anew from the records.")
def doctor(path: Path | None, *, rebuild: bool) -> None:
    """Look whether the file is whole, and say what it holds.

    \b
      $ sumber desk doctor --desk pagi.sumber
    """
    from rich.console import Console

    from ..export.desk_terminal import desk_screen

    with _open(path) as opened:
        if rebuild:
            _ask(opened.rebuild)
        findings = _ask(opened.examine)
        Console(highlight=False).print(desk_screen(opened.about(), findings))
    if any(finding.level == "error" for finding in findings):
        click.get_current_context().exit(1)
