"""The page of figures: what was measured, what is known to be missed, what it is made of."""

import inspect
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import sumber

from ..reading.pipeline import default_layers
from .views import Figure, Gap, Licence, QualityPage

__all__ = ["quality"]

_HOUSE = Path(sumber.__file__).parent
_PAGE = (
    ("web: Inter", "Rasmus Andersson and contributors, SIL Open Font License 1.1"),
    ("web: Source Serif 4", "Adobe, SIL Open Font License 1.1"),
    ("web: world-atlas", "outlines by Natural Earth, public domain; packed by Mike Bostock, ISC"),
    ("web: d3-geo, topojson-client", "Mike Bostock, ISC"),
    ("web: Svelte", "the Svelte authors, MIT"),
)
_MISSES = re.compile(r"Known to miss:\s*(.+?)(?:\n\s*\n|\n\s*Quality:|\Z)", re.DOTALL)


@cache
def quality() -> QualityPage:
    """Return the figures, gaps and licences of this installation."""
    return QualityPage(
        version=sumber.__version__,
        figures=tuple(_figures()),
        gaps=tuple(_gaps()),
        licences=tuple(_licences()),
    )


def _figures() -> Iterator[Figure]:
    """Yield the floors: shipped beside this module, in a checkout those of ``evaluation/``."""
    shipped = files(__package__) / "floors.json"
    checkout = _HOUSE.parents[1] / "evaluation" / "floors.json"
    source = shipped if shipped.is_file() else checkout
    if not source.is_file():
        return
    for key, value in json.loads(source.read_text("utf-8")).items():
        parts = key.split(".")
        if isinstance(value, int | float):
            yield Figure(layer=parts[0], data=".".join(parts[1:-1]), measure=parts[-1], value=float(value))


def _gaps() -> Iterator[Gap]:
    """Yield what each layer says of itself under *Known to miss*."""
    for layer in default_layers(()):
        module = inspect.getmodule(layer)
        for text in (inspect.getdoc(type(layer)), inspect.getdoc(module)):
            found = _MISSES.search(text or "")
            if found:
                yield Gap(layer=layer.name, text=" ".join(found[1].split()))
                break


def _licences() -> Iterator[Licence]:
    for path in sorted(_HOUSE.rglob("*.tsv")):
        with path.open(encoding="utf-8") as lines:
            first = lines.readline()
        if first.startswith("# from:"):
            yield Licence(name=str(path.relative_to(_HOUSE)), source=first.removeprefix("# from:").strip())
    yield from (Licence(name=name, source=source) for name, source in _PAGE)
    for card in sorted(_HOUSE.rglob("card.*")):
        yield Licence(name=str(card.relative_to(_HOUSE)), source="model card")
