"""Which quotation marks open and which close: the cheapest reading of all marks of an article.

Every mark opens, closes, closes an older quote and opens a new one, or is no quotation mark (inches, a stray). Each
choice costs by the mark's shape and by what stands on both sides; going on over a paragraph, nesting, and leaving a
quote open cost too. The reading with the least sum is found in one pass (Viterbi) over at most five states a mark.
"""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum

from msgspec import Struct

__all__ = ["Part", "part"]

_MARK = re.compile(r"[\"“”„«»]|''|``|‘‘|’’")
_OPENERS = frozenset({"“", "«", "„", "``", "‘‘"})
_CLOSERS = frozenset({"”", "»", "’’"})
_FAR = 1400  # code points: a quote this long is more likely two with a mark lost between them


class Part(Struct, frozen=True):
    """A quoted piece of one paragraph: inside its marks, and with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    goes_on: bool = False
    nested: bool = False


class State(IntEnum):
    """Where we are: outside, in a quote, in a quote within a quote, or before a paragraph that may go on with one."""

    OUT = 0
    IN = 1
    DEEP = 2
    WAITING = 3  # the paragraph before left a quote open; this one goes on with it if it opens with a mark


class Do(IntEnum):
    """What a mark does."""

    OPEN = 0
    CLOSE = 1
    REOPEN = 2
    NOTHING = 3
    RESUME = 4


_NEST, _REOPEN, _STRAY, _UNCLOSED, _RUN_ON, _RESUME, _GIVE_UP = 2.0, 3.5, 3.0, 2.2, 2.0, 0.2, 2.2


class _Path(Struct):
    cost: float
    opened: int  # where the open quote began, for its length
    steps: "tuple[object, ...]"  # linked list: (Do, previous)


def part(text: str, paragraphs: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, list[Part]]]:
    """Yield, for every paragraph (number, start, end) that holds quoted words, its number and quoted pieces."""
    marks = [(start, end, list(_MARK.finditer(text, start, end))) for _, start, end in paragraphs]
    steps = iter(_cheapest(text, marks))
    carried = False
    for (number, start, end), (_, _, found) in zip(paragraphs, marks, strict=True):
        if not found and not carried:
            next(steps)
            continue
        done = [next(steps) for _ in found]
        parts = _parts(start, end, list(zip(found, done, strict=True)), carried)
        carried = next(steps) is Do.RESUME
        if parts:
            yield number, parts


def _cheapest(text: str, marks: Sequence[tuple[int, int, list[re.Match[str]]]]) -> list[Do]:
    """Return what each mark does; after the marks of each paragraph RESUME if its quote is carried on, else NOTHING."""
    paths: dict[State, _Path] = {State.OUT: _Path(0.0, 0, ())}
    for start, end, found in marks:
        for mark in found:
            paths = _step(text, mark, (start, end), paths)
        paths = _boundary(end, paths)
    best = min(paths.items(), key=lambda item: (item[1].cost + (item[0] is not State.OUT), item[0]))[1]
    done: list[Do] = []
    steps = best.steps
    while steps:
        done.append(steps[0])  # type: ignore[arg-type]
        steps = steps[1]  # type: ignore[assignment]
    return done[::-1]


def _better(paths: dict[State, _Path], state: State, path: _Path) -> None:
    if state not in paths or path.cost < paths[state].cost:
        paths[state] = path


def _step(
    text: str, mark: re.Match[str], paragraph: tuple[int, int], paths: dict[State, _Path]
) -> dict[State, _Path]:
    opening, closing = _costs(text, mark, paragraph)
    at = mark.start()
    new: dict[State, _Path] = {}
    for state, path in paths.items():
        for do, target, cost in _choices(state, opening, closing, at == paragraph[0]):
            opened = at if do in (Do.OPEN, Do.REOPEN, Do.RESUME) and target is State.IN else path.opened
            if do in (Do.CLOSE, Do.REOPEN) and state is State.IN:
                cost += max(0, at - path.opened - _FAR) / _FAR
            _better(new, target, _Path(path.cost + cost, opened, (do, path.steps)))
    return new


def _choices(
    state: State, opening: float, closing: float, is_first: bool
) -> Iterator[tuple[Do, State, float]]:
    """Yield what a mark can do in a state: the act, the next state, its cost."""
    if state is State.WAITING:
        if is_first:
            yield Do.RESUME, State.IN, opening + _RESUME
        yield Do.CLOSE, State.OUT, closing + _RUN_ON
        yield Do.OPEN, State.IN, opening + _GIVE_UP
        return
    if state is State.OUT:
        yield Do.OPEN, State.IN, opening
        yield Do.NOTHING, State.OUT, _STRAY
    elif state is State.IN:
        yield Do.CLOSE, State.OUT, closing
        yield Do.OPEN, State.DEEP, opening + _NEST
        yield Do.REOPEN, State.IN, opening + _REOPEN
        yield Do.NOTHING, State.IN, _STRAY + 0.5
    else:
        yield Do.CLOSE, State.IN, closing + 0.3
        yield Do.NOTHING, State.DEEP, _STRAY + 0.5


def _boundary(end: int, paths: dict[State, _Path]) -> dict[State, _Path]:
    """Return the paths behind the end of a paragraph: an open quote is left, waits for a mark, or runs on."""
    new: dict[State, _Path] = {}
    for state, path in paths.items():
        left = (Do.NOTHING, path.steps)
        if state is State.OUT:
            _better(new, State.OUT, _Path(path.cost, path.opened, left))
        elif state is State.WAITING:
            _better(new, State.OUT, _Path(path.cost + _GIVE_UP, path.opened, left))
        else:
            deep = 1.0 if state is State.DEEP else 0.0
            _better(new, State.OUT, _Path(path.cost + deep + _UNCLOSED, path.opened, left))
            _better(new, State.WAITING, _Path(path.cost + deep, end, (Do.RESUME, path.steps)))
    return new


def _costs(text: str, mark: re.Match[str], paragraph: tuple[int, int]) -> tuple[float, float]:
    """Return what it costs to read a mark as opening and as closing, by its shape and its neighbours."""
    opening, closing = _by_shape(mark[0])
    start, end = mark.span()
    before = text[max(paragraph[0], start - 4) : start]
    after = text[end : min(paragraph[1], end + 4)]
    near, far = before[-1:], before.rstrip()[-1:]
    ahead, next_word = after[:1], after.lstrip()[:1]
    if not far:
        closing += 3.0
    if not next_word:
        return opening + 4.0, closing
    free_left, free_right = not near or near.isspace(), ahead.isspace()
    if far and near in "([-–—:":
        free_left = True
    if free_left and not free_right:
        closing += 2.0
    elif free_right and not free_left:
        opening += 2.0
    if ahead in ",.;:)!?":
        opening += 1.5
    elif far == "," and next_word.islower():
        opening += 2.2
    if far in (":", "("):
        closing += 1.5
    elif far in (",", ".", "!", "?", "…"):
        opening += 0.5 if far == "," else 0.2
        closing += 0.6 if next_word.isupper() and far == "." and free_left else 0.0
    elif far.isalnum() and next_word.isupper():
        closing += 0.5
    return opening, closing


def _by_shape(mark: str) -> tuple[float, float]:
    if mark in _OPENERS:
        return 0.0, 3.0
    return (1.0, 0.0) if mark in _CLOSERS else (0.0, 0.0)


def _parts(start: int, end: int, marks: Sequence[tuple[re.Match[str], Do]], carried: bool) -> list[Part]:
    """Return the quoted pieces of a paragraph, given what its marks do."""
    parts: list[Part] = []
    opened: list[tuple[int, int, bool]] = []  # inner start, outer start, goes on
    if carried and marks and marks[0][1] is Do.CLOSE:
        opened.append((start, start, True))
    for mark, do in marks:
        if do in (Do.CLOSE, Do.REOPEN) and opened:
            inner, outer, goes_on = opened.pop()
            stop = mark.end() if do is Do.CLOSE else mark.start()
            parts.append(Part(inner, mark.start(), outer, stop, goes_on, bool(opened)))
        if do in (Do.OPEN, Do.REOPEN, Do.RESUME):
            opened.append((mark.end(), mark.start(), do is Do.RESUME))
    if opened and end - opened[0][0] > 2:
        inner, outer, goes_on = opened[0]
        parts.append(Part(inner, end, outer, end, goes_on))
    return parts
