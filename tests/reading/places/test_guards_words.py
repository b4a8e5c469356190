"""Common words of Indonesian that are towns abroad."""

import pytest

from sumber import read
from sumber.record import NameKind


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kota Itu Diserbu Turis, Turis Disambut Tarian", []),
        ("Gempa mengguncang kota Lima, Peru, kemarin malam.", ["Lima", "Peru"]),
    ],
)
def test_a_common_word_is_no_town_abroad(text: str, places: list[str]) -> None:
    record = read(text, language="id", without=("events", "relays", "statements"))
    assert [name.name for name in record.names if name.kind is NameKind.PLACE] == places
