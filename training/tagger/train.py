"""Train the model of one language, from unpacked corpora to a checkpoint, with fixed seeds.

    python -m training.tagger.train id .data .work/tagger-id --steps 3300
    python -m training.tagger.export id .work/tagger-id

A run that was cut off goes on from its last checkpoint.
"""

import argparse
import copy
import json
import pickle
import random
import time
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional

from sumber.language.decode import best_heads, best_names, spans_of
from sumber.language.word_keys import form_of

from .augment import Names, augmented, made_sentences
from .data import Example, Part, parts
from .encode import NAME_TAGS, Labels, Types, batch_of, batches
from .lexical import name_classes, word_vectors
from .network import Network, Sizes, loss_of
from .score import Tally
from .silver import add_silver, use_all

__all__ = ["Run", "evaluate", "main"]

WORDS_A_BATCH = 1600
RATE = 2.5e-3
KEEP = 0.995  # of the running mean of the weights
MADE = 1500


class Run:
    """All that a training run needs: data, vocabulary, network."""

    def __init__(self, code: str, data: Path, folder: Path, sizes: Sizes) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.code, self.folder = code, folder
        self.parts: list[Part] = parts(code, data)
        lexical = folder / "lexical.pickle"
        train = [example for part in self.parts for example in part.train]
        if not lexical.exists():
            more = [[form_of(word) for word in example.words] for example in train]
            words, vectors = word_vectors(code, data, more, sizes.fixed)
            lexical.write_bytes(pickle.dumps((words, vectors, name_classes(code, data))))
        self.words, self.vectors, self.name_classes = pickle.loads(lexical.read_bytes())
        self.types = Types(self.words, self.name_classes)
        self.labels = Labels.of(train)
        self.names = Names(code, data, self.name_classes)
        vectors = torch.cat([torch.zeros(1, sizes.fixed), torch.from_numpy(self.vectors)])
        torch.manual_seed(1)
        self.network = Network(vectors, self.labels, sizes)

    def epoch(self, rng: random.Random) -> list[Example]:
        """Return the sentences of one round: each part its number of times, changed here and there, and made ones."""
        found: list[Example] = []
        for part in self.parts:
            for _ in range(part.times):
                chosen = part.train if part.most is None else rng.sample(part.train, part.most)
                found += [augmented(example, self.names, rng) for example in chosen]
        return found + made_sentences(self.code, self.names, MADE, rng)


def evaluate(run: Run, network: Network) -> dict[str, dict[str, float]]:
    """Return the figures of every part that is kept apart."""
    network.eval()
    found = {}
    with torch.no_grad():
        for part in run.parts:
            if not part.held:
                continue
            tally = Tally()
            for group in batches(part.held, 4000, random.Random(1)):
                _add(tally, run, network, group)
            found[part.name] = tally.figures()
    network.train()
    return found


def _add(tally: Tally, run: Run, network: Network, group: list[Example]) -> None:
    group = sorted(group, key=lambda example: -len(example.words))
    batch = batch_of(group, run.types, run.labels)
    scores = network(batch)
    lengths = [len(example.words) for example in group]
    names = best_names(functional.log_softmax(scores["names"], -1).numpy(), lengths, NAME_TAGS)
    heads = torch.full(batch.mask.shape, 0)
    trees = []
    for row, length in enumerate(lengths):
        tree = best_heads(scores["arcs"][row, :length, : length + 1].numpy())
        trees.append(tree)
        heads[row, :length] = torch.tensor(tree) + 1
    relations = network.relations(scores, heads).argmax(-1)
    classes = scores["classes"].argmax(-1)
    for row, example in enumerate(group):
        if example.heads is not None and example.classes is not None and example.relations is not None:
            own = (
                [run.labels.classes[i] for i in classes[row, : lengths[row]]],
                trees[row],
                [run.labels.relations[i] for i in relations[row, : lengths[row]]],
            )
            tally.tree((example.classes, example.heads, example.relations), own)
        if example.names is not None:
            spans = spans_of([NAME_TAGS[i] for i in names[row, : lengths[row]]])
            fixed = {span for span in spans if not set(range(span[0], span[1])) & set(example.open_names)}
            tally.names(set(example.names), fixed)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("language")
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--steps", type=int, default=3300)
    parser.add_argument("--hidden", type=int, default=200)
    parser.add_argument(
        "--all-of", metavar="NAME", help="train on what this corpus keeps apart, too: a last stage"
    )
    parser.add_argument(
        "--silver", action="store_true", help="take the names that the last checkpoint is sure of"
    )
    options = parser.parse_args()
    torch.set_num_threads(1)
    run = Run(options.language, options.data, options.folder, Sizes(hidden=options.hidden))
    if options.all_of:
        use_all(run.parts, options.all_of)
    train(run, options.steps, silver=options.silver)


def train(run: Run, steps: int, *, silver: bool = False) -> None:
    """Train for a number of steps; a checkpoint and the figures every 300."""
    rng = random.Random(1)
    network = run.network
    mean = copy.deepcopy(network)
    weights = [weight for weight in network.parameters() if weight.requires_grad]
    optimizer = torch.optim.Adam(weights, lr=RATE, betas=(0.9, 0.95), fused=True)
    step, seconds = 0, 0.0
    saved = run.folder / "checkpoint.pt"
    if saved.exists():
        state: dict[str, Any] = torch.load(saved, weights_only=False)
        network.load_state_dict(state["network"])
        mean.load_state_dict(state["mean"])
        optimizer.load_state_dict(state["optimizer"])
        step, seconds = state["step"], state["seconds"]
        rng.seed(step)
        if silver:
            print("silver names:", add_silver(run.parts, mean, run.types, run.labels), flush=True)
    begun = time.process_time()
    queue: list[list[Example]] = []
    while step < steps:
        if not queue:
            queue = batches(run.epoch(rng), WORDS_A_BATCH, rng)
        share = step / steps
        rate = RATE * min(1.0, (step + 1) / 100) * (1 - share) ** 0.75 + 1e-5
        for group in optimizer.param_groups:
            group["lr"] = rate
        batch = batch_of(queue.pop(), run.types, run.labels)
        known = (torch.rand(len(batch.unique)) > 0.2).long()
        loss = loss_of(network, batch, network(batch, known))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 5.0)
        optimizer.step()
        step += 1
        keep = min(KEEP, 1 - 1 / (step + 1))
        with torch.no_grad():
            for old, new in zip(mean.parameters(), network.parameters(), strict=True):
                if new.requires_grad:
                    old.mul_(keep).add_(new, alpha=1 - keep)
        if step % 300 == 0 or step == steps:
            spent = seconds + time.process_time() - begun
            figures = evaluate(run, mean)
            line = {"step": step, "cpu_s": round(spent), "loss": round(loss.item(), 3), "figures": figures}
            with (run.folder / "log.jsonl").open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")
            state = {
                "network": network.state_dict(),
                "mean": mean.state_dict(),
                "optimizer": optimizer.state_dict(),
            }
            torch.save(state | {"step": step, "seconds": spent}, saved)
            print(
                step,
                round(spent),
                {k[:22]: {a: round(b, 1) for a, b in v.items()} for k, v in figures.items()},
                flush=True,
            )


if __name__ == "__main__":
    main()
