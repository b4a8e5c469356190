"""Batches from and into stores: an S3 server on this machine, spoken to by s3fs; and files by their addresses."""

import gzip
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from evaluation.killed_store import Server

from sumber.batch import Options, run
from sumber.batch import run as running
from sumber.batch.entries import Entry
from sumber.batch.progress import Progress
from sumber.batch.query import ask
from sumber.batch.scratch import scratch
from sumber.batch.store import files_at, store_of
from sumber.batch.stories import link
from sumber.batch.units import find_units
from sumber.cli import main
from sumber.errors import BatchError
from sumber.samples import FOLDER

fsspec = pytest.importorskip("fsspec")

DILI = (FOLDER / "pertemuan-dili.txt").read_text("utf-8")
PAGE = (FOLDER / "page.html").read_bytes()
PLAIN = (
    "times",
    "names",
    "places",
    "relays",
    "statements",
    "events",
)  # what is left out where it does not matter


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Start a server that speaks S3."""
    for needed in ("s3fs", "moto.moto_server.werkzeug_app"):
        pytest.importorskip(needed)
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def s3(server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Any]:
    """Yield the file system of an S3 server with one bucket, reached as users reach theirs: by the environment."""
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    fsspec.config.set_conf_env(fsspec.config.conf)
    (tmp_path / "scratch").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "scratch"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    system = fsspec.filesystem("s3")
    system.mkdir("bucket")
    yield system
    system.rm("bucket", recursive=True)
    fsspec.config.conf.pop("s3", None)
    type(system).clear_instance_cache()


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a few archives and loose files, with lines that are no document."""
    folder = tmp_path_factory.mktemp("stores") / "in"
    (folder / "loose").mkdir(parents=True)
    for name in "ab":
        rows = [
            {"id": f"{name}{n}", "text": f"{DILI}\n\n{n}", "published": f"2025-06-1{n}"} for n in range(4)
        ]
        lines = [*map(json.dumps, rows), "{broken"]
        (folder / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nWARC-Date: 2025-06-10T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    (folder / "c.warc.gz").write_bytes(gzip.compress(head.encode() + block + b"\r\n\r\n"))
    (folder / "loose" / "one.txt").write_text(DILI, "utf-8")
    (folder / "loose" / "two.html").write_bytes(PAGE)
    return folder


@pytest.fixture(scope="module")
def calm(inputs: Path) -> list[tuple[str, str]]:
    """Return what a batch from folder to folder writes."""
    out = inputs.parent / "out"
    run([str(inputs)], Options(out=out, form="jsonl", without=PLAIN))
    return told(local(out), str(inputs))


def local(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def remote(system: Any, out: str) -> dict[str, bytes]:
    system.invalidate_cache()
    return {path.removeprefix(f"{out}/"): system.cat_file(path) for path in system.find(out)}


def told(files: dict[str, bytes], place: str) -> list[tuple[str, str]]:
    """Return what a batch wrote, without what its names owe to the place of its input: kind of file, content."""
    return sorted(
        (name.split("/")[0], data.decode().replace(place, "IN"))
        for name, data in files.items()
        if name.startswith(("records/", "quarantine/"))
    )


def left(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "scratch").glob("sumber-*"))


def entries(files: dict[str, bytes]) -> list[Entry]:
    return [msgspec.json.decode(line, type=Entry) for line in files["manifest.jsonl"].splitlines()]


def command(out: str) -> list[str]:
    leave_out = [word for layer in PLAIN for word in ("--without", layer)]
    places = ["s3://bucket/crawl", "--out", f"s3://bucket/{out}"]
    return [
        sys.executable,
        "-m",
        "sumber",
        "batch",
        *places,
        "--format",
        "jsonl",
        "--workers",
        "1",
        *leave_out,
    ]


def test_from_s3_into_s3_is_what_it_is_from_folder_to_folder(
    s3: Any, inputs: Path, calm: list[tuple[str, str]], tmp_path: Path
) -> None:
    s3.put(str(inputs), "bucket/crawl", recursive=True)
    options = Options(out="s3://bucket/records/", form="jsonl", without=PLAIN)
    found = run(["s3://bucket/crawl"], options)
    kept = remote(s3, "bucket/records")
    assert told(kept, "s3://bucket/crawl") == calm
    assert found == entries(kept)
    assert {entry.inputs[0] for entry in found} >= {
        "s3://bucket/crawl/a.jsonl",
        "s3://bucket/crawl/c.warc.gz",
    }
    assert kept.keys() == {
        "options.txt",
        "manifest.jsonl",
        *(f"units/{entry.unit}.json" for entry in found),
        *(entry.output for entry in found),
        *(f"quarantine/{entry.unit}.jsonl" for entry in found if entry.quarantined),
    }
    assert left(tmp_path) == []

    progress: list[Progress] = []
    assert run(["s3://bucket/crawl"], options, progress.append) == found
    assert progress == []  # nothing was read
    assert remote(s3, "bucket/records") == kept

    s3.pipe("bucket/crawl/b.jsonl", json.dumps({"id": "new", "text": DILI}).encode())
    s3.rm(f"bucket/records/{found[2].output}")
    s3.pipe(f"bucket/records/{found[3].output}", b"half")
    again = run(["s3://bucket/crawl"], options, progress.append)
    assert [(entry.records, entry.quarantined) for entry in again] == [(4, 1), (1, 0), (1, 0), (2, 0)]
    assert progress[-1].earlier == 1  # what is missing or cut is read anew, though its entry is there
    now = remote(s3, "bucket/records")
    assert {name for name in kept if now.get(name) != kept[name]} == {
        "manifest.jsonl",
        f"units/{again[1].unit}.json",
        again[1].output,
        f"quarantine/{again[1].unit}.jsonl",
    }
    assert kept.keys() - now.keys() == {f"quarantine/{again[1].unit}.jsonl"}


def test_one_side_may_be_a_folder_and_the_output_can_be_asked_and_linked(
    s3: Any, inputs: Path, tmp_path: Path
) -> None:
    pytest.importorskip("duckdb")
    s3.put(str(inputs / "a.jsonl"), "bucket/crawl/2025/a.jsonl")
    run([str(inputs / "a.jsonl")], Options(out="s3://bucket/records"))
    run(["s3://bucket/crawl/20*/?.jsonl"], Options(out=tmp_path / "out"))
    (there,) = (data for name, data in remote(s3, "bucket/records/records").items())
    (here,) = (tmp_path / "out" / "records").iterdir()
    assert there == here.read_bytes()
    assert "s3://bucket/crawl/2025/a.jsonl:5" in next((tmp_path / "out" / "quarantine").iterdir()).read_text()

    assert link("s3://bucket/records") == link(tmp_path / "out")
    for table in ("linked", "stories", "edges"):
        kept = s3.cat_file(f"bucket/records/stories/{table}.jsonl")
        assert kept == (tmp_path / "out" / "stories" / f"{table}.jsonl").read_bytes()
    assert s3.exists("bucket/records/stories/desk.sumber")
    assert not s3.exists("bucket/records/stories/days")
    question = "SELECT a.id, l.story FROM articles a JOIN linked l ON l.id = a.id ORDER BY a.id"
    assert ask("s3://bucket/records", question) == ask(tmp_path / "out", question)
    assert left(tmp_path) == []

    s3.pipe(f"bucket/records/records/{here.name}", here.read_bytes()[:-30])
    with pytest.raises(BatchError, match=f"`s3://bucket/records/records/{here.name}` cannot be read"):
        link("s3://bucket/records")


def test_killed_before_it_is_through_it_ends_as_if_undisturbed(
    server: Server, s3: Any, inputs: Path, calm: list[tuple[str, str]], tmp_path: Path
) -> None:
    s3.put(str(inputs), "bucket/crawl", recursive=True)
    process = subprocess.Popen(command("records"), stderr=subprocess.DEVNULL, start_new_session=True)

    def kill(request: str) -> None:
        if request.startswith("PUT /bucket/records/records/"):
            os.killpg(process.pid, signal.SIGKILL)

    server.after = kill
    process.wait()
    server.undisturbed()
    before = remote(s3, "bucket/records")
    assert len([name for name in before if name.startswith("records/")]) == 1
    assert "manifest.jsonl" not in before
    requests: list[str] = []

    def answer(request: str) -> bool:
        requests.append(request)
        return len(requests) % 4 != 0  # also the store is busy at times

    server.before = answer
    subprocess.run(command("records"), check=True, capture_output=True)
    server.undisturbed()
    after = remote(s3, "bucket/records")
    assert told(after, "s3://bucket/crawl") == calm
    assert len(entries(after)) == 4
    assert left(tmp_path) == []  # also of what the killed processes had fetched


def test_what_is_damaged_or_gone_does_not_end_a_run(
    s3: Any, inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = (inputs / "c.warc.gz").read_bytes()
    s3.pipe({"bucket/crawl/c.warc.gz": archive + archive[:-40], "bucket/crawl/gone.jsonl": b"{}"})

    def find_and_lose(places: list[str]) -> Any:
        units = find_units(places)
        s3.rm("bucket/crawl/gone.jsonl")
        return units

    monkeypatch.setattr(sys.modules[running.__module__], "find_units", find_and_lose)
    damaged, gone = run(
        ["s3://bucket/crawl"], Options(out="s3://bucket/records", form="jsonl", without=PLAIN)
    )
    assert (damaged.records, damaged.quarantined, damaged.failed) == (1, 1, None)
    line = json.loads(s3.cat_file(f"bucket/records/quarantine/{damaged.unit}.jsonl"))
    assert "scratch" not in str(line)
    assert line["source"] in ("https://a.example/", "s3://bucket/crawl/c.warc.gz")
    assert "`s3://bucket/crawl/gone.jsonl` cannot be reached: FileNotFoundError" in (gone.failed or "")
    assert gone.output is None
    assert entries(remote(s3, "bucket/records")) == [damaged, gone]


def test_a_bucket_or_credentials_that_are_missing_are_told_at_once(
    s3: Any, inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BatchError, match=r"`s3://none/records/options.txt` cannot be reached: .*not exist"):
        run([str(inputs)], Options(out="s3://none/records", form="jsonl"))
    assert not s3.exists("none")
    with pytest.raises(BatchError, match=r"`s3://none/crawl` cannot be reached"):
        run(["s3://none/crawl"], Options(out=tmp_path / "out", form="jsonl"))
    with pytest.raises(BatchError, match="no file or folder `s3://bucket/none`"):
        run(["s3://bucket/none"], Options(out=tmp_path / "out", form="jsonl"))
    s3.pipe("bucket/other/a.png", b"x")
    with pytest.raises(BatchError, match="holds nothing that can be read"):
        run(["s3://bucket/other"], Options(out=tmp_path / "out", form="jsonl"))
    for command in (["query", "s3://bucket/none", "SELECT 1"], ["link", "s3://bucket/none"]):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 1
        assert "holds nothing" in done.stderr
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    monkeypatch.setenv("HOME", str(tmp_path))
    type(s3).clear_instance_cache()
    with pytest.raises(BatchError, match="NoCredentialsError"):
        run(["s3://bucket/crawl"], Options(out=tmp_path / "out", form="jsonl"))
    assert not (tmp_path / "out").exists()


def test_ray_reads_and_writes_s3(s3: Any, inputs: Path, calm: list[tuple[str, str]], tmp_path: Path) -> None:
    pytest.importorskip("ray")
    s3.put(str(inputs), "bucket/crawl", recursive=True)
    environment = {**os.environ, "RAY_TMPDIR": "/tmp"}  # a short path, for its sockets
    ray = [*command("records"), "--runner", "ray"]
    subprocess.run(ray, check=True, capture_output=True, timeout=180, env=environment)
    files = remote(s3, "bucket/records")
    assert told(files, "s3://bucket/crawl") == calm
    assert len(entries(files)) == 4
    assert left(tmp_path) == []


def test_files_by_address_are_files(inputs: Path, calm: list[tuple[str, str]], tmp_path: Path) -> None:
    by_path, by_address = find_units([str(inputs)]), find_units([f"file://{inputs}/"])
    assert [[path.removeprefix("file://") for path in unit.paths] for unit in by_address] == [
        list(unit.paths) for unit in by_path
    ]
    run([f"file://{inputs}"], Options(out=f"file://{tmp_path}/out", form="jsonl", without=PLAIN))
    files = local(tmp_path / "out")
    assert told(files, f"file://{inputs}") == calm
    assert not [name for name in files if name.endswith(".part")]


def test_a_file_that_is_written_anew_has_another_state() -> None:
    system = fsspec.filesystem("memory")
    system.pipe("/crawl/a.jsonl", b"one")
    before = find_units(["memory://crawl"])
    assert find_units(["memory://crawl"]) == before
    system.pipe("/crawl/a.jsonl", b"two")
    assert find_units(["memory://crawl"])[0].state != before[0].state
    assert [file.place for file in files_at("memory://crawl/*", (".jsonl",))] == ["memory://crawl/a.jsonl"]
    system.rm("/crawl", recursive=True)


def test_scratch_of_a_dead_process_is_removed_that_of_a_living_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "sumber-batch-dead" / "units").mkdir(parents=True)
    with scratch() as living, scratch() as other:
        assert set(tmp_path.iterdir()) == {living, other}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (Path("s3://bucket/records"), "as text, not as a Path"),
        ("zip://*.jsonl::s3://bucket/a.zip", "within another"),
        ("s3://", "as in `s3://bucket/crawl`"),
        ("https://news.example/", "pages of the web"),
        ("sftp://rina:secret@host/records", "password"),
        ("nope://bucket/records", "Protocol not known"),
    ],
)
def test_addresses_that_cannot_be_used_are_told(place: Path | str, why: str) -> None:
    with pytest.raises(BatchError, match=why):
        store_of(place)


def test_what_is_not_installed_is_told(inputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "gcsfs", None)
        with pytest.raises(BatchError, match="gcsfs"):
            run(["gs://bucket/crawl"], Options(out="records", form="jsonl"))
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(BatchError, match=r"sumber\[remote\]"):
        run([str(inputs)], Options(out="s3://bucket/records", form="jsonl"))
    assert find_units([str(inputs)])
