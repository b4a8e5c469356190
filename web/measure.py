"""Measure how quickly a desk answers and is drawn: ``python web/measure.py DESK [--requests 60]``.

Answers: wall time of requests over HTTP on this machine, each for another story, article or name, so that nothing is
answered from what was kept. Screens: the largest paint of each, in Chromium, as the browser itself reports it.
"""

import argparse
import http.client
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import sync_playwright
from screenshots import FLAGS, chromium, screens, served, visit

from sumber.desk.desk import Desk

SEED = 11
PAINT = """new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
  .observe({type: 'largest-contentful-paint', buffered: true}))"""


def questions(path: Path, count: int) -> dict[str, list[str]]:
    """Return addresses of every kind of question, each about something else."""
    draw = random.Random(SEED)
    with Desk.open(path) as desk:
        about = desk.about()
        articles = draw.choices([line.id for line in desk.articles(limit=-1)], k=count)
        total = desk.stories(limit=1).total
        stories = [
            story.id for at in draw.sample(range(total), min(count, total))
            for story in desk.stories(limit=1, offset=at).stories
        ]  # fmt: skip
        names = [line.id for line in desk.entities(limit=count)]
        outlets = [line.id for line in desk.outlets()][:count]
        words = [word for line in desk.articles(limit=count) for word in line.title.split()[:1]]
    return {
        "stories": [f"/api/stories?offset={20 * at}" for at in range(min(count, about.stories // 20 + 1))],
        "story": [f"/api/stories/{story}" for story in stories],
        "article": [f"/api/articles/{quote(article)}" for article in articles],
        "search": [f"/api/search?q={quote(word)}" for word in words],
        "names": [f"/api/names?kind={kind}" for kind in ("person", "organisation", "place")] * (count // 3),
        "name": [f"/api/names/{name}" for name in names],
        "outlets": ["/api/outlets"] * count,
        "outlet": [f"/api/outlets/{outlet}" for outlet in outlets],
        "map": ["/api/map", "/api/map?status=planned", "/api/map?after=2019-02-01"] * (count // 3),
        "sentences": [f"/api/map/sentences?country={code}" for code in ("ID", "TL", "MY")] * (count // 3),
        "quality": ["/api/quality"] * count,
    }


def timed(base: str, addresses: list[str]) -> Iterator[float]:
    """Yield the milliseconds that each answer takes."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc)
    for address in addresses:
        begun = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{answer.status} {address}")
        yield (time.perf_counter() - begun) * 1000


def paints(base: str, addresses: dict[str, str]) -> dict[str, float]:
    """Return the largest paint of every screen, in milliseconds."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
        found: dict[str, float] = {}
        for name, address in addresses.items():
            context = browser.new_context(viewport={"width": 1280, "height": 860})
            page: Any = context.new_page()
            visit(page, base + address)
            found[name] = round(page.evaluate(PAINT))
            context.close()
        browser.close()
    return found


def main() -> None:
    """Print both tables as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("desk", type=Path)
    parser.add_argument("--requests", type=int, default=60)
    given = parser.parse_args()
    asked = questions(given.desk, given.requests)
    with served(given.desk) as base:
        list(timed(base, ["/api/session", "/api/map"]))  # what is read once when the desk is opened
        answers = {}
        for kind, addresses in asked.items():
            times = sorted(timed(base, addresses))
            answers[kind] = {
                "requests": len(times),
                "p50_ms": round(times[len(times) // 2], 1),
                "p95_ms": round(times[min(len(times) - 1, int(len(times) * 0.95))], 1),
            }
        shown = paints(base, screens(given.desk))
    print(json.dumps({"answers": answers, "largest_paint_ms": shown}, indent=1))


if __name__ == "__main__":
    main()
