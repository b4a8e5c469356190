"""Statements in English: a grammar over cues, quotes and noun phrases, sentence by sentence.

Each construction has its function, with an example in its docstring; it needs no model.
"""

from collections.abc import Iterator, Sequence

from ....language.tokens import Sentence
from ....record import Act, SourceKind
from ...analysis import Analysis
from ..draft import Draft, Stretch
from ..grammar import found_in, walk
from ..lone import settle
from ..posts import find_credited
from ..quotes import Quote
from ..reader import Reader
from .contents import FINAL, FINITE, TOLD, content_behind, content_in_front, cut_tail
from .merge import beside, merge
from .speakers import DETERMINERS, kind_of, source_words, speaker_after, speaker_before
from .tagged import read_tagged
from .worth import tells

__all__ = ["find"]


_JOINING = frozenset(
    ', ; : ( ) — – " “ ” and but or that who which after when while because as if before since until'.split()
)


_BEFORE_GERUND = frozenset("for of after with by in on from about without".split())


def find(analysis: Analysis, quotes: Sequence[Quote]) -> list[Draft]:
    """Return the statements of an article as drafts, in reading order."""
    reader = Reader(analysis, quotes, "en")
    drafts = walk(reader, _at, _headline)
    credited = find_credited(reader)
    for draft in credited:
        assert draft.source is not None
        draft.kind = kind_of(reader.within(draft.source))
    return settle(reader, beside(credited, merge(reader, read_tagged(analysis, quotes), drafts)))


def _at(reader: Reader, sentence: Sentence, index: int, found: list[Draft]) -> Draft | None:
    word = reader.tokens[index].lower
    following = reader.tokens[index + 1].lower if index + 1 < sentence.last else ""
    if word == "according" and following == "to":
        return _according(reader, sentence, index)
    pair = f"{word} {following}"
    if reader.cues.act("agentless", pair):
        return _agentless(reader, sentence, index, 2, pair)
    if reader.cues.act("active", pair):
        return _verb(reader, sentence, index, 2, pair, found)
    if reader.cues.act("active", word):
        return _verb(reader, sentence, index, 1, word, found)
    if reader.cues.act("agentless", word):
        return _agentless(reader, sentence, index, 1, word)
    return None


def _verb(
    reader: Reader, sentence: Sentence, index: int, width: int, word: str, found: list[Draft]
) -> Draft | None:
    """Return the statement of a verb of saying, by what stands before and behind it."""
    tokens = reader.tokens
    act = reader.cues.act("active", word) or Act.SAY
    cue = reader.stretch(index, index + width)
    holder = reader.quote_around(*cue)
    before = tokens[index - 1] if index > sentence.first else None
    if before is not None and (before.lower in source_words("prefix") or before.lower in DETERMINERS):
        return None
    if any(reader.tokens[at].lower == "according" for at in range(max(sentence.first, index - 4), index)):
        return None
    quote = reader.quote_before(cue[0]) if holder is None else None
    comma = before is not None and before.text == ","
    if quote is not None or comma:
        draft = _inverted(reader, sentence, index, width, act, quote)
        if draft is not None:
            return draft
    return _plain(reader, sentence, (index, width), word, found)


def _inverted(
    reader: Reader, sentence: Sentence, index: int, width: int, act: Act, quote: Quote | None
) -> Draft | None:
    """*"Q," said S*; *C, said S.*"""
    if index + width >= sentence.last or act in (Act.EXPECT, Act.ORDER) or reader.tokens[index].lower in TOLD:
        return None
    head = reader.tokens[index + width]
    if head.lower in ("that", "it", "its", "to", "in", "on", "there", "about", "for", "by") or head.text in (
        '"',
        "“",
        ":",
        ",",
    ):
        return None
    phrase = speaker_after(reader.tokens, index + width, sentence.last)
    if phrase is None or any(
        token.lower in FINITE - {"'s"} for token in reader.tokens[phrase[0] : phrase[1]]
    ):
        return None
    if quote is not None:
        content = reader.quoted(quote)
    else:
        first = sentence.first
        if index - 1 - first < 3 or phrase[1] < reader.last(sentence, FINAL) - 14:
            return None
        content = [reader.stretch(first, index - 1)]
        if not tells(reader, content):
            return None  # *Martin Berg, 30, a passenger, said the train sped up*
    kind = kind_of(reader.tokens[phrase[0] : phrase[1]])
    source = reader.stretch(*phrase)
    return Draft(content=content, source=source, kind=kind, cue=reader.stretch(index, index + width), act=act)


def _plain(
    reader: Reader, sentence: Sentence, place: tuple[int, int], word: str, found: list[Draft]
) -> Draft | None:
    """*S said (that) C*; *S said: "Q"*; *"Q," S said*; *C, S said.*"""
    index, width = place
    tokens = reader.tokens
    cue = reader.stretch(index, index + width)
    holder = reader.quote_around(*cue)
    act = reader.cues.act("active", word) or Act.SAY
    first = _first(reader, sentence, index, holder)
    at_end = index + width >= reader.last(sentence, FINAL)
    subject = speaker_before(tokens, first, index, reader.cues.words("active"), at_end=at_end)
    if subject is None:
        source, kind = _shared(reader, index, found)
        if source is None:
            return None
    else:
        source, kind = reader.stretch(*subject), kind_of(tokens[subject[0] : subject[1]])
    content = content_behind(reader, sentence, index + width, holder, word)
    if not content and subject is not None and holder is None:
        content = content_in_front(reader, sentence, subject[0], index + width)
    if not content:
        return None
    return Draft(content=content, source=source, kind=kind, cue=cue, act=act)


