"""What ``sumber desk correct`` does."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from ..desk.corrections import Correction, read_corrections

if TYPE_CHECKING:
    from ..desk import Desk

__all__ = ["run"]


def run(desk: "Desk", action: str, target: str | None, options: dict[str, str | None]) -> None:
    """Do one deed: add, list, dump, apply or undo."""
    if action in ("add", "apply", "undo") and not target:
        raise click.UsageError(
            {"add": "Say which article.", "apply": "Say which file.", "undo": "Say which number."}[action]
        )
    if action == "add":
        kept = desk.correct(_correction(str(target), options))
        click.echo(f"correction {kept.id}: {_line(kept)}", err=True)
    elif action == "list":
        for each in desk.corrections(target):
            click.echo(f"{each.id}\t{each.made}\t{_line(each)}")
    elif action == "dump":
        for each in desk.corrections():
            sys.stdout.buffer.write(msgspec.json.encode(each) + b"\n")
    elif action == "apply":
        read = read_corrections(Path(str(target)).read_bytes(), str(target))
        found, missed = desk.apply_corrections(read)
        click.echo(f"{found} applied, {missed} are of articles that this desk does not have", err=True)
    else:
        desk.uncorrect(int(str(target)) if str(target).isdigit() else -1)


def _correction(article: str, options: dict[str, str | None]) -> Correction:
    verdict, field, value = options["verdict"], None, None
    if options["setting"]:
        field, _, value = options["setting"].partition("=")
        verdict = "change"
    if not verdict or not options["item"]:
        raise click.UsageError("Say what is meant: --item ID with --accept, --reject or --set FIELD=VALUE.")
    raw: dict[str, Any] = {
        "article": article, "layer": options["layer"], "verdict": verdict, "item": options["item"],
        "field": field, "value": value, "author": options["author"],
    }  # fmt: skip
    return msgspec.convert(raw, Correction)


def _line(correction: Correction) -> str:
    change = f" {correction.field} = {correction.value}" if correction.verdict == "change" else ""
    words = f" “{correction.words}”" if correction.words else ""
    what = f"{correction.article or 'all articles'} {correction.layer} {correction.item or ''}{words}"
    return f"{what}: {correction.verdict}{change}"
