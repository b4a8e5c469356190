"""Where the content of an Indonesian statement starts and ends."""

from ...language.tokens import Sentence
from ...record import Act
from .draft import Stretch
from .quotes import Quote
from .reader import Reader

__all__ = ["base_of", "before_cue", "complement", "content_from", "rest_behind"]

_ADVERBIALS = frozenset(
    "saat ketika dalam di pada kepada usai melalui lewat dikutip dilansir seperti sambil seraya setelah sebelum".split()
)
_RELATIVE = frozenset({"untuk", "agar", "supaya"})
_SKIP = frozenset({"bahwa", ",", ":", "kalau", "jika", "jikalau"})
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


def _said_before(reader: Reader, sentence: Sentence, first: int, last: int) -> list[Stretch] | None:
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


def _next_quote(reader: Reader, sentence: Sentence) -> list[Stretch]:
    """Return the quote of the next line: *S mengatakan:* and a line end."""
    quote = reader.quote_after(sentence.end)
    return [(quote.start, quote.end)] if quote and not quote.scare else []


def _behind_purpose(reader: Reader, first: int, last: int) -> int:
    """Return the index behind *untuk, agar, supaya* of a demand, if one stands near: *meminta X agar C*."""
    for index in range(first, min(first + 14, last)):
        if reader.tokens[index].lower in _RELATIVE:
            return index + 1
        if reader.tokens[index].text in (",", ";"):
            break
    return first


def before_cue(reader: Reader, sentence: Sentence, index: int) -> list[Stretch]:
    """Return the words from the sentence's start to the comma before a cue."""
    first = sentence.first
    while first < index and reader.tokens[first].text in ('"', "“", "-", "–"):
        first += 1
    end = index - 1
    return [reader.stretch(first, end)] if end > first else []


def rest_behind(reader: Reader, sentence: Sentence, behind: int) -> list[Stretch]:
    """Return what goes on behind a speaker's comma: *C, kata S, C*; not an adverbial or a relay."""
    if behind + 3 >= sentence.last or reader.tokens[behind].text != ",":
        return []
    opening = reader.tokens[behind + 1]
    if not opening.lower[0].isalpha() or opening.text[0].isupper():
        return []
    if opening.lower in _ADVERBIALS:
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
        if reader.tokens[index - 1].text != ",":
            continue
        word = reader.tokens[index].lower
        ahead = reader.tokens[index + 1].lower if index + 1 < last else ""
        if word in _TURNS:
            return index - 1
        relay = word in ("dilansir", "dikutip", "demikian") or (
            word in ("seperti", "sebagaimana") and ahead[:2] == "di" and ahead in _RELAYS
        )
        saying = reader.cues.act("bare", base_of(reader, index)) is not None or word in (
            "menurut",
            "menurutnya",
        )
        if relay or (saying and word != "tutup"):
            return index - 1
    return _without_date(reader, first, last)


def _without_date(reader: Reader, first: int, last: int) -> int:
    """Return the end of a content without the day of saying: *... pada Selasa (17/6/2025)*."""
    for index in range(last - 1, max(first, last - 10), -1):
        if reader.tokens[index].lower in ("pada", ",") and index + 1 < last:
            return index if reader.tokens[index + 1].text in _WEEKDAYS else last
    return last
