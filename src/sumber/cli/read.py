"""``sumber read``."""

import sys
from collections.abc import Iterable, Iterator

import click
import msgspec

from ..errors import DocumentError
from ..page.document import Document
from ..reading.pipeline import LAYERS
from ..record import Record

__all__ = ["read"]


def _switches(command: click.Command) -> click.Command:
    """Add one ``--no-LAYER`` switch a layer."""
    for layer in reversed(LAYERS):
        command.params.append(
            click.Option(
                [f"--no-{layer}", f"no_{layer}"], is_flag=True, help=f"Leave the layer `{layer}` out."
            )
        )
    return command


@_switches
@click.command()
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Write records as JSON Lines instead of showing them.")
@click.option("--language", metavar="CODE", help="As in ISO 639-1; detected if not given.")
@click.option("--published", metavar="DATE", help="ISO 8601 date, or date and time, of publication.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--url", metavar="URL", help="Where it was published.")
@click.option(
    "--private", is_flag=True, help="Fetch from private addresses too (this machine, this network)."
)
@click.option("--bulk", is_flag=True, help="Take pages apart in the fast, less exact way.")
def read(
    sources: tuple[str, ...], as_json: bool, bulk: bool, private: bool, **known: str | bool | None
) -> None:
    """Read reports and show, or write, what they say.

    SOURCE is a text file, an HTML file, a .jsonl file of documents (fields id, text or html, url, outlet,
    published, language, title), a folder of such files, a URL, or - for standard input.

    \b
      $ sumber read article.txt --published 2023-09-15
      $ sumber read --json articles.jsonl > records.jsonl
      $ sumber read --no-events https://example.org/news/1
    """
    from ..api import read_many
    from ..collect.sources import documents

    if not sources and sys.stdin.isatty():
        raise click.UsageError("Give a SOURCE, or `-` for standard input.")
    without = [layer for layer in LAYERS if known.pop(f"no_{layer}", False)]
    given = {key: value for key, value in known.items() if isinstance(value, str)}
    found = _with_given(documents(sources or ("-",), private=private), given)
    results = read_many(found, without=without, bulk=bulk)
    count, failed = _write(results, as_json=as_json)
    if failed or count > 1:
        click.echo(f"{count} read, {failed} could not be read", err=True)
    if failed and not count:
        click.get_current_context().exit(1)


def _with_given(
    found: Iterable[Document | DocumentError], given: dict[str, str]
) -> Iterator[Document | DocumentError]:
    for document in found:
        if isinstance(document, DocumentError):
            yield document
        else:
            yield msgspec.structs.replace(document, **given)


def _write(results: Iterable[Record | DocumentError], *, as_json: bool) -> tuple[int, int]:
    """Write every record to stdout and every error to stderr; return how many there were of each."""
    from ..export.terminal import show

    count = failed = 0
    for result in results:
        if isinstance(result, DocumentError):
            failed += 1
            click.echo(f"sumber: {result}", err=True)
            continue
        count += 1
        if as_json:
            sys.stdout.buffer.write(result.to_json() + b"\n")
            sys.stdout.buffer.flush()
        else:
            show(result)
    return count, failed
