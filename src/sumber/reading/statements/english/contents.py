"""Where the content of an English statement starts and ends."""

from ....language.tokens import Sentence
from ..draft import Stretch
from ..quotes import Quote
from ..reader import Reader
from .speakers import source_words

__all__ = ["FINAL", "FINITE", "TOLD", "content_behind", "content_in_front", "cut_tail"]

FINAL = frozenset({".", "”", '"', "!", ",", ";", "?"})
_DAY = frozenset("on at in late early to during after before when while as through via from".split())
_TURNS = frozenset("but although though while whereas despite".split())
TOLD = frozenset({"told", "tells", "tell"})
_PRONOUNS = frozenset("he she they it we i you this these that".split())
FINITE = frozenset(
    "is was were are has have had will would could can may might should did does do 's".split()
)


def content_behind(
    reader: Reader, sentence: Sentence, first: int, holder: Quote | None, word: str
) -> list[Stretch]:
    """Return the content behind a verb: a quote, else a clause; none if only an adverbial follows."""
    last = reader.last(sentence, FINAL)
    if holder is not None:
        while last > first and reader.tokens[last - 1].end > holder.end:
            last -= 1
    if first > last or first >= sentence.last or _is_credited(reader, first, last):
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
    rest = reader.quote_after(reader.tokens[first - 1].end) if holder is None else None
    if rest is not None and rest.outer_start == reader.tokens[first].start and _ends(reader, rest, last):
        return [(rest.start, rest.end)]
    head = reader.tokens[first].lower
    controls = head == "to" and word in source_words("control")
    if not explicit and head in _DAY and not controls and not _has_clause(reader, first, last):
        return []
    if word in source_words("weak") and not explicit and not _weak_fits(reader, first, last, word):
        return []
    last = cut_tail(reader, first, last)
    return [reader.stretch(first, last)] if last - first >= 2 else []


def _is_credited(reader: Reader, first: int, last: int) -> bool:
    """Return whether what follows only says who tells it: *S said, according to T*."""
    return first + 1 < last and [token.lower for token in reader.tokens[first : first + 2]] == [
        ",",
        "according",
    ]


def _ends(reader: Reader, quote: Quote, last: int) -> bool:
    """Return whether nothing stands behind a quote but the sentence's end."""
    return reader.tokens[last - 1].end <= quote.outer_end


def _has_clause(reader: Reader, first: int, last: int) -> bool:
    """Return whether words that open with a preposition hold a clause of their own behind a comma or *that*."""
    for index in range(first, min(first + 12, last)):
        if reader.tokens[index].text == ",":
            return False
        if reader.tokens[index].lower == "that":
            return True
    return False


def _behind_addressee(reader: Reader, first: int, last: int, word: str) -> int:
    """Return the index behind whom it is told: *told reporters (on Monday) that*, *in a statement that*."""
    limit = min(first + 14, last)
    for index in range(first, limit):
        if reader.tokens[index].lower == "that":
            told = reader.tokens[index - 1].lower in source_words("that noun")
            return first if told and word not in TOLD else index
        if reader.tokens[index].text in (",", '"', "“", ";"):
            break
    if word in TOLD:
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


def _weak_fits(reader: Reader, first: int, last: int, word: str) -> bool:
    """Return whether a weak verb tells something: *asked to C*, *feared C*; not *found a body*."""
    head = reader.tokens[first].lower
    if word.startswith(("ask", "threat", "plan", "intend", "hope", "order", "direct")):
        return any(
            reader.tokens[index].lower in ("to", "if", "whether", "for", "what", "why")
            for index in range(first, min(first + 6, last))
        )
    clause = any(reader.tokens[index].lower in FINITE for index in range(first, min(first + 14, last)))
    return clause and head not in ("to", "for", "in", "on", "at", "with", "by", "from")


def cut_tail(reader: Reader, first: int, last: int) -> int:
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


def content_in_front(reader: Reader, sentence: Sentence, subject: int, behind: int) -> list[Stretch]:
    """*"Q," S said*; *C, S said (on Monday).*: the content before the speaker."""
    quote = reader.quote_before(reader.tokens[subject].start)
    if quote is not None and not quote.scare:
        return reader.quoted(quote)
    if (
        subject - 1 > sentence.first + 2
        and reader.tokens[subject - 1].text == ","
        and behind >= reader.last(sentence, FINAL) - 12
    ):
        return [reader.stretch(sentence.first, subject - 1)]
    return []
