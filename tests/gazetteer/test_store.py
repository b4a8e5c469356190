"""The table of places gives back what was written, and the same bytes each time."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sumber.gazetteer import lookup
from sumber.gazetteer.store import _LEVELS, Candidate, Store, write

POINTS = st.none() | st.integers(-1_800_000, 1_800_000).map(lambda number: number / 10_000)
CANDIDATES = st.builds(
    Candidate,
    id=st.integers(1, 10**8).map("geonames:{}".format) | st.sampled_from(("id:31", "country:ID", "own:7")),
    name=st.text(max_size=12),
    country=st.none() | st.sampled_from(("ID", "TL")),
    level=st.sampled_from(_LEVELS),
    lat=POINTS,
    lon=POINTS,
    admin=st.none() | st.sampled_from(("04", "CA")),
    importance=st.integers(0, 1000).map(lambda number: number / 10),
    how=st.integers(1, 3),
)
MEANT = st.dictionaries(
    st.text(st.characters(codec="ascii"), max_size=8), st.lists(CANDIDATES, max_size=4), max_size=6
)


@given(MEANT)
def test_what_was_written_is_found(tmp_path_factory, meant: dict[str, list[Candidate]]) -> None:
    path = tmp_path_factory.mktemp("places") / "some.sqlite"
    write(path, meant)
    store = Store(path)
    assert list(store.names()) == sorted(meant)
    assert {name: list(store.find(name)) for name in meant} == meant
    assert store.find("nobody knows this") == ()


def test_same_names_give_the_same_bytes(tmp_path: Path) -> None:
    meant = {name: lookup(name) for name in ("bandung", "dili", "san jose")}
    first, second = tmp_path / "first", tmp_path / "second"
    assert write(first, meant) == write(second, dict(reversed(meant.items())))
    assert first.read_bytes() == second.read_bytes()
    assert Store(first).find("dili") == lookup("Dili")
