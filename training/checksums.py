"""Renew ``SHA256SUMS`` beside every shipped model and the gazetteer: ``python -m training.checksums [--check]``.

To be run whenever one of these files was made anew; the scripts here that make them do it themselves. Networks and word
lists are packed on the way.
"""

import argparse
import gzip
import hashlib
import sys
from pathlib import Path

import sumber
from sumber.language.shipped import SUMS

__all__ = ["folders", "main", "renew", "stale"]

_PATTERNS = ("language/*/model", "language/*/model/tagger", "gazetteer/data")
_ENDINGS = (".onnx", ".npz", ".json", ".txt", ".sqlite", ".gz")
_TO_PACK = (".onnx", ".txt")


def folders() -> list[Path]:
    """Return the folders that hold shipped models."""
    home = Path(sumber.__path__[0])
    return sorted(folder for pattern in _PATTERNS for folder in home.glob(pattern) if files(folder))


def files(folder: Path) -> list[Path]:
    """Return the files of a folder that have a checksum."""
    return sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS)


def sums(folder: Path) -> str:
    """Return what ``SHA256SUMS`` of a folder should hold."""
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files(folder)
    )


def stale() -> list[Path]:
    """Return the folders whose checksums are not those of their files."""
    return [
        folder
        for folder in folders()
        if not (folder / SUMS).is_file() or (folder / SUMS).read_text("utf-8") != sums(folder)
    ]


def renew(folder: Path) -> None:
    """Pack what is to be packed in one folder, and write its checksums."""
    for path in files(folder):
        if path.suffix in _TO_PACK:
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))
            path.unlink()
    (folder / SUMS).write_text(sums(folder), "utf-8")


def main() -> int:
    """Renew, or only compare; return 1 if something is stale."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail if a file is not as its sum says"
    )
    if parser.parse_args().check:
        for folder in stale():
            print(f"{folder / SUMS} is not current; run: python -m training.checksums")
        return 1 if stale() else 0
    for folder in folders():
        renew(folder)
        print(folder / SUMS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
