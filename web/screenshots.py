"""Take a picture of every screen of a desk: `python web/screenshots.py DESK FOLDER [--lang id] [--dark] [--width 380]`.

It needs the built page, playwright and a Chromium (what the variable CHROMIUM names, or the one of the system).
"""

import argparse
import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Page, sync_playwright

from sumber import Record
from sumber.desk.desk import Desk
from sumber.web import create_app

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def chromium() -> str | None:
    """Return where a Chromium is, None if there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def served(path: Path, token: str | None = None) -> Iterator[str]:
    """Serve a desk on a free port of this machine, and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with Desk.open(path) as desk:
        server = uvicorn.Server(
            uvicorn.Config(create_app(desk, token=token), host="127.0.0.1", port=port, log_level="error")
        )
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()


def screens(path: Path) -> dict[str, str]:
    """Return the address of one good example of every screen."""
    with Desk.open(path) as desk:
        stories = desk.stories(order="biggest", limit=40).stories
        copied = max(stories, key=lambda line: line.copies).id
        story = max(stories, key=lambda line: (min(len(line.statuses), 3), line.articles)).id
        view = desk.story(copied)
        best = max((desk.record(line.id) for line in desk.articles(limit=200)), key=_richness)
        direct = next((each.id for each in best.statements if each.mode == "direct"), "s1")
        person = desk.entities(kind="person", limit=1)[0].id
        outlet = desk.outlets()[0].id
        word = view.line.title.split()[0]
    pair = next((edge for edge in view.edges if edge.kind == "copies" and edge.target), None)
    edge = f"?edge={pair.target}%3E{pair.source}" if pair else ""
    return {
        "desk": "/", "story": f"/stories/{story}", "article": f"/articles/{quote(best.article.id)}?f={direct}",
        "provenance": f"/stories/{copied}/provenance{edge}", "name": f"/names/{person}", "names": "/names",
        "map": "/map", "search": f"/search?q={word}", "sources": "/sources", "source": f"/sources/{outlet}",
        "quality": "/quality",
    }  # fmt: skip


def _richness(record: Record) -> float:
    """Return how much of everything an article has: what makes a good picture."""
    furniture = sum(block.role not in ("title", "body") for block in record.article.blocks)
    parts = (record.statements, record.events, record.names, record.times, record.relays)
    return sum(min(len(part), 3) for part in parts) + min(furniture, 2)


def visit(page: Page, address: str) -> None:
    """Open an address and wait until all of it is shown."""
    page.goto(address)
    page.locator("main :is(h1, [role=alert], .empty)").first.wait_for()
    page.locator(".wait").first.wait_for(state="detached")
    page.evaluate("document.fonts.ready")


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("desk", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", default="en")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--width", type=int, default=1360)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--full", action="store_true", help="all of a screen, not only what a window shows")
    parser.add_argument("--jpeg", action="store_true", help="smaller files, for the docs")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with served(given.desk) as base, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
        options: dict[str, Any] = {
            "viewport": {"width": given.width, "height": 900 if given.width > 700 else 780}
        }
        context = browser.new_context(
            **options, color_scheme="dark" if given.dark else "light", locale=given.lang
        )
        page = context.new_page()
        page.on("console", lambda message: print(message.type, message.text))
        page.on("pageerror", lambda error: print("error", error))
        for name, address in screens(given.desk).items():
            if given.only and name not in given.only:
                continue
            visit(page, base + address)
            kind: dict[str, Any] = {"type": "jpeg", "quality": 82} if given.jpeg else {"type": "png"}
            page.screenshot(
                path=given.folder / f"{name}.{'jpg' if given.jpeg else 'png'}", full_page=given.full, **kind
            )
        browser.close()


if __name__ == "__main__":
    main()
