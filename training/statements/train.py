"""Train the tagger of English statements.

    python -m training.statements.train --corpora .data --out DIR [--epochs N] [--minutes M]

Writes DIR/model.pt (averaged weights of the best epoch on dev), DIR/log.jsonl (figures by epoch) and DIR/known.npy.
"""

import argparse
import itertools
import json
import random
import time
from collections import Counter
from pathlib import Path
from zlib import crc32

import numpy as np
import torch
from torch import Tensor

from sumber.reading.statements.tagger_features import BREAK, BUCKETS, Featuriser, quote_states

from . import data, vectors
from .measure import Dev
from .model import Tagger

SEED = 11
LONGEST = 176  # words of one segment: whole paragraphs, as many as fit
BATCH = 24
UNKNOWN = 0.06  # share of words read as unknown in training


def segments(words: list[str], tags: list[int], rng: random.Random) -> list[tuple[int, int]]:
    """Return (start, end) of segments of whole paragraphs; where they start changes from epoch to epoch."""
    breaks = [0, *(at + 1 for at, word in enumerate(words) if word == BREAK), len(words) + 1]
    longest = rng.choice((LONGEST, LONGEST - 40, LONGEST - 80))
    found: list[tuple[int, int]] = []
    start = 0
    for left, right in itertools.pairwise(breaks):
        while right - 1 - start > longest and left > start:
            found.append((start, left - 1))
            start = left
        while right - 1 - start > 2 * LONGEST:  # one very long paragraph
            cut = start + LONGEST
            while cut < right - 1 and tags[cut] and cut < start + 2 * LONGEST:
                cut += 1
            found.append((start, cut))
            start = cut
    found.append((start, len(words)))
    return [(a, b) for a, b in found if b - a > 1]


class Reader:
    """The training texts as rows of features and tags, cut and mixed anew every epoch."""

    def __init__(self, corpora: Path, known: np.ndarray) -> None:
        featurise = Featuriser(known)
        self.texts = []
        for _, words, tags in data.polnear(corpora / "polnear" / "train"):
            rows = featurise(words, quote_states(words))
            self.texts.append((words, torch.from_numpy(rows).long(), torch.tensor(tags)))
        self.pad = torch.from_numpy(featurise([BREAK], [0])).long()[0]
        self.words = sum(len(words) for words, _, _ in self.texts)

    def batches(self, rng: random.Random) -> list[tuple[Tensor, Tensor, Tensor]]:
        pieces = []
        for words, rows, tags in self.texts:
            pieces += [(rows[a:b], tags[a:b]) for a, b in segments(words, tags.tolist(), rng)]
        rng.shuffle(pieces)
        pool = 40 * BATCH
        groups = []
        for at in range(0, len(pieces), pool):
            part = sorted(pieces[at : at + pool], key=lambda piece: len(piece[1]))
            groups += [part[i : i + BATCH] for i in range(0, len(part), BATCH)]
        rng.shuffle(groups)
        return [self.padded(group) for group in groups]

    def padded(self, group: list[tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor, Tensor]:
        lengths = torch.tensor([len(tags) for _, tags in group])
        rows = self.pad.repeat(int(lengths.max()), len(group), 1)
        tags = torch.zeros(int(lengths.max()), len(group), dtype=torch.long)
        for at, (row, tag) in enumerate(group):
            rows[: len(tag), at], tags[: len(tag), at] = row, tag
        return rows, tags, lengths


class Trees:
    """Sentences of treebanks, strung together, for the first pass: word classes and relations."""

    def __init__(self, corpora: Path, known: np.ndarray, pad: Tensor) -> None:
        featurise = Featuriser(known)
        self.pad = pad
        rows, classes, relations = [], [], []
        for name in ("en_ewt-train", "en_gum-train"):
            for words, tags, links in data.treebank(corpora / "ud" / f"{name}.conllu"):
                rows.append(torch.from_numpy(featurise(words, quote_states(words))).long())
                classes.append(tags)
                relations.append(links)
        self.classes = sorted({tag for tags in classes for tag in tags})
        self.relations = sorted({link for links in relations for link in links})
        self.sentences = [
            (
                row,
                torch.tensor([self.classes.index(tag) for tag in tags]),
                torch.tensor([self.relations.index(link) for link in links]),
            )
            for row, tags, links in zip(rows, classes, relations, strict=True)
        ]

    def batch(
        self, rng: random.Random, columns: int = 24, length: int = 120
    ) -> tuple[Tensor, Tensor, Tensor]:
        rows = self.pad.repeat(length, columns, 1)
        classes = torch.full((length, columns), -100)
        relations = torch.full((length, columns), -100)
        for column in range(columns):
            at = 0
            while at < length - 10:
                row, tags, links = rng.choice(self.sentences)
                size = min(len(tags), length - at)
                rows[at : at + size, column] = row[:size]
                classes[at : at + size, column] = tags[:size]
                relations[at : at + size, column] = links[:size]
                at += size + 1
        return rows, classes, relations


def vocabulary(corpora: Path) -> tuple[np.ndarray, np.ndarray]:
    """Return the sorted hashes of the known words and their first vectors."""
    corpus = vectors.texts(corpora)
    counts = Counter(word for text in corpus for word in text)
    words = [word for word, count in counts.most_common(vectors.MOST) if count >= vectors.LEAST]
    print(f"{sum(counts.values())} words of text, {len(words)} known", flush=True)
    by_hash = {crc32(word.encode("utf-8")): word for word in words}
    known = np.array(sorted(by_hash), np.uint32)
    values = vectors.vectors(corpus, [by_hash[int(value)] for value in known], 100)
    return known, values.astype(np.float32)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--side", type=int, default=224)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--decay", type=float, default=0.997, help="of the running average of the weights")
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after the epoch that passes this")
    return parser.parse_args()


