"""Which articles of a story report on their own, and what the others go back to."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

__all__ = ["COPIES", "SAME_TEXT", "STATES_SOURCE", "TRANSLATES", "Node", "Root", "roots"]

COPIES = "copies"
STATES_SOURCE = "states-source"
TRANSLATES = "translates"
SAME_TEXT = "same-story"


class Node(Struct, frozen=True, gc=False):
    """An article of a story: when it came out, whose it is, whom it names as its source, what it shares text with.

    ``takes`` are numbers of earlier articles of the story, with the kind of taking; ``stated`` are keys of
    outlets that it takes all its content from.
    """

    number: int
    time: str
    outlet: str | None
    stated: tuple[str, ...] = ()
    takes: tuple[tuple[int, str], ...] = ()


class Root(Struct, frozen=True, gc=False):
    """Where an article goes back to: the key of an origin, and how (None: it is its own reporting)."""

    origin: str
    derives: str | None = None


def roots(nodes: Sequence[Node]) -> dict[int, Root]:
    """Return the root of each article of a story.

    Articles that share their text form a group with one root: the outlet that members name as their source, else
    the outlet of the earliest. An article outside such groups that names its source goes back to it; if
    that outlet's article is here and takes from another in turn, to that one.

    >>> one = Node(1, "2025-06-01", "antara")
    >>> two = Node(2, "2025-06-02", "viva", stated=("antara",))
    >>> roots([one, two])[2]
    Root(origin='antara', derives='states-source')
    """
    ordered = sorted(nodes, key=lambda node: (node.time, node.number))
    found: dict[int, Root] = {}
    groups = _groups(ordered)
    group_of = {node.number: group for group in groups for node in group}
    for group in groups:
        for node in group:
            found[node.number] = _root(node, group)
    by_outlet: dict[str, Node] = {}
    for node in sorted(ordered, key=lambda node: found[node.number].derives is not None):
        if node.outlet is not None:
            by_outlet.setdefault(node.outlet, node)
    return {node.number: _followed(found[node.number], found, by_outlet, len(group_of)) for node in ordered}


def own_key(node: Node) -> str:
    """Return the key of the origin that an article's own reporting is."""
    return node.outlet if node.outlet is not None else f"article:{node.number}"


def _groups(ordered: Sequence[Node]) -> list[list[Node]]:
    """Return the articles that hang together by taking text, earliest first."""
    leader = {node.number: node.number for node in ordered}

    def head(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for node in ordered:
        for target, _ in node.takes:
            if target in leader:
                leader[head(node.number)] = head(target)
    groups: dict[int, list[Node]] = {}
    for node in ordered:
        groups.setdefault(head(node.number), []).append(node)
    return list(groups.values())


def _root(node: Node, group: Sequence[Node]) -> Root:
    """Return what a member of a group goes back to."""
    origin = _origin_of(group)
    if own_key(node) == origin:
        return Root(origin)
    stated = next((key for key in node.stated if key != node.outlet), None)
    if stated is not None and (len(group) == 1 or stated == origin):
        return Root(stated, STATES_SOURCE)
    return Root(origin, node.takes[0][1] if node.takes else COPIES)


def _origin_of(group: Sequence[Node]) -> str:
    stated = Counter(key for node in group for key in node.stated if key != node.outlet)
    outlets = {node.outlet for node in group}
    inside = [key for key, _ in stated.most_common() if key in outlets]
    if inside:
        return inside[0]
    return stated.most_common(1)[0][0] if stated else own_key(group[0])


def _followed(root: Root, found: dict[int, Root], by_outlet: dict[str, Node], most: int) -> Root:
    """Return a root that leads on to what its own outlet's article goes back to."""
    origin = root.origin
    if root.derives is None:
        return root
    for _ in range(most):
        article = by_outlet.get(origin)
        if article is None or found[article.number].derives is None:
            break
        further = found[article.number].origin
        if further == root.origin:
            break
        origin = further
    return root if origin == root.origin else Root(origin, root.derives or STATES_SOURCE)
