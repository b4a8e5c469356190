"""Constructions of Indonesian beside *kata S* and *S mengatakan*: *menurut S*, passives, headlines."""

from collections.abc import Iterator

from ...language.tokens import Sentence
from ...record import Act, Role, SourceKind
from .draft import Draft, Stretch
from .indonesian_contents import before_cue, content_from, rest_behind
from .quotes import inside
from .reader import Reader
from .speakers import kind_of, speaker_after

__all__ = ["according", "agentless", "headline", "passive", "thus"]

_PRONOUNS = frozenset({"dia", "ia", "beliau"})
_SAID_BEFORE = frozenset("hal ini itu tersebut senada demikian pernyataan ungkapan penegasan".split())
_NOUN_CUES = frozenset(
    "peringatan pernyataan laporan penjelasan keterangan kata ungkap tulis bunyi pengakuan".split()
)
_NO_SPEAKER = frozenset("rencana jadwal urutan jenis kategori perhitungan hemat".split())
_SELF = frozenset({"saya", "kami", "aku", "kita"})
_END = frozenset(".!?…")


def according(reader: Reader, sentence: Sentence, index: int) -> Draft | None:
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
        content = content_from(reader, sentence, behind, holder)
    else:
        content = before_cue(reader, sentence, index) + rest_behind(reader, sentence, behind)
        if reader.tokens[index - 1].text != ",":
            content = content_from(reader, sentence, behind, holder)
    return Draft(content=content, source=source, kind=kind, cue=cue) if content else None


def _speaker_end(reader: Reader, sentence: Sentence, first: int) -> int | None:
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


def passive(reader: Reader, sentence: Sentence, index: int) -> Draft | None:
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
        content=[reader.stretch(before.first, reader.last(before))],
        source=reader.stretch(*phrase),
        kind=kind_of(reader.tokens[phrase[0] : phrase[1]]),
        cue=(token.start, token.end),
        act=act,
    )


def thus(reader: Reader, sentence: Sentence, index: int) -> Draft | None:
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
        content = [reader.stretch(before.first, reader.last(before))]
    else:
        quote = reader.quote_before(reader.tokens[index].start)
        content = [(quote.start, quote.end)] if quote else before_cue(reader, sentence, index)
    act = Act.WARN if following.lower == "peringatan" else Act.SAY
    cue = (reader.tokens[index].start, following.end)
    kind = kind_of(reader.tokens[phrase[0] : phrase[1]])
    return (
        Draft(content=content, source=reader.stretch(*phrase), kind=kind, cue=cue, act=act)
        if content
        else None
    )


def agentless(reader: Reader, sentence: Sentence, index: int) -> Draft | None:
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
    content = content_from(reader, sentence, first, holder)
    if not content:
        return None
    act = reader.cues.act("agentless", token.lower) or Act.SAY
    return Draft(content=content, source=source, kind=kind, cue=(token.start, token.end), act=act)


def headline(reader: Reader, sentence: Sentence) -> Iterator[Draft]:
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
                content = [reader.stretch(index + 1, reader.last(sentence))]
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
            content = [reader.stretch(index + 1, reader.last(sentence))]
            source = reader.stretch(sentence.first, index)
            yield Draft(
                content=content, source=source, kind=kind_of(words), cue=(token.start, token.end), act=act
            )
            return
