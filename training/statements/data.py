"""PolNeAR and Universal Dependencies as tagged words.

PolNeAR's split ``train`` only, every annotator's version of it; a role's pieces become tags B, I, E, S.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from sumber.language.tokens import tokenise
from sumber.reading.statements.tagger_features import BREAK
from sumber.record import Block, Role

ROLES = ("source", "cue", "content")
TAGS = ["O", *(f"{place}-{role}" for role in ROLES for place in "BIES")]
LEFT_OUT = ("fiction", "whow", "letter", "essay", "podcast")  # GUM's genres that are not for release
_LINE = re.compile(r"[^\n]+")
_ENTITY = re.compile(r"^(T\d+)\t(\w[\w-]*) ([\d ;]+)\t")
_EVENT = re.compile(r"^E\d+\t(.*)$", re.M)


def words_of(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a text with their offsets; a BREAK between paragraphs."""
    blocks = [
        Block(start=found.start(), end=found.end(), role=Role.BODY, why="training")
        for found in _LINE.finditer(text)
        if found[0].strip()
    ]
    sentences, tokens = tokenise(text, blocks, "en")
    words: list[tuple[int, int, str]] = []
    block = None
    for sentence in sentences:
        if block is not None and sentence.block != block:
            end = words[-1][1]
            words.append((end, end, BREAK))
        block = sentence.block
        words += [(token.start, token.end, token.text) for token in tokens[sentence.first : sentence.last]]
    return words


def spans_of(annotations: str) -> list[tuple[int, int, str]]:
    """Return the pieces of sources, cues and contents that stand in an attribution of a brat file."""
    pieces: dict[str, list[tuple[int, int]]] = {}
    for line in annotations.split("\n"):
        found = _ENTITY.match(line)
        if found:
            pieces[found[1]] = [
                (int(start), int(end)) for start, end in (piece.split() for piece in found[3].split(";"))
            ]
    spans = set()
    for event in _EVENT.findall(annotations):
        for part in event.split():
            role, _, entity = part.partition(":")
            role = role.rstrip("0123456789").lower()
            if role in ROLES:
                spans |= {(start, end, role) for start, end in pieces.get(entity, [])}
    return sorted(spans)


def tags_of(words: list[tuple[int, int, str]], spans: list[tuple[int, int, str]]) -> list[int]:
    """Return the number of each word's tag; where spans overlap, the first holds."""
    tags = [0] * len(words)
    ends = [end for _, end, _ in words]
    for start, end, role in spans:
        at = bisect_left(ends, start + 1)
        inside = []
        while at < len(words) and words[at][0] < end:
            if words[at][2] != BREAK:
                inside.append(at)
            elif inside:
                _mark(tags, inside, role)
                inside = []
            at += 1
        _mark(tags, inside, role)
    return tags


def _mark(tags: list[int], inside: list[int], role: str) -> None:
    if not inside or any(tags[at] for at in inside):
        return
    places = ["S"] if len(inside) == 1 else ["B", *["I"] * (len(inside) - 2), "E"]
    for at, place in zip(inside, places, strict=True):
        tags[at] = TAGS.index(f"{place}-{role}")


def polnear(folder: Path) -> Iterator[tuple[str, list[str], list[int]]]:
    """Yield (document, words, tags) for every annotator's version of every document of a split."""
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rpartition("_")[0]
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        words = words_of(text)
        tags = tags_of(words, spans_of(path.read_text("utf-8")))
        yield path.stem, [word for _, _, word in words], tags


def treebank(path: Path) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Yield (words, word classes, relations) for every sentence of a treebank that may be used for release."""
    for sentence in path.read_text("utf-8").split("\n\n"):
        if any(f"sent_id = GUM_{genre}" in sentence for genre in LEFT_OUT):
            continue
        rows = [line.split("\t") for line in sentence.split("\n") if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            yield [row[1] for row in rows], [row[3] for row in rows], [row[7].split(":")[0] for row in rows]
