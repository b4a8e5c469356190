"""Speed, memory and start-up, printed as a table: ``python -m evaluation.bench`` (``make bench``; ``make peers``).

One process, CPU time, on the unlabelled articles (``$SUMBER_DATA/articles``) or, without them, on the bundled samples.
Peers that are installed are run on the same articles in the same run. Nothing here is gated: it depends on the machine.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from sumber.page.document import Document
from sumber.page.read import read_document
from sumber.reading.analysis import Analysis
from sumber.reading.pipeline import default_layers
from sumber.record import Record
from sumber.samples import FOLDER

from .common import ROOT, MissingDataError, read_lines, shared
from .peers import TOLD, compare

__all__ = ["SPEED", "main", "measure"]

SPEED = Path(__file__).parent / "speed.json"

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
    """Return how the time per article changes over eight rounds through the articles (1 = flat)."""
    found, layers = articles("id"), default_layers()
    _read_all(found, layers)
    rounds = [sum(_read_all(found, layers).values()) for _ in range(8)]
    return {"time of the last two of eight rounds over the first two": sum(rounds[-2:]) / sum(rounds[:2])}


def start_up() -> dict[str, float]:
    """Return CPU seconds of ``sumber --help`` and of a first record in a new process: the best of five."""
    sample = str(FOLDER / SAMPLES["id"])
    commands = {"sumber --help": ["--help"], "first record of a process": ["read", "--json", sample]}
    return {
        name: min(_spent([sys.executable, "-m", "sumber", *rest]) for _ in range(5))
        for name, rest in commands.items()
    }


def _spent(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure() -> dict[str, Any]:
    """Return all figures, with the machine, the day and the commit that they were taken on."""
    return {
        "machine": machine(),
        "layers": {language: layer_speeds(language) for language in SAMPLES},
        "start": start_up(),
        "growth": growth(),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "peers": compare(),
    }


def machine() -> dict[str, str]:
    """Return what ran this, in words."""
    cores = os.cpu_count() or 1
    commit = _said("git", "rev-parse", "--short", "HEAD") + (
        "+" if _said("git", "status", "--porcelain") else ""
    )
    return {
        "processor": f"{_processor()}, {cores} cores",
        "load": f"{os.getloadavg()[0]:.1f}",
        "python": platform.python_version(),
        "day": time.strftime("%Y-%m-%d", time.gmtime()),
        "commit": commit,
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    found = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(found, platform.processor() or platform.machine())


def _said(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def main() -> None:
    """Print all tables, and keep them for the docs if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--write", action="store_true", help="keep them in evaluation/speed.json, for docs/reference/speed.md"
    )
    write = parser.parse_args().write
    found = measure()
    print(", ".join(f"{name} {value}" for name, value in found["machine"].items()))
    for language, speeds in found["layers"].items():
        print(f"\nwords a second, {language}")
        for step, speed in speeds.items():
            print(f"  {step:46s} {speed:12,.0f}")
    for title in ("growth", "start"):
        print(f"\n{title}")
        for name, value in found[title].items():
            print(f"  {name:46s} {value:12,.2f}")
    print(f"\npeak memory: {found['memory_mb']:,.0f} MB")
    for row in (*found["peers"], *TOLD):
        print("\n" + "\n  ".join(row[name] for name in ("task", "who", "speed", "finds")))
    if write:
        SPEED.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
