"""Keeping the table of stories true: titles, counts, origins."""

import sqlite3
from collections.abc import Iterable

from msgspec import Struct

from ..stories.origins import COPIES, Node, Root, roots

__all__ = ["refresh_stories"]


class _Member(Struct, frozen=True, gc=False):
    """An article of a story: what its origin is worked out from, and what the table says of it now."""

    node: Node
    title: str
    root: Root


def refresh_stories(store: sqlite3.Connection, stories: Iterable[int]) -> None:
    """Work out anew what the table says of some stories and of where their articles come from."""
    changed: list[tuple[str, str | None, int]] = []
    lines: list[tuple[str | int, ...]] = []
    for story in sorted(stories):
        members = _members(store, story)
        if not members:
            store.execute("UPDATE story SET articles = 0, origins = 0 WHERE id = ?", (story,))
            continue
        found = roots([member.node for member in members])
        changed += [
            (root.origin, root.derives, member.node.number)
            for member in members
            if (root := found[member.node.number]) != member.root
        ]
        lines.append((*_line(members, found), story))
    store.executemany("UPDATE article SET origin = ?, derives = ? WHERE id = ?", changed)
    store.executemany(
        "UPDATE story SET title = ?, first = ?, last = ?, articles = ?, origins = ? WHERE id = ?", lines
    )


def _line(members: list[_Member], found: dict[int, Root]) -> tuple[str | int, ...]:
    """Return title, first and last time, number of articles and of origins."""
    own = [member for member in members if found[member.node.number].derives is None] or members
    first = min(own, key=lambda member: (member.node.time, member.node.number))
    times = [member.node.time for member in members]
    origins = len({root.origin for root in found.values()})
    return first.title, min(times), max(times), len(members), origins


def _members(store: sqlite3.Connection, story: int) -> list[_Member]:
    """Return the articles of a story.

    A source that is named for one sentence only counts if the texts, too, show that the article takes from it.
    """
    takes: dict[int, list[tuple[int, float, str]]] = {}
    backed: set[tuple[int, str | None]] = set()
    for source, target, kind, part, key in store.execute(
        "SELECT e.source, e.target, e.kind, e.share, o.key FROM article a JOIN edge e ON e.source = a.id "
        "JOIN article t ON t.id = e.target LEFT JOIN outlet o ON o.id = t.outlet WHERE a.story = ?",
        (story,),
    ):
        if kind == COPIES:
            takes.setdefault(source, []).append((target, part, kind))
        backed.add((source, key))
    stated: dict[int, list[str]] = {}
    for article, key, scope in store.execute(
        "SELECT r.article, o.key, r.scope FROM article a JOIN relay r ON r.article = a.id "
        "JOIN outlet o ON o.id = r.outlet WHERE a.story = ? AND a.replaced IS NULL",
        (story,),
    ):
        if scope == "article" or (article, key) in backed:
            stated.setdefault(article, []).append(key)
    rows = store.execute(
        "SELECT a.id, coalesce(a.published, a.added), o.key, a.title, a.origin, a.derives "
        "FROM article a LEFT JOIN outlet o ON o.id = a.outlet "
        "WHERE a.story = ? AND a.replaced IS NULL ORDER BY a.id",
        (story,),
    ).fetchall()
    order = {row[0]: (row[1], row[0]) for row in rows}
    found = []
    for number, time, outlet, title, origin, derives in rows:
        taken = sorted(takes.get(number, ()), key=lambda each: -each[1])
        earlier = tuple(
            (target, kind) for target, _, kind in taken if target in order and order[target] < order[number]
        )
        node = Node(number, time, outlet, tuple(stated.get(number, ())), earlier)
        found.append(_Member(node, title or "", Root(origin, derives)))
    return found
