"""Pieces of an article around the words that were searched for, with the hits marked."""

import re
from functools import lru_cache

from ..language.stems import stem
from ..record import Record, Span
from .fields import fold
from .query import Query
from .views import Snippet

__all__ = ["snippets"]

_WORD = re.compile(r"[^\W_]+")
_LENGTH = 240  # code points of a snippet
_MOST = 2  # snippets of one article


def snippets(record: Record, query: Query) -> tuple[Snippet, ...]:
    """Return up to two pieces of the running text with the most different words of the search."""
    text = record.article.text
    blocks = record.article.body() or record.article.blocks
    hits = [hit for block in blocks for hit in _hits(text, block, query, record.article.language)]
    hits += _said(record, query)
    hits.sort(key=lambda hit: hit[0].start)
    if not hits:
        return (_piece(text, blocks[0].start, blocks[0].end, []),) if blocks else ()
    found: list[Snippet] = []
    taken: list[Span] = []
    for start in sorted(range(len(hits)), key=lambda at: -_worth(hits, at)):
        window = Span(hits[start][0].start, hits[start][0].start + _LENGTH)
        if any(window.overlaps(other) for other in taken):
            continue
        block = next((b for b in blocks if b.start <= window.start < b.end), None)
        if block is None:
            continue
        inside = [hit[0] for hit in hits if block.start <= hit[0].start and hit[0].end <= block.end]
        piece = _piece(text, max(block.start, window.start - _LENGTH // 4), block.end, inside)
        taken.append(Span(piece.start, piece.start + len(piece.text)))
        found.append(piece)
        if len(found) == _MOST:
            break
    return tuple(sorted(found, key=lambda piece: piece.start))


def _worth(hits: list[tuple[Span, str]], at: int) -> int:
    """Return how many different words of the search stand in the piece that starts at a hit."""
    end = hits[at][0].start + _LENGTH
    return len({word for span, word in hits[at:] if span.end <= end})


def _hits(text: str, block: Span, query: Query, language: str) -> list[tuple[Span, str]]:
    """Return the words of a block that were searched for, each with its stem, and the phrases."""
    wanted = {form for word in query.words for form in (word, stem(word, language))}
    prefixes = tuple(part.rstrip("*").casefold() for part in query.text.split() if part.endswith("*"))
    roots: dict[str, str] = {}
    for written in set(_WORD.findall(text, block.start, block.end)):
        word = _fold(written)
        root = stem(word, language)
        if word in wanted or root in wanted or (prefixes and word.startswith(prefixes)):
            roots[written] = root
    found: list[tuple[Span, str]] = []
    if roots:
        words = "|".join(map(re.escape, sorted(roots)))
        for match in re.finditer(rf"(?<![^\W_])(?:{words})(?![^\W_])", text[block.start : block.end]):
            found.append((Span(block.start + match.start(), block.start + match.end()), roots[match[0]]))
    return found + _phrases(text, block, query) if query.phrases else found


def _phrases(text: str, block: Span, query: Query) -> list[tuple[Span, str]]:
    """Return the phrases of a block that were searched for."""
    found: list[tuple[Span, str]] = []
    words = [(match.span(), _fold(match[0])) for match in _WORD.finditer(text, block.start, block.end)]
    for at, ((start, _), word) in enumerate(words):
        for phrase in query.phrases:
            if word == phrase[0] and tuple(each for _, each in words[at : at + len(phrase)]) == phrase:
                found.append((Span(start, words[at + len(phrase) - 1][0][1]), " ".join(phrase)))
    return found


@lru_cache(maxsize=100_000)
def _fold(word: str) -> str:
    return fold(word) or word


def _said(record: Record, query: Query) -> list[tuple[Span, str]]:
    """Return the mentions of the names and speakers that the search asks for."""
    found: list[tuple[Span, str]] = []
    asked = {
        fold(value)
        for key in ("person", "place", "organisation", "name")
        for value in query.keys.get(key, ())
    }
    for name in record.names if asked else ():
        if any(f" {value} " in f" {fold(form)} " for form in (name.name, *name.aliases) for value in asked):
            found += [(Span(mention.start, mention.end), name.id) for mention in name.mentions]
    speakers = {fold(value) for value in query.keys.get("speaker", ())}
    for statement in record.statements if speakers else ():
        source = statement.source
        if source is None:
            continue
        name_of = record.name_of(source.name)
        words = fold(f"{source.of(record.article.text)} {name_of.name if name_of else ''}")
        if any(f" {value} " in f" {words} " for value in speakers):
            found.append((Span(source.start, source.end), statement.id))
    return found


def _piece(text: str, start: int, stop: int, hits: list[Span]) -> Snippet:
    """Return a piece that begins and ends at words; hits are counted from its start."""
    if start and text[start - 1 : start].isalnum():
        while start < stop and text[start].isalnum():
            start += 1
    while start < stop and not text[start].isalnum() and text[start] not in "\"“'‘(":
        start += 1
    end = min(stop, start + _LENGTH)
    if end < stop:
        cut = text.rfind(" ", start, end)
        end = cut if cut > start else end
    inside = sorted({(hit.start, hit.end) for hit in hits if start <= hit.start and hit.end <= end})
    return Snippet(
        text=text[start:end], start=start, hits=tuple(Span(a - start, b - start) for a, b in _apart(inside))
    )


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans that do not overlap, the first kept."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found
