"""Batches: one unit in, one file out; killed, starved and lied to, and nothing is lost."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from evaluation.killed_batch import difference, killed, write_inputs

from sumber.batch import Options, run
from sumber.batch.entries import Entry
from sumber.batch.progress import Progress
from sumber.batch.units import find_units
from sumber.cli import main
from sumber.errors import BatchError
from sumber.record import Record
from sumber.samples import FOLDER

DILI = (FOLDER / "pertemuan-dili.txt").read_text("utf-8")
FERRY = (FOLDER / "ferry-talks.txt").read_text("utf-8")


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Three archives of a few reports each, two loose ones, and documents that cannot be read."""
    folder = tmp_path / "in"
    (folder / "loose").mkdir(parents=True)
    for name, text in (("a", DILI), ("b", FERRY), ("c", DILI)):
        rows = [{"id": f"{name}{n}", "text": f"{text}\n\n{n}", "published": "2025-06-12"} for n in range(8)]
        lines = [json.dumps(row) for row in rows]
        lines.insert(3, "{broken")
        (folder / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "loose" / "one.txt").write_text(DILI, "utf-8")
    (folder / "loose" / "two.html").write_text((FOLDER / "page.html").read_text("utf-8"), "utf-8")
    (folder / "loose" / "three.txt").write_bytes(b"")
    return folder


def ids(out: Path) -> dict[str, list[str]]:
    files = sorted((out / "records").glob("*.jsonl"))
    return {
        f.name: [Record.from_json(line).article.id for line in f.read_bytes().splitlines()] for f in files
    }


def manifest(out: Path) -> list[Entry]:
    return [
        msgspec.json.decode(line, type=Entry) for line in (out / "manifest.jsonl").read_bytes().splitlines()
    ]


def test_each_unit_becomes_one_file_and_the_manifest_tells_all(inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    entries = run([str(inputs)], Options(out=out, form="jsonl", workers=2))
    assert [entry.records for entry in entries] == [8, 8, 8, 2]
    assert [entry.quarantined for entry in entries] == [1, 1, 1, 1]
    assert entries == manifest(out)
    assert ids(out)[Path(entries[0].output or "").name] == [f"a{n}" for n in range(8)]
    reasons = [json.loads(path.read_bytes())["reason"] for path in (out / "quarantine").iterdir()]
    assert sum("no JSON" in reason for reason in reasons) == 3
    assert sum("empty" in reason for reason in reasons) == 1
    assert not [*out.rglob("*.part"), *out.rglob("*.at")]


def test_what_is_done_is_passed_over_and_what_changed_is_read_anew(inputs: Path, tmp_path: Path) -> None:
    options = Options(out=tmp_path / "out", form="jsonl", without=("events", "statements"))
    run([str(inputs)], options)
    before = {path: path.stat().st_mtime_ns for path in (options.out / "records").iterdir()}
    (inputs / "b.jsonl").write_text(json.dumps({"id": "new", "text": FERRY}), "utf-8")
    run([str(inputs)], options)
    changed = [path.name for path, stamp in before.items() if path.stat().st_mtime_ns != stamp]
    assert len(changed) == 1
    assert changed[0].startswith("b.jsonl")


def test_killed_at_any_moment_it_ends_as_if_undisturbed(inputs: Path, tmp_path: Path) -> None:
    calm, rough = tmp_path / "calm", tmp_path / "rough"
    run([str(inputs)], Options(out=calm, form="jsonl"))
    command = [sys.executable, "-m", "sumber", "batch", str(inputs), "--out", str(rough), "--format", "jsonl"]
    for wait_s in (0.6, 1.4, 2.1):
        process = subprocess.Popen(
            [*command, "--workers", "2"], stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(wait_s)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert subprocess.run([*command, "--workers", "2"], stderr=subprocess.PIPE, check=False).returncode == 0
    assert (rough / "manifest.jsonl").read_bytes() == (calm / "manifest.jsonl").read_bytes()
    for path in (calm / "records").iterdir():
        assert (rough / "records" / path.name).read_bytes() == path.read_bytes()


def test_workers_or_the_first_process_killed_disturb_nothing(tmp_path: Path) -> None:
    write_inputs(tmp_path / "in", 8, 10)
    run([str(tmp_path / "in")], Options(out=tmp_path / "calm", form="jsonl"))
    counts = killed(tmp_path / "in", tmp_path / "rough", 3)
    assert sum(counts.values()) > 0
    assert difference(tmp_path / "calm", tmp_path / "rough") == []


def test_document_that_takes_too_long_is_quarantined(tmp_path: Path) -> None:
    text = "".join(f"Nomor {number}: {DILI}\n\n" for number in range(400))  # no paragraph stands there twice
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "slow", "text": text}), "utf-8")
    (entry,) = run([str(tmp_path / "in.jsonl")], Options(out=tmp_path / "out", form="jsonl", seconds=0.02))
    assert (entry.records, entry.quarantined) == (0, 1)
    (quarantine,) = (tmp_path / "out" / "quarantine").iterdir()
    assert "longer than 0.02 s" in json.loads(quarantine.read_bytes())["reason"]


