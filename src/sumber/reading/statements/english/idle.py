"""Sayings that nobody is reported to have said: to the reader, possible ones, orders, and things on offer.

A tagger of attributions marks *you may ask*, *note that*, *they offer a discount*: pages of advice are full of them.
"""

from ....language.tokens import Token
from ....record import Act
from ..draft import Draft, Stretch
from ..reader import Reader
from .contents import FINITE
from .reshape import HEARSAY
from .speakers import source_words
from .worth import BE, tells

__all__ = ["is_idle"]

_OPENING = frozenset({"please", "to", "also", "always", "just", "simply", "never", "not", "do", "n't"})
_MARKS = "'\"“”‘’"
_FUTURE = frozenset({"will", "would", "'ll", "’ll"})
_PAST = ("ed", "ing")


def is_idle(reader: Reader, draft: Draft) -> bool:
    """Return whether a draft only looks like a statement.

    *You should note that*: the reader is spoken to. *Users can ask for it*: it may be said one day. *Consider a
    loan*: an order of the text. *This shows*: the text's own argument. *They offer discounts*, *a tool called X*.
    """
    if draft.cue is None:
        return False
    words = list(reader.within(draft.cue))
    source = [token.lower for token in reader.within(draft.source)] if draft.source else []
    quoted = any(
        quote.start <= draft.content[0][0] < quote.end for quote in reader.quotes_at(*draft.content[0])
    )
    if len(source) == 1 and source[0] in source_words("pointing"):
        return True
    if len(source) == 1 and source[0] in source_words("anyone") and not _is_told(words):
        return True
    if _is_ironic(reader, draft.cue) or _gives_no_answer(words):
        return True
    return not quoted and (
        _is_possible(words)
        or (not source and _has_no_verb(reader, words) and not _tells_clause(reader, draft, words))
        or (not source and (_is_order(words) or _is_recalled(reader, words)))
        or _is_on_offer(reader, draft, words)
        or _only_names(reader, draft, words)
    )


def _is_ironic(reader: Reader, cue: Stretch) -> bool:
    """Return whether a cue alone stands in quotation marks: *Moe 'congratulates' his rival*."""
    before, after = reader.text[max(0, cue[0] - 1) : cue[0]], reader.text[cue[1] : cue[1] + 1]
    return before in _MARKS and after in _MARKS and before != "" and after != ""


def _gives_no_answer(words: list[Token]) -> bool:
    """Return whether a cue tells that nothing was said: *did not respond to questions*, *did not return a call*."""
    lowers = {token.lower for token in words}
    return bool(lowers & {"not", "n't", "never"}) and bool(lowers & source_words("answering"))


def _has_no_verb(reader: Reader, words: list[Token]) -> bool:
    """Return whether a cue without a source is but a noun: *instructions for*."""
    if reader.tags is None or any(token.lower in HEARSAY for token in words) or words[0].lower == "according":
        return False
    return not any(reader.tags.word_class[token.index] in ("VERB", "AUX") for token in words)


def _tells_clause(reader: Reader, draft: Draft, words: list[Token]) -> bool:
    """Return whether a clause follows a noun at once: *allegations [he had lied]*, not *fears of a war*."""
    return words[-1].lower not in source_words("preposition") and tells(reader, draft.content)


def _is_told(words: list[Token]) -> bool:
    """Return whether a cue tells of a saying that has been: *you said*, not *you may ask*."""
    return any(token.lower in source_words("told") for token in words)


def _is_possible(words: list[Token]) -> bool:
    """Return whether a cue only may or should be said, and is not said by doing so: *can ask*, not *can confirm*."""
    lowers = {token.lower for token in words}
    return not lowers.isdisjoint(source_words("modal")) and lowers.isdisjoint(source_words("performed"))


def _is_order(words: list[Token]) -> bool:
    """Return whether a cue without a source is a bare verb: *note that*, *to ask for*."""
    bare = [token.lower for token in words if token.lower not in _OPENING | _FUTURE]
    if not bare or bare[0] in BE or bare[0] in FINITE or bare[0] in HEARSAY or not bare[0].isalpha():
        return False
    return not bare[0].endswith(_PAST) and bare[0] in source_words("bare verb")


def _is_recalled(reader: Reader, words: list[Token]) -> bool:
    """Return whether a text only takes up its own words: *as noted, ...*."""
    before = reader.tokens[words[0].index - 1].lower if words[0].index else ""
    return len(words) == 1 and before == "as" and words[0].lower.endswith(_PAST)


def _is_on_offer(reader: Reader, draft: Draft, words: list[Token]) -> bool:
    """Return whether something is sold or provided: *offers a discount*, *charges a fee*, *informed choices*."""
    lowers = {token.lower for token in words}
    first = next(iter(reader.within(draft.content[0]))).lower
    if {"required", "for"} <= lowers:
        return True
    if draft.act is Act.PROMISE and lowers & source_words("offer"):
        return first != "to"
    if lowers & source_words("charge"):
        return first != "that" and not tells(reader, draft.content)
    return "informed" in lowers and (
        first in source_words("informed") or bool(lowers & {"make", "making", "makes"})
    )


def _only_names(reader: Reader, draft: Draft, words: list[Token]) -> bool:
    """Return whether a cue tells what something is called: *a tool called X*, *a girl named Y*."""
    if len(words) != 1 or words[0].lower not in ("called", "named", "dubbed") or draft.source is None:
        return False
    first = next(iter(reader.within(draft.source))).lower
    close = words[0].start - draft.source[1] == 1
    return close and (words[0].lower == "named" or first in ("a", "an", "another", "something", "one"))
