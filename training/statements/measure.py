"""Figures on PolNeAR dev by CofeNet's measure: exact F1 of source, cue and content over its token file."""

import itertools
import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from sumber.reading.statements.tagger_features import BREAK, Featuriser, quote_states

from .data import ROLES, TAGS
from .model import Tagger

LONGEST = 176


def viterbi(scores: np.ndarray, chain: np.ndarray) -> list[int]:
    """Return the best tags of one segment; scores (words, tags)."""
    n = scores.shape[1]
    best = chain[n, :n] + scores[0]
    back = []
    for row in scores[1:]:
        table = best[:, None] + chain[:n, :n]
        back.append(table.argmax(0))
        best = table.max(0) + row
    at = int((best + chain[:n, n]).argmax())
    tags = [at]
    for pointers in reversed(back):
        at = int(pointers[at])
        tags.append(at)
    return tags[::-1]


def spans(tags: list[str]) -> set[tuple[str, int, int]]:
    """Return (role, start, end) of tags B, I, E, S or B, I."""
    found, start, role = set(), -1, ""
    for at, tag in enumerate([*tags, "O"]):
        if start >= 0 and (tag[0] in "OBS" or tag[2:] != role):
            found.add((role, start, at))
            start = -1
        if tag[0] in "BS" or (tag[0] in "IE" and start < 0):
            start, role = at, tag[2:]
    return found


class Dev:
    """CofeNet's token form of dev, as segments of whole paragraphs of one document."""

    def __init__(self, corpora: Path, known: np.ndarray) -> None:
        lines = (corpora / "polnear" / "tags_dev.txt").read_text("utf-8").split("\n")
        rows = [json.loads(line) for line in lines if line]
        self.gold = [row["labels"] for row in rows]
        self.pieces: list[list[int]] = []  # numbers of paragraphs that are read together
        for _, group in itertools.groupby(range(len(rows)), key=lambda at: rows[at]["id"]):
            size = LONGEST + 1
            for at in group:
                length = len(rows[at]["tokens"]) + 1
                if size + length > LONGEST:
                    self.pieces.append([])
                    size = 0
                self.pieces[-1].append(at)
                size += length
        featurise = Featuriser(known)
        self.rows = []
        for piece in self.pieces:
            words = [word for at in piece for word in (*rows[at]["tokens"], BREAK)][:-1]
            self.rows.append(torch.from_numpy(featurise(words, quote_states(words))).long())
        self.pad = torch.from_numpy(featurise([BREAK], [0])).long()[0]

    def scores(self, net: Tagger) -> list[np.ndarray]:
        """Return the scores of every segment."""
        order = sorted(range(len(self.rows)), key=lambda at: len(self.rows[at]))
        found: dict[int, np.ndarray] = {}
        net.eval()
        for at in range(0, len(order), 16):
            group = order[at : at + 16]
            longest = max(len(self.rows[i]) for i in group)
            batch = self.pad.repeat(longest, len(group), 1)
            for column, i in enumerate(group):
                batch[: len(self.rows[i]), column] = self.rows[i]
            with torch.no_grad():
                scores: Tensor = net(batch)[0].float()
            for column, i in enumerate(group):
                found[i] = scores[: len(self.rows[i]), column].numpy()
        return [found[at] for at in range(len(self.rows))]

    def figures(self, net: Tagger) -> dict[str, float]:
        """Return the exact F1 of each role, in percent."""
        return self.judge(self.scores(net), net.chain().detach().numpy())

    def judge(self, scores: list[np.ndarray], chain: np.ndarray) -> dict[str, float]:
        counts = {role: [0, 0, 0] for role in ROLES}
        for piece, score in zip(self.pieces, scores, strict=True):
            tags = [TAGS[tag] for tag in viterbi(score, chain)]
            at = 0
            for number in piece:
                size = len(self.gold[number])
                gold, found = spans(self.gold[number]), spans(tags[at : at + size])
                for role in ROLES:
                    a, b = {x for x in gold if x[0] == role}, {x for x in found if x[0] == role}
                    counts[role] = [
                        x + y for x, y in zip(counts[role], (len(a), len(b), len(a & b)), strict=True)
                    ]
                at += size + 1
        return {role: round(200 * c / max(a + b, 1), 2) for role, (a, b, c) in counts.items()}
