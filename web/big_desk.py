"""Make a desk of many reports to measure with: ``python web/big_desk.py DESK [--articles 10000]``.

The reports of the demo are read once; each copy of a record then gets other names, other long words and other days,
letter for letter as long as before, so that every offset holds and no two rounds tell the same stories.
"""

import argparse
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec

from sumber import Record
from sumber.api import read_sources
from sumber.desk.desk import Desk
from sumber.record import NameKind
from sumber.samples import DEMO

START = date(2019, 1, 1)
CAPITALISED = re.compile(r"[A-Z][a-z]{4,}")
LONG = re.compile(r"\b[a-z]{7,}\b")
LETTERS = "aiueonrst"


def renamed(word: re.Match[str], turn: int) -> str:
    """Return another word of the same length: the same one for the same word and turn."""
    draw = random.Random(f"{word[0]} {turn}")
    return word[0][0] + "".join(draw.choice(LETTERS) for _ in word[0][1:])


def other(text: str, turn: int) -> str:
    """Return a text with other names and other long words."""
    return LONG.sub(lambda word: renamed(word, turn), CAPITALISED.sub(lambda word: renamed(word, turn), text))


def copies(records: list[Record], count: int) -> Iterator[Record]:
    """Yield so many records, round by round; three days lie between rounds."""
    for number in range(count):
        turn, record = number // len(records), records[number % len(records)]
        article = record.article
        text = other(article.text, turn)
        published = article.published and msgspec.structs.replace(
            article.published, value=(START + timedelta(days=turn * 3 + number % 5)).isoformat()
        )
        names = tuple(
            name
            if name.kind is NameKind.PLACE
            else msgspec.structs.replace(name, name=other(name.name, turn))
            for name in record.names
        )
        changed = msgspec.structs.replace(
            article, id=f"v{number}", text=text, title=text.partition("\n")[0],
            url=f"https://reports.example/{number}", published=published,
        )  # fmt: skip
        yield msgspec.structs.replace(record, article=changed, names=names)


def main() -> None:
    """Make the desk and say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("desk", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    given = parser.parse_args()
    records = [record for record in read_sources([str(DEMO)]) if isinstance(record, Record)]
    with Desk.open(given.desk) as desk:
        desk.add(copies(records, given.articles))
        about = desk.about()
    print(f"{about.articles} articles in {about.stories} stories, {about.size_bytes / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
