"""Statements in English: a grammar over cues, quotes and noun phrases, sentence by sentence.

Each construction has its function, with an example in its docstring; it needs no model.
"""

from collections.abc import Iterator, Sequence

from ...language.tokens import Sentence
from ...record import Act, Role, SourceKind
from ..analysis import Analysis
from .cues import Cues, cues
from .draft import Draft, Stretch
from .english_speakers import DETERMINERS, kind_of, source_words, speaker_after, speaker_before
from .quotes import Quote, inside

__all__ = ["find"]

_DAY = frozenset("on at in late early to during after before when while as through via from".split())
_TURNS = frozenset("but although though while whereas despite".split())


class _Reader:
    """One article's words, quotes and cues."""

    def __init__(self, analysis: Analysis, quotes: Sequence[Quote]) -> None:
        self.text = analysis.text
        self.tokens = analysis.tokens
        self.sentences = analysis.sentences
        self.quotes = quotes
        self.cues: Cues = cues("en")

    def stretch(self, first: int, end: int) -> Stretch:
        return self.tokens[first].start, self.tokens[end - 1].end

    def quote_before(self, offset: int) -> Quote | None:
        """Return the quote that ends right before an offset."""
        return next(
            (
                q
                for q in self.quotes
                if q.outer_end <= offset and not self.text[q.outer_end : offset].strip(" ,\xa0")
            ),
            None,
        )

    def quote_after(self, offset: int) -> Quote | None:
        """Return the quote that begins right after an offset."""
        return next(
            (
                q
                for q in self.quotes
                if q.outer_start >= offset and not self.text[offset : q.outer_start].strip(" ,:\xa0\n")
            ),
            None,
        )


def find(analysis: Analysis, quotes: Sequence[Quote]) -> list[Draft]:
    """Return the statements of an article as drafts, in reading order."""
    reader = _Reader(analysis, quotes)
    drafts: list[Draft] = []
    for sentence in analysis.sentences:
        if sentence.role is Role.TITLE:
            drafts += _title(reader, sentence)
        else:
            drafts += _sentence(reader, sentence)
    return _thinned(reader, drafts)


def _sentence(reader: _Reader, sentence: Sentence) -> list[Draft]:
    found: list[Draft] = []
    for index in range(sentence.first, sentence.last):
        draft = _at(reader, sentence, index, found)
        if draft is not None and draft.content and all(end > start for start, end in draft.content):
            found.append(draft)
    return found


def _at(reader: _Reader, sentence: Sentence, index: int, found: list[Draft]) -> Draft | None:
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


def _last(reader: _Reader, sentence: Sentence) -> int:
    last = sentence.last
    while last > sentence.first + 1 and reader.tokens[last - 1].text in (".", "”", '"', "!", ",", ";", "?"):
        last -= 1
    return last


def _verb(
    reader: _Reader, sentence: Sentence, index: int, width: int, word: str, found: list[Draft]
) -> Draft | None:
    """Return the statement of a verb of saying, by what stands before and behind it."""
    tokens = reader.tokens
    act = reader.cues.act("active", word) or Act.SAY
    cue = reader.stretch(index, index + width)
    holder = inside(reader.quotes, *cue)
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
    reader: _Reader, sentence: Sentence, index: int, width: int, act: Act, quote: Quote | None
) -> Draft | None:
    """*"Q," said S*; *C, said S.*"""
    if (
        index + width >= sentence.last
        or act in (Act.EXPECT, Act.ORDER)
        or reader.tokens[index].lower in _TOLD
    ):
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
        token.lower in _FINITE - {"'s"} for token in reader.tokens[phrase[0] : phrase[1]]
    ):
        return None
    if quote is not None:
        content = _quoted(reader, quote)
    else:
        first = sentence.first
        if index - 1 - first < 3 or phrase[1] < _last(reader, sentence) - 14:
            return None
        content = [reader.stretch(first, index - 1)]
    kind = kind_of(reader.tokens[phrase[0] : phrase[1]])
    source = reader.stretch(*phrase)
    return Draft(content=content, source=source, kind=kind, cue=reader.stretch(index, index + width), act=act)


def _quoted(reader: _Reader, quote: Quote) -> list[Stretch]:
    content = [(quote.start, quote.end)]
    at = reader.quotes.index(quote)
    while reader.quotes[at].goes_on and at > 0:
        at -= 1
        content.insert(0, (reader.quotes[at].start, reader.quotes[at].end))
    return content


