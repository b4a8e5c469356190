from collections.abc import Iterator
from pathlib import Path

import pytest

from sumber import Record, read
from sumber.desk import Desk
from sumber.page.document import Document

ANTARA = (
    "Tiga Nelayan Hilang di Selat Sape\n\n"
    "Tiga nelayan asal Bima hilang setelah perahu mereka terbalik di Selat Sape pada Senin (9/6/2025). "
    "Kepala Basarnas Mataram, Muhamad Hariyadi, mengatakan pencarian dimulai pada Selasa pagi. "
    '"Kami mengerahkan dua kapal dan satu helikopter untuk mencari ketiga korban itu," kata Hariyadi di Mataram. '
    "Perahu itu berangkat dari Pelabuhan Sape dengan lima orang di atasnya, dan dua orang selamat."
)
KABAR = (
    "Perahu Terbalik, Tiga Nelayan Bima Belum Ditemukan\n\n"
    "Dilansir dari Antara, perahu nelayan asal Bima terbalik di Selat Sape, Senin (9/6/2025), dan tiga orang hilang. "
    '"Kami mengerahkan dua kapal dan satu helikopter untuk mencari ketiga korban itu," kata Hariyadi di Mataram. '
    "Muhamad Hariyadi memimpin Basarnas Mataram. Pencarian di Selat Sape dimulai Selasa pagi."
)
HERALD = (
    "Three Fishermen Missing off Bima\n\n"
    "Three fishermen from Bima are missing after their boat capsized in the Sape Strait on Monday, 9 June 2025. "
    "The head of Basarnas Mataram, Muhamad Hariyadi, said the search would begin on Tuesday. "
    "Five people were on the boat when it left the port of Sape."
)
MARKET = (
    "Harga Cabai di Pasar Kranggan Turun\n\n"
    "Harga cabai rawit di Pasar Kranggan, Yogyakarta, turun menjadi Rp40.000 per kilogram pada Selasa (10/6/2025). "
    "Pedagang bernama Sumarni mengatakan pasokan dari Magelang kembali lancar."
)


def report(text: str, outlet: str, published: str, url: str | None = None, language: str = "id") -> Record:
    return read(
        Document(
            text=text,
            outlet=outlet,
            published=published,
            url=url,
            language=language,
            title=text.split("\n")[0],
        )
    )


@pytest.fixture(scope="session")
def reports() -> list[Record]:
    return [
        report(ANTARA, "Antara", "2025-06-10T08:00"),
        report(KABAR, "Kabar Timur", "2025-06-10T12:00"),
        report(ANTARA + " Cuaca di perairan itu buruk.", "Harian Bima", "2025-06-10T13:00"),
        report(HERALD, "The Strait Herald", "2025-06-11", language="en"),
        report(MARKET, "Kabar Timur", "2025-06-10T14:00"),
    ]


@pytest.fixture
def desk(tmp_path: Path, reports: list[Record]) -> Iterator[Desk]:
    with Desk.open(tmp_path / "pagi.sumber") as opened:
        opened.add(reports)
        yield opened
