"""Keeping the table of stories true: titles, counts, origins."""

import sqlite3
from collections.abc import Iterable

from ..stories.origins import COPIES, Node, Root, roots

__all__ = ["refresh_stories", "story_nodes"]


def refresh_stories(store: sqlite3.Connection, stories: Iterable[int]) -> None:
    """Work out anew what the table says of some stories and of where their articles come from."""
    for story in sorted(stories):
        nodes = story_nodes(store, story)
        if not nodes:
            store.execute("UPDATE story SET articles = 0, origins = 0 WHERE id = ?", (story,))
            continue
        found = roots(nodes)
        store.executemany(
            "UPDATE article SET origin = ?, derives = ? WHERE id = ? AND (origin <> ? OR derives IS NOT ?)",
            [_root_row(number, root) for number, root in found.items()],
        )
        _refresh_line(store, story, nodes, found)


def _root_row(number: int, root: Root) -> tuple[str | int | None, ...]:
    return root.origin, root.derives, number, root.origin, root.derives


def _refresh_line(store: sqlite3.Connection, story: int, nodes: list[Node], found: dict[int, Root]) -> None:
    own = [node for node in nodes if found[node.number].derives is None] or nodes
    first = min(own, key=lambda node: (node.time, node.number))
    title = store.execute("SELECT title FROM article WHERE id = ?", (first.number,)).fetchone()[0]
    times = [node.time for node in nodes]
    origins = len({root.origin for root in found.values()})
    store.execute(
        "UPDATE story SET title = ?, first = ?, last = ?, articles = ?, origins = ? WHERE id = ?",
        (title or "", min(times), max(times), len(nodes), origins, story),
    )


def story_nodes(store: sqlite3.Connection, story: int) -> list[Node]:
    """Return the articles of a story as what their origins are worked out from.

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
        "SELECT a.id, coalesce(a.published, a.added), o.key FROM article a LEFT JOIN outlet o ON o.id = a.outlet "
        "WHERE a.story = ? AND a.replaced IS NULL ORDER BY a.id",
        (story,),
    ).fetchall()
    order = {number: (time, number) for number, time, _ in rows}
    return [
        Node(
            number,
            time,
            outlet,
            tuple(stated.get(number, ())),
            tuple(
                (target, kind)
                for target, _, kind in sorted(takes.get(number, ()), key=lambda each: -each[1])
                if target in order and order[target] < order[number]
            ),
        )
        for number, time, outlet in rows
    ]
