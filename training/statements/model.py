"""The tagger of statements: two passes of a bidirectional LSTM and a chain over the tags.

The first pass reads the words and learns cues, word classes and relations; the second reads the first together with
where it saw cues, and learns sources, cues and contents. A chain (CRF) keeps tags in a possible order.
"""

import torch
from torch import Tensor, nn

from sumber.reading.statements.tagger_features import AFFIXES, BUCKETS, QUOTES, SHAPES

from .data import TAGS

CUES = 5  # O and B, I, E, S of cues
SIZES = {"word": 100, "affix": 20, "shape": 12, "quote": 12}
IMPOSSIBLE = -10_000.0


def allowed() -> Tensor:
    """Return which tag may follow which: shape (tags + start, tags + end)."""
    n = len(TAGS)
    table = torch.zeros(n + 1, n + 1, dtype=torch.bool)
    for before, left in enumerate([*TAGS, "O"]):
        for behind, right in enumerate([*TAGS, "O"]):
            inside = left[0] in "BI"
            same = left[2:] == right[2:]
            table[before, behind] = (right[0] in "IE" and same) if inside else right[0] in "OBS"
    return table


class Locked(nn.Module):
    """Dropout with one mask for all words of a text."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        mask = torch.empty(1, x.shape[1], x.shape[2]).bernoulli_(1 - self.share) / (1 - self.share)
        return x * mask


class Tagger(nn.Module):
    """Words to scores of tags; time first: rows (time, batch, COLUMNS)."""

    def __init__(self, known: int, side: int, classes: int, relations: int) -> None:
        super().__init__()
        self.word = nn.Embedding(BUCKETS + known, SIZES["word"])
        self.affixes = nn.ModuleList([nn.Embedding(AFFIXES, SIZES["affix"]) for _ in range(3)])
        self.shape = nn.Embedding(SHAPES, SIZES["shape"])
        self.quote = nn.Embedding(QUOTES, SIZES["quote"])
        for table in [self.word, *self.affixes, self.shape, self.quote]:
            nn.init.normal_(table.weight, std=0.3)
        width = SIZES["word"] + 3 * SIZES["affix"] + SIZES["shape"] + SIZES["quote"]
        self.first = nn.LSTM(width, side, bidirectional=True)
        self.second = nn.LSTM(2 * side + 16, side, bidirectional=True)
        self.drop_words, self.drop = Locked(0.25), Locked(0.4)
        self.cue = nn.Linear(2 * side, CUES)
        self.classes = nn.Linear(2 * side, classes)
        self.relations = nn.Linear(2 * side, relations)
        self.cue_in = nn.Linear(CUES, 16)
        self.hidden = nn.Linear(2 * side, 128)
        self.out = nn.Linear(128, len(TAGS))
        self.moves = nn.Parameter(torch.zeros(len(TAGS) + 1, len(TAGS) + 1))
        self.register_buffer("forbidden", torch.where(allowed(), 0.0, IMPOSSIBLE))

    def read(self, rows: Tensor) -> Tensor:
        """Return the first pass: (time, batch, 2 * side)."""
        parts = [self.word(rows[..., 0])]
        parts += [table(rows[..., at + 1]) for at, table in enumerate(self.affixes)]
        parts += [self.shape(rows[..., 4]), self.quote(rows[..., 5])]
        return self.first(self.drop_words(torch.cat(parts, -1)))[0]

    def forward(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """Return the scores of tags and those of cues in the first pass."""
        read = self.drop(self.read(rows))
        cues = self.cue(read)
        seen = self.cue_in(torch.softmax(cues.float(), -1).to(read.dtype))
        again = self.drop(self.second(torch.cat([read, seen], -1))[0])
        return self.out(torch.tanh(self.hidden(again))), cues

    def chain(self) -> Tensor:
        return self.moves + self.forbidden

    def loss(self, scores: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Return the negative log-likelihood of the tags, a mean over words; scores (time, batch, tags)."""
        chain = self.chain()
        n = len(TAGS)
        time = len(tags)
        mask = torch.arange(time)[:, None] < lengths[None, :]
        alpha = chain[n, :n] + scores[0]
        for at in range(1, time):
            new = torch.logsumexp(alpha[:, :, None] + chain[None, :n, :n], 1) + scores[at]
            alpha = torch.where(mask[at][:, None], new, alpha)
        total = torch.logsumexp(alpha + chain[None, :n, n], 1)
        gold = (scores.gather(2, tags[:, :, None])[..., 0] * mask).sum(0) + chain[n, tags[0]]
        gold = gold + (chain[tags[:-1], tags[1:]] * mask[1:]).sum(0)
        last = tags.gather(0, (lengths - 1)[None])[0]
        gold = gold + chain[last, n]
        return (total - gold).sum() / mask.sum()
