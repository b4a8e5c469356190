"""What every measurement shares: where the data lie, and how to say that they are not there."""

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType
from typing import Any

__all__ = ["MissingDataError", "corpus", "load_script", "read_lines", "shared"]

ROOT = Path(__file__).resolve().parent.parent


class MissingDataError(Exception):
    """A measurement cannot be taken because its data are not on this machine; the text says which."""


def shared(*parts: str) -> Path:
    """Return a path below ``$SUMBER_DATA`` (default ``../shared``); raises MissingDataError."""
    return _there(Path(os.environ.get("SUMBER_DATA") or ROOT.parent / "shared").joinpath(*parts))


def corpus(*parts: str) -> Path:
    """Return a path below ``$SUMBER_CORPORA`` (default ``.data``); raises MissingDataError."""
    return _there(Path(os.environ.get("SUMBER_CORPORA") or ROOT / ".data").joinpath(*parts))


def _there(path: Path) -> Path:
    if not path.exists():
        raise MissingDataError(f"`{path.name}` is not there (looked in `{path.parent}`)")
    return path


def load_script(path: Path) -> ModuleType:
    """Import a scorer that lies outside the project, by its path."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise MissingDataError(f"`{path}` is no Python script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_lines(path: Path) -> list[Any]:
    """Return the objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
