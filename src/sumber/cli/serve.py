"""``sumber serve``."""

import os
from pathlib import Path

import click

__all__ = ["serve"]


@click.command()
@click.argument("desk", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on."
)
@click.option(
    "--token",
    envvar="SUMBER_TOKEN",
    metavar="TEXT",
    help="What visitors must know; required for any address but this machine's. Better given as SUMBER_TOKEN.",
)
def serve(desk: Path | None, host: str, port: int, token: str | None) -> None:
    """Show a desk as a web page on this machine.

    DESK is the file of a desk, made if it is not there.

    \b
      $ sumber serve pagi.sumber
      $ SUMBER_TOKEN=$(openssl rand -hex 16) sumber serve --host 0.0.0.0 pagi.sumber
    """
    from ..web.files import is_built
    from ..web.guard import is_loopback

    if not is_loopback(host) and not token:
        raise click.UsageError(
            f"`{host}` can be reached from other machines: give --token, or set SUMBER_TOKEN."
        )
    if not is_built():
        click.echo(
            "sumber: the page is not built in this checkout; run `python web/build.py` once. "
            "The JSON interface works without it.",
            err=True,
        )
    path = desk or Path(os.environ.get("SUMBER_DESK", "desk.sumber"))
    _run(path, host, port, token)


def _run(path: Path, host: str, port: int, token: str | None) -> None:
    import uvicorn

    from ..desk.desk import Desk
    from ..web import create_app

    shown = f"[{host}]" if ":" in host else host
    click.echo(f"sumber: {path} is at http://{shown}:{port}/  (Ctrl+C ends)", err=True)
    with Desk.open(path) as desk:
        uvicorn.run(
            create_app(desk, token=token), host=host, port=port, log_level="warning", server_header=False
        )
