"""Names in headlines, pairs of names, and things that bear a name."""

import pytest

from sumber.api import read
from sumber.record import NameKind

WITHOUT = ("times", "places", "relays", "statements", "events")
BODY = "\n\n{name} datang ke Kupang kemarin pagi dan disambut warga di pasar. {name} tersenyum.\n\nHujan turun. Warga pulang ke rumah."


def persons(text: str) -> set[str]:
    record = read(text, language="id", without=WITHOUT)
    return {name.name for name in record.names if name.kind is NameKind.PERSON}


@pytest.mark.parametrize(
    "headline",
    [
        "Rina Wulandari Hebohkan Warga Kupang di Pasar Pagi",
        "Rina Wulandari Ogah Sesumbar Usai Menang di Kupang",
        "Kupang Bersiap Sambut Rina Wulandari Besok Pagi",
    ],
)
def test_the_verb_of_a_headline_is_no_name(headline: str) -> None:
    assert persons(headline + BODY.format(name="Rina Wulandari")) == {"Rina Wulandari"}


def test_two_names_side_by_side_are_two_persons() -> None:
    text = "Rina Wulandari menari. Lukas Manafe menyanyi. Kemudian kakak Rina Wulandari Lukas Manafe resmi diganti."
    assert persons(text) == {"Rina Wulandari", "Lukas Manafe"}


@pytest.mark.parametrize(
    "text",
    [
        "Kapal Dewi Samudra tenggelam kemarin. Awak Dewi Samudra selamat.",
        "Kapal kargo bernama Dewi Samudra tenggelam kemarin.",
        "Warga Jalan KH Hasan Basri resah kemarin.",
        "Rumah Sakit Umum Daerah (RSUD) Abdoel Wahab Manafe penuh kemarin.",
        "Warga Desa Rejo Mulyo resah. Mereka menemui Kepala Desa Rejo Mulyo kemarin.",
    ],
)
def test_a_thing_that_bears_a_name_is_no_person(text: str) -> None:
    assert persons(text) == set()


def test_a_village_head_is_a_person() -> None:
    assert persons("Kepala Desa Rina Wulandari tiba di pasar kemarin.") == {"Rina Wulandari"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Itu kata Direktur Utama PT Sumber Lestari Tbk Wilson Manafe kemarin.", "Wilson Manafe"),
        ("Itu kata CEO Nusa2000 Anton Jimmi Manafe kemarin.", "Anton Jimmi Manafe"),
        ("Wali Kota Pekanbaru Agung Manafe resmi hadir.", "Agung Manafe"),
        ("Menteri Perumahan dan Kawasan Permukiman Rina Manafe tiba.", "Rina Manafe"),
        ("Petani kopi Abdullah Manafe tiba.", "Abdullah Manafe"),
        ("Itu kata Kasatpol PP Kabupaten Bogor Anwar Anggana, Selasa.", "Anwar Anggana"),
    ],
)
def test_a_person_ends_the_name_of_a_body_in_front(text: str, name: str) -> None:
    assert persons(text) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chairman CREC Edgar Manafe tiba di Jakarta.", "Edgar Manafe"),
        ("Itu kata Dirjen PKH Agung Manafe dalam konferensi pers.", "Agung Manafe"),
        ("Muhammad Abindra Putra Tayip tiba di pasar.", "Muhammad Abindra Putra Tayip"),
        ("Menteri Pertahanan Israel Katz hadir. Katz tersenyum.", "Israel Katz"),
        ("Bupati Kuansing Suhardiman Manafe hadir. Suhardiman Manafe tersenyum.", "Suhardiman Manafe"),
        ("Di sana Putri Delina tampil.", "Putri Delina"),
        ("Pemain itu, Moh. Reza Pahlevi Manafe, menang.", "Moh. Reza Pahlevi Manafe"),
    ],
)
def test_acronyms_are_no_part_of_a_name_and_middle_names_are(text: str, name: str) -> None:
    assert persons(text) == {name}