def test_more_time_reads_only_what_was_in_quarantine_for_want_of_it(tmp_path: Path) -> None:
    quick, slow = tmp_path / "quick.jsonl", tmp_path / "slow.jsonl"
    for path in (quick, slow):
        path.write_text(json.dumps({"id": path.stem, "text": DILI}), "utf-8")
    told: list[Progress] = []
    run([str(quick)], Options(out=tmp_path / "out", form="jsonl", seconds=60))
    (entry,) = run([str(slow)], Options(out=tmp_path / "out", form="jsonl", seconds=0.001))
    assert (entry.records, entry.quarantined) == (0, 1)
    entries = run(
        [str(quick), str(slow)], Options(out=tmp_path / "out", form="jsonl", seconds=50), told.append
    )
    assert [(entry.records, entry.quarantined) for entry in entries] == [(1, 0), (1, 0)]
    assert told[-1].earlier == 1


def test_parquet_holds_the_records_and_answers_questions(inputs: Path, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    out = tmp_path / "out"
    entries = run([str(inputs)], Options(out=out))
    again = run([str(inputs)], Options(out=tmp_path / "again"))
    assert [entry.sha256 for entry in entries] == [entry.sha256 for entry in again]
    runner = CliRunner()
    asked = runner.invoke(main, ["query", str(out), "SELECT count(*) AS n FROM articles", "--csv"])
    assert asked.stdout.split() == ["n", "26"]
    relays = "SELECT DISTINCT outlet FROM relays WHERE outlet LIKE 'Harian%'"
    assert "Harian Lorosae" in runner.invoke(main, ["query", str(out), relays, "--json"]).stdout
    wrong = runner.invoke(main, ["query", str(out), "SELECT nothing FROM nowhere"])
    assert wrong.exit_code == 1
    assert "DuckDB says" in wrong.stderr


def test_output_can_be_input_again_and_a_cut_file_is_told(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    good, cut = tmp_path / "good.parquet", tmp_path / "cut.parquet"
    duckdb.sql(f"COPY (SELECT 'x' AS id, 'Kabar dari Solo hari ini.' AS text) TO '{good}' (FORMAT parquet)")
    cut.write_bytes(good.read_bytes()[:-20])
    entries = run([str(good), str(cut)], Options(out=tmp_path / "out", form="jsonl"))
    assert {Path(entry.inputs[0]).name: (entry.records, entry.quarantined) for entry in entries} == {
        "good.parquet": (1, 0),
        "cut.parquet": (0, 1),
    }


def test_full_disk_is_a_failure_that_the_next_run_mends(inputs: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount a tmpfs")
    try:
        entries = run([str(inputs)], Options(out=disk / "out", form="jsonl"))
        assert any("No space left" in (entry.failed or "") for entry in entries)
        subprocess.run(["mount", "-o", "remount,size=50m", str(disk)], check=True)
        entries = run([str(inputs)], Options(out=disk / "out", form="jsonl"))
        assert [entry.records for entry in entries] == [8, 8, 8, 2]
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def test_inputs_that_are_not_there_are_told_before_anything_runs(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="no file or folder"):
        find_units([str(tmp_path / "none")])
    (tmp_path / "empty").mkdir()
    with pytest.raises(BatchError, match="holds nothing"):
        find_units([str(tmp_path / "empty")])
    assert (
        CliRunner().invoke(main, ["batch", str(tmp_path / "none"), "--out", str(tmp_path / "o")]).exit_code
        == 1
    )


def test_ray_gives_the_same_output(inputs: Path, tmp_path: Path) -> None:
    pytest.importorskip("ray")
    calm, cluster = tmp_path / "calm", tmp_path / "cluster"
    run([str(inputs)], Options(out=calm, form="jsonl"))
    code = (
        "import sys; from pathlib import Path; from sumber.batch import Options, run; "
        "run([sys.argv[1]], Options(out=Path(sys.argv[2]), form='jsonl', runner='ray', workers=2))"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(inputs), str(cluster)], check=True, capture_output=True, timeout=180
    )
    assert (cluster / "manifest.jsonl").read_bytes() == (calm / "manifest.jsonl").read_bytes()
    assert ids(cluster) == ids(calm)


def test_a_missing_extra_is_told_before_anything_is_read(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(BatchError, match=r"sumber\[analytics\]"):
        run([str(inputs)], Options(out=tmp_path / "out"))
    assert not (tmp_path / "out").exists()
