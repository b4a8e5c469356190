"""The trained models: what they say, and what happens when a file is damaged or missing."""

import shutil
from pathlib import Path

import pytest

from sumber.errors import ModelError
from sumber.language import load
from sumber.language.tagger import Tagger, tagger
from sumber.language.tags import tag
from sumber.language.tokens import tokenise
from sumber.record import Block, Role

WITH_MODEL = [code for code in ("en", "id") if (load(code).folder / "model" / "tagger").is_dir()]
SENTENCES = {
    "id": "Presiden Rusia Vladimir Putin bertemu Kim Jong Un di Vladivostok.",
    "en": "The minister met Maria Santos in London on Friday.",
}


def test_a_language_without_a_model_has_no_tags() -> None:
    assert tag("xx", "", (), ()) is None


@pytest.mark.parametrize("code", WITH_MODEL)
def test_every_word_has_a_class_a_head_and_a_relation(code: str) -> None:
    text = SENTENCES[code]
    sentences, tokens = tokenise(text, [Block(start=0, end=len(text), role=Role.BODY, why="test")], code)
    tags = tag(code, text, sentences, tokens)
    assert tags is not None
    assert len(tags.word_class) == len(tags.head) == len(tags.relation) == len(tokens)
    assert tags.head.count(-1) == len(sentences)
    verb = next(token.index for token in tokens if token.text in ("bertemu", "met"))
    assert tags.word_class[verb] == "VERB"
    assert tags.head[verb] == -1
    assert all(text[entity.start : entity.end] for entity in tags.entities)


@pytest.mark.parametrize("code", WITH_MODEL)
def test_the_answer_does_not_hang_on_the_order_of_batches(code: str) -> None:
    model = tagger(load(code))
    assert model is not None
    words = SENTENCES[code].split()
    assert model.tag([words, words * 2])[1].classes == model.tag([words * 2, words])[0].classes


@pytest.mark.parametrize("code", WITH_MODEL)
def test_a_very_long_sentence_is_read_in_pieces(code: str) -> None:
    model = tagger(load(code))
    assert model is not None
    words = SENTENCES[code].split() * 60
    (found,) = model.tag([words])
    assert len(found.heads) == len(words)
    assert found.heads.count(-1) == 1


@pytest.mark.parametrize("code", WITH_MODEL[:1])
@pytest.mark.parametrize("name", ["tagger.onnx.gz", "tables.npz", "words.txt.gz", "settings.json"])
def test_a_damaged_or_missing_file_is_named_with_the_way_to_mend_it(
    code: str, name: str, tmp_path: Path
) -> None:
    folder = tmp_path / "tagger"
    shutil.copytree(load(code).folder / "model" / "tagger", folder)
    (folder / name).write_bytes(b"{damaged")
    with pytest.raises(ModelError, match=rf"{name}.*pip install"):
        Tagger(folder)
    (folder / name).unlink()
    with pytest.raises(ModelError, match=name):
        Tagger(folder)
