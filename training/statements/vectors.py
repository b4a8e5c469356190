"""First values for the word vectors: from counts of neighbours (PPMI, SVD) and word classes of treebanks.

Counted over PolNeAR train, the treebanks EWT and GUM, and the web pages of WCXB: nothing pretrained.
"""

import gzip
import json
from collections import Counter
from pathlib import Path

import numpy as np
import scipy.sparse
import scipy.sparse.linalg

from sumber.reading.statements.tagger_features import folded

from . import data

LEAST = 3
WINDOW = 4
MOST = 28_000


def texts(corpora: Path) -> list[list[str]]:
    """Return the texts of all corpora as small-letter words."""
    found = []
    for path in sorted((corpora / "polnear" / "train" / "text").glob("*.txt")):
        found.append([folded(word) for _, _, word in data.words_of(path.read_bytes().decode("utf-8"))])
    for name in ("en_ewt-train", "en_gum-train"):
        flat = [word for words, _, _ in data.treebank(corpora / "ud" / f"{name}.conllu") for word in words]
        found.append([folded(word) for word in flat])
    for path in sorted((corpora / "wcxb" / "dev" / "ground-truth").glob("*")):
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = (
            json.dumps(json.loads(raw), ensure_ascii=False)
            if path.suffix != ".json"
            else page_text(json.loads(raw))
        )
        if text.count(" the ") > 5:
            found.append([folded(word) for _, _, word in data.words_of(text)])
    return found


def page_text(page: object) -> str:
    """Return the longest string of a page's gold."""
    if isinstance(page, str):
        return page
    values = page.values() if isinstance(page, dict) else page if isinstance(page, list) else []
    return max((page_text(value) for value in values), key=len, default="")


def vectors(corpus: list[list[str]], words: list[str], size: int) -> np.ndarray:
    """Return PPMI vectors by SVD, shape (words, size)."""
    index = {word: at for at, word in enumerate(words)}
    pairs: Counter[tuple[int, int]] = Counter()
    for text in corpus:
        ids = [index.get(word, -1) for word in text]
        for step in range(1, WINDOW + 1):
            weight = WINDOW + 1 - step
            for pair in zip(ids, ids[step:], strict=False):
                if pair[0] >= 0 and pair[1] >= 0:
                    pairs[pair] += weight
    keys = np.array(list(pairs), np.int64)
    values = np.fromiter(pairs.values(), np.float64)
    n = len(words)
    half = scipy.sparse.coo_matrix((values, (keys[:, 0], keys[:, 1])), shape=(n, n)).tocsr()
    both = scipy.sparse.hstack([half, half.T]).tocsr()  # left and right neighbours told apart
    rows = np.asarray(both.sum(1)).ravel()
    columns = np.asarray(both.sum(0)).ravel() ** 0.75
    both = both.tocoo()
    ppmi = np.log(both.data * columns.sum() / (rows[both.row] * columns[both.col]))
    kept = ppmi > 0
    matrix = scipy.sparse.csr_matrix((ppmi[kept], (both.row[kept], both.col[kept])), shape=both.shape)
    left, strength, _ = scipy.sparse.linalg.svds(matrix, k=size, random_state=np.random.default_rng(7))
    found = left * np.sqrt(strength)
    return found / (found.std() + 1e-9)
