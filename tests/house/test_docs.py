"""The docs are true: generated pages are current, every command and note is described. (What stands in blocks: tests/docs/test_blocks.py.)"""

import re
from pathlib import Path

import pytest
from evaluation import pages

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


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
