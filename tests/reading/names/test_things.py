"""Things that look like persons, and persons that stand beside things."""

import pytest

from sumber import read


def people(text: str, language: str = "id") -> set[str]:
    return {name.name for name in read(text, language=language).names if name.kind == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "Toyota memamerkan Toyota Calya. Calya laris di Bandung.",
        "Pengemudi Daihatsu Gran Max Cargo itu lari.",
        "Koin Solana (SOL) turun, lalu Cardano (ADA) naik.",
        "Ia bekas kiper Lille tersebut.",
        "Jemaah salat Idul Adha tiba di Semarang.",
        "Pembalap Trackhouse Aprilia Racing itu jatuh.",
        "Pendiri Real Vision Group itu menjual sahamnya.",
        "Peruntungan Taurus dan Aries hari ini baik.",
    ],
)
def test_things_are_no_persons(text: str) -> None:
    assert people(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bos Tesla Elon Musk tiba di Jakarta.", "Elon Musk"),
        ("Dalam unggahan Instagram Stories Tissa Biani, ia menyapa.", "Tissa Biani"),
        ("Direktur Pemasaran dan Niaga Pertamina Hanung Budya hadir.", "Hanung Budya"),
        ("Pria berinisial VT itu lari. Polisi mendatangi VT di rumah.", "VT"),
    ],
)
def test_persons_beside_things_stay(text: str, name: str) -> None:
    assert people(text) == {name}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kepala Induk Tol Jagorawi Kompol Jazuli hadir di sana.", {"Jazuli"}),
        ("Menurut Wakil Direktur Utama Telkom Muhammad Awaluddin, laba naik.", {"Muhammad Awaluddin"}),
        ("Mereka menjual SRV Libero dan Calligraphy AWD.", set()),
        ("Lagu Dreams Made Here diputar di gedung itu.", set()),
        ("Menurut data itu, Kejahatan Anti-Muslim naik.", set()),
        ("Warga berkumpul dengan Rina Sugiartoyang pulang.", {"Rina Sugiarto"}),
    ],
)
def test_names_are_cut_where_others_begin(text: str, names: set[str]) -> None:
    assert people(text) == names
