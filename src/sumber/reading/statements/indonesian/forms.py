"""Constructions of Indonesian beside *kata S* and *S mengatakan*: *menurut S*, passives, headlines."""

from collections.abc import Iterator

from ....language.tokens import Sentence
from ....record import Act, Role, SourceKind
from ..draft import Draft, Stretch
from ..quotes import inside
from ..reader import Reader
from ..speakers import is_label, kind_of, speaker_after
from ..subjects import can_say, is_abstract, looks_verbal, skip_openers
from .contents import before_cue, content_from, is_clause, rest_behind, said_before

__all__ = ["according", "agentless", "fronted", "headline", "passive", "thus"]

_PRONOUNS = frozenset({"dia", "ia", "beliau"})
_SAID_BEFORE = frozenset("hal ini itu tersebut senada demikian pernyataan ungkapan penegasan".split())
_NOUN_CUES = frozenset(
    "peringatan pernyataan laporan penjelasan keterangan kata ungkap tulis bunyi pengakuan".split()
)
_NO_SPEAKER = frozenset("rencana jadwal urutan jenis kategori perhitungan hemat".split())
_SELF = frozenset({"saya", "kami", "aku", "kita"})
_NEGATED = frozenset({"dapat", "bisa", "tak", "tidak", "sulit", "mudah", "belum"})
_CREDIT = 160  # code points of the speaker behind a quote
_PURPOSE = frozenset({"untuk", "agar", "supaya"})
_NO_HEAD_END = frozenset(
    "di yang untuk tak tidak dan soal atas terkait usai dari dengan tentang ke jadi saat".split()
)
_DEEDS = frozenset({"Ungkap"})
_AROUND = frozenset("juga pula sebelumnya telah sudah kembali sempat serupa yang sama di oleh".split())
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
    opens = skip_openers(reader.tokens, sentence.first, index) >= index
    quote = reader.quote_before(token.start) if holder is None else None
    if quote is not None and not quote.scare:
        return Draft(content=reader.quoted(quote), source=source, kind=kind, cue=cue)
    if opens or (holder is not None and reader.tokens[index - 1].text in ('"', "“")):
        ahead = reader.quote_after(reader.tokens[behind - 1].end) if holder is None else None
        whole = ahead is not None and not ahead.scare
        content = reader.quoted(ahead) if ahead and whole else content_from(reader, sentence, behind, holder)
    else:
        content = _around(reader, sentence, index, behind)
        if reader.tokens[index - 1].text != ",":
            content = content_from(reader, sentence, behind, holder)
    return Draft(content=content, source=source, kind=kind, cue=cue) if content else None


def _around(reader: Reader, sentence: Sentence, index: int, behind: int) -> list[Stretch]:
    """Return what stands before and behind *, menurut S,*; an adverbial or *yang* in front is no content."""
    before = before_cue(reader, sentence, index)
    only_front = reader.tokens[index - 2].lower == "yang" if index - 2 > sentence.first else False
    start = skip_openers(reader.tokens, sentence.first, index)
    if index - start <= 6 and reader.tokens[start].lower in (
        "untuk",
        "pada",
        "dalam",
        "di",
        "saat",
        "dari",
        "dengan",
    ):
        only_front = True
    rest = rest_behind(reader, sentence, behind, any_opening=only_front)
    return rest if only_front and rest else before + rest


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
    """*Hal itu disampaikan (oleh) S saat ...*; *C, seperti disampaikan S*; *"Q," ditambahkan S*."""
    token = reader.tokens[index]
    if index > sentence.first and reader.tokens[index - 1].lower == "demikian":
        return None  # see thus
    first = index + 1
    if first < sentence.last and reader.tokens[first].lower in ("langsung", "kembali", "juga", "pula"):
        first += 1
    if first < sentence.last and reader.tokens[first].lower == "oleh":
        first += 1
    phrase = speaker_after(reader.tokens, first, sentence.last)
    if phrase is None:
        return None
    speaker = reader.tokens[phrase[0] : phrase[1]]
    if not can_say(speaker) or (speaker[0].lower in ("kepada", "secara", "saat") and first == index + 1):
        return None
    content = _said_in_passive(reader, sentence, index, phrase[1])
    if not content:
        return None
    return Draft(
        content=content,
        source=reader.stretch(*phrase),
        kind=kind_of(speaker),
        cue=(token.start, token.end),
        act=reader.cues.act("passive", token.lower) or Act.SAY,
    )


