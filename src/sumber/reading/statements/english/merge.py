"""One list of English statements from what the tagger marks and what the grammar finds.

The tagger decides where an attribution stands, and its spans; the cue's words say which act it is, or that it is
no statement (*supports*, *seems*). The grammar adds what a tagger of one layer cannot see: statements within the
content of another, headlines, and cues that it missed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ....language.tokens import Token
from ....record import Act
from ..draft import Draft, Stretch
from ..quotes import Quote
from ..reader import Reader
from .idle import is_idle
from .reshape import HEARSAY, reshaped
from .speakers import kind_of, source_words
from .tagged import Tagged
from .worth import BE, act_of_cue, is_empty, is_mark, is_somebody, tells

__all__ = ["beside", "merge"]

_EDGES = " \t\n,;:—–-"
_OUTER = _EDGES + '"“”‘'
_FINAL = ".?!:”\"'’"
_PARTING = frozenset({"and", "but", "while", "although", "though"})
_ASIDE = 3  # spans beside a place in a sorted list that are looked at
_THAT = "that "
_MARKS = '"“”'
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_OPENING = frozenset("a an the his her their its our my this these those some many several".split())
_JOINTS = frozenset({"of", "'s", "’s", "’", "de", "al", "bin"})
_AS_WHAT = frozenset(
    "such known well described serving seen regarded far long soon much acting listed".split()
)
_SELF = frozenset("i we you".split())
_SPEAKERS = ("person", "group", "anonymous", "crowd", "document", "outlet")
_ODD = frozenset("according what him me them which who that out up".split())
_PLAIN = 9  # words of a speaker whom the grammar alone has found


def merge(reader: Reader, found: Sequence[Tagged], grammar: Sequence[Draft]) -> list[Draft]:
    """Return the statements of both, each cue once."""
    tagged = [reshaped(reader, item) for item in found]
    by_cue = sorted(((draft.cue, at) for at, draft in enumerate(grammar) if draft.cue is not None))
    own: list[list[Draft]] = []
    named = [item for item in tagged if not is_mark(reader.tokens[slice(*item.words)])]
    for item in tagged:
        same = [grammar[at] for at in _meeting(by_cue, item.cue)]
        is_speech = not is_mark(reader.tokens[slice(*item.words)]) or _speaks_at_mark(reader, item, named)
        own.append(list(_drafts(reader, item, same)) if is_speech else [])
    drafts = [draft for part in own for draft in part]
    cues = sorted((item.cue, at) for at, item in enumerate(tagged))
    contents = sorted((piece, at) for at, item in enumerate(tagged) for piece in item.content)
    for draft in grammar:
        if draft.cue is None:
            taken = bool(_meeting(contents, draft.content[0])) or not (
                draft.source and _is_headline_speaker(reader, draft.source, tagged)
            )
        else:
            taken = bool(_meeting(cues, draft.cue)) or not _is_sure(reader, draft)
        if taken:
            continue
        comma = _comma_before(reader, draft)
        beside_it = [held for at in _meeting(contents, draft.content[0]) for held in own[at]]
        if comma is None:
            drafts.append(_clipped(draft, contents))
        else:
            _end_at(
                comma, [held for at in _meeting(contents, draft.cue or draft.content[0]) for held in own[at]]
            )
            drafts.append(draft)
        for held in beside_it:
            _share(reader, held, draft)
    return [draft for draft in drafts if not is_idle(reader, draft)]


def _share(reader: Reader, held: Draft, draft: Draft) -> None:
    """Give a statement that the grammar adds its own quotes, where the tagger has given them to another.

    *He said: "A." Speaking later, he added: "B."*: B is what was added. *"A," Berg said, according to the Times. "B."*:
    A and B are Berg's words, and the Times tells that she said A.
    """
    if draft.cue is None or not _is_quote(reader, draft.content[0]) or len(held.content) < 2:
        return
    if _lies_in(draft.cue, held.content[0]):
        more = [piece for piece in held.content[1:] if piece[0] > draft.cue[1]]
        if all(_is_quote(reader, piece) for piece in more):
            draft.content = [*draft.content, *more]
            held.content = [piece for piece in held.content if piece not in more]
    elif held.cue is not None and not any(_meet(draft.cue, piece) for piece in held.content):
        held.content = [piece for piece in held.content if not _meet(piece, draft.content[0])] or held.content


def _is_quote(reader: Reader, piece: Stretch) -> bool:
    """Return whether a stretch is all the words of a quote."""
    return any(_same(quote, *piece) for quote in reader.quotes_at(*piece))


def _comma_before(reader: Reader, draft: Draft) -> int | None:
    """Return the offset of a comma that parts a new speaker from the content before: *..., and many accused ...*."""
    if draft.source is None or draft.cue is None or reader.quote_around(*draft.cue) is not None:
        return None
    at = bisect_left(reader.tokens, draft.source[0], key=_start)
    parted = at > 1 and reader.tokens[at - 1].lower in _PARTING and reader.tokens[at - 2].text == ","
    return reader.tokens[at - 2].start if parted else None


def _end_at(offset: int, drafts: Sequence[Draft]) -> None:
    """End the contents that run over an offset there."""
    for draft in drafts:
        draft.content = [
            (start, min(end, offset)) for start, end in draft.content if start < offset
        ] or draft.content


def _meeting(spans: Sequence[tuple[Stretch, int]], wanted: Stretch) -> list[int]:
    """Return the numbers of those of sorted spans, each apart from the others, that overlap a span."""
    first = max(0, bisect_left(spans, (wanted, -1)) - _ASIDE)
    last = bisect_left(spans, ((wanted[1], -1), -1))
    return [number for span, number in spans[first:last] if _meet(span, wanted)]


def beside(credited: Sequence[Draft], others: Sequence[Draft]) -> list[Draft]:
    """Return credited quotes and posts, and those others that do not lie within them or tell the same quote."""
    spans = [piece for draft in credited for piece in draft.content]
    own = {draft.content[0] for draft in others if draft.cue is not None}
    kept = [
        draft for draft in others if not any(_lies_in(draft.cue or draft.content[0], span) for span in spans)
    ]
    return [draft for draft in credited if draft.content[0] not in own] + kept


def _is_held(spans: Sequence[Stretch], inner: Stretch) -> bool:
    at = bisect_right(spans, (inner[0], inner[1]))
    return any(_lies_in(inner, span) for span in spans[max(0, at - _ASIDE) : at + 1])


def _lies_in(inner: Stretch, outer: Stretch) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _is_sure(reader: Reader, draft: Draft) -> bool:
    """Return whether the grammar may be believed where the tagger saw nothing: clear cues, plain speakers."""
    assert draft.cue is not None
    cue = reader.text[slice(*draft.cue)].casefold()
    if draft.source is None:
        return reader.cues.act("agentless", cue) is not None
    quoted = any(
        quote.start == start
        for start, end in draft.content
        for quote in reader.quotes_at(start, end)
        if not quote.scare
    )
    speaker = [token.lower for token in reader.within(draft.source)]
    if speaker[0] in _SELF and (draft.act in (Act.BELIEVE, Act.EXPECT) or not quoted):
        return False
    if not _is_plain(reader, draft.source) or not (quoted or tells(reader, draft.content)):
        return False
    return cue in source_words("sure") or (quoted and reader.cues.act("active", cue) is not None)


def _is_plain(reader: Reader, source: Stretch) -> bool:
    """Return whether a phrase is a plain speaker: short, and a name or a speaker's noun at its end."""
    words = reader.within(source)
    lowers = [token.lower for token in words]
    if len(words) > _PLAIN or "\n" in reader.text[slice(*source)] or not _ODD.isdisjoint(lowers):
        return False
    if lowers[0] in source_words("boundary") or lowers[0].endswith("ing"):
        return False
    head = words[-1]
    return head.text[0].isupper() or any(head.lower in source_words(kind) for kind in _SPEAKERS)


