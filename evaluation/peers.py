"""Other programs beside Sumber, on the same texts, in turns within one run: speed by CPU time, and what they find.

Each peer is optional (dependency group ``peers``); one that is not installed is left out. What cannot be run here
(HeidelTime needs Java and TreeTagger, PETRARCH-2 Python 2 and a constituency parser) is told with what is known of it.
"""

import time
from collections.abc import Callable, Iterable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import sumber
from sumber.errors import DocumentError
from sumber.language.tables import read_table
from sumber.page.document import Document
from sumber.page.read import read_document
from sumber.reading.analysis import Analysis
from sumber.reading.pipeline import default_layers
from sumber.reading.times import Times
from sumber.record import Record, Role

from .common import MissingDataError, corpus, read_lines, shared
from .measure_page import _aeb
from .shingles import score_bodies

__all__ = ["TOLD", "compare"]

Row = dict[str, Any]
ROUNDS = 3
_RUNNING = (Role.BODY, Role.DATELINE)
_HOUSE = Path(sumber.__path__[0]) / "reading"
_RULES = ("names/data/organisations.tsv", "relays/data/outlets.tsv")

TOLD: tuple[Row, ...] = (
    {
        "task": "times, English",
        "who": "HeidelTime 2.2.1",
        "speed": "23 to 390 words/s in our trial (a new Java for each text, or one that stays)",
        "finds": "TempEval-3: strict .818, relaxed .907, value .781",
    },
    {
        "task": "times, Indonesian",
        "who": "HeidelTime, auto-indonesian",
        "speed": "1,400 to 6,900 words/s in our trial",
        "finds": "IndoTimex: strict .197, relaxed .547, value .394",
    },
    {
        "task": "events, English",
        "who": "PETRARCH-2, after a parse that others make",
        "speed": "24,000 to 26,000 words/s in our trial; with its CoreNLP parser `1,000+ stories an hour` (its README)",
        "finds": "its own AFP gold: root F1 .756",
    },
)


def race(runs: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Return the CPU seconds of each of some runs: the best of several rounds, in which they take turns."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, run in runs.items():
            at = time.process_time()
            run()
            spent = time.process_time() - at
            best[name] = min(spent, best.get(name, spent))
    return best


def compare() -> list[Row]:
    """Return one row a task and program: its speed and what it finds."""
    rows: list[Row] = []
    for part in (
        _pages,
        lambda: _times("id"),
        lambda: _times("en"),
        lambda: _whole("id"),
        lambda: _whole("en"),
    ):
        try:
            rows += part()
        except MissingDataError as error:
            rows.append({"task": "left out", "who": str(error), "speed": "", "finds": ""})
    return rows


def _named(package: str) -> str:
    return f"{package} {version(package)}"


def _pages() -> list[Row]:
    corpus("aeb")
    pages = list(_aeb())
    readers: dict[str, Callable[[str], str]] = {
        "Sumber, exact": lambda html: _body(html, bulk=False),
        "Sumber, `--bulk`": lambda html: _body(html, bulk=True),
    }
    if find_spec("trafilatura"):
        from trafilatura import bare_extraction, extract

        name = _named("trafilatura")
        readers[f"{name}, `extract`, as it comes"] = lambda html: extract(html) or ""
        readers[f"{name}, with metadata"] = lambda html: (
            getattr(bare_extraction(html, with_metadata=True), "text", None) or ""
        )
    found = {name: [(gold, run(html)) for gold, html in pages] for name, run in readers.items()}
    spent = race({name: _over(run, [html for _, html in pages]) for name, run in readers.items()}, rounds=2)
    return [
        {
            "task": f"pages, {len(pages)} of the article-extraction-benchmark",
            "who": name,
            "speed": f"{len(pages) / seconds:,.0f} pages/s",
            "finds": f"body F1 {score_bodies(found[name])['f1']:.3f}",
        }
        for name, seconds in spent.items()
    ]


def _body(html: str, *, bulk: bool) -> str:
    try:
        article, _ = read_document(Document(html=html), bulk=bulk)
    except DocumentError:
        return ""
    return "\n\n".join(block.of(article.text) for block in article.blocks if block.role in _RUNNING)


def _over(run: Callable[[Any], object], texts: Iterable[Any]) -> Callable[[], object]:
    kept = list(texts)
    return lambda: [run(text) for text in kept]


def _articles(language: str, count: int) -> list[Document]:
    rows = read_lines(shared("articles", f"{language}.jsonl"))[:count]
    return [
        Document(text=row["text"], language=language, published=row.get("published") or "2025-06-12")
        for row in rows
    ]


def _words(found: list[Document]) -> int:
    return sum(len((document.text or "").split()) for document in found)


def _times(language: str) -> list[Row]:
    found = _articles(language, 30)
    layer = Times()
    records = [Record(article=read_document(document)[0]) for document in found]
    runs: dict[str, Callable[[Record], list[object]]] = {
        "Sumber, times alone": lambda record: list(layer(record, Analysis(record.article)).times)
    }
    if find_spec("dateparser"):
        from dateparser.search import search_dates

        runs[f"{_named('dateparser')}, `search_dates`"] = lambda record: (
            search_dates(record.article.text, languages=[language]) or []
        )
    counts = {name: sum(len(run(record)) for record in records) for name, run in runs.items()}
    spent = race({name: _over(run, records) for name, run in runs.items()})
    return [
        {
            "task": f"times, {language}, {len(found)} articles",
            "who": name,
            "speed": f"{_words(found) / seconds:,.0f} words/s",
            "finds": f"{counts[name]:,} expressions",
        }
        for name, seconds in spent.items()
    ]


def _whole(language: str) -> list[Row]:
    found = _articles(language, 60)
    layers = default_layers()

    def read(document: Document) -> Record:
        article, notes = read_document(document)
        record, analysis = Record(article=article, notes=notes), Analysis(article)
        for layer in layers:
            record = layer(record, analysis)
        return record

    runs: dict[str, Callable[[Document], object]] = {"Sumber, the whole record": read}
    finds = {"Sumber, the whole record": "blocks, names, times, places, relays, statements, events"}
    if find_spec("spacy"):
        name = f"{_named('spacy')}, blank: sentencizer and entity ruler"
        runs[name], patterns = _spacy(language)
        finds[name] = f"words, sentences, names out of {patterns:,} patterns (Sumber's bodies and outlets)"
    for run in runs.values():
        run(found[0])
    spent = race({name: _over(run, found) for name, run in runs.items()})
    return [
        {
            "task": f"whole text, {language}, {len(found)} articles",
            "who": name,
            "speed": f"{_words(found) / seconds:,.0f} words/s",
            "finds": finds[name],
        }
        for name, seconds in spent.items()
    ]


def _spacy(language: str) -> tuple[Callable[[Document], object], int]:
    """Return spaCy without a model, with rules for names that stand in our tables, and how many rules."""
    import spacy

    names = {
        name
        for table in _RULES
        for row in read_table(_HOUSE / table)
        for name in (row["name"], *row["aliases"].split("|"))
        if name
    }
    pipeline = spacy.blank(language)
    pipeline.add_pipe("sentencizer")
    ruler: Any = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": name} for name in sorted(names)])
    return lambda document: pipeline(document.text or ""), len(names)
