"""Statements in Indonesian: a grammar over cues, quotes and noun phrases, sentence by sentence.

Each construction has its function, with an example in its docstring. What the constructions find is ordered and
thinned in ``find``: a cue serves one statement, and a quote with a cue of its own is nobody else's content.
"""

from collections.abc import Sequence

from ....language.tokens import Sentence
from ....record import Act, SourceKind
from ...analysis import Analysis
from ..draft import Draft, Stretch
from ..grammar import walk
from ..lone import settle
from ..places import Contents
from ..quotes import Quote, inside
from ..reader import Reader
from ..speakers import kind_of, speaker_after
from ..subjects import begins_speaker
from .contents import base_of, before_cue, rest_behind
from .forms import according, agentless, fronted, headline, passive, thus
from .nouns import by_document, by_noun, written
from .verbs import active

__all__ = ["find"]

_NEAR = 12  # statements before and behind one within which another may stand in its words


def find(analysis: Analysis, quotes: Sequence[Quote]) -> list[Draft]:
    """Return the statements of an article as drafts, in reading order."""
    reader = Reader(analysis, quotes, "id")
    drafts = walk(reader, _at, headline)
    contents = Contents(drafts)
    settled = [draft for draft in settle(reader, drafts) if not _is_told(reader, draft, drafts, contents)]
    for number, draft in enumerate(settled):
        _end_before_next(reader, draft, settled[max(0, number - _NEAR) : number + _NEAR])
    return settled


def _end_before_next(reader: Reader, draft: Draft, drafts: list[Draft]) -> None:
    """End a told content before the clause of the next speaker: *S1 mengatakan C1, S2 menyebut C2*."""
    start, end = draft.content[-1]
    if draft.cue is None or draft.cue[0] > start or inside(reader.quotes, start, end):
        return
    for other in drafts:
        if other is draft or other.source is None or other.cue is None or not start < other.source[0] < end:
            continue
        before = reader.text[start : other.source[0]].rstrip()
        if before.endswith(",") and other.source[0] < other.cue[0] < end and len(before.split()) > 3:
            draft.content[-1] = (start, start + len(before) - 1)
            return


def _at(reader: Reader, sentence: Sentence, index: int, found: list[Draft]) -> Draft | None:
    """Return the statement whose cue is the token at ``index``, if one is."""
    word = reader.tokens[index].lower
    base = base_of(reader, index)
    if reader.cues.act("bare", base) and reader.tokens[index].text[0].islower():
        draft = _bare(reader, sentence, index, base)
        if draft:
            return draft
    draft = (
        fronted(reader, sentence, index, base)
        or by_document(reader, sentence, index)
        or by_noun(reader, sentence, index)
    )
    if draft:
        return draft
    if word == "menurut" or (word == "menurutnya"):
        return according(reader, sentence, index)
    if reader.cues.act("active", word):
        return active(reader, sentence, index, found)
    if reader.cues.act("written", word) or reader.cues.act("passive", word):
        draft = written(reader, sentence, index) or passive(reader, sentence, index)
        if draft:
            return draft
    if reader.cues.act("agentless", word):
        return agentless(reader, sentence, index)
    if word == "demikian":
        return thus(reader, sentence, index)
    return None


def _clitic(reader: Reader, index: int, base: str) -> tuple[Stretch, Stretch, int] | None:
    """Return cue and source of *ujarnya* (one token or two), and the index behind it; None if no clitic stands."""
    token = reader.tokens[index]
    if token.lower != base:
        cut = token.start + len(base)
        return (token.start, cut), (cut, token.end), index + 1
    following = reader.tokens[index + 1] if index + 1 < len(reader.tokens) else None
    if following and following.lower in ("nya", "ya") and following.start == token.end:
        return (token.start, token.end), (following.start, following.end), index + 2
    return None


def _bare(reader: Reader, sentence: Sentence, index: int, base: str) -> Draft | None:
    """*"Q," kata S.*; *C, kata S, C.*; *"Q," ujarnya.*"""
    token = reader.tokens[index]
    quote = reader.quote_before(token.start)
    holder = inside(reader.quotes, token.start, token.end)
    after_comma = index > sentence.first and reader.tokens[index - 1].text == ","
    if holder is not None or (quote is None and not after_comma):
        return None
    if quote is not None and reader.text[quote.outer_start : token.start].count("\n\n"):
        return None
    clitic = _clitic(reader, index, base)
    doubtful = base in reader.cues.words("doubtful") and not _ends_as_speech(reader, quote)
    if not clitic and doubtful and not _is_speaker(reader, index + 1, sentence):
        return None
    if clitic:
        cue, source, behind = clitic
        kind: SourceKind | None = SourceKind.PERSON
    else:
        phrase = speaker_after(reader.tokens, index + 1, sentence.last)
        if phrase is None or (doubtful and quote is None and _has_purpose(reader, phrase[1], sentence)):
            return None
        cue, source, behind = (token.start, token.end), reader.stretch(*phrase), phrase[1]
        kind = kind_of(reader.tokens[phrase[0] : phrase[1]])
    act = reader.cues.act("bare", base) or Act.SAY
    content = reader.quoted(quote) if quote else before_cue(reader, sentence, index)
    if quote is None:
        content += rest_behind(reader, sentence, behind)
    if quote is not None and quote.scare and not reader.text[quote.start : quote.end]:
        return None
    return Draft(content=content, source=source, kind=kind, cue=cue, act=act)


def _has_purpose(reader: Reader, index: int, sentence: Sentence) -> bool:
    """Return whether what looks like a verb of saying is a noun: *tekad Rini untuk pulang*."""
    return index < sentence.last and reader.tokens[index].lower in ("untuk", "agar", "yang")


def _ends_as_speech(reader: Reader, quote: Quote | None) -> bool:
    """Return whether a quote ends as spoken words do before their speaker: *"...," ungkap juara dunia ini*."""
    if quote is None or quote.scare or quote.end - quote.start < 20:
        return False
    return reader.text[quote.end - 1] in ",?!" or reader.text[quote.outer_end : quote.outer_end + 1] == ","


def _is_speaker(reader: Reader, index: int, sentence: Sentence) -> bool:
    """Return whether a speaker plainly begins here: a capital, a pronoun or an office."""
    if index >= sentence.last:
        return False
    token = reader.tokens[index]
    return token.text[:1].isupper() or token.lower in ("dia", "ia", "beliau") or begins_speaker(token)


def _is_told(reader: Reader, draft: Draft, drafts: list[Draft], contents: Contents) -> bool:
    """Return whether *diketahui* and its like only stand in what somebody else is reported to have said."""
    if draft.source is not None or draft.cue is None or inside(reader.quotes, *draft.cue):
        return False
    at = draft.cue[0]
    return any(drafts[n].source and drafts[n] is not draft for n, _ in contents.holding(at, at + 1))
