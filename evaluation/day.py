"""Write WARC files of news pages, to time a batch as on a day of a crawl: ``python -m evaluation.day OUT FILES EACH``.

The pages are those of the corpora (``fundus-pages``, ``wcxb``, ``html-id``, and those of the article-extraction-
benchmark) between 8 and 105 KB, 64 KB on average, again and again in another order; in each, figures and a part of the
names are others, so that no cache knows them. The same files come out for the same arguments.
"""

import gzip
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from .common import corpus

__all__ = ["write_day"]

_SYLLABLES = ("ba", "di", "ku", "lan", "ma", "ne", "ri", "san", "to", "wi")
_TEXT = re.compile(rb">[^<]{20,}<")
_DIGIT = re.compile(rb"(?<![#\d])\d(?!\d*;)")
_CAPITAL = re.compile(rb"(?<=[a-z] )[A-Z][a-z]{4,}")
_SMALLEST, _LARGEST = 8_000, 105_000  # bytes
_RENAMED = 0.3  # share of words with a capital that get another name


def write_day(out: Path, *, files: int, each: int) -> int:
    """Write so many files of so many pages; return the mean of their bytes, unpacked."""
    out.mkdir(parents=True, exist_ok=True)
    chance, pages = random.Random(1), _pages()
    total, order = 0, list(range(len(pages)))
    for file in range(files):
        with (out / f"day-{file:03d}.warc.gz").open("wb") as stream:
            for number in range(file * each, (file + 1) * each):
                if number % len(order) == 0:
                    chance.shuffle(order)
                body = _varied(pages[order[number % len(order)]], chance)
                total += len(body)
                stream.write(gzip.compress(_record(number, body), 5))
    return total // (files * each)


def _pages() -> list[bytes]:
    places = (("fundus-pages", "*.html.gz"), ("wcxb", "*.html.gz"), ("aeb/html", "*"), ("html-id", "*.html"))
    paths = (path for place, names in places for path in sorted(corpus(place).rglob(names)) if path.is_file())
    pages = (
        gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in paths
    )
    return [page for page in pages if _SMALLEST < len(page) < _LARGEST]


def _varied(page: bytes, chance: random.Random) -> bytes:
    def names() -> Iterator[bytes]:
        while True:
            yield "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize().encode()

    name = names()

    def one(found: re.Match[bytes]) -> bytes:
        text = _DIGIT.sub(lambda _: b"%d" % chance.randrange(10), found[0])
        return _CAPITAL.sub(lambda word: next(name) if chance.random() < _RENAMED else word[0], text)

    return _TEXT.sub(one, page)


def _record(number: int, body: bytes) -> bytes:
    """Return one response of a WARC file."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://news{number % 97}.example/{number}\r\nWARC-Date: 2025-06-12T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def main() -> None:
    """Write what the arguments say."""
    out, files, each = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    mean = write_day(out, files=files, each=each)
    print(f"{files * each} pages of {mean:,} bytes on average in {files} files")


if __name__ == "__main__":
    main()
