"""``sumber desk``, as a user types it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sumber.cli import main
from sumber.samples import FOLDER

DILI, FERRY = str(FOLDER / "pertemuan-dili.txt"), str(FOLDER / "ferry-talks.txt")


@pytest.fixture
def path(tmp_path: Path) -> str:
    path = str(tmp_path / "pagi.sumber")
    assert run("add", DILI, FERRY, path=path).exit_code == 0
    return path


def run(*words: str, path: str) -> Result:
    return CliRunner().invoke(main, ["desk", *words, "--desk", path])


def test_adding_says_what_became_of_each(path: str) -> None:
    result = run("add", DILI, "--json", path=path)
    assert json.loads(result.stdout)["what"] == "known"
    assert "1 known already" in result.stderr


def test_what_cannot_be_read_is_told_and_the_rest_goes_in(path: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    result = run("add", str(tmp_path / "a.pdf"), DILI, path=path)
    assert result.exit_code == 0
    assert "1 could not be read" in result.stderr


def test_records_are_added_as_they_are(path: str, tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_bytes(CliRunner().invoke(main, ["read", "--json", DILI, FERRY]).stdout_bytes)
    assert "2 new" in run("add", str(records), path=str(tmp_path / "other")).stderr
    assert "2 known already" in run("add", str(records), path=str(tmp_path / "other")).stderr


@pytest.mark.parametrize(
    "words",
    [["stories"], ["search", "dili"], ["show", "1"], ["timeline", "1"], ["provenance", "1"], ["outlets"], ["doctor"],
     ["doctor", "--rebuild"]],
)  # fmt: skip
def test_screens(words: list[str], path: str) -> None:
    result = run(*words, path=path)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip()
    assert "\x1b[" not in result.stdout


@pytest.mark.parametrize(
    "words", [["show", "999"], ["show", "nothing"], ["show", "name:Nobody"], ["timeline", "999"]]
)
def test_what_is_not_there_is_told(words: list[str], path: str) -> None:
    result = run(*words, path=path)
    assert result.exit_code == 1
    assert "Error:" in result.stderr


def test_a_desk_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    result = run("stories", path=str(tmp_path / "none"))
    assert result.exit_code == 1
    assert "sumber desk add" in result.stderr


def test_corrections_go_out_and_in_as_a_file(path: str, tmp_path: Path) -> None:
    article = json.loads(run("search", "dili", "--json", path=path).stdout)["hits"][0]["article"]["id"]
    assert run("correct", "add", article, "--item", "s1", "--reject", path=path).exit_code == 0
    (tmp_path / "c.jsonl").write_bytes(run("correct", "dump", path=path).stdout_bytes)
    assert run("correct", "undo", "1", path=path).exit_code == 0
    assert "1 applied" in run("correct", "apply", str(tmp_path / "c.jsonl"), path=path).stderr


def test_a_search_can_be_an_atom_feed(path: str) -> None:
    from lxml import etree

    feed = etree.fromstring(run("search", "dili", "--atom", path=path).stdout.encode())
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 1
