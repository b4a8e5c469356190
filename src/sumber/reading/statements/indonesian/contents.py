"""Where the content of an Indonesian statement starts and ends."""

import itertools

from ....language.tokens import Sentence
from ....record import Act
from ..draft import Stretch
from ..quotes import Quote
from ..reader import Reader
from ..subjects import looks_verbal, skip_openers

__all__ = ["base_of", "before_cue", "complement", "content_from", "is_clause", "rest_behind", "said_before"]

_BETWEEN = frozenset(
    "kepada pada di dalam saat ketika usai seusai melalui lewat seperti hari sebelumnya".split()
)
_QUOTING = frozenset({",", ":", '"', "“", "”", "‘", "'"})
_FRONTS = frozenset(
    "saat ketika setelah sebelum usai dalam pada di dengan untuk jika bila kalau karena selama sejak meski".split()
)
_STATES = frozenset(
    "aman siap lancar selamat sehat stabil cukup benar salah kondusif normal sama baik buruk positif negatif gratis "
    "layak palsu hoaks bebas tepat penting sulit mudah mahal murah tinggi rendah kuat lemah besar kecil lebih masih "
    "hanya sangat terlalu semakin makin kian hampir butuh gagal sukses rusak hancur kosong penuh".split()
)

_ADVERBIALS = frozenset(
    "saat ketika dalam di pada kepada usai melalui lewat dikutip dilansir seperti sambil seraya setelah sebelum".split()
)
_RELATIVE = frozenset({"untuk", "agar", "supaya"})
_WHILE = frozenset({"dengan", "sambil", "seraya", "sembari"})
_NOT = frozenset({"bukan", "tidak", "tak", "bukanlah"})
_ONLY = frozenset({"hanya", "cuma", "sekadar", "sekedar", "saja", "semata"})
_PROPOSING = frozenset({"mengusulkan", "merekomendasikan", "mengajukan", "menawarkan", "menyarankan"})
_THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_SKIP = frozenset({"bahwa", ",", ":", "kalau"})
_TURNS = frozenset("namun meski meskipun sementara sedangkan tetapi tapi menyusul walau walaupun".split())
_WEEKDAYS = frozenset("Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split())
_RELAYS = frozenset(
    "dilansir dikutip diberitakan dilaporkan diwartakan dikabarkan disampaikan dikatakan".split()
)


def base_of(reader: Reader, index: int) -> str:
    """Return a token's word without the clitic -nya: *ujarnya* -> *ujar*."""
    word = reader.tokens[index].lower
    if word.endswith("nya") and reader.cues.act("bare", word[:-3]):
        return word[:-3]
    return word


def complement(
    reader: Reader, sentence: Sentence, first: int, holder: Quote | None, act: Act
) -> list[Stretch]:
    """Return the content behind a cue: a quote that begins there, else the rest of the clause."""
    last = reader.last(sentence)
    if first >= last:
        return _next_quote(reader, sentence) if first >= sentence.last - 1 else []
    quote = reader.quote_after(reader.tokens[first - 1].end) if holder is None else None
    if quote is not None and not quote.scare:
        return [(quote.start, quote.end)]
    asked = act in (Act.ASK, Act.DEMAND, Act.ORDER, Act.WARN)
    purpose = _behind_purpose(reader, first, last) if asked else first
    if purpose == first:
        first = _behind_adverbial(reader, first, last)
        first = _behind_purpose(reader, first, last) if asked else first
    else:
        first = purpose
    while first < last and reader.tokens[first].lower in _SKIP:
        first += 1
        if reader.tokens[first - 1].lower == "bahwa":
            break
    if holder is not None:
        while last > first and reader.tokens[last - 1].end > holder.end:
            last -= 1
    last = _cut_tail(reader, first, last)
    if last - first < 2:
        return []
    start, end = reader.stretch(first, last)
    return [(start, end)]


def _behind_adverbial(reader: Reader, first: int, last: int) -> int:
    """Return the index behind a hearer, place or time: *mengatakan [kepada pers di Kupang, Senin,] C*."""
    start = first
    while start < last and (
        reader.tokens[start].lower in _BETWEEN
        or reader.tokens[start].text in _WEEKDAYS
        or reader.tokens[start].text in ("(", ")")
    ):
        for index in range(start, min(start + 16, last)):
            if reader.tokens[index].lower == "bahwa":
                return index + 1
        comma = next((i for i in range(start, min(start + 16, last)) if reader.tokens[i].text == ","), None)
        if comma is None:
            return first if start == first else start
        start = comma + 1
    return start if last - start > 2 else first


def said_before(reader: Reader, sentence: Sentence, first: int) -> list[Stretch]:
    """*C, S mengatakan (pada Senin)*: return the words from the sentence's start to the comma before the speaker."""
    if first - 1 <= sentence.first or reader.tokens[first - 1].text != ",":
        return []
    start = skip_openers(reader.tokens, sentence.first, first)
    if reader.tokens[start].lower in _FRONTS and first - start < 8:
        return []
    return [reader.stretch(start, first - 1)] if first - 1 - start > 2 else []


def is_clause(reader: Reader, index: int) -> bool:
    """Return whether a clause or quote, and no mere thing, follows the verb at ``index``."""
    tokens = reader.tokens
    for at in range(index + 1, min(index + 14, len(tokens))):
        token = tokens[at]
        if token.sentence != tokens[index].sentence or token.text in (".", ";"):
            return False
        if at <= index + 2 and (token.lower in ("bahwa", "kalau", "jika") or token.text in _QUOTING):
            return True
        if token.text == ",":
            return False
        if token.lower in _STATES or (looks_verbal(token) and tokens[at - 1].lower != "yang"):
            return True
    return False


def _next_quote(reader: Reader, sentence: Sentence) -> list[Stretch]:
    """Return the quote of the next line: *S mengatakan:* and a line end."""
    quote = reader.quote_after(sentence.end)
    return [(quote.start, quote.end)] if quote and not quote.scare else []


def _behind_purpose(reader: Reader, first: int, last: int) -> int:
    """Return the index behind *untuk, agar, supaya* of a demand, if one stands near: *meminta X agar C*."""
    if reader.tokens[first - 1].lower in _PROPOSING and reader.tokens[first].lower not in _RELATIVE | {
        "kepada"
    }:
        return first  # *mengusulkan perubahan untuk membantu petani*: all of it is asked
    for index in range(first, min(first + (26 if reader.tokens[first].lower == "kepada" else 14), last)):
        if reader.tokens[index].lower in _RELATIVE and not _is_for_something(reader, index, last):
            return index + 1
        if reader.tokens[index].text in (",", ";"):
            break
    return first


def _is_for_something(reader: Reader, index: int, last: int) -> bool:
    """Return whether *untuk* tells for whom or what, not to do what: *meminta doa [untuk ibunya]*."""
    if reader.tokens[index].lower != "untuk" or reader.tags is None or index + 1 >= last:
        return False
    following = reader.tokens[index + 1]
    return reader.tags.word_class[index + 1] in _THINGS and not looks_verbal(following)


def before_cue(reader: Reader, sentence: Sentence, index: int) -> list[Stretch]:
    """Return the words from the sentence's start to the comma before a cue."""
    first = sentence.first
    while first < index and reader.tokens[first].text in ('"', "“", "-", "–"):
        first += 1
    end = index - 1
    return [reader.stretch(first, end)] if end > first else []


def rest_behind(
    reader: Reader, sentence: Sentence, behind: int, *, any_opening: bool = False
) -> list[Stretch]:
    """Return what goes on behind a speaker's comma: *C, kata S, C*; not an adverbial or a relay."""
    if behind + 2 >= sentence.last or reader.tokens[behind].text != ",":
        return []
    opening = reader.tokens[behind + 1]
    fronted = any_opening or reader.tokens[sentence.first].lower in _FRONTS
    if not opening.lower[0].isalpha() or (opening.text[0].isupper() and not fronted):
        return []
    if opening.lower in _ADVERBIALS or opening.text in _WEEKDAYS:
        return []
    return [reader.stretch(behind + 1, reader.last(sentence))]


def content_from(reader: Reader, sentence: Sentence, first: int, holder: Quote | None) -> list[Stretch]:
    """Return the rest of a sentence from a token on as content, within the quote that holds it."""
    last = reader.last(sentence)
    while first < last and (
        reader.tokens[first].text in (",", '"', "“") or reader.tokens[first].lower == "bahwa"
    ):
        first += 1
    if holder is not None:
        while last > first and reader.tokens[last - 1].end > holder.end:
            last -= 1
    last = _cut_tail(reader, first, last)
    return [reader.stretch(first, last)] if last - first >= 2 else []


def _cut_tail(reader: Reader, first: int, last: int) -> int:
    """Return the end of a content without what tells who said it and where: *, kata S*, *, seperti dikutip M*."""
    for index in range(first + 1, last):
        word = reader.tokens[index].lower
        ahead = reader.tokens[index + 1].lower if index + 1 < last else ""
        if word in ("seperti", "sebagaimana") and ahead in _RELAYS and index - first > 2:
            return index - (reader.tokens[index - 1].text == ",")
        if word == "menyusul" and index - first > 3:
            return index - (reader.tokens[index - 1].text == ",")
        if reader.tokens[index - 1].text != ",":
            continue
        if word in _TURNS and not (word in ("tetapi", "tapi", "namun") and _is_half(reader, first, index)):
            return index - 1
        relay = (
            word in ("dilansir", "dikutip", "demikian", "mengutip", "melansir")
            and reader.tokens[index].text.islower()
        )
        saying = reader.cues.act("bare", base_of(reader, index)) is not None or word in (
            "menurut",
            "menurutnya",
        )
        doing = word in _WHILE and reader.cues.act("active", ahead) is not None
        if relay or doing or (saying and word != "tutup"):
            return index - 1
    return _without_date(reader, first, last)


def _is_half(reader: Reader, first: int, turn: int) -> bool:
    """Return whether a content is the first half of *bukan ..., tetapi ...*, *tidak hanya ..., tetapi juga ...*."""
    words = [token.lower for token in reader.tokens[first:turn]]
    if "bukan" in words:
        return True
    return any(pair[0] in _NOT and pair[1] in _ONLY for pair in itertools.pairwise(words))


def _without_date(reader: Reader, first: int, last: int) -> int:
    """Return the end of a content without the day of saying: *... pada Selasa (17/6/2025)*."""
    for index in range(last - 1, max(first, last - 10), -1):
        if reader.tokens[index].lower in ("pada", ",") and index + 1 < last:
            return index if reader.tokens[index + 1].text in _WEEKDAYS else last
    return last