def _speaks_at_mark(reader: Reader, item: Tagged, named: Sequence[Tagged]) -> bool:
    """Return whether what stands before a colon speaks: *Moe: ...* in a headline, *Kari Moe: "..."* below it."""
    if item.source is None:
        return False
    words = reader.text[slice(*item.source)].split()
    full = words[0].isupper() or (len(words) > 1 and all(word[0].isupper() for word in words))
    quoted = any(quote.outer_start <= item.content[0][0] for quote in reader.quotes_at(*item.content[0]))
    return (full and quoted) or _is_headline_speaker(reader, item.source, named)


def _is_headline_speaker(reader: Reader, source: Stretch, tagged: Sequence[Tagged]) -> bool:
    """Return whether what stands before a headline's colon speaks: a speaker's noun, or one who speaks below."""
    head = reader.within(source)[-1]
    if reader.within(source)[0].lower in source_words("label"):
        return False
    if any(head.lower in source_words(kind) for kind in _SPEAKERS):
        return True
    name = reader.text[slice(*source)].casefold()
    return any(item.source and reader.text[slice(*item.source)].casefold().endswith(name) for item in tagged)


def _clipped(draft: Draft, contents: Sequence[tuple[Stretch, int]]) -> Draft:
    """Return a statement within the content of another with its own content cut at that one's end."""
    if draft.cue is None:
        return draft
    first = max(0, bisect_left(contents, (draft.cue, -1)) - _ASIDE)
    near = (piece for piece, _ in contents[first : first + 2 * _ASIDE])
    holder = next((piece for piece in near if _lies_in(draft.cue, piece)), None)
    if holder is not None:
        inside = [(max(start, holder[0]), min(end, holder[1])) for start, end in draft.content]
        draft.content = [piece for piece in inside if piece[1] - piece[0] > 1] or draft.content
    return draft