def step(
    net: Tagger, batch: tuple[Tensor, Tensor, Tensor], trees: tuple[Tensor, Tensor, Tensor] | None
) -> Tensor:
    """Return the loss of one batch, and of one of the treebanks."""
    rows, tags, lengths = batch
    rows = rows.clone()
    hidden = torch.rand(rows.shape[:2]) < UNKNOWN
    rows[..., 0] = torch.where(hidden, rows[..., 0] % BUCKETS, rows[..., 0])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, cues = net(rows)
        loss_trees = torch.zeros(())
        if trees is not None:
            read = net.drop(net.read(trees[0]))
            loss_trees = _cross(net.classes(read), trees[1]) + _cross(net.relations(read), trees[2])
    cue_tags = torch.where((tags >= 5) & (tags <= 8), tags - 4, 0)
    mask = torch.arange(len(tags))[:, None] < lengths[None]
    first = _cross(cues, torch.where(mask, cue_tags, -100))
    return net.loss(scores.float(), tags, lengths) + 0.3 * first + 0.1 * loss_trees


def _cross(scores: Tensor, tags: Tensor) -> Tensor:
    return torch.nn.functional.cross_entropy(scores.float().flatten(0, 1), tags.flatten())


def main() -> None:
    options = parse()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    options.out.mkdir(parents=True, exist_ok=True)
    cached = options.out / "vectors.npz"
    if not cached.exists():
        known, first = vocabulary(options.corpora)
        np.savez(cached, known=known, first=first)
    stored = np.load(cached)
    known, first = stored["known"], stored["first"]
    reader = Reader(options.corpora, known)
    trees = Trees(options.corpora, known, reader.pad)
    dev = Dev(options.corpora, known)
    net = Tagger(len(known), options.side, len(trees.classes), len(trees.relations))
    net.word.weight.data[BUCKETS:] = torch.from_numpy(first) * 0.3
    train(net, reader, trees, dev, options, rng)


def train(
    net: Tagger, reader: Reader, trees: Trees, dev: Dev, options: argparse.Namespace, rng: random.Random
) -> None:
    batches = reader.batches(rng)
    steps = options.epochs * (len(batches) + 4)
    optimiser = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=0.01, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, options.rate, total_steps=steps, pct_start=0.15)
    average = {name: value.detach().clone() for name, value in net.state_dict().items()}
    print(
        f"{reader.words} words, {len(batches)} batches, {sum(p.numel() for p in net.parameters())} weights",
        flush=True,
    )
    begin, best, count = time.time(), 0.0, 0
    for epoch in range(1, options.epochs + 1):
        net.train()
        total = 0.0
        batches = reader.batches(rng) if epoch > 1 else batches
        for at, batch in enumerate(batches):
            loss = step(net, batch, trees.batch(rng) if at % 2 else None)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            if count < steps - 1:
                schedule.step()
            count += 1
            keep = min(options.decay, count / (count + 20))
            with torch.no_grad():
                for name, value in net.state_dict().items():
                    if value.dtype.is_floating_point:
                        average[name].lerp_(value, 1 - keep)
            total += float(loss.detach())
            if at % 50 == 0:
                print(
                    f"epoch {epoch} batch {at} loss {total / (at + 1):.4f} {time.time() - begin:.0f} s",
                    flush=True,
                )
        own = {name: value.detach().clone() for name, value in net.state_dict().items()}
        net.load_state_dict(average)
        figures = dev.figures(net)
        net.load_state_dict(own)
        mean = sum(figures.values()) / 3
        line = {
            "epoch": epoch,
            "minutes": round((time.time() - begin) / 60, 1),
            "loss": total / len(batches),
            **figures,
        }
        print(json.dumps(line), flush=True)
        with (options.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        if mean > best:
            best = mean
            torch.save(
                {
                    "weights": average,
                    "side": options.side,
                    "epochs": options.epochs,
                    "figures": line,
                    "classes": trees.classes,
                    "relations": trees.relations,
                },
                options.out / "model.pt",
            )
        if (time.time() - begin) / 60 > options.minutes:
            break


if __name__ == "__main__":
    main()
