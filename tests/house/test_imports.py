"""Imports go one way, from the record at the bottom to the command line at the top (DESIGN: the house)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import sumber

HOUSE = Path(sumber.__path__[0])
ROOMS = (
    "values",
    "record",
    "errors",
    "language",
    "page",
    "gazetteer",
    "reading",
    "stories",
    "desk",
    "collect",
    "export",
    "api",
    "batch",
    "web",
    "cli",
)
LAYERS = ("times", "names", "places", "relays", "statements", "events")
ANYWHERE = {"__init__", "__main__", "samples"}


def modules() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def imported(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the parts below ``sumber`` of all that a module imports, also inside functions."""
    here = path.relative_to(HOUSE).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            package = here[: len(here) - node.level]
            base = (*package, *(node.module.split(".") if node.module else ()))
            yield from (base or (alias.name,) for alias in node.names if base or alias.name in ROOMS)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sumber."):
            yield tuple((node.module or "").split(".")[1:])
        elif isinstance(node, ast.Import):
            yield from (tuple(a.name.split(".")[1:]) for a in node.names if a.name.startswith("sumber."))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_room_knows_only_rooms_below_it(path: Path) -> None:
    room = path.relative_to(HOUSE).with_suffix("").parts[0]
    if room in ANYWHERE:
        return
    for target in imported(path):
        if target and target[0] not in ANYWHERE:
            assert ROOMS.index(target[0]) <= ROOMS.index(room), (
                f"{path.name} imports sumber.{'.'.join(target)}"
            )


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_knows_only_earlier_layers(layer: str) -> None:
    for path in (HOUSE / "reading" / layer).rglob("*.py"):
        for target in imported(path):
            if len(target) > 1 and target[0] == "reading" and target[1] in LAYERS:
                assert LAYERS.index(target[1]) <= LAYERS.index(layer), (
                    f"{path.name} imports {'.'.join(target)}"
                )


def test_every_room_has_its_place() -> None:
    found = {
        path.stem if path.is_file() else path.name for path in HOUSE.iterdir() if path.name != "py.typed"
    }
    assert found - {"__pycache__"} - ANYWHERE <= set(ROOMS)
