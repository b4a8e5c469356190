"""English statements on PolNeAR: the tagger alone by CofeNet's measure, and who said what with the linker.

Dev always; the held-out test too where its files lie beside those of dev (``tags_test.txt``, ``gold_test.jsonl``,
``test/text``). The tagger reads CofeNet's words as they are given; the links are found in the plain text.
"""

import itertools
import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from sumber.reading.analysis import Analysis
from sumber.reading.statements.english.tagged import Tagged, read_tagged
from sumber.reading.statements.tagger import Tagger, tagger
from sumber.record import Article, Block, Outlet, Role

from .common import MissingDataError, corpus, load_script, read_lines

__all__ = ["measure"]

ROLES = ("source", "cue", "content")
# Words of speech and report: an attribution with one of them in its cue is scored apart from beliefs and plans.
SPEECH = frozenset(
    "say says said saying tell tells told telling according add adds added adding write writes wrote writing tweet "
    "tweets tweeted tweeting report reports reported reporting announce announces announced announcing state states "
    "stated stating note notes noted noting explain explains explained explaining claim claims claimed claiming "
    "argue argues argued arguing insist insists insisted insisting warn warns warned warning call calls called calling "
    "declare declares declared declaring deny denies denied denying admit admits admitted admitting acknowledge "
    "acknowledges acknowledged acknowledging suggest suggests suggested suggesting ask asks asked asking reply replies "
    "replied respond responds responded responding describe describes described describing accuse accuses accused "
    "accusing criticize criticizes criticized criticizing point points pointed pointing mention mentions mentioned "
    "reveal reveals revealed confirm confirms confirmed confirming statement quoted quoting cited citing".split()
)


def measure() -> dict[str, float]:
    """Return exact F1 of the tags, who_what F1 of all and of speech cues, in percent, and words per second."""
    found = tagger("en")
    if found is None:
        raise MissingDataError("the tagger of English statements is not in the package")
    figures: dict[str, float] = {}
    for part in ("dev", "test"):
        try:
            figures |= _tags(found, part)
            figures |= _links(part)
        except MissingDataError:
            if part == "dev":
                raise
    return figures


def _tags(found: Tagger, part: str) -> dict[str, float]:
    """Return CofeNet's measure: every piece counts, in the words of their file."""
    script = load_script(corpus("polnear", "score_tags.py"))
    counts = {role: [0, 0, 0] for role in ROLES}
    spent, words = 0.0, 0
    for _, group in itertools.groupby(
        read_lines(corpus("polnear", f"tags_{part}.txt")), key=lambda row: row["id"]
    ):
        rows = list(group)
        paragraphs = [row["tokens"] for row in rows]
        start = time.process_time()
        pieces = found(paragraphs)
        spent += time.process_time() - start
        words += sum(len(tokens) for tokens in paragraphs)
        for row, own in zip(rows, pieces, strict=True):
            gold = set(script.spans(row["labels"]))
            mine = {(piece.role, piece.first, piece.last) for piece in own}
            for role in ROLES:
                left, right = ({span for span in side if span[0] == role} for side in (gold, mine))
                both = (len(left), len(right), len(left & right))
                counts[role] = [a + b for a, b in zip(counts[role], both, strict=True)]
    exact = {f"polnear.{part}.{role}_f1": 200 * hits / (a + b) for role, (a, b, hits) in counts.items()}
    return exact | {f"polnear.{part}.tagger_words_per_s": words / spent}


def _links(part: str) -> dict[str, float]:
    """Return who_what F1 by score.py: all attributions, and those with a cue of speech."""
    script = load_script(corpus("polnear", "score.py"))
    gold = read_lines(corpus("polnear", f"gold_{part}.jsonl"))
    texts = {row["doc"]: _text(part, row["doc"]) for row in gold}
    mine = [row for doc in texts for row in _rows(doc, texts[doc])]
    everything = _score(script, gold, mine)
    speech = _score(script, *([row for row in side if _speaks(row, texts)] for side in (gold, mine)))
    return {
        f"polnear.{part}.who_what_f1": everything["who_what"]["F"],
        f"polnear.{part}.attr_exact_f1": everything["attr_exact"]["F"],
        f"polnear.{part}.speech_who_what_f1": speech["who_what"]["F"],
    }


def _text(part: str, doc: str) -> str:
    return corpus("polnear", part, "text", f"{doc}.txt").read_bytes().decode("utf-8")


def _score(script: ModuleType, gold: list[Any], mine: list[Any]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for name, rows in (("gold", gold), ("mine", mine)):
            path = Path(scratch) / f"{name}.jsonl"
            path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
            paths.append(str(path))
        result: dict[str, Any] = script.score(script.load(paths[0]), script.load(paths[1]))
    return result["attribution"]  # type: ignore[no-any-return]


def _speaks(row: Any, texts: dict[str, str]) -> bool:
    text = texts[row["doc"]]
    cue = row["cue"] or []
    pieces = [cue] if cue and isinstance(cue[0], int) else cue
    words = " ".join(text[start:end] for start, end in pieces).lower().split()
    return bool(SPEECH.intersection(words))


def _rows(doc: str, text: str) -> Iterator[dict[str, Any]]:
    """Yield the attributions that tagger and linker find in a plain text."""
    blocks = tuple(_blocks(text))
    article = Article(id=doc, outlet=Outlet(name=None), language="en", text=text, blocks=blocks)
    for found in read_tagged(Analysis(article)):
        yield {"doc": doc} | _row(found)


def _row(found: Tagged) -> dict[str, Any]:
    source = [list(found.source)] if found.source else None
    return {"source": source, "cue": [list(found.cue)], "content": [list(piece) for piece in found.content]}


def _blocks(text: str) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Block(start=start, end=start + len(line), role=Role.BODY, why="paragraph")
        start += len(line) + 1
