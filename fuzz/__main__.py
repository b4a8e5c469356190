"""Run one door under atheris: ``python -m fuzz NAME [OPTIONS OF LIBFUZZER]``.

What is found is kept in ``.work/fuzz/NAME``: the corpus, and inputs that crash or hang.
"""

import hashlib
import sys
from importlib import import_module
from pathlib import Path

from . import DOORS

__all__ = ["main"]

_SECONDS = (
    20  # an input that takes longer hangs; an instrumented reading is some five times slower than a plain one
)


def main(arguments: list[str]) -> None:
    """Hand a door to libFuzzer."""
    name, *options = arguments or [""]
    if name not in DOORS:
        raise SystemExit(f"Give one of {', '.join(DOORS)}, then options as -max_total_time=60")
    import atheris

    with atheris.instrument_imports(include=["sumber", "feedparser"], enable_loader_override=False):
        door = import_module(f"fuzz.{name}")
        words = import_module("fuzz.words")
    folder = Path(".work") / "fuzz" / name
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    texts = map(door.of_text, words.sentences()) if hasattr(door, "of_text") else ()
    for seed in (*door.SEEDS, *texts):
        (corpus / hashlib.sha1(seed, usedforsecurity=False).hexdigest()).write_bytes(seed)
    for seed in door.SEEDS:
        door.one(seed)  # models are loaded before the clock starts
    (folder / "words.dict").write_bytes(words.dictionary())
    ours = [
        f"-dict={folder / 'words.dict'}",
        f"-timeout={_SECONDS}",
        "-max_len=6000",
        "-len_control=0",
        f"-artifact_prefix={folder}/",
        "-rss_limit_mb=3000",
    ]
    atheris.Setup([sys.argv[0], *ours, *options, str(corpus)], door.one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
