"""Names: persons and their forms on the annotated articles; persons and bodies of the whole layer on corpora of names.

The corpora are single sentences, where the layer lacks the article around them: it is their *change* that tells.
"""

from collections.abc import Iterator, Sequence

from sumber.api import read
from sumber.page.document import Document

from .common import MissingDataError
from .gold import scores
from .measure_language import held

__all__ = ["measure"]

_CORPORA = ("idner2k", "nergrit", "uner_ewt")  # cased, and not seen by the models
_KINDS = ("person", "organisation")
_CLOSING = frozenset(".,;:)!?")


def measure() -> dict[str, float]:
    """Return precision, recall and F1 of persons and the share of forms, a language, in percent."""
    found: dict[str, float] = {}
    for code in ("id", "en"):
        people = scores(code)["people"]
        found |= {
            f"names.gold.{code}.person_{key.lower()}": people["person"][key] for key in ("P", "R", "F1")
        }
        found[f"names.gold.{code}.forms"] = people["forms"]
    for code in ("id", "en"):
        try:
            found |= _corpora(code)
        except MissingDataError:
            continue
    return found


def _corpora(code: str) -> dict[str, float]:
    """Return precision, recall and F1 of the exact spans of persons and bodies, a corpus."""
    figures: dict[str, float] = {}
    for name, examples in held(code):
        if name not in _CORPORA:
            continue
        right, ours, gold = (dict.fromkeys(_KINDS, 0) for _ in range(3))
        for example in examples:
            text, places = _written(example.words)
            wanted = {(places[a][0], places[b - 1][1], str(kind)) for a, b, kind in example.names or ()}
            found = set(_found(text, code))
            for kind in _KINDS:
                here, there = {s for s in wanted if s[2] == kind}, {s for s in found if s[2] == kind}
                right[kind] += len(here & there)
                ours[kind] += len(there)
                gold[kind] += len(here)
        for kind in _KINDS:
            key = f"names.{name}.{kind}"
            figures |= {
                f"{key}_p": 100 * right[kind] / max(1, ours[kind]),
                f"{key}_r": 100 * right[kind] / max(1, gold[kind]),
                f"{key}_f1": 200 * right[kind] / max(1, ours[kind] + gold[kind]),
            }
    return figures


def _written(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return a sentence as it is written, and where each of its words stands."""
    text, places = "", []
    for word in words:
        if text and word not in _CLOSING and not text.endswith("("):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places


def _found(text: str, code: str) -> Iterator[tuple[int, int, str]]:
    """Yield what the layer of names finds in a sentence."""
    if not text.strip():
        return
    document = Document(text=text, language=code, published="2020-01-01")
    record = read(document, without=("times", "places", "relays", "statements", "events"))
    for name in record.names:
        for mention in name.mentions:
            if mention.form == "name":
                yield mention.start, mention.end, str(name.kind)


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:36s} {value:6.2f}")
