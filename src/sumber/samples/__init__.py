"""Reports of our own writing: invented people, real places, as dirty as crawled news is."""

from pathlib import Path

__all__ = ["DEMO", "FOLDER"]

FOLDER = Path(__file__).parent
DEMO = FOLDER / "demo" / "articles.jsonl"  # 44 reports of six stories, for a desk
