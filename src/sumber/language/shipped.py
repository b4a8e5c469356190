"""Files that are shipped with their checksums: they are used only if their bytes are those that were made.

Beside the files of a folder lies ``SHA256SUMS``, as ``sha256sum`` writes it; ``python -m training.checksums`` renews
all of them. Networks and word lists lie there packed, as ``tagger.onnx.gz``, but are asked for as ``tagger.onnx``.
"""

import gzip
import hashlib
from functools import cache
from pathlib import Path

from ..errors import ModelError

__all__ = ["SUMS", "check", "is_shipped", "shipped"]

SUMS = "SHA256SUMS"


def is_shipped(path: Path) -> bool:
    """Return whether a file is among those that its folder was shipped with, whether it is still there or not."""
    folder = path.parent
    if not path.exists() and not (folder / SUMS).exists():
        return False
    return path.name in _sums(folder) or _packed(path).name in _sums(folder)


def shipped(path: Path) -> bytes:
    """Return the bytes of a model file, unpacked.

    Raises:
        ModelError: if it is missing, or its bytes are not those that were shipped.
    """
    packed = _packed(path)
    if packed.name in _sums(path.parent):
        return gzip.decompress(shipped(packed))
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError.damaged(str(path), error.strerror or str(error)) from error
    _compare(path, hashlib.sha256(content).hexdigest())
    return content


def _packed(path: Path) -> Path:
    return path.with_name(f"{path.name}.gz")


def check(path: Path) -> None:
    """Raise ModelError if a file is missing or not as it was shipped; unlike ``shipped``, it is not kept in memory."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError.damaged(str(path), error.strerror or str(error)) from error
    _compare(path, digest)


def _compare(path: Path, digest: str) -> None:
    if _sums(path.parent).get(path.name) != digest:
        raise ModelError.damaged(str(path), "its bytes are not those that were shipped")


@cache
def _sums(folder: Path) -> dict[str, str]:
    """Return the checksums of a folder by the names of its files."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeError) as error:
        raise ModelError.damaged(str(folder / SUMS), str(error)) from error
    pairs = (line.split("  ", 1) for line in lines if "  " in line)
    return {name: digest for digest, name in pairs}
