"""Every cue holds on its own examples; the labeller covers every character, and cuts nothing but furniture."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sumber.language import available, load
from sumber.language.tables import Row
from sumber.page.furniture import label
from sumber.record import Role
from sumber.samples import FOLDER

ROWS = [(code, row) for code in available() for row in load(code).table("furniture")]
STORY = "Harga cabai naik di pasar\n\nPedagang menaikkan harga cabai sejak Senin.\n{}\nPembeli mengurangi belanja mereka.\n"


def roles(text: str, language: str = "id") -> dict[str, str]:
    return {block.of(text): block.role for block in label(text, language=language).blocks}


@pytest.mark.parametrize(
    ("code", "row"), ROWS, ids=lambda value: value if isinstance(value, str) else value["fits"]
)
def test_a_cue_holds_on_its_own_examples(code: str, row: Row) -> None:
    pattern = re.compile(row["pattern"])
    finds = pattern.fullmatch if row["where"] == "line" else pattern.search
    assert finds(row["fits"]), row["fits"]
    assert roles(STORY.format(row["fits"]), code).get(row["fits"]) != "body"
    assert not any(role == row["role"] for role in roles(STORY.format(row["fits_not"]), code).values())


def test_the_sample_comes_out_right() -> None:
    text = (FOLDER / "pertemuan-dili.txt").read_text("utf-8")
    found = roles(text)
    assert found["5 Resep Jagung Bose yang Gurih dan Mudah Dibuat di Rumah"] == "related"
    assert found["Ini Dia Jadwal Kapal Feri Kupang-Rote Selama Libur Sekolah"] == "related"
    assert found["Menteri Ratna Wiryawan dan Menteri Alarico Soares"] == "caption"
    assert found["WARTA Kupang –"] == "dateline"
    assert found["(rtn/dks)"] == "byline"
    assert list(found.values()).count(Role.CREDIT) == 3


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Judul berita\n\nLiputan.com, Gaza -Sedikitnya empat warga mengungsi.", "Gaza"),
        ("Judul berita\n\nJakarta, CNN Indonesia -- Menteri datang.", "Jakarta"),
        ("Judul berita\n\nSEOUL- Presiden datang.", "SEOUL"),
        ("Judul berita\n\nJakarta\n-\nHarga naik.", "Jakarta"),
        ("A headline\n\nLONDON (Nordwire) - Shares fell.", "LONDON"),
    ],
)
def test_datelines_are_cut_off_and_their_place_is_known(text: str, place: str) -> None:
    found = label(text)
    assert found.dateline is not None
    assert found.dateline[1].place == place


def test_a_repeated_paragraph_is_labelled_once() -> None:
    line = "Paragraf ini cukup panjang sehingga tidak mungkin terulang tanpa sengaja."
    found = label(f"Judul\n\n{line}\n\nYang lain.\n\n{line}\n").blocks
    assert [block.role for block in found] == ["title", "body", "body", "other"]


def test_lines_whose_sentence_goes_on_are_one_block() -> None:
    found = label(
        "Judul berita hari ini\n\nPengacara itu,\nBudi Santoso\n, menolak datang.\nIa pergi."
    ).blocks
    assert len(found) == 3


def test_headlines_inside_a_sentence_stay_body() -> None:
    text = "Judul berita hari ini\n\nIa bekerja di\nDewan Perwakilan Rakyat Daerah Kota Bogor\nsejak lama.\n"
    assert all(block.role in ("title", "body") for block in label(text).blocks)


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("aB .\n\"'()–-:/,•\t\r\0é😀Baca juga SCROLL"), max_size=300)
    | st.text(max_size=300)
)
def test_any_text_is_covered_by_disjoint_blocks(text: str) -> None:
    blocks = label(text, language="en").blocks
    covered = [index for block in blocks for index in range(block.start, block.end)]
    assert covered == sorted(set(covered))
    assert {index for index, character in enumerate(text) if not character.isspace()} <= set(covered)
