"""Every console, Python and SQL block of the README and the docs runs, and prints what the page shows.

The blocks of a page run one after the other in one folder that holds what pages speak of: reports, articles, a crawl.
A line of a console block that is no command is output: it is compared (``...`` stands for anything). What a Python block
says that it prints (``# ...`` behind a ``print``, or as its last line) must be printed. Commands that cannot run here stand
in ``text`` blocks whose first line is a comment with the reason.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from sumber.samples import DEMO, FOLDER

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$? ?(?:\w+=\S+ )?(sumber|make|python|pip|mkdocs) ", re.MULTILINE)
REASON = re.compile(r"# (?:needs|asks|runs|installs|takes) ")
GENERATED = ("commands.md",)
WITH_DEMO_DESK = ("export.md",)
PARTS = ("article", "i")  # names that a fragment of Python stands for; it is compiled, not run
MARK = "==8<== "
QUOTE = "'\\''"  # a quotation mark within a word of bash


def console_pages() -> Iterator[Path]:
    for page in PAGES:
        if page.name not in GENERATED and re.search(
            r"^```(console|python|sql)$", page.read_text("utf-8"), re.M
        ):
            yield page


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block, whole, and the output shown below it.

    >>> list(commands("$ cat <<'END'\\nx\\nEND\\n$ echo a\\na\\n"))
    [("cat <<'END'\\nx\\nEND", ''), ('echo a', 'a')]
    """
    lines = block.splitlines()
    at = 0
    while at < len(lines):
        assert lines[at].startswith("$ "), f"no command: {lines[at]}"
        command = [lines[at].removeprefix("$ ")]
        at += 1
        document = re.search(r"<<'?(\w+)", command[0])
        if document:
            end = lines.index(document[1], at) + 1
            command += lines[at:end]
            at = end
        shown = []
        while at < len(lines) and not lines[at].startswith("$ "):
            shown.append(lines[at])
            at += 1
        yield "\n".join(command), "\n".join(shown)


def steps(page: Path) -> list[tuple[str, list[str]]]:
    """Return what runs on a page, as bash, and what its output must hold; Python blocks in a row run together."""
    found: list[tuple[str, list[str]]] = []
    code: list[str] = []
    for kind, block in BLOCK.findall(page.read_text("utf-8")):
        if kind == "python" and not any(re.search(rf"\b{part}\)|\[{part}\]", block) for part in PARTS):
            told = re.findall(r"print\(.*\)  # (.+)$", block, re.M) + re.findall(
                r"^# (.+)\Z", block.strip(), re.M
            )
            if code:
                told = found.pop()[1] + told
            code.append(block)
            found.append((f"python <<'PYTHON'\n{''.join(code)}PYTHON", told))
            continue
        code = []
        if kind == "console":
            for command, shown in commands(block):
                if not command.startswith("make "):
                    found.append((command, [shown] if shown else []))
        elif kind == "sql":
            questions = [question.strip() for question in block.split(";") if question.strip()]
            found += [
                (f"sumber query records/ -- '{question.replace(chr(39), QUOTE)}'", [])
                for question in questions
            ]
    return found


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """Make the folder that pages speak of."""
    dili = (FOLDER / "pertemuan-dili.txt").read_text("utf-8")
    page = (FOLDER / "page.html").read_bytes()
    for folder in ("reports", "saved-pages", "pages", "crawl"):
        (tmp_path / folder).mkdir()
    shutil.copy(FOLDER / "ferry-talks.txt", tmp_path / "reports")
    shutil.copy(FOLDER / "pertemuan-dili.txt", tmp_path / "article.txt")
    (tmp_path / "saved-pages" / "page.html").write_bytes(page)
    (tmp_path / "pages" / "page.html").write_bytes(page)
    rows = [{"id": "a1b2", "text": dili, "published": "2025-06-12", "outlet": "Warta Kupang"}]
    (tmp_path / "articles.jsonl").write_bytes(b"\n".join(map(msgspec.json.encode, rows)))
    shutil.copy(tmp_path / "articles.jsonl", tmp_path / "crawl")
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://kabar.example/1\r\nWARC-Date: 2025-06-10T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    for path in (tmp_path / "crawl.warc.gz", tmp_path / "crawl" / "day.warc.gz"):
        path.write_bytes(gzip.compress(head.encode() + block + b"\r\n\r\n"))
    return tmp_path


@pytest.mark.parametrize("page", list(console_pages()), ids=lambda path: str(path.relative_to(ROOT)))
def test_blocks_run_and_print_what_is_shown(page: Path, given: Path) -> None:
    wanted = steps(page)
    if "sumber batch" in page.read_text("utf-8"):
        pytest.importorskip("duckdb")
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
        "SUMBER_DESK": str(given / "desk.sumber"),
    }
    setup = [f"sumber desk add {DEMO} >/dev/null 2>&1"] if page.name in WITH_DEMO_DESK else []
    if "records.jsonl" in page.read_text("utf-8") and page.name == "use-the-desk.md":
        setup.append("sumber read --json article.txt > records.jsonl")
    script = "\n".join(
        [*setup, *(f"echo '{MARK}{number}'\n{step}" for number, (step, _) in enumerate(wanted))]
    )
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=given, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{done.stdout[-500:]}\n{done.stderr[-2000:]}"
    printed = re.split(rf"^{MARK}\d+\n", done.stdout, flags=re.M)[1:]
    for (step, shown), output in zip(wanted, printed, strict=True):
        for text in shown:
            pattern = ".*".join(re.escape(part.strip()) for part in text.split("..."))
            assert re.search(pattern, output, re.S), f"{step}\nprinted:\n{output}"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_does_not_run_says_why(page: Path) -> None:
    if page.name in GENERATED:
        return
    for kind, block in BLOCK.findall(page.read_text("utf-8")):
        if kind not in ("console", "python", "sql", "json") and COMMAND.search(block):
            assert REASON.match(block), f"this block neither runs nor says why:\n{block}"


def test_make_targets_on_pages_are_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for page in PAGES:
        for target in re.findall(r"(?:^\$? ?|`)make ([a-z]+)", page.read_text("utf-8"), re.M):
            assert target in targets, f"{page.name}: make {target}"
