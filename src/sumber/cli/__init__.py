"""The command line: one file a command group, no logic. Commands are imported when they are called."""

from importlib import import_module

import click

from .. import __version__
from ..errors import SumberError

__all__ = ["main"]

COMMANDS = {
    "batch": "batch",
    "desk": "desk",
    "link": "batch",
    "query": "batch",
    "read": "read",
    "schema": "schema",
    "serve": "serve",
}


class _Lazy(click.Group):
    """A group that imports a command only when it is wanted, so that ``--help`` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"{__name__}.{COMMANDS[cmd_name]}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error of our own is told in its words, without a traceback."""
        try:
            return super().invoke(ctx)
        except SumberError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sumber")
def main() -> None:
    """Read news reports: who says what, who did what to whom, when, where, and who reported it first.

    \b
      $ sumber read article.txt
      $ sumber read --json article.html | jq .statements
    """
