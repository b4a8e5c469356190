"""Statements in Indonesian: a grammar over cues, quotes and noun phrases, sentence by sentence.

Each construction has its function, with an example in its docstring. What the constructions find is ordered and
thinned in ``find``: a cue serves one statement, and a quote with a cue of its own is nobody else's content.
"""

from collections.abc import Iterator, Sequence

from ...language.tokens import Sentence, Token
from ...record import Act, Role, SourceKind
from ..analysis import Analysis
from .cues import Cues, cues
from .draft import Draft, Stretch
from .quotes import Quote, inside
from .speakers import kind_of, speaker_after, speaker_before

__all__ = ["find"]

_PRONOUNS = frozenset({"dia", "ia", "beliau"})
_SAID_BEFORE = frozenset("hal ini itu tersebut senada demikian pernyataan ungkapan penegasan".split())
_NOUN_CUES = frozenset(
    "peringatan pernyataan laporan penjelasan keterangan kata ungkap tulis bunyi pengakuan".split()
)
_NO_SPEAKER = frozenset("rencana jadwal urutan jenis kategori perhitungan hemat".split())
_SELF = frozenset({"saya", "kami", "aku", "kita"})
_PREFIX = {"saat", "ketika", "untuk", "yang", "dengan", "tanpa", "sambil", "seraya", "sembari"}
_ADVERBIALS = frozenset(
    "saat ketika dalam di pada kepada usai melalui lewat dikutip dilansir seperti sambil seraya setelah sebelum".split()
)
_END = frozenset(".!?…")
_RELATIVE = frozenset({"untuk", "agar", "supaya"})
_SKIP = frozenset({"bahwa", ",", ":", "kalau", "jika", "jikalau"})


class _Reader:
    """One article's words, quotes and cues, for the functions below."""

    def __init__(self, analysis: Analysis, quotes: Sequence[Quote]) -> None:
        self.text = analysis.text
        self.tokens = analysis.tokens
        self.sentences = analysis.sentences
        self.quotes = quotes
        self.cues: Cues = cues("id")

    def stretch(self, first: int, end: int) -> Stretch:
        """Return the span of tokens ``first`` to ``end`` (exclusive)."""
        return self.tokens[first].start, self.tokens[end - 1].end

    def quote_before(self, token: Token) -> Quote | None:
        """Return the quote that ends right before a token."""
        for quote in self.quotes:
            if quote.outer_end <= token.start and not self.text[quote.outer_end : token.start].strip(
                " ,\n\t-–—\xa0"
            ):
                return quote
        return None

    def quote_after(self, at: int) -> Quote | None:
        """Return the quote that begins right after an offset."""
        for quote in self.quotes:
            if quote.outer_start >= at and not self.text[at : quote.outer_start].strip(" ,:\n\t-–—\xa0"):
                return quote
        return None


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
    """Return the statement whose cue is the token at ``index``, if one is."""
    word = reader.tokens[index].lower
    base = _base(reader, index)
    if reader.cues.act("bare", base) and reader.tokens[index].text[0].islower():
        draft = _bare(reader, sentence, index, base)
        if draft:
            return draft
    if word == "menurut" or (word == "menurutnya"):
        return _according(reader, sentence, index)
    if reader.cues.act("active", word):
        return _active(reader, sentence, index, found)
    if reader.cues.act("passive", word):
        draft = _passive(reader, sentence, index)
        if draft:
            return draft
    if reader.cues.act("agentless", word):
        return _agentless(reader, sentence, index)
    if word == "demikian":
        return _thus(reader, sentence, index)
    return None


def _base(reader: _Reader, index: int) -> str:
    """Return a token's word without the clitic -nya: *ujarnya* -> *ujar*."""
    word = reader.tokens[index].lower
    if word.endswith("nya") and reader.cues.act("bare", word[:-3]):
        return word[:-3]
    return word


def _clitic(reader: _Reader, index: int, base: str) -> tuple[Stretch, Stretch, int] | None:
    """Return cue and source of *ujarnya* (one token or two), and the index behind it; None if no clitic stands."""
    token = reader.tokens[index]
    if token.lower != base:
        cut = token.start + len(base)
        return (token.start, cut), (cut, token.end), index + 1
    following = reader.tokens[index + 1] if index + 1 < len(reader.tokens) else None
    if following and following.lower in ("nya", "ya") and following.start == token.end:
        return (token.start, token.end), (following.start, following.end), index + 2
    return None


