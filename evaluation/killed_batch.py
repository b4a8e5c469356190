"""Kill a batch at random moments; compare what it wrote with an undisturbed run: ``python -m evaluation.killed_batch``.

The kills are in turn of all processes at once, as when a machine stops; of one worker, as when memory is short; and of
the first process alone, while its workers still write. The batch is then started again; in the end its files and its
manifest must be the same bytes.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from .growth import made

__all__ = ["difference", "killed", "write_inputs"]


KINDS = ("all", "worker", "first")


def write_inputs(folder: Path, files: int, each: int) -> None:
    """Write archives of made-up reports, and in each a line that is no document."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        rows = [
            {
                "id": f"{number}-{place}",
                "text": one.text,
                "language": one.language,
                "published": one.published,
            }
            for place, one in enumerate(made(each, seed=number))
        ]
        lines = [msgspec.json.encode(row) for row in rows]
        (folder / f"{number:03}.jsonl").write_bytes(b"\n".join([*lines, b"{broken", b""]))


def killed(inputs: Path, out: Path, kills: int, *, seed: int = 1) -> dict[str, int]:
    """Run a batch, killing it so many times, then to its end; return how often each kind was killed."""
    chance = random.Random(seed)
    counts = dict.fromkeys(KINDS, 0)
    process = _start(inputs, out)
    while sum(counts.values()) < kills:
        time.sleep(chance.uniform(0.3, 6.0))
        if process.poll() is not None:
            break
        workers = _children(process.pid)
        kind = KINDS[sum(counts.values()) % 3]
        if kind == "worker" and not workers:
            continue
        counts[kind] += 1
        if kind == "worker":
            os.kill(chance.choice(workers), signal.SIGKILL)
            continue
        (os.killpg if kind == "all" else os.kill)(process.pid, signal.SIGKILL)
        process.wait()
        process = _start(inputs, out)
    if process.wait() != 0:
        raise RuntimeError(f"the batch ended with {process.returncode}")
    return counts


def _start(inputs: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "sumber", "batch", str(inputs), "--out", str(out), "--format", "jsonl"]
    return subprocess.Popen(
        [*command, "--workers", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _children(parent: int) -> list[int]:
    """Return the workers of a batch."""
    found = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
    return [int(pid) for pid in found if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def difference(calm: Path, rough: Path) -> list[str]:
    """Return the files that the two outputs do not share byte for byte."""
    names = {
        str(path.relative_to(folder))
        for folder in (calm, rough)
        for path in folder.rglob("*")
        if path.is_file()
    }
    return sorted(name for name in names if _bytes(calm / name) != _bytes(rough / name))


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def main() -> None:
    """Do it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--files", type=int, default=40)
    parser.add_argument("--each", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        write_inputs(home / "in", options.files, options.each)
        calm = _start(home / "in", home / "calm")
        if calm.wait() != 0:
            raise RuntimeError("the undisturbed batch failed")
        counts = killed(home / "in", home / "rough", options.kills)
        differing = difference(home / "calm", home / "rough")
        documents = options.files * (options.each + 1)
    print(json.dumps({"documents": documents, **counts, "files_that_differ": differing}))


if __name__ == "__main__":
    main()
