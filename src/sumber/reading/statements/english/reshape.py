"""Cues that the tagger draws wider than we do: a verb with its object, an adverb of hearsay with the deed."""

from msgspec.structs import replace

from ..reader import Reader
from .tagged import Tagged

__all__ = ["HEARSAY", "reshaped"]

HEARSAY = frozenset({"allegedly", "reportedly", "supposedly", "purportedly"})
_VOICING = frozenset("express expresses expressed expressing voice voices voiced voicing".split())


def reshaped(reader: Reader, item: Tagged) -> Tagged:
    """Return an attribution with the cue as we draw it.

    *expressed her sadness at | the news*: the cue is the verb, and its object is content. *Li | allegedly began
    texting | her*: the cue is the adverb, nobody is named as source, and what was done is content.
    """
    lowers = [token.lower for token in reader.tokens[slice(*item.words)]]
    for place, word in enumerate(lowers):
        if word in _VOICING:
            return _cut(reader, item, place, hearsay=False)
    hearsay = next((place for place, word in enumerate(lowers) if word in HEARSAY), None)
    said = any(
        reader.cues.act(kind, word) for word in lowers if word not in HEARSAY for kind in ("active", "tagged")
    )
    return item if hearsay is None or said else _cut(reader, item, hearsay, hearsay=True)


def _cut(reader: Reader, item: Tagged, place: int, *, hearsay: bool) -> Tagged:
    """Return the attribution with the one word at ``place`` as its cue and what the cue held behind it as content."""
    at = item.words[0] + place
    cue = reader.stretch(at, at + 1)
    content = [piece for piece in item.content if piece[0] < cue[0]]
    behind = [piece for piece in item.content if piece[0] > cue[0]]
    if at + 1 < item.words[1]:
        rest = reader.stretch(at + 1, item.words[1])
        behind = [(rest[0], behind[0][1]), *behind[1:]] if behind else [rest]
    if hearsay and item.source is not None and item.source[1] <= cue[0]:
        content.append(item.source)
    source = None if hearsay else item.source
    return replace(item, cue=cue, words=(at, at + 1), content=[*content, *behind], source=source)
