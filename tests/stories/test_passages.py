from hypothesis import given
from hypothesis import strategies as st

from sumber.record import Article, Block, Role
from sumber.stories.passages import share, shared_passages, shingles_of, sketch_of


def article(text: str) -> Article:
    return Article(id="a", text=text, blocks=(Block(start=0, end=len(text), role=Role.BODY, why="test"),))


def test_shared_words_have_both_spans() -> None:
    left = article(
        "Kemarin sore tiga nelayan hilang di Selat Sape setelah perahu mereka terbalik oleh ombak besar."
    )
    right = article("🚣 TIGA nelayan hilang di Selat Sape, setelah perahu mereka terbalik oleh angin.")
    (passage,) = shared_passages(shingles_of(left), shingles_of(right))
    assert passage.left.of(left.text).casefold().startswith("tiga nelayan hilang")
    assert (
        passage.right.of(right.text)
        == "TIGA nelayan hilang di Selat Sape, setelah perahu mereka terbalik oleh"
    )
    assert passage.words == 11


@given(st.lists(st.sampled_from("satu dua tiga empat lima enam tujuh".split()), max_size=60))
def test_a_text_shares_all_with_itself(words: list[str]) -> None:
    shingles = shingles_of(article(" ".join(words)))
    assert share(shingles, shingles) == (1.0 if len(words) > 4 else 0.0)
    assert set(sketch_of(shingles)) <= set(shingles.hashes)
