"""List the frequent verbs and event nouns of a corpus that the event lexicon does not know.

    python -m evaluation.uncovered_verbs [CORPUS.jsonl] [--least 60]

Words are told by shape alone (*meN-*, *di-*, *ber-*, *ter-*, *pe-...-an*, *ke-...-an*), so the list also
holds words that name no event: it is read by a person who grows ``language/id/data/events.tsv``.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evaluation.common import corpus
from sumber.reading.events.lexicon import lexicon

__all__ = ["main", "uncovered"]

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_SHAPES = {
    "verb": re.compile(r"(?:me|di|ber|ter|memper|diper)[a-z-]{3,}"),
    "noun": re.compile(r"(?:pe|per|ke)[a-z]{3,}an"),
}


def _texts(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield str(json.loads(line).get("text") or "")


def uncovered(path: Path, least: int) -> dict[str, list[tuple[str, int]]]:
    """Return the words of each shape that stand at least so often and start no trigger."""
    known = lexicon("id")
    assert known is not None
    counts = Counter(word for text in _texts(path) for word in _WORD.findall(text))
    return {
        shape: [
            (word, count)
            for word, count in counts.most_common()
            if count >= least and pattern.fullmatch(word) and word not in known.triggers
        ]
        for shape, pattern in _SHAPES.items()
    }


def main() -> None:
    """Print the words with their counts, the most frequent first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="?", help="JSON Lines with a field `text`")
    parser.add_argument("--least", type=int, default=60, help="how often a word must stand")
    options = parser.parse_args()
    path = Path(options.corpus) if options.corpus else corpus("raw-id", "id_news_gikirima.jsonl")
    for shape, words in uncovered(path, options.least).items():
        print(f"{shape}: " + " ".join(f"{word}:{count}" for word, count in words))


if __name__ == "__main__":
    main()
