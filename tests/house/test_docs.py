"""The docs are true: generated pages are current, every command and note is described, console blocks run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from evaluation import pages

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("name", ["record.md", "figures.md", "speed.md"])
def test_generated_pages_are_current(name: str) -> None:
    assert (DOCS / "reference" / name).read_text("utf-8") == pages.PAGES[name](), (
        "run: python -m evaluation.pages"
    )


def test_every_command_is_on_the_page_of_commands() -> None:
    page = (DOCS / "reference" / "commands.md").read_text("utf-8")
    for path, _ in pages._commands(pages.sumber_command, ("sumber",)):
        assert f"## {' '.join(path)}\n" in page


def test_every_note_is_on_the_page_of_notes() -> None:
    page = (DOCS / "reference" / "notes.md").read_text("utf-8")
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    codes = set(re.findall(r'(?:Note\(\s*code=|noting\(\s*)"([a-z-]+)"', source))
    assert codes
    assert [code for code in sorted(codes) if f"`{code}`" not in page] == []


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda path: str(path.relative_to(DOCS)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_console_blocks_of_the_tutorial_run(tmp_path: Path) -> None:
    blocks = CONSOLE.findall((DOCS / "tutorial" / "first-record.md").read_text("utf-8"))
    script = "\n".join(line.removeprefix("$ ") for block in blocks for line in block.splitlines())
    bin_folder = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("Harian Lorosae\n")
