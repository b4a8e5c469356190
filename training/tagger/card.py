"""The model card, written from the run."""

import json
from pathlib import Path

from .train import Run

__all__ = ["card"]

_TEXT = """# The trained model of `{code}`

Made by `training/tagger` (`python -m training.tagger.train {code} ...`, then `... export`), seed 1, {step} steps,
{cpu} CPU seconds on one core. It reads words cut as Universal Dependencies cuts them and gives word classes (UPOS),
heads and relations (UD), and names of persons, organisations and places.

Licence of the model: CC BY-SA 4.0, as of the treebanks that it learned from; the code has its own.

Kind: vectors of words (fixed ones from co-occurrence in plain text, learned ones, beginnings, endings, letter runs,
shape, classes in lists of names), two bidirectional LSTM layers of {hidden} a side, a linear layer for classes and
one for names (constrained Viterbi), biaffine heads, relations given the heads. Run by ONNX Runtime; {size:.1f} MB.

## Data

| corpus | licence | sentences that train | sentences kept apart |
|---|---|---|---|
{rows}

Fixed word vectors: co-occurrence counts in {plain}; no text can be read back from them. Classes of name words:
lists of DBpedia (CC BY-SA 3.0) and GeoNames (CC BY 4.0), and the project's own tables. {made} sentences a round are
made from patterns of role, country, body and person.

## Figures on what was kept apart (percent; gold words, punctuation counted)

{figures}

`las` ignores subtypes of relations (as CoNLL 2018), `las_full` does not. Measured with 32-bit weights at the end of
training; the shipped files are measured by `python -m evaluation language`.

## Known limits

Written news first: speech, verse and chat were hardly seen. Names in all capitals or none are weaker. Clauses of
speech without a verb of saying (`ccomp`, `parataxis`) are the relations most often wrong. {limits}
"""
_PLAIN = {
    "id": "7,005 Indonesian news articles of June 2025 (gikirima/indonews-scrapper)",
    "en": "840 English political news articles (PolNeAR, train) and 711 web articles (WCXB dev, CC BY 4.0)",
}
_LIMITS = {
    "id": "The treebank's train part was converted from an older annotation and has about 9 % wrong labels.",
    "en": "Names were learned from 64,000 words only, encyclopedic and web text.",
}


def card(run: Run, folder: Path) -> str:
    """Return the text of the card."""
    from .train import MADE

    last = json.loads((run.folder / "log.jsonl").read_text("utf-8").splitlines()[-1])
    rows = [f"| {p.name} | {p.licence} | {len(p.train):,} | {len(p.held):,} |" for p in run.parts]
    figures = []
    for name, values in last["figures"].items():
        figures.append(f"- {name}: " + ", ".join(f"{key} {value:.1f}" for key, value in values.items()))
    size = sum(path.stat().st_size for path in folder.iterdir() if path.suffix != ".md") / 1e6
    return _TEXT.format(
        code=run.code, step=last["step"], cpu=last["cpu_s"], hidden=run.network.sizes.hidden, size=size,
        rows="\n".join(rows), plain=_PLAIN.get(run.code, "the treebanks"), made=MADE, figures="\n".join(figures),
        limits=_LIMITS.get(run.code, ""),
    )  # fmt: skip
