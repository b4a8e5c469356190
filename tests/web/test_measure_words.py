"""The page has words, in both languages, for every layer and measure that has a floor."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_measure_has_words(language: str) -> None:
    floors = ROOT / "evaluation" / "floors.json"
    catalogue = ROOT / "web" / "src" / "messages" / f"{language}.ts"
    if not (floors.is_file() and catalogue.is_file()):
        pytest.skip("not a checkout")
    known = set(re.findall(r'"((?:layer|measure|data)\.[\w.]+)":', catalogue.read_text("utf-8")))
    missing: set[str] = set()
    for name in json.loads(floors.read_text("utf-8")):
        layer, *data, measure = name.split(".")
        wanted = {f"layer.{layer}", f"measure.{measure}"} | ({f"data.{'.'.join(data)}"} if data else set())
        missing |= wanted - known
    assert not missing, sorted(missing)
