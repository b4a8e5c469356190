"""Lengths in the headers of an archive that no machine can hold: told, never believed."""

import subprocess
import sys
from pathlib import Path

import pytest

BODY = b"<!doctype html><title>Kabar</title><p>Nelayan pulang ke Solo hari ini.</p>"


def _record(lines: bytes, answer: bytes = b"") -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + answer + b"\r\n" + BODY
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\n" + lines
    kind = b"Content-Type: application/http; msgtype=response\r\n"
    return head + kind + b"Content-Length: %d\r\n\r\n" % len(block) + block + b"\r\n\r\n"


@pytest.mark.parametrize("huge", ["13777777777777777", "99999999999999999999999"])
@pytest.mark.parametrize("where", ["archive", "answer"])
def test_a_second_length_beyond_all_memory_does_not_end_the_process(
    tmp_path: Path, huge: str, where: str
) -> None:
    line = f"Content-Length: {huge}\r\n".encode()
    path = tmp_path / "a.warc"
    path.write_bytes(_record(line) if where == "archive" else _record(b"", line))
    code = "import sys; from pathlib import Path; from sumber.collect.warc import pages\n"
    code += "print([type(one).__name__ for one in pages(Path(sys.argv[1]))])"
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-300:]
    assert done.stdout.strip() == "['Document']"
