"""Shipped files are those that were made: sums are current, a changed byte is told, nothing is pickled."""

import re
import shutil
from pathlib import Path

import pytest

import sumber
from sumber.errors import ModelError
from sumber.language.shipped import SUMS, check, is_shipped, shipped
from training import checksums

HOME = Path(sumber.__path__[0])


def test_sums_are_those_of_the_files() -> None:
    assert checksums.folders()
    assert checksums.stale() == [], "run: python -m training.checksums"


def test_every_binary_file_has_a_sum() -> None:
    endings = (".onnx", ".onnx.gz", ".npz", ".npy", ".sqlite")
    binary = [path for path in HOME.rglob("*") if path.name.endswith(endings)]
    assert binary
    assert [path for path in binary if not is_shipped(path)] == []


@pytest.mark.parametrize("folder", checksums.folders(), ids=lambda path: str(path.relative_to(HOME)))
def test_one_changed_byte_is_told_with_the_way_to_mend_it(folder: Path, tmp_path: Path) -> None:
    name = min((path for path in folder.iterdir() if is_shipped(path)), key=lambda p: p.stat().st_size).name
    shutil.copy(folder / SUMS, tmp_path)
    content = bytearray((folder / name).read_bytes())
    (tmp_path / name).write_bytes(content)
    assert shipped(tmp_path / name) == content
    content[len(content) // 2] ^= 1
    (tmp_path / name).write_bytes(content)
    for use in (shipped, check):
        with pytest.raises(ModelError, match=rf"{re.escape(name)}.*not those that were shipped.*pip install"):
            use(tmp_path / name)


def test_a_file_without_a_sum_and_a_folder_without_sums_are_not_used(tmp_path: Path) -> None:
    (tmp_path / "model.npz").write_bytes(b"stranger")
    with pytest.raises(ModelError, match=SUMS):
        shipped(tmp_path / "model.npz")


def test_nothing_is_unpickled() -> None:
    unsafe = re.compile(
        r"(?:import|from) +(?:pickle|marshal|shelve|dill|joblib)\b|allow_pickle=True|torch\.load"
    )
    for path in HOME.rglob("*.py"):
        source = path.read_text("utf-8")
        assert not unsafe.search(source), path
        assert source.count("np.load(") == source.count("allow_pickle=False"), path