def _bare(reader: _Reader, sentence: Sentence, index: int, base: str) -> Draft | None:
    """*"Q," kata S.*; *C, kata S, C.*; *"Q," ujarnya.*"""
    token = reader.tokens[index]
    quote = reader.quote_before(token)
    holder = inside(reader.quotes, token.start, token.end)
    after_comma = index > sentence.first and reader.tokens[index - 1].text == ","
    if holder is not None or (quote is None and not after_comma):
        return None
    if quote is not None and reader.text[quote.outer_start : token.start].count("\n\n"):
        return None
    clitic = _clitic(reader, index, base)
    if clitic:
        cue, source, behind = clitic
        kind: SourceKind | None = SourceKind.PERSON
    else:
        phrase = speaker_after(reader.tokens, index + 1, sentence.last)
        if phrase is None:
            return None
        cue, source, behind = (token.start, token.end), reader.stretch(*phrase), phrase[1]
        kind = kind_of(reader.tokens[phrase[0] : phrase[1]])
    act = reader.cues.act("bare", base) or Act.SAY
    content = _quoted_content(reader, quote) if quote else _before(reader, sentence, index)
    if quote is None:
        content += _rest(reader, sentence, behind)
    if quote is not None and quote.scare and not reader.text[quote.start : quote.end]:
        return None
    return Draft(content=content, source=source, kind=kind, cue=cue, act=act)


def _quoted_content(reader: _Reader, quote: Quote) -> list[Stretch]:
    """Return a quote, with the pieces of it that stand in the blocks before."""
    content = [(quote.start, quote.end)]
    at = reader.quotes.index(quote)
    while reader.quotes[at].goes_on and at > 0:
        at -= 1
        content.insert(0, (reader.quotes[at].start, reader.quotes[at].end))
    return content


def _before(reader: _Reader, sentence: Sentence, index: int) -> list[Stretch]:
    """Return the words from the sentence's start to the comma before a cue."""
    first = sentence.first
    while first < index and reader.tokens[first].text in ('"', "“", "-", "–"):
        first += 1
    end = index - 1
    return [reader.stretch(first, end)] if end > first else []


def _rest(reader: _Reader, sentence: Sentence, behind: int) -> list[Stretch]:
    """Return what goes on behind a speaker's comma: *C, kata S, C*; not an adverbial or a relay."""
    if behind + 3 >= sentence.last or reader.tokens[behind].text != ",":
        return []
    opening = reader.tokens[behind + 1]
    if not opening.lower[0].isalpha() or opening.text[0].isupper():
        return []
    if opening.lower in _ADVERBIALS:
        return []
    return [reader.stretch(behind + 1, _last(reader, sentence))]


def _last(reader: _Reader, sentence: Sentence) -> int:
    """Return the index behind the last word of a sentence: its full stop and closing marks are no content."""
    last = sentence.last
    while last > sentence.first + 1 and reader.tokens[last - 1].text in (".", "”", '"', "!", ",", ";"):
        last -= 1
    return last


def _active(reader: _Reader, sentence: Sentence, index: int, found: list[Draft]) -> Draft | None:
    """*S mengatakan (bahwa) C*; *S menyebut, "Q"*; the subject of the clause before serves a second verb."""
    token = reader.tokens[index]
    act = reader.cues.act("active", token.lower)
    holder = inside(reader.quotes, token.start, token.end)
    first = sentence.first
    if holder is not None:
        while first < index and reader.tokens[first].start < holder.start:
            first += 1
    if act is None or (index > first and reader.tokens[index - 1].lower in _PREFIX):
        return None
    subject = speaker_before(
        reader.tokens, first, index, reader.cues.words("active") | reader.cues.words("agentless")
    )
    source: Stretch | None = None
    kind: SourceKind | None = None
    if subject:
        source, kind = reader.stretch(*subject), kind_of(reader.tokens[subject[0] : subject[1]])
    elif (
        found
        and found[-1].source
        and reader.tokens[index - 1].lower in ("dan", "serta", ",", "sambil", "juga")
    ):
        source, kind = found[-1].source, found[-1].kind
    else:
        return None
    content = _complement(reader, sentence, index + 1, holder, act)
    return (
        Draft(content=content, source=source, kind=kind, cue=(token.start, token.end), act=act)
        if content
        else None
    )


