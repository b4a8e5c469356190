"""Furniture in plain text: on the annotated articles, the user's own sample, and for speed on the unlabelled ones."""

import time

from sumber.page.furniture import label

from .common import read_lines, shared
from .gold import scores

__all__ = ["measure"]


def measure() -> dict[str, float]:
    """Return recall, body kept and role right in percent, and megabytes of UTF-8 labelled per second, by language."""
    figures: dict[str, float] = {}
    for language in (None, "id", "en"):
        prefix = f"furniture.{language}" if language else "furniture"
        figures |= {f"{prefix}.{name}": value for name, value in scores(language)["furniture"].items()}
    spent: dict[str, float] = {}
    size: dict[str, float] = {}
    for language in ("id", "en"):
        texts = [line["text"] for line in read_lines(shared("articles", f"{language}.jsonl"))]
        start = time.process_time()
        for text in texts:
            label(text, language=language)
        spent[language] = time.process_time() - start
        size[language] = sum(len(text.encode()) for text in texts) / 1e6
        figures[f"furniture.{language}.mb_per_s"] = size[language] / spent[language]
    return figures | {"furniture.mb_per_s": sum(size.values()) / sum(spent.values())}