def _said_in_passive(reader: Reader, sentence: Sentence, index: int, behind: int) -> list[Stretch]:
    """Return what a passive of saying points at: the quote or clause before it, or the sentence before."""
    words = [token.lower for token in reader.tokens[sentence.first : index]]
    if words and set(words) <= _SAID_BEFORE | _AROUND and set(words) & _SAID_BEFORE:
        return _sentence_before(reader, sentence)
    quote = reader.quote_before(reader.tokens[index].start)
    if quote is not None and not quote.scare:
        return reader.quoted(quote)
    at = index
    while at > sentence.first and reader.tokens[at - 1].lower in ("yang", "telah", "juga", "sudah"):
        at -= 1
    if skip_openers(reader.tokens, sentence.first, at) >= at and behind < sentence.last:
        is_part = reader.tokens[behind].text == ","  # *Dikatakan S, C*
        return content_from(reader, sentence, behind + 1, None) if is_part else []
    if at == sentence.first or reader.tokens[at - 1].lower not in ("seperti", "sebagaimana"):
        return []
    if at - 1 == sentence.first:
        comma = next(
            (i for i in range(behind, min(behind + 20, sentence.last)) if reader.tokens[i].text == ","), None
        )
        return content_from(reader, sentence, comma + 1, None) if comma else []
    return said_before(reader, sentence, at - 1)


def _sentence_before(reader: Reader, sentence: Sentence) -> list[Stretch]:
    """Return the sentence before, or the whole quote if one ends in it; nothing at the article's start."""
    if sentence.index == 0:
        return []
    before = reader.sentences[sentence.index - 1]
    if before.role is Role.TITLE:
        return []
    ended = [
        q for q in reader.quotes_at(before.start, before.end) if q.outer_end <= before.end and not q.scare
    ]
    if ended and before.end - ended[-1].outer_end < _CREDIT:
        return reader.quoted(ended[-1])  # *"Q," kata S1. Hal senada disampaikan S2*
    return [reader.stretch(before.first, reader.last(before))]


