"""What is counted before training: word vectors from co-occurrence in plain text, and classes of name words."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

import sumber
from sumber.gazetteer.store import Store
from sumber.language import Language, load
from sumber.language.tables import Row, read_table
from sumber.language.tokens import tokenise
from sumber.language.word_keys import form_of
from sumber.record import Block, Role

__all__ = ["NAME_CLASSES", "lines_of", "name_classes", "rows_of", "texts", "word_vectors"]

NAME_CLASSES = ("given", "family", "place", "body", "country", "title", "head")
HIGHEST = 7
LEAST = {"id": 6, "en": 4}
CONTEXTS = 8000
NEAR = 3
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def texts(code: str, data: Path) -> Iterator[str]:
    """Yield the plain texts that co-occurrence is counted in."""
    if code == "id":
        for line in (data / "raw-id" / "id_news_gikirima.jsonl").read_text("utf-8").split("\n"):
            if line:
                yield json.loads(line)["text"]
        return
    if code != "en":
        yield from (path.read_text("utf-8") for path in sorted((data / f"raw-{code}").glob("*.txt")))
        return
    for path in sorted((data / "polnear" / "train" / "text").glob("*.txt")):
        yield path.read_text("utf-8")
    for path in sorted((data / "wcxb" / "dev" / "ground-truth").glob("*.json")):
        page = json.loads(path.read_text("utf-8"))["ground_truth"]
        yield f"{page.get('title') or ''}\n{page.get('main_content') or ''}"


def forms(code: str, plain: Iterable[str]) -> Iterator[list[str]]:
    """Yield the forms of the words of each text, cut as the program cuts them."""
    for text in plain:
        blocks = [Block(start=0, end=len(text), role=Role.BODY, why="training")]
        yield [form_of(token.text) for token in tokenise(text, blocks, code)[1]]


def word_vectors(
    code: str, data: Path, more: Iterable[list[str]], width: int, seed: int = 1
) -> tuple[list[str], np.ndarray]:
    """Return the commoner forms of plain text and treebanks, and a vector for each (rows, float32).

    Positive pointwise mutual information with the words within NEAR places, left and right told apart, brought down
    to ``width`` by a singular value decomposition (Levy, Goldberg, Dagan 2015: contexts smoothed to the power .75).
    """
    lines = [*forms(code, texts(code, data)), *more]
    counts = Counter(form for line in lines for form in line)
    words = [form for form, count in counts.most_common() if count >= LEAST.get(code, 3)]
    index = {form: number for number, form in enumerate(words)}
    wide = min(CONTEXTS, len(words))
    pairs = sparse.csr_matrix((len(words), 2 * NEAR * wide), dtype=np.float32)
    numbers = np.concatenate([[*(index.get(form, -1) for form in line), *[-1] * NEAR] for line in lines])
    for distance in range(1, NEAR + 1):
        left, right = numbers[:-distance], numbers[distance:]
        for target, context, side in ((right, left, 0), (left, right, 1)):
            fits = (target >= 0) & (context >= 0) & (context < wide)
            columns = context[fits] + (2 * (distance - 1) + side) * wide
            ones = np.ones(fits.sum(), dtype=np.float32)
            pairs = pairs + sparse.csr_matrix((ones, (target[fits], columns)), shape=pairs.shape)
    pairs = _mutual(pairs.tocoo())
    left_vectors, sizes, _ = randomized_svd(pairs, width, n_iter=4, random_state=seed)
    vectors = left_vectors * np.sqrt(sizes)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    return words, (vectors * np.sqrt(width) / 2).astype(np.float32)


def _mutual(pairs: sparse.coo_matrix) -> sparse.csr_matrix:
    total = pairs.data.sum()
    rows = np.asarray(pairs.tocsr().sum(1)).ravel()
    columns = np.asarray(pairs.tocsc().sum(0)).ravel() ** 0.75
    columns *= total / columns.sum()
    pairs.data = np.log(pairs.data * total / (rows[pairs.row] * columns[pairs.col]))
    pairs.data[pairs.data < 0] = 0
    return pairs.tocsr()


def lines_of(path: Path) -> list[str]:
    """Return the lines of a list in Latin-1; none if it is not there."""
    return path.read_text("latin-1").splitlines() if path.exists() else []


def rows_of(language: Language, table: str) -> tuple[Row, ...]:
    """Return the rows of a table of a language; none if it has no such table."""
    return language.table(table) if language.has_table(table) else ()


def name_classes(code: str, data: Path) -> dict[str, list[int]]:
    """Return form -> one number a class of NAME_CLASSES: the bit length of a count, at most HIGHEST.

    From lists only (DBpedia, the gazetteer, our own tables), never from the name corpora that the model learns.
    """
    counts: dict[str, Counter[str]] = {name: Counter() for name in NAME_CLASSES}
    for line in lines_of(data / "gaz" / "person.txt"):
        words = WORD.findall(line)
        if "?" not in line and len(words) > 1:
            counts["given"].update(words[:1])
            counts["family"].update(words[1:])
    for line in lines_of(data / "gaz" / "organization.txt"):
        counts["body"].update(WORD.findall(line))
    for line in lines_of(data / "gaz" / "place.txt"):
        counts["place"].update(WORD.findall(line))
    home = Path(sumber.__path__[0])
    store = Store(home / "gazetteer" / "data" / "gazetteer.sqlite")
    for name in store.names():
        place = store.find(name)[0]
        kind = "country" if place.level == "country" else "place"
        if kind == "country" or place.importance > 30:
            counts[kind].update(WORD.findall(name) * (3 if kind == "country" else 1))
    counts["country"].update(row["word"] for row in read_table(home / "gazetteer" / "data" / "demonyms.tsv"))
    language = load(code)
    for row in rows_of(language, "bodies"):
        kind = "body" if row["kind"] == "name" else "head"
        counts[kind].update(WORD.findall(row["word"]) * 4)
    for row in rows_of(language, "titles"):
        counts["title"].update(WORD.findall(row["word"]) * (7 if row["kind"] in ("role", "rank") else 2))
    folded: dict[str, list[int]] = {}
    for number, name in enumerate(NAME_CLASSES):
        for word, count in counts[name].items():
            folded.setdefault(form_of(word), [0] * len(NAME_CLASSES))[number] += count
    return {
        word: [min(HIGHEST, count.bit_length()) for count in row]
        for word, row in sorted(folded.items())
        if len(word) > 1 and (sum(row) > 2)
    }
