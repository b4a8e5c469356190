"""Damaged inputs and documents that want too much, through the whole batch: what can be read is read, the rest is told."""

import gzip
import json
from pathlib import Path

import msgspec
import pytest

from sumber.batch import Options, run
from sumber.batch.entries import Entry
from sumber.errors import BatchError
from sumber.record import Record
from sumber.samples import FOLDER

DILI = (FOLDER / "pertemuan-dili.txt").read_text("utf-8")
PAGE = (FOLDER / "page.html").read_bytes()


def batch(tmp_path: Path, **how: object) -> tuple[Entry, list[str], list[dict[str, str]]]:
    """Run over ``in``; return its only entry, the ids or addresses read, and what lies in quarantine."""
    options = Options(out=tmp_path / "out", form="jsonl", **how)  # type: ignore[arg-type]
    (entry,) = run([str(tmp_path / "in")], options)
    (line,) = (options.out / "manifest.jsonl").read_bytes().splitlines()
    assert msgspec.json.decode(line, type=Entry) == entry
    (output,) = (options.out / "records").iterdir()
    articles = [Record.from_json(line).article for line in output.read_bytes().splitlines()]
    quarantine = [
        json.loads(line)
        for path in (options.out / "quarantine").iterdir()
        for line in path.read_bytes().splitlines()
    ]
    assert (entry.records, entry.quarantined) == (len(articles), len(quarantine))
    return entry, [article.url or article.id for article in articles], quarantine


def archived(number: int) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\n"
        f"WARC-Record-ID: <urn:uuid:{number:032}>\r\nWARC-Date: 2025-06-10T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0)


def test_damaged_archive(tmp_path: Path) -> None:
    members = [archived(number) for number in range(6)]
    members[1] = members[1][:-8] + b"\0\0\0\0" + members[1][-4:]  # the checksum
    members[3] = members[3][:100] + b"garbage" * 9 + members[3][163:]
    members[5] = members[5][: len(members[5]) // 2]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "day.warc.gz").write_bytes(b"".join(members))
    _, read, quarantine = batch(tmp_path)
    assert read == [f"https://a.example/{number}" for number in (0, 2, 4)]
    reasons = " ".join(found["reason"] for found in quarantine)
    assert "incorrect data check" in reasons
    assert "cut short" in reasons
    assert len(quarantine) == 3


def test_cut_lines(tmp_path: Path) -> None:
    rows = b"\n".join(msgspec.json.encode({"id": f"a{n}", "text": f"{DILI} {n} é"}) for n in range(5))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "day.jsonl").write_bytes(rows[:-4])  # in the middle of a letter
    _, read, quarantine = batch(tmp_path)
    assert read == ["a0", "a1", "a2", "a3"]
    assert quarantine[0]["source"].endswith("day.jsonl:5")
    assert "no JSON" in quarantine[0]["reason"]


def test_line_without_end_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sumber.collect import sources

    monkeypatch.setattr(sources, "_MAX_BYTES", 10_000)
    long = msgspec.json.encode({"id": "long", "text": "x " * 50_000})
    good = msgspec.json.encode({"id": "good", "text": DILI})
    (tmp_path / "day.jsonl").write_bytes(b"\n".join([good, long, good, long]))
    found = list(sources.documents([str(tmp_path / "day.jsonl")]))
    assert [getattr(one, "id", None) for one in found] == ["good", None, "good", None]
    assert "more than 10000 bytes" in str(found[1])


@pytest.mark.parametrize("where", ["a group of rows", "the end", "the beginning", "everything but the mark"])
def test_damaged_parquet(tmp_path: Path, where: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "day.parquet"
    rows = "SELECT 'a' || i AS id, 'Kabar nomor ' || i || ' dari Solo. ' || md5(i::VARCHAR) AS text FROM range(6144) t(i)"
    duckdb.execute(f"COPY ({rows}) TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 2048, COMPRESSION zstd)")
    data = path.read_bytes()
    half = len(data) // 2
    path.write_bytes(
        {
            "a group of rows": data[:half] + bytes(400) + data[half + 400 :],
            "the end": data[:-200],
            "the beginning": b"garbage" + data[7:],
            "everything but the mark": b"PAR1" + bytes(len(data) - 8) + b"PAR1",
        }[where]
    )
    without = ("names", "times", "places", "relays", "statements", "events")
    entry, read, quarantine = batch(tmp_path, without=without)
    groups = {"a group of rows": (0, 2), "the beginning": (1, 2)}.get(where, ())
    assert read == [f"a{n}" for group in groups for n in range(2048 * group, 2048 * group + 2048)]
    assert where != "a group of rows" or "rows 2049 to 4096 are lost" in quarantine[0]["reason"]
    assert entry.quarantined == 1
    assert quarantine[0]["source"] == str(path)


def test_links_are_not_made_over_a_damaged_output(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    from sumber.batch.stories import link

    (tmp_path / "in.jsonl").write_bytes(msgspec.json.encode({"id": "a", "text": DILI}))
    run([str(tmp_path / "in.jsonl")], Options(out=tmp_path / "out"))
    (output,) = (tmp_path / "out" / "records").iterdir()
    output.write_bytes(output.read_bytes()[:-30])
    with pytest.raises(BatchError, match="cannot be read"):
        link(tmp_path / "out")


_NESTED = b'{"id": "bomb", "text": "Kabar", "more": [' + b",".join([b"[]"] * 3_000_000) + b"]}"
_LONG = msgspec.json.encode({"id": "bomb", "text": " ".join(f"Budi{number}" for number in range(600_000))})


@pytest.mark.parametrize(
    ("bomb", "reason"),
    [(_NESTED, "no memory to read it"), (_LONG, "wanted more than 60 MB")],
    ids=["nested", "long"],
)
def test_document_that_wants_all_memory(tmp_path: Path, bomb: bytes, reason: str) -> None:
    """Some megabytes really are parsed (into millions of lists), or cut into words, until the kernel gives no more."""
    rows = [msgspec.json.encode({"id": one, "text": DILI}) for one in ("a", "b")]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "day.jsonl").write_bytes(b"\n".join([rows[0], bomb, rows[1]]))
    entry, read, quarantine = batch(tmp_path, megabytes=60, seconds=60)
    assert read == ["a", "b"]
    assert entry.failed is None
    assert reason in quarantine[0]["reason"]


def test_time_that_runs_out_within_a_layer_is_no_fault_of_the_layer(tmp_path: Path) -> None:
    text = "".join(f"Nomor {number}: {DILI}\n\n" for number in range(1500))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "day.jsonl").write_bytes(msgspec.json.encode({"id": "slow", "text": text}))
    entry, read, quarantine = batch(tmp_path, seconds=2.0, without=("events", "statements"))
    assert (read, entry.failed) == ([], None)
    assert quarantine[0]["reason"] == "it took longer than 2 s"