def _first(reader: Reader, sentence: Sentence, index: int, holder: Quote | None) -> int:
    """Return where the search for a subject starts: behind a quote that ended, or at its own quote's start."""
    first = sentence.first
    for at in range(index - 1, sentence.first - 1, -1):
        start = reader.tokens[at].start
        if holder is not None and start < holder.start:
            return at + 1
        if holder is None and any(not quote.scare for quote in reader.quotes_at(start, start + 1)):
            return at + 1
    return first


def _shared(reader: Reader, index: int, found: list[Draft]) -> tuple[Stretch | None, SourceKind | None]:
    """Return the speaker of the verb before: *S said A and added B*."""
    before = reader.tokens[index - 1].lower if index else ""
    if (
        found
        and found[-1].source
        and (before in ("and", ",", "but", "then", "also") or reader.tokens[index].lower == "adding")
    ):
        return found[-1].source, found[-1].kind
    return None, None


def _according(reader: Reader, sentence: Sentence, index: int) -> Draft | None:
    """*According to S, C*; *C, according to S*."""
    tokens = reader.tokens
    phrase = speaker_after(tokens, index + 2, sentence.last)
    if phrase is None:
        return None
    last = reader.last(sentence, FINAL)
    if index == sentence.first and phrase[1] >= last:  # what looked like an apposition is the content
        comma = next((at for at in range(phrase[0], last) if tokens[at].text == ","), None)
        if comma is None:
            return None
        phrase = phrase[0], comma
    if index == sentence.first:
        first = phrase[1] + 1 if phrase[1] < last and tokens[phrase[1]].text == "," else phrase[1]
        content = [reader.stretch(first, cut_tail(reader, first, last))] if last - first > 2 else []
    else:
        quote = reader.quote_before(tokens[index].start)
        end = index - 1 if tokens[index - 1].text == "," else index
        content = reader.quoted(quote) if quote and not quote.scare else [reader.stretch(sentence.first, end)]
        if end - sentence.first < 3 and quote is None:
            return None
    kind = kind_of(tokens[phrase[0] : phrase[1]])
    return Draft(
        content=content, source=reader.stretch(*phrase), kind=kind, cue=reader.stretch(index, index + 2)
    )


def _agentless(reader: Reader, sentence: Sentence, index: int, width: int, word: str) -> Draft | None:
    """*X is expected to C*; *was accused of C*; *reportedly C*."""
    first, last = index + width, reader.last(sentence, FINAL)
    if reader.quote_around(*reader.stretch(index, index + width)):
        return None
    last = cut_tail(reader, first, last)
    if last - first < 2 or not reader.tokens[first].text[0].isalnum():
        return None
    if word.endswith(" due") and reader.tokens[first + 1].lower in DETERMINERS | {"the"}:
        return None
    act = reader.cues.act("agentless", word) or Act.SAY
    content = [reader.stretch(first, last)]
    if width == 1:  # an adverb: what stands before it belongs to what is told
        if reader.cues.act("active", reader.tokens[first].lower):
            return None
        start = _clause(reader, sentence, index)
        content = [reader.stretch(start, index), *content] if start < index else content
    return Draft(content=content, cue=reader.stretch(index, index + width), act=act)


def _clause(reader: Reader, sentence: Sentence, index: int) -> int:
    """Return where the clause of an adverb begins: behind the last mark or joining word before it."""
    start = index
    if reader.tokens[index - 1].lower in _BEFORE_GERUND:
        return index
    while start > sentence.first and reader.tokens[start - 1].lower not in _JOINING:
        start -= 1
    return start


def _headline(reader: Reader, sentence: Sentence) -> list[Draft]:
    """Return the statement of a headline, and those within it."""
    found = list(_title(reader, sentence))
    inner = found_in(reader, sentence, _at) if found else []
    cues = {draft.cue for draft in found}
    return found + [draft for draft in inner if draft.cue not in cues and draft.start >= found[0].start]


def _title(reader: Reader, sentence: Sentence) -> Iterator[Draft]:
    """*S: C*; *C, S says*; *S says C* in a headline."""
    tokens = reader.tokens
    last = reader.last(sentence, FINAL)
    for index in range(sentence.first, last):
        token = tokens[index]
        if token.text == ":" and 1 <= index - sentence.first <= 5 and last - index > 3:
            words = tokens[sentence.first : index]
            if words[0].lower in source_words("label"):
                continue
            if all(word.text[:1].isupper() for word in words) and len(words) <= 4:
                content = [reader.stretch(index + 1, last)]
                yield Draft(
                    content=content, source=reader.stretch(sentence.first, index), kind=kind_of(words)
                )
                return
        if token.lower in ("says", "said", "say", "warns", "claims", "denies", "accuses", "urges", "vows"):
            act = reader.cues.act("active", token.lower) or Act.SAY
            cue = (token.start, token.end)
            comma = next(
                (i for i in range(index - 1, sentence.first, -1) if tokens[i].text in (",", ":")), None
            )
            if comma and index >= last - 2 and comma - sentence.first > 2 and index > comma + 1:
                words = tokens[comma + 1 : index]
                content = [reader.stretch(sentence.first, comma)]
                yield Draft(
                    content=content,
                    source=reader.stretch(comma + 1, index),
                    kind=kind_of(words),
                    cue=cue,
                    act=act,
                )
                return
            if sentence.first < index < last - 2 and index - sentence.first <= 6 and comma is None:
                words = tokens[sentence.first : index]
                content = [reader.stretch(index + 1, last)]
                yield Draft(
                    content=content,
                    source=reader.stretch(sentence.first, index),
                    kind=kind_of(words),
                    cue=cue,
                    act=act,
                )
                return
