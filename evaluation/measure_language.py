"""The linguistic layer: trained models on what they never saw, sentence ends, roots and voice, speed and size.

Besides the parts that training keeps apart (training/tagger/data.py), every file ``*-test*`` of a corpus that lies
beside them is measured, so that held-out tests need only be put there.
"""

import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from training.tagger.data import Example, iob, parts, treebank
from training.tagger.score import Tally

from sumber.api import read
from sumber.language import load
from sumber.language.clitics import clitics
from sumber.language.id.morphology import morphology
from sumber.language.tables import read_table
from sumber.language.tagger import Tagger, tagger
from sumber.language.tokens import tokenise
from sumber.reading.analysis import Analysis
from sumber.reading.pipeline import LAYERS
from sumber.record import Block, Role

from .common import MissingDataError, corpus, read_lines, shared
from .detection import short_texts

__all__ = ["held", "measure"]

HERE = Path(__file__).parent
_SHORT = {"GSD": "gsd", "CSUI": "csui", "NERGrit": "nergrit", "IDNER2K": "idner2k", "NERP": "nerp",
          "EWT train": "ewt", "UNER": "uner_ewt", "GUM": "gum"}  # fmt: skip
_TESTS = (
    ("id", "ud/id_gsd*-test.conllu", "gsd_test", "wiki"),
    ("id", "ud/id_csui-test.conllu", "csui_test", "news"),
    ("en", "ud/en_ewt-test.conllu", "ewt_test", "web"),
    ("id", "ner/id_nergrit-test.txt", "nergrit_test", "wiki"),
    ("id", "ner/id_idner2k-test.txt", "idner2k_test", "news"),
    ("en", "ner/en_uner_ewt-test.iob2", "uner_ewt_test", "web"),
)


def measure() -> dict[str, float]:
    """Return percentages a language and corpus; words per second, seconds to load, megabytes."""
    found: dict[str, float] = {}
    for code in ("id", "en"):
        start = time.perf_counter()
        model = tagger(load(code))
        if model is None:
            continue
        found[f"language.{code}.load_s"] = time.perf_counter() - start
        files = [path for path in (load(code).folder / "model").rglob("*") if path.is_file()]
        found[f"language.{code}.models_mb"] = sum(path.stat().st_size for path in files) / 1e6
        for name, examples in held(code):
            figures = tally(model, code, examples).figures()
            found |= {f"language.{code}.{name}.{key}": value for key, value in figures.items()}
    found |= _sentences()
    found |= _roots()
    found |= short_texts()
    return found | _speed()


def held(code: str) -> Iterable[tuple[str, list[Example]]]:
    """Yield (name, sentences) of all that the model of a language never saw."""
    home = corpus("ud").parent
    for part in parts(code, home):
        if part.held:
            yield next(short for key, short in _SHORT.items() if key in part.name), part.held
    for language, pattern, name, style in _TESTS:
        for path in sorted(home.glob(pattern)) if language == code else ():
            if path.suffix == ".conllu":
                yield name, treebank(path, style)
            else:
                yield name, iob(path, style, (1, 2) if path.suffix == ".iob2" else (0, -1))


def tally(model: Tagger, code: str, examples: Sequence[Example]) -> Tally:
    """Return the counts over sentences; words of name corpora lose their clitics before the model reads them."""
    found = Tally()
    for style in {example.style for example in examples}:
        some = [example for example in examples if example.style == style]
        cut = [_cut(code, example) for example in some]
        for example, (_, owner), tagged in zip(
            some, cut, model.tag([words for words, _ in cut], style), strict=True
        ):
            if example.heads is not None and example.classes is not None and example.relations is not None:
                gold = (example.classes, example.heads, example.relations)
                found.tree(gold, (tagged.classes, tagged.heads, tagged.relations))
            if example.names is not None and example.heads is None:
                spans = {(owner[a], owner[b - 1] + 1, kind) for a, b, kind, _ in tagged.names}
                closed = {s for s in spans if not set(range(s[0], s[1])) & set(example.open_names)}
                found.names(set(example.names), {span for span in closed if span[2] != "other"})
    return found


def _cut(code: str, example: Example) -> tuple[list[str], list[int]]:
    """Return words as the program cuts them, and for each the word of the corpus that it comes from."""
    if example.heads is not None:
        return example.words, list(range(len(example.words)))
    endings = clitics(load(code))
    words: list[str] = []
    owner: list[int] = []
    for number, word in enumerate(example.words):
        at = endings.cut(word) if len(word) > 2 and word[0].isalpha() else None
        pieces = [word[:at], word[at:]] if at else [word]
        words += pieces
        owner += [number] * len(pieces)
    return words, owner


def _sentences() -> dict[str, float]:
    """Return the F1 of sentence ends on ten articles whose ends we marked (``sentence_ends.tsv``)."""
    gold = {
        row["article"]: {int(end) for end in row["ends"].split()}
        for row in read_table(HERE / "sentence_ends.tsv")
    }
    hits = found = wanted = 0
    for code in ("id", "en"):
        for line in read_lines(shared("articles", f"{code}.jsonl")):
            if line["id"] in gold:
                article = read(line["text"], id=line["id"], language=code, without=LAYERS).article
                ends = {sentence.end for sentence in Analysis(article).sentences}
                hits += len(ends & gold[line["id"]])
                found += len(ends)
                wanted += len(gold[line["id"]])
    return {"language.sentences_f1": 200 * hits / (found + wanted)} if wanted else {}


def _roots() -> dict[str, float]:
    """Return how often the root and the voice of Indonesian verbs and nouns are those of three treebanks."""
    counts = dict.fromkeys(("words", "roots", "verbs", "voices"), 0)
    for name in ("id_gsd_r2.17-dev", "id_csui-train", "id_pud-test"):
        for line in corpus("ud", f"{name}.conllu").read_text("utf-8").split("\n"):
            cells = line.split("\t")
            if len(cells) < 10 or cells[3] not in ("VERB", "NOUN") or not cells[1].isalpha():
                continue
            word = morphology().word(cells[1])
            counts["words"] += 1
            counts["roots"] += word.root == cells[2].lower()
            if cells[3] == "VERB" and "Voice=" in cells[5]:
                counts["verbs"] += 1
                counts["voices"] += (word.voice == "passive") == ("Voice=Pass" in cells[5])
    return {
        "language.id.root": 100 * counts["roots"] / counts["words"],
        "language.id.voice": 100 * counts["voices"] / counts["verbs"],
    }


def _speed() -> dict[str, float]:
    """Return words (as white space parts them) per CPU second of tokens, sentences, tags and names in news."""
    found: dict[str, float] = {}
    for code in ("id", "en"):
        try:
            texts = [line["text"] for line in read_lines(shared("articles", f"{code}.jsonl"))]
        except MissingDataError:
            continue
        blocks = [[Block(start=0, end=len(text), role=Role.BODY, why="measured")] for text in texts]
        model = tagger(load(code))
        start = time.process_time()
        for text, block in zip(texts, blocks, strict=True):
            sentences, tokens = tokenise(text, block, code)
            if model is not None:
                model.tag([[token.text for token in tokens[s.first : s.last]] for s in sentences])
        words = sum(len(text.split()) for text in texts)
        found[f"language.{code}.words_per_s"] = words / (time.process_time() - start)
    return found


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:44s} {value:8.2f}")