def _meet(left: Stretch, right: Stretch) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _drafts(reader: Reader, item: Tagged, same: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what the tagger marked as statements: none if its cue tells of none, more if bare quotes follow.

    ``same``: what the grammar found with this cue.
    """
    words = reader.tokens[slice(*item.words)]
    act = act_of_cue(reader, words)
    if act is None:
        return
    source = _source(reader, item, same)
    if source is not None and (
        not is_somebody(reader, source) or _thinks_aloud(reader, source, item.cue, act)
    ):
        return
    if source and reader.text[slice(*source)].casefold() == "it" and any(word.lower in BE for word in words):
        source = None  # *it can be revealed that ...*
    kind = kind_of(reader.within(source)) if source else None
    cue = None if is_mark(words) else _bare(reader, item.cue)
    for number, pieces in enumerate(_by_paragraph(reader, item)):
        content = [stretch for piece in pieces if (stretch := _trimmed(reader, piece))]
        content = [piece for piece in content if reader.text[slice(*piece)].casefold() not in _RELATIVES]
        if source is None and cue is not None and HEARSAY.isdisjoint(token.lower for token in words):
            content = [piece for piece in content if piece[0] > cue[0]] or content
        if content and not is_empty(reader, act, words, content, kind):
            yield Draft(content=content, source=source, kind=kind, cue=None if number else cue, act=act)
            act = Act.SAY


def _bare(reader: Reader, piece: Stretch) -> Stretch:
    """Return a stretch without the marks and white space at its edges, and without the line before its last."""
    start, end = piece
    start = max(start, reader.text.rfind("\n", start, end) + 1)
    while start < end and reader.text[start] in _OUTER:
        start += 1
    while end > start and reader.text[end - 1] in _OUTER:
        end -= 1
    return (start, end) if start < end else piece


def _by_paragraph(reader: Reader, item: Tagged) -> list[list[Stretch]]:
    """Return the contents, those of the cue's paragraph first; a bare quote in another is a statement of its own."""
    own: list[Stretch] = []
    bare: list[list[Stretch]] = []
    for piece in item.content:
        between = reader.text[min(piece[1], item.cue[1]) : max(piece[0], item.cue[0])]
        quote = next(
            (quote for quote in reader.quotes_at(*piece) if _meet((quote.start, quote.end), piece)), None
        )
        if not _is_apart(between) or (quote is not None and quote.goes_on):
            own.append(piece)
        elif quote is not None and not quote.scare:
            bare.append([piece])
    return [own, *bare] if own else bare


def _thinks_aloud(reader: Reader, source: Stretch, cue: Stretch, act: Act) -> bool:
    """Return whether a quoted *I think* only colours what its speaker says."""
    own = reader.text[slice(*source)].casefold() in _SELF
    return own and act in (Act.BELIEVE, Act.EXPECT) and reader.quote_around(*cue) is not None


def _is_apart(between: str) -> bool:
    """Return whether a paragraph ends in a stretch; a line that was only wrapped does not end one."""
    lines = between.split("\n")[:-1]
    return any(not line.strip() or line.rstrip()[-1] in _FINAL for line in lines)


def _source(reader: Reader, item: Tagged, same: Sequence[Draft]) -> Stretch | None:
    """Return the source: the tagger's, that of a relative pronoun before it, else the grammar's."""
    if item.source is not None:
        if reader.text[slice(*item.source)].casefold() in _RELATIVES:
            return antecedent(reader, item.source[0]) or item.source
        return _behind_as(reader, _bare(reader, item.source))
    words = {token.lower for token in reader.tokens[slice(*item.words)]}
    if words & BE or words & HEARSAY:
        return None
    return next((draft.source for draft in same if draft.source is not None), None)


def _behind_as(reader: Reader, source: Stretch) -> Stretch:
    """Return a source without the clause that *as* joins to it: *five arrests as [the council] warned*."""
    words = list(reader.within(source))
    for at in range(len(words) - 2, 0, -1):
        before, after = words[at - 1], words[at + 1]
        opens = after.lower == "the" or after.text[0].isupper()
        if words[at].text == "as" and opens and before.text[0].isalpha() and before.lower not in _AS_WHAT:
            named = any(word.text[0].isupper() for word in words[:at])
            return source if named else (after.start, source[1])
    return source


def antecedent(reader: Reader, start: int) -> Stretch | None:
    """Return the noun phrase right before a relative pronoun: *Kari Moe*, *the company* (, which ...)."""
    tokens = reader.tokens
    end = bisect_left(tokens, start, key=_start)
    if end and tokens[end - 1].text == ",":
        end -= 1
    if not end:
        return None
    named = tokens[end - 1].text[0].isupper()
    first = end - 1
    while first > max(0, end - _PLAIN) and _goes_back(tokens[first - 1], named=named):
        first -= 1
    opens = [at for at in range(max(0, first - 1), end) if tokens[at].lower in _OPENING]
    first = opens[-1] if opens and not (named and opens[-1] > first) else first
    while first < end - 1 and tokens[first].lower in _JOINTS:
        first += 1
    return reader.stretch(first, end)


def _goes_back(token: Token, *, named: bool) -> bool:
    """Return whether a noun phrase that is read backwards goes on with this word."""
    if token.lower in source_words("boundary"):
        return False
    return token.text[0].isupper() or token.lower in _JOINTS or (not named and token.text[0].isalpha())


def _start(token: Token) -> int:
    return token.start


def _trimmed(reader: Reader, piece: Stretch) -> Stretch | None:
    """Return a content without the marks around it and without a leading *that*."""
    start, end = piece
    quote = next((quote for quote in reader.quotes_at(start, end) if _same(quote, start, end)), None)
    if quote is not None:
        return quote.start, quote.end
    text = reader.text
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if text[start:end].startswith(_THAT):
        start += len(_THAT)
    return _unmarked(text, start, end)


def _unmarked(text: str, start: int, end: int) -> Stretch | None:
    """Return a stretch without the marks at its edges, unless other marks stand within it."""
    if end > start and not any(letter in _MARKS for letter in text[start + 1 : end - 1]):
        start, end = start + (text[start] in _MARKS), end - (text[end - 1] in _MARKS)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None


def _same(quote: Quote, start: int, end: int) -> bool:
    """Return whether a content is a quote with or without its marks."""
    return (
        not quote.scare
        and quote.outer_start <= start + 1
        and end <= quote.outer_end + 1
        and quote.outer_end - quote.outer_start - (end - start) <= 4
    )
