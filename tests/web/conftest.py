"""A small desk of our own reports, and a client over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sumber import read
from sumber.desk.desk import Desk
from sumber.page.document import Document
from sumber.web import create_app

REPORTS = (
    Document(
        id="lorosae", outlet="Harian Lorosae", published="2025-06-11T08:00:00+09:00", language="id",
        text="Menteri Indonesia dan Timor Leste Teken Nota di Dili\n\nMenteri Luar Negeri Indonesia Ratna Wiryawan bertemu "
        "Menteri Luar Negeri Timor Leste Alarico Soares di Dili, Selasa (10/6/2025).\n\n\"Kami sepakat membuka kembali pos "
        'lintas batas di Motaain," kata Ratna Wiryawan kepada wartawan.\n\nBaca juga: Harga Kopi Naik\n',
    ),
    Document(
        id="kupang", outlet="Warta Kupang", published="2025-06-12T07:00:00+08:00", language="id",
        text="Dua Menteri Teken Nota di Dili\n\nDilansir dari Harian Lorosae, Menteri Luar Negeri Indonesia Ratna Wiryawan "
        "bertemu Menteri Luar Negeri Timor Leste Alarico Soares di Dili, Selasa (10/6/2025).\n\n\"Kami sepakat membuka "
        'kembali pos lintas batas di Motaain," kata Ratna Wiryawan kepada wartawan.\n',
    ),
    Document(
        id="emoji", outlet="Kabar 🚀", published="2025-06-13", language="id",
        text="🚀🚀 Gempa Guncang Palu\n\nGempa mengguncang Palu 🚀 pada Jumat (13/6/2025). \"Kami 🙏 siap,\" kata Wali Kota "
        "Hadianto Rasyid.\n\n<script>alert(1)</script> kata \u202eterbalik\u202c Hadianto. <img src=x onerror=alert(2)>\n",
    ),
)  # fmt: skip


@pytest.fixture(scope="session")
def desk_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "pagi.sumber"
    with Desk.open(path) as desk:
        desk.add([read(report) for report in REPORTS])
    return path


@pytest.fixture
def desk(desk_file: Path) -> Iterator[Desk]:
    with Desk.open(desk_file) as opened:
        yield opened


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(create_app(desk), base_url="http://127.0.0.1:8765") as opened:
        yield opened
