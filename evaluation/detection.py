"""Which language a short text is in: headlines and single lines of news, with no other context.

Indonesian and English: titles and lines of the unlabelled articles. Other languages: paragraphs of the pages of
publishers in countries that publish in neither (``fundus-pages``). An English line within an Indonesian article (a
widget's, a quoted post's) counts as wrong, so 100 is not reached.
"""

import json
from collections.abc import Iterator

from sumber.language.detect import detect

from .common import MissingDataError, corpus, read_lines, shared

__all__ = ["short_texts"]

_OTHER = "at cn cz de dk es fr it jp kr lt no pl ru se tr ua vn".split()
_SHORTEST, _LONGEST = 20, 250  # characters


def short_texts() -> dict[str, float]:
    """Return the percentage of short texts whose language is told right, a language."""
    found = {}
    for code, texts in (("id", _own), ("en", _own), ("other", _others)):
        try:
            told = [detect(text)[0] == code for text in texts(code)]
        except MissingDataError:
            continue
        found[f"language.short_{code}"] = 100 * sum(told) / len(told)
    return found


def _own(code: str) -> Iterator[str]:
    for row in read_lines(shared("articles", f"{code}.jsonl")):
        yield from _fitting([row.get("title") or "", *row["text"].split("\n")])


def _others(_: str) -> Iterator[str]:
    home = corpus("fundus-pages")
    for path in sorted(path for country in _OTHER for path in (home / country).glob("*.json")):
        for page in json.loads(path.read_text("utf-8")).values():
            if isinstance(page, dict):
                sections = (page.get("body") or {}).get("sections") or []
                yield from _fitting(part for section in sections for part in section.get("paragraphs", []))


def _fitting(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (line for line in lines if _SHORTEST <= len(line) <= _LONGEST)
