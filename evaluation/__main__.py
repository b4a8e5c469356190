"""Take every measurement whose data are there, print a table, and hold the figures against their floors.

    python -m evaluation                 all that can be measured here
    python -m evaluation page times      only these (names of evaluation/measure_<name>.py)
    python -m evaluation --gate          exit status 1 if a figure fell below its floor
    python -m evaluation --raise-floors  pin the figures just measured; a floor is never lowered by this

Speeds (names ending in ``_per_s``), times and sizes are printed and never gated: they depend on the machine.
"""

import argparse
import json
import sys
import time
from importlib import import_module
from pathlib import Path

from .common import MissingDataError

__all__ = ["gate", "main", "measure"]

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
NOISE = 0.0005


def names() -> list[str]:
    """Return the names of all measurements."""
    return sorted(path.stem.removeprefix("measure_") for path in HERE.glob("measure_*.py"))


def measure(wanted: list[str]) -> dict[str, float]:
    """Return every figure of the wanted measurements; says on stderr what cannot be measured and why."""
    figures: dict[str, float] = {}
    for name in wanted:
        start = time.perf_counter()
        try:
            found = import_module(f"evaluation.measure_{name}").measure()
        except MissingDataError as error:
            print(f"{name}: not measured: {error}", file=sys.stderr)
            continue
        figures |= found
        print(f"{name}: {len(found)} figures in {time.perf_counter() - start:.0f} s", file=sys.stderr)
    return figures


def is_gated(name: str) -> bool:
    """Return whether a figure is held to a floor: not speeds, times, sizes and counts.

    >>> is_gated("times.id.value_f1"), is_gated("times.words_per_s")
    (True, False)
    """
    return not name.endswith(("_per_s", "_s", "_mb", "_count"))


def gate(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Return one line a figure that fell below its floor; empty if none did.

    >>> gate({"quotes": 0.90}, {"quotes": 0.91})
    ['quotes: 0.9000, floor 0.9100']
    """
    return [
        f"{name}: {figures[name]:.4f}, floor {floor:.4f}"
        for name, floor in sorted(floors.items())
        if name in figures and figures[name] < floor - NOISE
    ]


def raised(figures: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """Return the floors, each raised to what was measured, never lowered (rounded down to four places).

    >>> raised({"a": 0.5, "b": 0.2}, {"a": 0.6})
    {'a': 0.6, 'b': 0.2}
    """
    new = {name: int(value * 10_000) / 10_000 for name, value in figures.items() if is_gated(name)}
    return {name: max(new.get(name, 0.0), floors.get(name, 0.0)) for name in sorted({*new, *floors})}


def main() -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="measurements to take; all if none is named")
    parser.add_argument("--gate", action="store_true", help="fail if a figure is below its floor")
    parser.add_argument("--raise-floors", action="store_true", help="pin the figures just measured")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    if unknown := sorted(set(options.names) - set(names())):
        parser.error(f"no measurement called {', '.join(unknown)}; there are {', '.join(names())}")
    figures = measure(options.names or names())
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    if options.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, value in figures.items():
            floor = f"  floor {floors[name]:.4f}" if name in floors else ""
            print(f"{name:52s} {value:12.4f}{floor}")
    if options.raise_floors:
        FLOORS.write_text(json.dumps(raised(figures, floors), indent=1) + "\n", "utf-8")
    fallen = gate(figures, floors) if options.gate else []
    for line in fallen:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
