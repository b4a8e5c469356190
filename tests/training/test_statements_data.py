"""How brat annotations become tags: pieces, overlaps, paragraphs."""

from training.statements.data import TAGS, spans_of, tags_of, words_of

TEXT = "Moe said it rained. It poured.\n\nLie left."
ANNOTATIONS = (
    "T1\tSource 0 3\tMoe\nT2\tCue 4 8\tsaid\nT3\tContent 9 19;20 30\tit rained. It poured.\n"
    "T4\tAttribution 4 8\tsaid\nT5\tDiscard 32 35\tLie\n"
    "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
)


def test_pieces_of_an_attribution() -> None:
    assert spans_of(ANNOTATIONS) == [(0, 3, "source"), (4, 8, "cue"), (9, 19, "content"), (20, 30, "content")]


def test_each_piece_has_its_tags() -> None:
    words = words_of(TEXT)
    tags = [TAGS[tag] for tag in tags_of(words, spans_of(ANNOTATIONS))]
    assert [word for _, _, word in words][:4] == ["Moe", "said", "it", "rained"]
    assert tags[:2] == ["S-source", "S-cue"]
    assert tags[2:8] == ["B-content", "I-content", "E-content", "B-content", "I-content", "E-content"]
    assert set(tags[8:]) == {"O"}
