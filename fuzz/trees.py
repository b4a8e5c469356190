"""Changes of JSON that keep it JSON: the fuzzer's bytes say which values are replaced, by what.

Decoders are written in C, where the fuzzer cannot see what it reaches, and flipped bytes would mostly be refused.
"""

import json
from typing import Any

__all__ = ["changed"]

_VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 1, 2, 10**6, 2**63, 1e308, 0.5, "", "x", "n1", "s1", "e1", "\ud800", "2025-13-45", "person",
    "names", [], {}, [[]], "<b>&", "\x00", "é" * 50, "denied", "ID", "kabar.example",
)  # fmt: skip


def changed(seed: bytes, data: bytes) -> bytes:
    """Return a JSON text with some of its values replaced; three bytes of ``data`` a change.

    >>> changed(b'{"a": [1, 2]}', bytes([0, 1, 10]))
    b'{"a": ["", 2]}'
    """
    tree = json.loads(seed)
    for at in range(0, min(len(data), 60) - 2, 3):
        place, choice = int.from_bytes(data[at : at + 2]), data[at + 2]
        if places := _places(tree):
            holder, key = places[place % len(places)]
            if choice < len(_VALUES):
                holder[key] = _VALUES[choice]
            elif choice % 2:
                other, name = places[choice % len(places)]
                holder[key] = other[name]
            elif isinstance(holder, dict):
                holder.pop(key)
    try:
        return json.dumps(tree).encode()
    except (ValueError, RecursionError):  # a value that was put into itself
        return seed


def _places(tree: Any) -> list[tuple[Any, Any]]:
    """Return every value of a tree as its holder and its key, containers too; at most 3,000."""
    found: list[tuple[Any, Any]] = []
    waiting = [tree]
    while waiting and len(found) < 3000:
        holder = waiting.pop()
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            found.append((holder, key))
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])
    return found
