"""Speed, memory and start-up, printed as a table: ``python -m evaluation.bench`` (``make bench``).

One process, CPU time, on the unlabelled articles (``$SUMBER_DATA/articles``) or, without them, on the bundled samples.
Peers that are installed are run on the same articles in the same run. Nothing here is gated: it depends on the machine.
"""

import platform
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from importlib.util import find_spec

from sumber.page.document import Document
from sumber.page.read import read_document
from sumber.reading.analysis import Analysis
from sumber.reading.pipeline import default_layers
from sumber.record import Record
from sumber.samples import FOLDER

from .common import MissingDataError, read_lines, shared

__all__ = ["main"]

SAMPLES = {"id": "pertemuan-dili.txt", "en": "ferry-talks.txt"}


def articles(language: str) -> list[Document]:
    """Return the articles to read, or a hundred copies of our own sample."""
    try:
        rows = read_lines(shared("articles", f"{language}.jsonl"))
    except MissingDataError:
        rows = [{"text": (FOLDER / SAMPLES[language]).read_text("utf-8")}] * 100
    return [
        Document(text=row["text"], language=language, published=row.get("published") or "2025-06-12")
        for row in rows
    ]


def layer_speeds(language: str) -> dict[str, float]:
    """Return words per CPU second of each step and of the whole reading; models are loaded before the clock starts."""
    found = articles(language)
    layers = default_layers()
    _read_all(found[:3], layers)
    spent = _read_all(found, layers)
    words = sum(len((document.text or "").split()) for document in found)
    return {
        **{step: words / seconds for step, seconds in spent.items()},
        "whole": words / sum(spent.values()),
    }


def _read_all(found: list[Document], layers: list) -> dict[str, float]:  # type: ignore[type-arg]
    spent: dict[str, float] = defaultdict(float)
    for document in found:
        at = time.process_time()
        article, notes = read_document(document)
        record = Record(article=article, notes=notes)
        spent["article"] += time.process_time() - at
        analysis = Analysis(article)
        at = time.process_time()
        _ = analysis.tokens
        spent["words"] += time.process_time() - at
        for layer in layers:
            at = time.process_time()
            record = layer(record, analysis)
            spent[layer.name] += time.process_time() - at
    return spent


def growth() -> dict[str, float]:
    """Return how the time per article changes over twenty rounds through the articles (1 = flat)."""
    found, layers = articles("id"), default_layers()
    _read_all(found, layers)
    rounds = [sum(_read_all(found, layers).values()) for _ in range(20)]
    return {"time of the last five rounds over the first five": sum(rounds[-5:]) / sum(rounds[:5])}


def start_up() -> dict[str, float]:
    """Return wall seconds of ``sumber --help`` and of a first record in a new process: the best of five."""
    sample = str(FOLDER / SAMPLES["id"])
    commands = {"sumber --help": ["--help"], "first record of a process": ["read", "--json", sample]}
    return {
        name: min(_wall([sys.executable, "-m", "sumber", *rest]) for _ in range(5))
        for name, rest in commands.items()
    }


def _wall(command: list[str]) -> float:
    at = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - at


def peers() -> dict[str, float]:
    """Return words per CPU second of the peers that are installed."""
    known: dict[str, tuple[str, str, Callable[[], Callable[[str], object]]]] = {
        "dateparser search_dates (times, id)": ("dateparser", "id", _dateparser),
        "spaCy blank + sentencizer (words, en)": ("spacy", "en", _spacy),
    }
    speeds = {}
    for name, (package, language, make) in known.items():
        if find_spec(package) is None:
            continue
        run = make()
        texts = [document.text or "" for document in articles(language)[:20]]
        run(texts[0])
        at = time.process_time()
        for text in texts:
            run(text)
        speeds[name] = sum(len(text.split()) for text in texts) / (time.process_time() - at)
    return speeds


def _dateparser() -> Callable[[str], object]:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["id"])


def _spacy() -> Callable[[str], object]:
    import spacy

    pipeline: Callable[[str], object] = spacy.blank("en")
    pipeline.add_pipe("sentencizer")  # type: ignore[attr-defined]
    return pipeline


def main() -> None:
    """Print all tables."""
    print(
        f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, one process, CPU time"
    )
    for language in SAMPLES:
        print(f"\nwords a second, {language}")
        for step, speed in layer_speeds(language).items():
            print(f"  {step:46s} {speed:12,.0f}")
    for title, figures in (("growth", growth()), ("seconds", start_up()), ("peers, words a second", peers())):
        print(f"\n{title}")
        for name, value in figures.items():
            print(f"  {name:46s} {value:12,.2f}")
    print(f"\npeak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
