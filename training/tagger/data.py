"""Reading treebanks and name corpora: one kind of sentence for all, and what is kept apart for measuring."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sumber.gazetteer import country_of

__all__ = ["KINDS", "Example", "Part", "iob", "names_of", "parts", "treebank"]

KINDS = {
    "PER": "person", "PERSON": "person", "PPL": "person", "ORG": "organisation", "ORGANISATION": "organisation",
    "LOC": "place", "PLACE": "place", "PLC": "place", "MISC": "other",
}  # fmt: skip


@dataclass
class Example:
    """One sentence. ``heads`` counts from 0, -1 is the root; None where a corpus lacks a layer.

    ``names`` are (first, last, kind), last exclusive. ``open_names``: tokens whose lack of a name says nothing, as a
    set of kinds that they may hold beside none.
    """

    words: list[str]
    style: str
    classes: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    names: list[tuple[int, int, str]] | None = None
    open_names: dict[int, frozenset[str]] = field(default_factory=dict)


@dataclass
class Part:
    """A corpus with its licence, and what of it trains and what measures."""

    name: str
    licence: str
    train: list[Example]
    held: list[Example]
    times: int = 1
    most: int | None = None  # sentences drawn anew each round, if not all


def treebank(path: Path, style: str) -> list[Example]:
    """Return the sentences of a CoNLL-U file."""
    return [example for _, example in documents(path, style)]


def documents(path: Path, style: str) -> Iterator[tuple[str, Example]]:
    """Yield (document or sentence id, sentence) of a CoNLL-U file; names from the column MISC (GUM) if it has any."""
    rows: list[list[str]] = []
    name = ""
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        if line.startswith("#"):
            found = re.match(r"# sent_id = (\S+)", line)
            name = found[1] if found else name
        elif line.strip():
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
        elif rows:
            yield name, _example(rows, style)
            rows = []


def _example(rows: list[list[str]], style: str) -> Example:
    words = [row[1] for row in rows]
    heads = [int(row[6]) - 1 for row in rows]
    example = Example(words, style, [row[3] for row in rows], heads, [row[7] for row in rows])
    if any("Entity=" in row[9] for row in rows):
        _gum_names(example, [row[9] for row in rows])
    return example


_GUM = {"person": "person", "organization": "organisation", "place": "place"}


def _gum_names(example: Example, misc: Sequence[str]) -> None:
    """Names of GUM: entities whose words are proper; those with an article in Wikipedia are sure, others open."""
    assert example.classes is not None
    proper = [kind == "PROPN" for kind in example.classes]
    opened: list[tuple[str, int, str, bool]] = []
    spans: list[tuple[int, int, str, bool]] = []
    for index, cell in enumerate(misc):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", cell)
        if not found:
            continue
        for part in re.finditer(r"\(|\)|[^()]+", found[1]):
            text = part[0]
            if text == ")":
                if opened and opened[-1][1] == index and opened[-1][0]:
                    spans.append(_close(opened.pop(), index))
            elif text != "(":
                fields = text.split("-")
                if len(fields) > 2:
                    opened.append((fields[0], index, fields[1], len(fields) > 6))
                else:
                    same = [entry for entry in opened if entry[0] == text]
                    if same:
                        opened.remove(same[-1])
                        spans.append(_close(same[-1], index))
    example.names = []
    taken: set[int] = set()
    for first, last, kind, linked in sorted(spans, key=lambda span: span[0] - span[1]):
        while first < last and not proper[first] and example.words[first].lower() in ("the", "a", "an"):
            first += 1
        while first < last and example.words[last - 1] in ("'s", "’s", "'", "the", "of", "and", "-"):
            last -= 1
        inside = [
            proper[i] or example.words[i] in ("of", "the", "and", "'s", "-") for i in range(first, last)
        ]
        if first >= last or not all(inside) or not any(proper[first:last]) or taken & set(range(first, last)):
            continue
        if kind in _GUM and (linked or kind != "place"):
            name = " ".join(example.words[first:last])
            is_land = (
                kind == "organization" and country_of(name) is not None
            )  # a country that acts is a place
            example.names.append((first, last, "place" if is_land else _GUM[kind]))
            taken |= set(range(first, last))
    every = frozenset(KINDS.values())
    example.open_names = {i: every for i, is_proper in enumerate(proper) if is_proper and i not in taken}


def _close(entry: tuple[str, int, str, bool], index: int) -> tuple[int, int, str, bool]:
    return entry[1], index + 1, entry[2], entry[3]


def iob(path: Path, style: str, columns: tuple[int, int] = (0, -1)) -> list[Example]:
    """Return the sentences of a file with one word and one IOB tag a line."""
    found: list[Example] = []
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        if line.startswith("# ") and "=" in line:
            continue
        cells = line.strip().split("\t" if "\t" in line else " ")
        if len(cells) > 1:
            words.append(cells[columns[0]])
            tags.append(cells[columns[1]])
        elif words:
            found.append(Example(words, style, names=names_of(tags)))
            words, tags = [], []
    return found


def names_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the names in a row of IOB tags; kinds that we do not have (products, events) count as other.

    >>> names_of(["B-PER", "I-PER", "O", "B-ORG"])
    [(0, 2, 'person'), (3, 4, 'organisation')]
    """
    found: list[tuple[int, int, str]] = []
    begin, kind = -1, ""
    for index, tag in enumerate([*tags, "O"]):
        if begin >= 0 and tag != f"I-{kind}":
            found.append((begin, index, KINDS.get(kind, "other")))
            begin = -1
        if tag[:2] == "B-" or (tag[:2] == "I-" and begin < 0):
            begin, kind = index, tag[2:]
    return found


