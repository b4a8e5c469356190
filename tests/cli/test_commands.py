"""Every command explains itself, with an example that starts with ``$ sumber``."""

import json
from pathlib import Path

import click
import jsonschema
import pytest
from click.testing import CliRunner

from sumber import Record, schema
from sumber.cli import COMMANDS, main
from sumber.samples import FOLDER

DILI = FOLDER / "pertemuan-dili.txt"


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_commands_have_help(name: str, runner: CliRunner) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help
    assert "$ sumber" in command.help
    assert runner.invoke(main, [name, "--help"]).exit_code == 0


def test_schema_is_a_json_schema(runner: CliRunner) -> None:
    printed = json.loads(runner.invoke(main, ["schema"]).stdout)
    jsonschema.Draft202012Validator.check_schema(printed)
    assert printed == json.loads(json.dumps(schema()))


def test_read_writes_one_record_a_line_that_fits_the_schema(runner: CliRunner) -> None:
    result = runner.invoke(main, ["read", "--json", str(DILI), str(FOLDER / "page.html")])
    assert result.exit_code == 0
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(records) == 2
    for record in records:
        jsonschema.validate(record, schema())


def test_plain_text_goes_in_unchanged(runner: CliRunner) -> None:
    result = runner.invoke(main, ["read", "--json", str(DILI)])
    assert Record.from_json(result.stdout).article.text == DILI.read_text("utf-8")


def test_what_is_given_goes_into_the_record(runner: CliRunner) -> None:
    options = [
        "--published",
        "2025-06-12",
        "--outlet",
        "Warta Kupang",
        "--language",
        "id",
        "--url",
        "https://a.example/b",
    ]
    article = Record.from_json(runner.invoke(main, ["read", "--json", *options, str(DILI)]).stdout).article
    assert article.published is not None
    assert (article.published.value, article.outlet.name) == ("2025-06-12", "Warta Kupang")
    assert (article.language, article.url, article.outlet.domain) == (
        "id",
        "https://a.example/b",
        "a.example",
    )


@pytest.mark.parametrize("layer", ["times", "names", "places", "relays", "statements", "events"])
def test_a_layer_can_be_left_out(layer: str, runner: CliRunner) -> None:
    result = runner.invoke(main, ["read", "--json", f"--no-{layer}", str(DILI)])
    record = json.loads(result.stdout)
    kinds = {name["kind"] for name in record["names"]}
    if layer in ("names", "places"):  # the two fill one list
        assert kinds
        assert kinds == {"place"} if layer == "names" else "place" not in kinds
    else:
        assert record[layer] == []


def test_the_view_shows_the_article_and_its_parts(runner: CliRunner) -> None:
    result = runner.invoke(main, ["read", "--published", "2025-06-12", str(DILI)], terminal_width=100)
    assert result.exit_code == 0
    assert "[related]" in result.stdout
    for part in ("Says", "Did", "When and where", "Where it comes from"):
        assert part in result.stdout


def test_one_bad_source_does_not_stop_the_others(runner: CliRunner, tmp_path: Path) -> None:
    empty, binary = tmp_path / "empty.txt", tmp_path / "binary.txt"
    empty.write_bytes(b"")
    binary.write_bytes(bytes(range(32)) * 50)
    lines = tmp_path / "lines.jsonl"
    lines.write_text(
        '{"id": "a", "text": "Kabar dari Bandung."}\n{broken\n{"id": 7, "text": "Kabar lain."}\n[1]\n{}\n'
    )
    result = runner.invoke(
        main, ["read", "--json", str(empty), str(binary), str(tmp_path / "none"), str(lines)]
    )
    assert result.exit_code == 0
    assert [Record.from_json(line).article.id for line in result.stdout.splitlines()] == ["a", "7"]
    for complaint in (
        "it is empty",
        "binary",
        "No such file",
        "lines.jsonl:2",
        "lines.jsonl:4",
        "lines.jsonl:5",
    ):
        assert complaint in result.stderr


def test_exit_status_is_1_only_where_nothing_could_be_read(runner: CliRunner, tmp_path: Path) -> None:
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(b"%PDF-1.7 ...")
    result = runner.invoke(main, ["read", str(pdf)])
    assert result.exit_code == 1
    assert "it is a PDF" in result.stderr


def test_standard_input_may_hold_text_a_page_or_json_lines(runner: CliRunner) -> None:
    for given in (DILI.read_text("utf-8"), (FOLDER / "page.html").read_text("utf-8"), '{"text": "Kabar."}\n'):
        result = runner.invoke(main, ["read", "--json", "-"], input=given)
        assert result.exit_code == 0
        assert len(result.stdout.splitlines()) == 1


DESK = main.get_command(click.Context(main), "desk")


@pytest.mark.parametrize("name", sorted(DESK.commands) if isinstance(DESK, click.Group) else [])
def test_desk_commands_have_help(name: str, runner: CliRunner) -> None:
    assert isinstance(DESK, click.Group)
    assert "$ sumber desk" in (DESK.commands[name].help or "")
    assert runner.invoke(main, ["desk", name, "--help"]).exit_code == 0