def _complement(
    reader: _Reader, sentence: Sentence, first: int, holder: Quote | None, act: Act
) -> list[Stretch]:
    """Return the content behind a cue: a quote that begins there, else the rest of the clause."""
    last = _last(reader, sentence)
    if first >= last:
        return _next_quote(reader, sentence) if first >= sentence.last - 1 else []
    quote = reader.quote_after(reader.tokens[first - 1].end) if holder is None else None
    if quote is not None and not quote.scare:
        return [(quote.start, quote.end)]
    said_before = _said_before(reader, sentence, first, last)
    if said_before is not None:
        return said_before
    if act in (Act.ASK, Act.DEMAND, Act.ORDER, Act.WARN):
        first = _behind_purpose(reader, first, last)
    while first < last and reader.tokens[first].lower in _SKIP:
        first += 1
    if holder is not None:
        while last > first and reader.tokens[last - 1].end > holder.end:
            last -= 1
    last = _cut_tail(reader, first, last)
    if last - first < 2:
        return []
    start, end = reader.stretch(first, last)
    return [(start, end)]


def _said_before(reader: _Reader, sentence: Sentence, first: int, last: int) -> list[Stretch] | None:
    """*C, S mengatakan pada Senin*: where only an adverbial follows, the content stands before the speaker.

    Where *bahwa* follows an adverbial or addressee (*mengatakan kepada X bahwa C*), the content is behind it.
    """
    if reader.tokens[first].lower not in ("pada", "kepada", "di", "dalam", "saat", "ketika", "usai"):
        return None
    for index in range(first, min(first + 16, last)):
        if reader.tokens[index].lower == "bahwa":
            return [reader.stretch(index + 1, last)] if last - index > 2 else None
    if last - first > 14:
        return None
    comma = next((i for i in range(first - 2, sentence.first, -1) if reader.tokens[i].text == ","), None)
    return [reader.stretch(sentence.first, comma)] if comma and comma - sentence.first > 3 else None


def _next_quote(reader: _Reader, sentence: Sentence) -> list[Stretch]:
    """Return the quote of the next line: *S mengatakan:* and a line end."""
    quote = reader.quote_after(sentence.end)
    return [(quote.start, quote.end)] if quote and not quote.scare else []


def _behind_purpose(reader: _Reader, first: int, last: int) -> int:
    """Return the index behind *untuk, agar, supaya* of a demand, if one stands near: *meminta X agar C*."""
    for index in range(first, min(first + 14, last)):
        if reader.tokens[index].lower in _RELATIVE:
            return index + 1
        if reader.tokens[index].text in (",", ";"):
            break
    return first


def _cut_tail(reader: _Reader, first: int, last: int) -> int:
    """Return the end of a content without what tells who said it and where: *, kata S*, *, seperti dikutip M*."""
    for index in range(first + 1, last):
        if reader.tokens[index - 1].text != ",":
            continue
        word = reader.tokens[index].lower
        ahead = reader.tokens[index + 1].lower if index + 1 < last else ""
        if word in _TURNS:
            return index - 1
        relay = word in ("dilansir", "dikutip", "demikian") or (
            word in ("seperti", "sebagaimana") and ahead[:2] == "di" and ahead in _RELAYS
        )
        saying = reader.cues.act("bare", _base(reader, index)) is not None or word in (
            "menurut",
            "menurutnya",
        )
        if relay or (saying and word != "tutup"):
            return index - 1
    return _without_date(reader, first, last)


def _without_date(reader: _Reader, first: int, last: int) -> int:
    """Return the end of a content without the day of saying: *... pada Selasa (17/6/2025)*."""
    for index in range(last - 1, max(first, last - 10), -1):
        if reader.tokens[index].lower in ("pada", ",") and index + 1 < last:
            return index if reader.tokens[index + 1].text in _WEEKDAYS else last
    return last