def _plain(
    reader: _Reader, sentence: Sentence, place: tuple[int, int], word: str, found: list[Draft]
) -> Draft | None:
    """*S said (that) C*; *S said: "Q"*; *"Q," S said*; *C, S said.*"""
    index, width = place
    tokens = reader.tokens
    cue = reader.stretch(index, index + width)
    holder = inside(reader.quotes, *cue)
    act = reader.cues.act("active", word) or Act.SAY
    first = _first(reader, sentence, index, holder)
    subject = speaker_before(tokens, first, index, reader.cues.words("active"))
    if subject is None:
        source, kind = _shared(reader, index, found)
        if source is None:
            return None
    else:
        source, kind = reader.stretch(*subject), kind_of(tokens[subject[0] : subject[1]])
    content = _behind(reader, sentence, index + width, holder, word)
    if not content and subject is not None and holder is None:
        content = _in_front(reader, sentence, subject[0], index + width)
    if not content:
        return None
    return Draft(content=content, source=source, kind=kind, cue=cue, act=act)


def _first(reader: _Reader, sentence: Sentence, index: int, holder: Quote | None) -> int:
    """Return where the search for a subject starts: behind a quote that ended, or at its own quote's start."""
    first = sentence.first
    for at in range(index - 1, sentence.first - 1, -1):
        start = reader.tokens[at].start
        if holder is not None and start < holder.start:
            return at + 1
        if holder is None and any(
            q.outer_start <= start < q.outer_end and not q.scare for q in reader.quotes
        ):
            return at + 1
    return first


def _shared(reader: _Reader, index: int, found: list[Draft]) -> tuple[Stretch | None, SourceKind | None]:
    """Return the speaker of the verb before: *S said A and added B*."""
    before = reader.tokens[index - 1].lower if index else ""
    if (
        found
        and found[-1].source
        and (before in ("and", ",", "but", "then", "also") or reader.tokens[index].lower == "adding")
    ):
        return found[-1].source, found[-1].kind
    return None, None


def _behind(
    reader: _Reader, sentence: Sentence, first: int, holder: Quote | None, word: str
) -> list[Stretch]:
    """Return the content behind a verb: a quote, else a clause; none if only an adverbial follows."""
    last = _last(reader, sentence)
    if holder is not None:
        while last > first and reader.tokens[last - 1].end > holder.end:
            last -= 1
    if first > last or first >= sentence.last:
        return []
    quote = reader.quote_after(reader.tokens[first - 1].end) if holder is None else None
    if quote is not None and not quote.scare and quote.outer_start - reader.tokens[first - 1].end < 4:
        return [(quote.start, quote.end)]
    first = _behind_addressee(reader, first, last, word)
    explicit = first < last and reader.tokens[first].lower == "that"
    while first < last and (reader.tokens[first].lower in ("that", ":") or reader.tokens[first].text == ","):
        first += 1
    if first >= last:
        return []
    head = reader.tokens[first].lower
    if not explicit and (head in _DAY and not _has_clause(reader, first, last)):
        return []
    if word in source_words("weak") and not explicit and not _weak_fits(reader, first, last, word):
        return []
    last = _cut(reader, first, last)
    return [reader.stretch(first, last)] if last - first >= 2 else []


def _has_clause(reader: _Reader, first: int, last: int) -> bool:
    """Return whether words that open with a preposition hold a clause of their own behind a comma or *that*."""
    for index in range(first, min(first + 12, last)):
        if reader.tokens[index].text == ",":
            return False
        if reader.tokens[index].lower == "that":
            return True
    return False


def _behind_addressee(reader: _Reader, first: int, last: int, word: str) -> int:
    """Return the index behind whom it is told: *told reporters (on Monday) that*, *in a statement that*."""
    limit = min(first + 14, last)
    for index in range(first, limit):
        if reader.tokens[index].lower == "that":
            return index
        if reader.tokens[index].text in (",", '"', "“", ";"):
            break
    if word in _TOLD:
        for index in range(first, min(first + 6, last)):
            if index > first and reader.tokens[index].lower in _PRONOUNS | {
                "the",
                "a",
                "there",
                "his",
                "her",
                "their",
            }:
                return index
            if reader.tokens[index].text in (",", ":"):
                return index
    return first


_TOLD = frozenset({"told", "tells", "tell"})
_PRONOUNS = frozenset("he she they it we i you this these that".split())


def _weak_fits(reader: _Reader, first: int, last: int, word: str) -> bool:
    """Return whether a weak verb tells something: *asked to C*, *feared C*; not *found a body*."""
    head = reader.tokens[first].lower
    if word.startswith(("ask", "threat", "plan", "intend", "hope", "order", "direct")):
        return any(
            reader.tokens[index].lower in ("to", "if", "whether", "for", "what", "why")
            for index in range(first, min(first + 6, last))
        )
    clause = any(reader.tokens[index].lower in _FINITE for index in range(first, min(first + 14, last)))
    return clause and head not in ("to", "for", "in", "on", "at", "with", "by", "from")


_FINITE = frozenset(
    "is was were are has have had will would could can may might should did does do 's".split()
)


