"""A program that adds is killed at any moment: what it reported as added is there, and the file is whole."""

from pathlib import Path

from evaluation.measure_desk import _killed


def test_nothing_that_was_reported_is_lost(tmp_path: Path) -> None:
    figures = _killed(tmp_path / "desk.sumber", 2)
    assert figures["desk.reported_count"] > 0
    assert figures["desk.lost_count"] == 0
    assert figures["desk.broken_count"] == 0