def fronted(reader: Reader, sentence: Sentence, index: int, base: str) -> Draft | None:
    """*X ia sebut C*; *X, dia klaim, C*: the pronoun before the bare verb is the speaker."""
    act = reader.cues.act("fronted", base)
    if act is None or index <= sentence.first or reader.tokens[index].lower != base:
        return None
    before = reader.tokens[index - 1]
    if (
        before.lower in ("kami", "saya")
        and base != "bilang"
        and inside(reader.quotes, before.start, before.end)
    ):
        return None  # *kami sampaikan* fills a speaker's pauses
    if before.lower not in _PRONOUNS | {"mereka", "kami", "saya"} or (
        base in ("kira", "anggap") and before.lower == "saya"
    ):
        return None
    if index - 1 > sentence.first and reader.tokens[index - 2].lower in (
        "yang",
        "apa",
        "kata",
        "ujar",
        "tutur",
        "menurut",
    ):
        return None
    token = reader.tokens[index]
    holder = inside(reader.quotes, token.start, token.end)
    content = content_from(reader, sentence, index + 1, holder)
    if not content:
        return None
    kind = SourceKind.PERSON if before.lower in _PRONOUNS | {"saya"} else SourceKind.GROUP
    return Draft(
        content=content, source=(before.start, before.end), kind=kind, cue=(token.start, token.end), act=act
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
    if before in _NEGATED and token.lower != "diketahui":
        return None  # *tidak dapat diprediksi*
    if index + 1 < sentence.last and reader.tokens[index + 1].lower.startswith(("nama", "identitas")):
        return None  # *yang enggan disebut namanya*
    first = index + 1
    source: Stretch | None = None
    kind: SourceKind | None = None
    following = reader.tokens[first] if first < sentence.last else None
    if following is not None and following.lower == "nya" and following.start == token.end:
        source, kind, first = (following.start, following.end), SourceKind.PERSON, first + 1
    elif following is not None and following.lower == "oleh":
        phrase = speaker_after(reader.tokens, first + 1, sentence.last)
        if phrase:
            source, kind = reader.stretch(*phrase), kind_of(reader.tokens[phrase[0] : phrase[1]])
            first = phrase[1]
    act = reader.cues.act("agentless", token.lower) or Act.SAY
    if act in (Act.ASK, Act.DEMAND) and first < sentence.last and reader.tokens[first].lower in _PURPOSE:
        first += 1
    content = content_from(reader, sentence, first, holder)
    if not content or (source is None and _is_literal(reader, index)):
        return None
    if before == "yang":
        content = [_clause_only(reader, first, content[0])]
    return Draft(content=content, source=source, kind=kind, cue=(token.start, token.end), act=act)


def _clause_only(reader: Reader, first: int, content: Stretch) -> Stretch:
    """Return what a relative clause tells, less the main clause behind it: *kelompok yang diduga [C] mengklaim ...*."""
    for at in range(first + 2, len(reader.tokens)):
        token = reader.tokens[at]
        if token.start >= content[1] or token.text in ".;":
            break
        if token.text == "," and _named_subject(reader, at + 1):
            return content[0], reader.tokens[at - 1].end  # *wanita yang diduga [C], Rina Wati diperiksa*
        cue = any(reader.cues.act(kind, token.lower) is not None for kind in ("active", "agentless"))
        turns = token.lower == "ternyata" or cue
        if turns and reader.tokens[at - 1].lower not in ("yang", "untuk", "akan", "dan"):
            return content[0], reader.tokens[at - 1].end
    return content


def _named_subject(reader: Reader, at: int) -> bool:
    """Return whether a name and its verb begin here: *Rina Wati diperiksa*."""
    first = at
    while at < len(reader.tokens) - 1 and reader.tokens[at].text[:1].isupper():
        at += 1
    return at > first and looks_verbal(reader.tokens[at])


_ENTRUSTED = frozenset(
    "sebagai menjadi untuk memimpin mengelola memegang mengisi membawakan menjabat menangani".split()
)


def _is_literal(reader: Reader, index: int) -> bool:
    """Return whether a passive only names or files: *disebut Si Manis*, *dilaporkan ke polisi*."""
    word, following = reader.tokens[index].lower, reader.tokens[min(index + 1, len(reader.tokens) - 1)].lower
    if word == "disebut":
        return following not in ("sebagai", "bahwa", "akan", ",") and not is_clause(reader, index)
    if word == "dipercaya":
        return following in _ENTRUSTED
    return following in ("ke", "kepada", "oleh")


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
            if not 1 <= len(words) <= 5 or is_label(words):
                continue
            if all(word.text[:1].isupper() for word in words):
                kind = kind_of(words)
                content = [reader.stretch(index + 1, reader.last(sentence))]
                yield Draft(content=content, source=reader.stretch(comma + 1, index), kind=kind)
                return
        act = reader.cues.act("headline", token.text)
        if act and sentence.first < index < sentence.last - 2 and index - sentence.first <= 6:
            words = tokens[sentence.first : index]
            if any(word.text in (",", ":", "?") for word in words) or words[-1].lower in _NO_HEAD_END:
                continue
            if is_abstract(words) or (token.text in _DEEDS and kind_of(words) is SourceKind.GROUP):
                continue
            content = [reader.stretch(index + 1, reader.last(sentence))]
            source = reader.stretch(sentence.first, index)
            yield Draft(
                content=content, source=source, kind=kind_of(words), cue=(token.start, token.end), act=act
            )
            return