def _cut(reader: _Reader, first: int, last: int) -> int:
    """Return the end of a content: before *, according to S*, *, S said*, *, but ...*."""
    for index in range(first + 1, last):
        if reader.tokens[index - 1].text != ",":
            continue
        word = reader.tokens[index].lower
        if word in _TURNS or (word == "according" and index + 1 < last) or word in ("adding", "saying"):
            return index - 1
        for ahead in range(index + 1, min(index + 8, last + 1)):
            if (
                ahead < len(reader.tokens)
                and reader.tokens[ahead].lower in ("said", "says")
                and ahead >= last - 4
            ):
                return index - 1
    return last


def _in_front(reader: _Reader, sentence: Sentence, subject: int, behind: int) -> list[Stretch]:
    """*"Q," S said*; *C, S said (on Monday).*: the content before the speaker."""
    quote = reader.quote_before(reader.tokens[subject].start)
    if quote is not None and not quote.scare:
        return _quoted(reader, quote)
    if (
        subject - 1 > sentence.first + 2
        and reader.tokens[subject - 1].text == ","
        and behind >= _last(reader, sentence) - 12
    ):
        return [reader.stretch(sentence.first, subject - 1)]
    return []


def _according(reader: _Reader, sentence: Sentence, index: int) -> Draft | None:
    """*According to S, C*; *C, according to S*."""
    tokens = reader.tokens
    phrase = speaker_after(tokens, index + 2, sentence.last)
    if phrase is None:
        return None
    last = _last(reader, sentence)
    if index == sentence.first:
        first = phrase[1] + 1 if phrase[1] < last and tokens[phrase[1]].text == "," else phrase[1]
        content = [reader.stretch(first, _cut(reader, first, last))] if last - first > 2 else []
    else:
        quote = reader.quote_before(tokens[index].start)
        end = index - 1 if tokens[index - 1].text == "," else index
        content = (
            _quoted(reader, quote) if quote and not quote.scare else [reader.stretch(sentence.first, end)]
        )
        if end - sentence.first < 3 and quote is None:
            return None
    kind = kind_of(tokens[phrase[0] : phrase[1]])
    return Draft(
        content=content, source=reader.stretch(*phrase), kind=kind, cue=reader.stretch(index, index + 2)
    )


def _agentless(reader: _Reader, sentence: Sentence, index: int, width: int, word: str) -> Draft | None:
    """*X is expected to C*; *was accused of C*; *reportedly C*."""
    first, last = index + width, _last(reader, sentence)
    if inside(reader.quotes, *reader.stretch(index, index + width)):
        return None
    last = _cut(reader, first, last)
    if last - first < 2:
        return None
    act = reader.cues.act("agentless", word) or Act.SAY
    return Draft(content=[reader.stretch(first, last)], cue=reader.stretch(index, index + width), act=act)


def _title(reader: _Reader, sentence: Sentence) -> Iterator[Draft]:
    """*S: C*; *C, S says*; *S says C* in a headline."""
    tokens = reader.tokens
    last = _last(reader, sentence)
    for index in range(sentence.first, last):
        token = tokens[index]
        if token.text == ":" and 1 <= index - sentence.first <= 5 and last - index > 3:
            words = tokens[sentence.first : index]
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
            if comma and index >= last - 2 and comma - sentence.first > 2:
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


def _thinned(reader: _Reader, drafts: list[Draft]) -> list[Draft]:
    """Give lone quotes to the speaker before them, and keep one statement a cue."""
    taken = {stretch for draft in drafts for stretch in draft.content}
    for quote in reader.quotes:
        words = reader.text[quote.start : quote.end].split()
        if quote.scare or (quote.start, quote.end) in taken or len(words) < 4:
            continue
        if any(start <= quote.start and quote.end <= end for draft in drafts for start, end in draft.content):
            continue
        owner = _owner(reader, quote, drafts)
        if owner is not None:
            owner.content.append((quote.start, quote.end))
    return sorted(_one_a_cue(drafts), key=_order)


def _one_a_cue(drafts: list[Draft]) -> Iterator[Draft]:
    seen: set[Stretch] = set()
    for draft in drafts:
        if draft.cue is None or draft.cue not in seen:
            yield draft
        if draft.cue:
            seen.add(draft.cue)


def _order(draft: Draft) -> tuple[int, int]:
    return draft.start, draft.content[-1][1]


def _owner(reader: _Reader, quote: Quote, drafts: list[Draft]) -> Draft | None:
    """Return the statement that a quote without a cue goes on: the last quoted one, not far before it."""
    before = [draft for draft in drafts if draft.content[-1][1] <= quote.start and draft.source]
    if not before:
        return None
    last = max(before, key=_reach)
    between = reader.text[_reach(last) : quote.outer_start]
    quoted = any(q.start == start for q in reader.quotes for start, _ in last.content)
    return last if quoted and len(between) < 120 and between.count("\n") <= 2 else None


def _reach(draft: Draft) -> int:
    return max(draft.content[-1][1], draft.cue[1] if draft.cue else 0, draft.source[1] if draft.source else 0)