_TURNS = frozenset("namun meski meskipun sementara sedangkan tetapi tapi menyusul walau walaupun".split())
_WEEKDAYS = frozenset("Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split())
_RELAYS = frozenset(
    "dilansir dikutip diberitakan dilaporkan diwartakan dikabarkan disampaikan dikatakan".split()
)


def _according(reader: _Reader, sentence: Sentence, index: int) -> Draft | None:
    """*Menurut S, C*; *C, menurut S*; *menurutnya C*."""
    token = reader.tokens[index]
    holder = inside(reader.quotes, token.start, token.end)
    following = reader.tokens[index + 1] if index + 1 < sentence.last else None
    if following is None or following.lower in _NO_SPEAKER or following.lower in _SELF:
        return None
    clitic = token.lower == "menurutnya" or (
        following.lower in ("nya", "ya") and following.start == token.end
    )
    if clitic:
        cut = token.start + len("menurut")
        split = token.lower == "menurutnya"
        source: Stretch = (cut, token.end) if split else (following.start, following.end)
        cue, behind, kind = (token.start, cut), index + (1 if split else 2), SourceKind.PERSON
    else:
        end = _speaker_end(reader, sentence, index + 1)
        if end is None:
            return None
        source, cue, behind = reader.stretch(index + 1, end), (token.start, token.end), end
        kind = kind_of(reader.tokens[index + 1 : end])
    opens = index == sentence.first or reader.tokens[index - 1].lower in (
        "namun",
        "sementara",
        "dan",
        "sementara,",
    )
    if opens or (holder is not None and reader.tokens[index - 1].text in ('"', "“")):
        content = _content_from(reader, sentence, behind, holder)
    else:
        content = _before(reader, sentence, index) + _rest(reader, sentence, behind)
        if reader.tokens[index - 1].text != ",":
            content = _content_from(reader, sentence, behind, holder)
    return Draft(content=content, source=source, kind=kind, cue=cue) if content else None


def _speaker_end(reader: _Reader, sentence: Sentence, first: int) -> int | None:
    """Return the index behind the speaker of *menurut*: at the first comma, with a name in apposition."""
    for index in range(first, min(first + 30, sentence.last)):
        token = reader.tokens[index]
        if token.lower in _PRONOUNS and index == first:
            return index + 1
        if token.text == ",":
            phrase = speaker_after(reader.tokens, index + 1, sentence.last)
            named = phrase and all(t.text[:1].isupper() for t in reader.tokens[phrase[0] : phrase[1]])
            closes = phrase and phrase[1] < sentence.last and reader.tokens[phrase[1]].text == ","
            if phrase and named and closes and phrase[1] - phrase[0] <= 6:
                return phrase[1]
            return index
        if token.text in _END or token.text in ('"', "“", "”"):
            return index if index > first else None
    return None


def _content_from(reader: _Reader, sentence: Sentence, first: int, holder: Quote | None) -> list[Stretch]:
    last = _last(reader, sentence)
    while first < last and (
        reader.tokens[first].text in (",", '"', "“") or reader.tokens[first].lower == "bahwa"
    ):
        first += 1
    if holder is not None:
        while last > first and reader.tokens[last - 1].end > holder.end:
            last -= 1
    last = _cut_tail(reader, first, last)
    return [reader.stretch(first, last)] if last - first >= 2 else []


def _passive(reader: _Reader, sentence: Sentence, index: int) -> Draft | None:
    """*Hal itu disampaikan (oleh) S saat ...*: the content is the sentence before."""
    words = [token.lower for token in reader.tokens[sentence.first : index]]
    if (
        not words
        or not set(words) <= _SAID_BEFORE | {"juga", "pula", "sebelumnya", "telah"}
        or not set(words) & _SAID_BEFORE
    ):
        return None
    first = index + 1
    if first < sentence.last and reader.tokens[first].lower == "oleh":
        first += 1
    phrase = speaker_after(reader.tokens, first, sentence.last)
    if phrase is None or sentence.index == 0:
        return None
    before = reader.sentences[sentence.index - 1]
    if before.role is Role.TITLE:
        return None
    token = reader.tokens[index]
    act = reader.cues.act("passive", token.lower) or Act.SAY
    return Draft(
        content=[reader.stretch(before.first, _last(reader, before))],
        source=reader.stretch(*phrase),
        kind=kind_of(reader.tokens[phrase[0] : phrase[1]]),
        cue=(token.start, token.end),
        act=act,
    )


def _thus(reader: _Reader, sentence: Sentence, index: int) -> Draft | None:
    """*C, demikian peringatan S*; *Demikian disampaikan S*: the content stands before."""
    if index + 2 >= sentence.last:
        return None
    following = reader.tokens[index + 1]
    passive = reader.cues.act("passive", following.lower) or None
    if not passive and following.lower not in _NOUN_CUES:
        return None
    first = index + 2
    if reader.tokens[first].lower in ("oleh", "dari"):
        first += 1
    phrase = speaker_after(reader.tokens, first, sentence.last)
    if phrase is None:
        return None
    if index == sentence.first:
        if sentence.index == 0:
            return None
        before = reader.sentences[sentence.index - 1]
        content = [reader.stretch(before.first, _last(reader, before))]
    else:
        quote = reader.quote_before(reader.tokens[index])
        content = [(quote.start, quote.end)] if quote else _before(reader, sentence, index)
    act = Act.WARN if following.lower == "peringatan" else Act.SAY
    cue = (reader.tokens[index].start, following.end)
    kind = kind_of(reader.tokens[phrase[0] : phrase[1]])
    return (
        Draft(content=content, source=reader.stretch(*phrase), kind=kind, cue=cue, act=act)
        if content
        else None
    )


def _agentless(reader: _Reader, sentence: Sentence, index: int) -> Draft | None:
    """*X diperkirakan akan C*; *diduga C*; *disebut S C*: nobody says it, or *oleh S* does."""
    token = reader.tokens[index]
    holder = inside(reader.quotes, token.start, token.end)
    before = reader.tokens[index - 1].lower if index > sentence.first else ""
    if before in ("seperti", "sebagaimana") and token.lower != "diketahui":
        return None
    if index + 1 < sentence.last and reader.tokens[index + 1].lower.startswith(("nama", "identitas")):
        return None  # *yang enggan disebut namanya*
    first = index + 1
    source: Stretch | None = None
    kind: SourceKind | None = None
    if first < sentence.last and reader.tokens[first].lower == "oleh":
        phrase = speaker_after(reader.tokens, first + 1, sentence.last)
        if phrase:
            source, kind = reader.stretch(*phrase), kind_of(reader.tokens[phrase[0] : phrase[1]])
            first = phrase[1]
    content = _content_from(reader, sentence, first, holder)
    if not content:
        return None
    act = reader.cues.act("agentless", token.lower) or Act.SAY
    return Draft(content=content, source=source, kind=kind, cue=(token.start, token.end), act=act)


def _title(reader: _Reader, sentence: Sentence) -> Iterator[Draft]:
    """*S: C*; *S Sebut C*; *C, Kata S* in a headline."""
    tokens = reader.tokens
    for index in range(sentence.first, sentence.last):
        token = tokens[index]
        if token.text == ":" and sentence.last - index > 3:
            comma = next(
                (i for i in range(index - 1, sentence.first, -1) if tokens[i].text == ","), sentence.first - 1
            )
            words = tokens[comma + 1 : index]
            if not 1 <= len(words) <= 5:
                continue
            if all(word.text[:1].isupper() for word in words):
                kind = kind_of(words)
                content = [reader.stretch(index + 1, _last(reader, sentence))]
                yield Draft(content=content, source=reader.stretch(comma + 1, index), kind=kind)
                return
        act = reader.cues.act("headline", token.text)
        if act and sentence.first < index < sentence.last - 2 and index - sentence.first <= 6:
            words = tokens[sentence.first : index]
            if any(word.text in (",", ":", "?") for word in words) or words[-1].lower in (
                "di",
                "yang",
                "untuk",
            ):
                continue
            content = [reader.stretch(index + 1, _last(reader, sentence))]
            source = reader.stretch(sentence.first, index)
            yield Draft(
                content=content, source=source, kind=kind_of(words), cue=(token.start, token.end), act=act
            )
            return


def _thinned(reader: _Reader, drafts: list[Draft]) -> list[Draft]:
    """Give lone quotes to the speaker before them, and keep one statement a cue."""
    taken = {stretch for draft in drafts for stretch in draft.content}
    for quote in reader.quotes:
        if (
            quote.scare
            or (quote.start, quote.end) in taken
            or len(reader.text[quote.start : quote.end].split()) < 4
        ):
            continue
        if any(start <= quote.start and quote.end <= end for draft in drafts for start, end in draft.content):
            continue
        owner = _owner(reader, quote, drafts)
        if owner is not None:
            owner.content.append((quote.start, quote.end))
    seen: set[Stretch] = set()
    kept = []
    for draft in sorted(drafts, key=_order):
        if _is_told(reader, draft, drafts):
            continue
        if draft.cue is None or draft.cue not in seen:
            kept.append(draft)
        if draft.cue:
            seen.add(draft.cue)
    return kept


def _is_told(reader: _Reader, draft: Draft, drafts: list[Draft]) -> bool:
    """Return whether *diketahui* and its like only stand in what somebody else is reported to have said."""
    if draft.source is not None or draft.cue is None or inside(reader.quotes, *draft.cue):
        return False
    at = draft.cue[0]
    return any(o.source and start <= at < end for o in drafts if o is not draft for start, end in o.content)


def _order(draft: Draft) -> tuple[int, int]:
    return draft.start, draft.content[-1][1]


def _owner(reader: _Reader, quote: Quote, drafts: list[Draft]) -> Draft | None:
    """Return the statement that a quote without a cue goes on: the last quoted one, not far before it."""
    before = [draft for draft in drafts if draft.content[-1][1] <= quote.start and draft.source]
    if not before:
        return None
    last = max(before, key=lambda draft: max(draft.content[-1][1], draft.cue[1] if draft.cue else 0))
    end = max(last.content[-1][1], last.cue[1] if last.cue else 0, last.source[1] if last.source else 0)
    between = reader.text[end : quote.outer_start]
    quoted = any(q.start == start for q in reader.quotes for start, _ in last.content)
    return last if quoted and len(between) < 160 and between.count("\n") <= 2 else None
