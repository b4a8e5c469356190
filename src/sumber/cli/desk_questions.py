"""The commands of ``sumber desk`` that ask and change nothing: search, show, stories, timeline, provenance, outlets."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .desk_options import as_json_flag, ask, open_desk, show_on_screen, with_desk

if TYPE_CHECKING:
    from ..desk import Desk

__all__ = ["QUESTIONS"]


@click.command()
@click.argument("query", nargs=-1)
@with_desk
@as_json_flag
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
    with open_desk(path) as opened:
        if words.startswith("@"):
            words = _saved(opened, words[1:])
        if save:
            opened.save_search(save, words)
        found = opened.search(words, **page)
        if atom:
            from ..export.atom import atom_of

            click.echo(atom_of(found), nl=False)
        else:
            show_on_screen(found, search_screen, as_json=as_json)


def _saved(opened: "Desk", name: str) -> str:
    """Return the query of a saved search."""
    known = {each.name: each.query for each in opened.saved_searches()}
    if name not in known:
        there = f"; there are: {', '.join(known)}" if known else "; `--save NAME` keeps one"
        raise click.ClickException(f"No search is saved as `{name}`{there}")
    return known[name]


@click.command()
@click.argument("what")
@with_desk
@as_json_flag
def show(what: str, path: Path | None, *, as_json: bool) -> None:
    """Show an article (by its id), a story (by its number), or a name (`name:Prabowo`).

    \b
      $ sumber desk show 12
      $ sumber desk show "name:Dmitry Peskov"
    """
    from ..export import desk_terminal as screens

    with open_desk(path) as opened:
        if what.startswith("name:"):
            found = opened.entities(name=what[5:], limit=20)
            if not found:
                raise click.ClickException(f"No name on the desk has `{what[5:]}` in it")
            show_on_screen(ask(opened.entity, found[0].id), screens.entity_screen, as_json=as_json)
        elif what.isdigit():
            show_on_screen(ask(opened.story, int(what)), screens.story_screen, as_json=as_json)
        else:
            show_on_screen(ask(opened.article, what), screens.article_screen, as_json=as_json)


@click.command()
@with_desk
@as_json_flag
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

    with open_desk(path) as opened:
        show_on_screen(opened.stories(**page), stories_screen, as_json=as_json)


@click.command()
@click.argument("story", type=int)
@with_desk
@as_json_flag
def timeline(story: int, path: Path | None, *, as_json: bool) -> None:
    """Show the timeline of a story.

    \b
      $ sumber desk timeline 12
    """
    from ..export.desk_terminal import timeline_screen

    with open_desk(path) as opened:
        show_on_screen(ask(opened.story, story).timeline, timeline_screen, as_json=as_json)


@click.command()
@click.argument("story", type=int)
@with_desk
@as_json_flag
def provenance(story: int, path: Path | None, *, as_json: bool) -> None:
    """Show where a story's articles come from, with the words that show it.

    \b
      $ sumber desk provenance 12
    """
    from ..export.desk_terminal import provenance_screen

    with open_desk(path) as opened:
        found = ask(opened.story, story)
        show_on_screen(found.edges if as_json else found, provenance_screen, as_json=as_json)


@click.command()
@with_desk
@as_json_flag
def outlets(path: Path | None, *, as_json: bool) -> None:
    """List the outlets: own reporting, copies, and who names them as a source.

    \b
      $ sumber desk outlets
    """
    from ..export.desk_terminal import outlets_screen

    with open_desk(path) as opened:
        show_on_screen(opened.outlets(), outlets_screen, as_json=as_json)


QUESTIONS = (search, show, stories, timeline, provenance, outlets)