def _every(items: list[Example], step: int, size: int) -> tuple[list[Example], list[Example]]:
    """Part a list into (rest, blocks of ``size`` out of every ``step`` sentences): whole stretches, not neighbours."""
    held = [item for number, item in enumerate(items) if number % step >= step - size]
    rest = [item for number, item in enumerate(items) if number % step < step - size]
    return rest, held


def parts(code: str, data: Path) -> list[Part]:
    """Return the corpora that train and measure the model of a language."""
    known = {"id": _indonesian, "en": _english}
    return known[code](data) if code in known else _any(code, data)


def _any(code: str, data: Path) -> list[Part]:
    """Return what lies in ``data`` for any other language: ``ud/<code>_*-train.conllu``, ``ner/<code>_*-train.*``.

    The file that ends in ``-dev`` instead of ``-train`` measures; licences are to be read in the corpora.
    """
    found = []
    for path in sorted((data / "ud").glob(f"{code}_*-train.conllu")):
        dev = path.with_name(path.name.replace("-train", "-dev"))
        held = treebank(dev, "news") if dev.exists() else []
        found.append(Part(path.stem, "see the corpus", treebank(path, "news"), held))
    for path in sorted((data / "ner").glob(f"{code}_*-train.*")):
        dev = path.with_name(path.name.replace("-train", "-dev"))
        held = iob(dev, "news") if dev.exists() else []
        found.append(Part(path.stem, "see the corpus", iob(path, "news"), held, 2))
    if not found:
        raise SystemExit(
            f"no corpus of `{code}` in {data}/ud or {data}/ner; see docs/how-to/train-a-language.md"
        )
    return found


def _indonesian(data: Path) -> list[Part]:
    ud, ner = data / "ud", data / "ner"
    dev_train, dev_held = _every(treebank(ud / "id_gsd_r2.17-dev.conllu", "wiki"), 60, 10)
    csui_train, csui_held = _every(treebank(ud / "id_csui-train.conllu", "news"), 60, 10)
    nergrit_more, nergrit_held = _every(iob(ner / "id_nergrit-valid.txt", "wiki"), 40, 20)
    idner_more, idner_held = _every(iob(ner / "id_idner2k-dev.txt", "news"), 40, 20)
    nergrit = iob(ner / "id_nergrit-train.txt", "wiki") + nergrit_more
    idner = iob(ner / "id_idner2k-train.txt", "news") + idner_more
    nerp = iob(ner / "id_nerp-train.txt", "nerp")
    nerp_held = iob(ner / "id_nerp-valid.txt", "nerp")
    for example in nerp + nerp_held:
        assert example.names is not None
        named = {i for first, last, _ in example.names for i in range(first, last)}
        example.open_names = {
            i: frozenset({"organisation", "other"}) for i in range(len(example.words)) if i not in named
        }
        for first, last, kind in example.names:
            if kind == "other":
                example.open_names |= {i: frozenset({"organisation", "other"}) for i in range(first, last)}
        example.names = [name for name in example.names if name[2] != "other"]
    return [
        Part("UD Indonesian-GSD r2.1 train, converted to the style of r2.17", "CC BY-SA 4.0", treebank(ud / "id_gsd_upgraded-train.conllu", "wiki"), []),
        Part("UD Indonesian-GSD r2.17 dev", "CC BY-SA 4.0", dev_train, dev_held, 4),
        Part("UD Indonesian-CSUI train", "CC BY-SA 4.0", csui_train, csui_held, 3),
        Part("UD Indonesian-PUD", "CC BY-SA 3.0", treebank(ud / "id_pud-test.conllu", "news"), [], 2),
        Part("NERGrit train and half of valid", "MIT", nergrit, nergrit_held, 2),
        Part("IDNER2K train and half of dev", "MIT", idner, idner_held, 2),
        Part("NERP train", "Apache-2.0", nerp, nerp_held, 1, 2400),
    ]  # fmt: skip


_GENRES = ("academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage")


def _english(data: Path) -> list[Part]:
    ud, ner = data / "ud", data / "ner"
    uner_train, uner_held = _every(iob(ner / "en_uner_ewt-dev.iob2", "web", (1, 2)), 100, 20)
    gum_dev = {name.rsplit("-", 1)[0] for name, _ in documents(ud / "en_gum-dev.conllu", "news")}
    gum: tuple[list[Example], list[Example]] = ([], [])
    for path in sorted((ud / "en_gum_src").glob("*.conllu")):
        if path.stem.split("_")[1] in _GENRES:
            gum[path.stem in gum_dev].extend(treebank(path, "news"))
    ewt = treebank(ud / "en_ewt-train.conllu", "web")
    for example in ewt:
        _open_proper(example)
    return [
        Part("UD English-EWT train (measured on dev)", "CC BY-SA 4.0", ewt, treebank(ud / "en_ewt-dev.conllu", "web")),
        Part("UNER English-EWT dev", "CC BY-SA 4.0", uner_train, uner_held, 2),
        Part("UD English-GUM, genres " + ", ".join(_GENRES), "CC BY 4.0 and CC BY-SA", gum[0], gum[1]),
        Part("UD English-PUD", "CC BY-SA 3.0", treebank(ud / "en_pud-test.conllu", "news"), []),
        Part("Wikigold", "CC BY 4.0", iob(ner / "en_wikigold.conllu", "news", (1, 2)), [], 2),
    ]  # fmt: skip


def _open_proper(example: Example) -> None:
    """Say of a sentence without names which words may be in one: proper nouns and what stands between them."""
    assert example.classes is not None
    every = frozenset(KINDS.values())
    proper = [kind == "PROPN" for kind in example.classes]
    example.names = []
    example.open_names = {
        i: every for i in range(len(proper)) if proper[i] or any(proper[max(0, i - 1) : i + 2])
    }
