"""Rooms stay small enough to live in: functions of at most 60 lines and 6 parameters, files of at most 400."""

import ast
from pathlib import Path

import pytest

import sumber

HOUSE = Path(sumber.__path__[0])


@pytest.mark.parametrize("path", sorted(HOUSE.rglob("*.py")), ids=lambda path: str(path.relative_to(HOUSE)))
def test_files_and_functions_are_small(path: Path) -> None:
    source = path.read_text("utf-8")
    assert source.count("\n") <= 450
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name
            arguments = [a for a in (*node.args.args, *node.args.kwonlyargs) if a.arg not in ("self", "cls")]
            assert len(arguments) <= 7, node.name
