"""Whatever comes, the layer of statements answers, and its spans lie inside the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sumber

WORDS = {
    "id": 'Budi "Kami , . kata ujarnya mengatakan bahwa menurut dia ” “ seperti dilansir Reuters disampaikan Lalu diduga \n\n : ; ( ) '
    "Senin sumber Hal itu demikian peringatan tak menampik yang dan berdasarkan data".split(" "),
    "en": "Ann \"We , . said says told Reuters that according to he ” “ ' denied is expected by \n\n : ; ( ) Monday officials who and".split(
        " "
    ),
}


@pytest.mark.parametrize("language", ["id", "en"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_random_rows_of_cues_and_marks_never_fail(language: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS[language]), max_size=40))
    text = "Judul berita panjang sekali\n\n" + " ".join(words)
    record = sumber.read(text, language=language, outlet="Warta", without=("events", "places"))
    assert not [note for note in record.notes if note.code.endswith("-failed")]
    for statement in record.statements:
        for span in statement.content:
            assert 0 <= span.start < span.end <= len(text)
    for relay in record.relays:
        assert 0 <= relay.start < relay.end <= len(text)
