"""What the commands of ``sumber desk`` share: which desk, how to answer, errors as messages."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from ..errors import SumberError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ..desk import Desk

__all__ = ["as_json_flag", "ask", "open_desk", "show_on_screen", "with_desk"]

Command = TypeVar("Command", bound=Callable[..., Any])


def with_desk(command: Command) -> Command:
    """Give a command the option that says which desk."""
    return click.option(
        "--desk", "path", metavar="FILE", envvar="SUMBER_DESK", type=click.Path(dir_okay=False, path_type=Path),
        help="Which desk.",
    )(command)  # fmt: skip


def as_json_flag(command: Command) -> Command:
    """Give a command the option for JSON."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON instead of showing it.")(command)


def open_desk(path: Path | None, *, create: bool = False) -> "Desk":
    """Return the desk of this file, or of this user if there is none; made if ``create`` is set."""
    from ..desk import Desk

    path = path or Path(click.get_app_dir("sumber")) / "desk.sumber"
    if create:
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return Desk.open(path, create=create)
    except SumberError as error:
        raise click.ClickException(str(error)) from error


def show_on_screen(value: Any, screen: Callable[[Any], "RenderableType"], *, as_json: bool) -> None:
    """Write an answer as one line of JSON, or draw it by ``screen``."""
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
        return
    from rich.console import Console

    Console(highlight=False).print(screen(value))


def ask(question: Callable[..., Any], *values: Any, **options: Any) -> Any:
    """Return the answer of a desk; what it does not hold becomes a message."""
    try:
        return question(*values, **options)
    except SumberError as error:
        raise click.ClickException(str(error)) from error
