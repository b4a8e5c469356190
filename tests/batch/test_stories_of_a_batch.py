"""Linking the output of a batch gives what a desk gives to which the reports are added in their order."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from sumber.batch.query import ask
from sumber.batch.stories import link
from sumber.cli import main
from sumber.desk import Desk
from sumber.errors import BatchError
from sumber.record import Article, Block, Outlet, Published, PublishedFrom, Record, Role

FERRY = (
    "Kapal Sinar Bahari tenggelam di Selayar pada Senin pagi. Kepala SAR Rahmat Ngalle mencari sebelas penumpang di "
    "perairan Jampea, dan dua kapal nelayan ikut menyisir laut sampai malam. Pemilik kapal, Daeng Mattola, mengaku "
    "kapal itu membawa muatan semen dan beras untuk warga pulau."
)
STRIKE = (
    "Buruh smelter Labota di Morowali mogok sejak Selasa. Samsul Ladjuni menuntut upah dan pemeriksaan tungku pabrik "
    "nikel setelah ledakan pekan lalu melukai empat orang. Manajemen pabrik menolak berunding dengan serikat."
)
OTHER = (
    "Harga cabai di Pasar Kranggan turun. Sumarni, pedagang, menyebut pasokan dari Magelang lancar kembali."
)


def record(number: str, text: str, published: str | None, outlet: str) -> Record:
    return Record(
        article=Article(
            id=number,
            text=text,
            language="id",
            outlet=Outlet(name=outlet),
            published=Published(value=published, origin=PublishedFrom.GIVEN) if published else None,
            blocks=(Block(start=0, end=len(text), role=Role.BODY, why="test"),),
        )
    )


RECORDS = [
    record("b1", STRIKE, "2025-06-11T09:00", "Kabar Timur"),
    record("a1", FERRY, "2025-06-10T08:00", "Antara"),
    record("a2", FERRY + " Cuaca buruk.", "2025-06-11T07:00", "Harian Bima"),
    record("c1", OTHER, "2025-06-10", "Kabar Timur"),
    record("b2", "Mogok berlanjut. " + STRIKE, "2025-06-12", "Antara"),
    record("a3", FERRY, "2025-07-20", "Tribun"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "records").mkdir()
    for name, part in (("one", RECORDS[:3]), ("two", RECORDS[3:])):
        lines = b"".join(each.to_json() + b"\n" for each in part)
        (tmp_path / "records" / f"{name}.jsonl").write_bytes(lines)
    return tmp_path


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "stories" / f"{name}.jsonl").read_bytes().splitlines()]


def test_stories_origins_and_edges_are_those_of_a_desk(folder: Path, tmp_path: Path) -> None:
    link(folder)
    ordered = sorted(RECORDS, key=lambda each: each.article.published.value if each.article.published else "")
    with Desk.open(tmp_path / "by-hand.sumber") as desk:
        for each in ordered:  # one by one, and opened anew each time: batches make no difference
            desk.add([each])
        expected = {line.id: (line.story, line.origin, line.derives) for line in desk.articles()}
    found = {row["id"]: (row["story"], row["origin"], row["derives"]) for row in rows(folder, "linked")}
    assert found == expected
    assert len({story for story, *_ in found.values()}) == 4
    assert {(row["source"], row["target"]) for row in rows(folder, "edges") if row["kind"] == "copies"} >= {
        ("a2", "a1"),
        ("b2", "b1"),
    }


def test_linking_again_gives_the_same_files(folder: Path) -> None:
    first = link(folder)
    before = {path.name: path.read_bytes() for path in (folder / "stories").glob("*.jsonl")}
    assert link(folder) == first
    assert {path.name: path.read_bytes() for path in (folder / "stories").glob("*.jsonl")} == before
    assert msgspec.json.decode(before["stories.jsonl"].splitlines()[0])["articles"] == 1


def test_the_command_tells_what_it_found(folder: Path) -> None:
    result = CliRunner().invoke(main, ["link", str(folder)])
    assert result.exit_code == 0
    assert "6 articles of 4 days, 4 stories" in result.stderr


def test_what_was_linked_can_be_asked_in_sql(folder: Path) -> None:
    pytest.importorskip("duckdb")
    link(folder)
    question = "SELECT count(*) FROM linked JOIN articles USING (id) JOIN stories s ON s.id = story WHERE s.articles > 1"
    assert ask(folder, question)[1] == [(4,)]


def test_a_folder_without_output_is_told(tmp_path: Path) -> None:
    with pytest.raises(BatchError):
        link(tmp_path)
