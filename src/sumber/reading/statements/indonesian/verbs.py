"""Active verbs of saying in Indonesian: *S mengatakan C* and what becomes of it.

The subject before the verb, the subject of the clause before (*S datang dan mengatakan C*, *S menolak, dengan
menyatakan bahwa C*), a relative clause (*S, yang menyebut C*), denial (*S tak menampik C*), and the verb at the very
end (*"Q," S menandaskan*; *C, S melaporkan*).
"""

from ....language.tokens import Sentence, Token
from ....record import Act, SourceKind
from ..draft import Draft, Stretch
from ..quotes import Quote, inside
from ..reader import Reader
from ..speakers import kind_of
from ..subjects import is_abstract, speaker_before, subject_of_clause
from .contents import complement, is_clause, said_before

__all__ = ["active"]

_BY = frozenset(
    {
        "dengan",
        "sambil",
        "seraya",
        "sembari",
        "dan",
        "serta",
        "juga",
        ",",
        "lalu",
        "kemudian",
        "atau",
        "tetapi",
        "tapi",
    }
)
_NOT_SAYING = frozenset(
    {
        "saat",
        "ketika",
        "untuk",
        "tanpa",
        "usai",
        "setelah",
        "sebelum",
        "jika",
        "bila",
        "agar",
        "supaya",
        "hendak",
        "bisa",
        "yaitu",
        "yakni",
        "adalah",
        "ialah",
    }
)
_NEGATIONS = frozenset({"tidak", "tak", "enggan", "belum", "menolak"})
_LITERAL = frozenset(
    {
        "mulai",
        "kerap",
        "sering",
        "rutin",
        "bisa",
        "dapat",
        "mampu",
        "harus",
        "wajib",
        "perlu",
        "ingin",
        "akan",
    }
)
_CLITIC = 2  # words of *ujarnya*
_ENGAGED = frozenset({"siap", "aktif", "terus", "turut", "ikut", "berhasil", "berkomitmen", "konsisten"})
_IDIOMS = frozenset(
    {("percaya", "diri"), ("memandang", "sebelah"), ("menyebut", "diri"), ("menyebut", "nama")}
)
_LITERAL_TAILS = frozenset(
    "maaf ampun selamat nyawa terima terimakasih belasungkawa syukur duka salam letak posisi".split()
)


def active(reader: Reader, sentence: Sentence, index: int, found: list[Draft]) -> Draft | None:
    """*S mengatakan (bahwa) C*; *S menyebut, "Q"*; *"Q," S menandaskan*."""
    token = reader.tokens[index]
    act = reader.cues.act("active", token.lower)
    if act is None:
        return None
    holder = inside(reader.quotes, token.start, token.end)
    first = _first_within(reader, sentence, index, holder)
    before = reader.tokens[index - 1].lower if index > first else ""
    negation = _negation(reader, first, index)
    if negation is not None:
        return _denied(reader, sentence, index, negation, act)
    if before in _NOT_SAYING:
        return None
    speaker = _speaker(reader, first, index, found, before)
    if speaker is None or not (
        _may_say(reader, index, speaker) or _quoted_before(reader, sentence, index, speaker)
    ):
        return None
    content = _content(reader, sentence, index, holder, act, speaker)
    return _draft(reader, speaker, index, act, content)


def _quoted_before(reader: Reader, sentence: Sentence, index: int, speaker: "Speaker") -> bool:
    """Return whether a quote stands right before the speaker and nothing behind the verb: *"Q," dia menambahkan*."""
    quote = reader.quote_before(speaker[0][0]) if speaker[2] >= 0 else None
    return quote is not None and not quote.scare and _says_no_more(reader, sentence, index)


def _draft(
    reader: Reader, speaker: tuple[Stretch, SourceKind, int], index: int, act: Act, content: list[Stretch]
) -> Draft | None:
    token = reader.tokens[index]
    if not content:
        return None
    return Draft(content=content, source=speaker[0], kind=speaker[1], cue=(token.start, token.end), act=act)


def _first_within(reader: Reader, sentence: Sentence, index: int, holder: Quote | None) -> int:
    """Return the first token of the sentence that stands on the same side of the quote marks as the verb."""
    first = sentence.first
    if holder is not None:
        while first < index and reader.tokens[first].start < holder.start:
            first += 1
        return first
    for quote in reader.quotes:
        if not quote.scare and sentence.start <= quote.outer_end <= reader.tokens[index].start:
            while first < index and reader.tokens[first].start < quote.outer_end:
                first += 1
    return first


Speaker = tuple[Stretch, SourceKind, int]  # span, kind, first token (-1 if taken over)


def _speaker(reader: Reader, first: int, index: int, found: list[Draft], before: str) -> Speaker | None:
    """Return the subject of the verb: beside it, before its *yang*, or that of the clause that it goes on."""
    verbs = reader.cues.words("active") | reader.cues.words("agentless")
    if before == "yang":
        restricts = reader.tokens[index - 2].text != ","
        deed = reader.tokens[index].lower in reader.cues.words("deed")
        if restricts and (deed or not is_clause(reader, index)):
            return None  # *pihak yang meminta bantuan* are not told to ask
        end = index - 2 if reader.tokens[index - 2].text == "," else index - 1
        phrase = speaker_before(reader.tokens, first, end, verbs) if end > first else None
        return (
            _as_speaker(reader, phrase)
            if phrase and _is_named(reader.tokens[phrase[0] : phrase[1]])
            else None
        )
    is_name = reader.tokens[index - 1].text == "Lalu"  # also a given name
    if before == "," and _goes_on_after_comma(reader, first, index, found):
        taken = _taken_over(reader, first, index, found, before)
        if taken:
            return taken
    if is_name or before not in _BY or before == "," or before == "juga":
        phrase = speaker_before(reader.tokens, first, index, verbs)
        if (
            phrase
            and reader.cues.act("bare", reader.tokens[phrase[0]].lower)
            and phrase[1] - phrase[0] == _CLITIC
        ):
            return None  # *"Q," ujarnya menambahkan*
        if phrase:
            return _as_speaker(reader, phrase)
    if before in _BY and index > first:
        return _taken_over(reader, first, index, found, before)
    return None


def _goes_on_after_comma(reader: Reader, first: int, index: int, found: list[Draft]) -> bool:
    """Return whether a verb behind a comma goes on the statement before: *S mengecam X, menyebut C*."""
    last = found[-1] if found else None
    if last is None or last.cue is None or last.cue[0] < reader.tokens[first].start:
        return False
    return reader.tokens[index].start not in {start for start, _ in last.content}


def _taken_over(reader: Reader, first: int, index: int, found: list[Draft], before: str) -> Speaker | None:
    """Return the subject of the clause before a verb that goes it on."""
    if before in ("dengan", "sambil", "seraya", "sembari") and not is_clause(reader, index):
        return None
    last = found[-1] if found else None
    if last is not None and last.source is not None and last.kind is not None and last.cue is not None:
        near = last.cue[0] >= reader.tokens[first].start and last.source[1] <= reader.tokens[index].start
        if near:
            return last.source, last.kind, -1
    phrase = subject_of_clause(reader.tokens, first, index)
    return _as_speaker(reader, phrase) if phrase else None


def _as_speaker(reader: Reader, phrase: tuple[int, int]) -> Speaker:
    return reader.stretch(*phrase), kind_of(reader.tokens[phrase[0] : phrase[1]]), phrase[0]


def _is_named(tokens: tuple[Token, ...]) -> bool:
    return any(token.text[:1].isupper() for token in tokens) or kind_of(tokens) is not SourceKind.PERSON


def _may_say(reader: Reader, index: int, speaker: Speaker) -> bool:
    """Return whether this subject says something with this verb: no deed or thing speaks; some verbs need a clause."""
    word = reader.tokens[index].lower
    source, kind, first = speaker
    tokens = [t for t in reader.tokens[max(first, 0) : index] if t.end <= source[1]] if first >= 0 else []
    if tokens and is_abstract(tokens):
        return False
    if word in reader.cues.words("shown"):  # *data menunjukkan*: papers and bodies show, people do not
        return kind is SourceKind.DOCUMENT or word == "menyimpulkan" or _tells_what_it_found(reader, index)
    adverbs = {t.lower for t in reader.tokens[max(0, index - 2) : index]}
    if word in reader.cues.words("deed") and adverbs & _LITERAL:
        return False
    if word == "mendorong" and adverbs & _ENGAGED:
        return False  # *kami siap mendorong perbaikan*
    following = reader.tokens[index + 1].lower if index + 1 < len(reader.tokens) else ""
    if word == "mengaku" and following == "sebagai":
        return False
    if word == "mengakui" and [t.lower for t in reader.tokens[index + 1 : index + 3]] == ["nya", "sebagai"]:
        return False
    if word == "melaporkan" and _goes_to_police(reader, index):
        return False
    if (
        (word, following) in _IDIOMS
        or following in _LITERAL_TAILS
        or (following == "kepada" and word == "percaya")
    ):
        return False
    if word == "menargetkan":
        return is_clause(reader, index) or any(
            t.text[0].isdigit() for t in reader.tokens[index + 1 : index + 9]
        )
    return word not in reader.cues.words("clause") or is_clause(reader, index)


def _tells_what_it_found(reader: Reader, index: int) -> bool:
    """Return whether a finding of people is told as a clause: *peneliti menemukan bahwa*, not *menemukan pisau*."""
    word = reader.tokens[index].lower
    if word in ("mengindikasikan", "mengungkap"):
        return is_clause(reader, index)
    following = reader.tokens[index + 1].lower if index + 1 < len(reader.tokens) else ""
    return following == "bahwa"


def _goes_to_police(reader: Reader, index: int) -> bool:
    """Return whether something is filed, not told: *melaporkan pencurian itu ke polisi*."""
    for at in range(index + 1, min(index + 16, len(reader.tokens) - 1)):
        token = reader.tokens[at]
        if token.lower == "bahwa" or token.text in (",", "."):
            return False
        if token.lower in ("ke", "kepada"):
            return True
    return False


def _content(
    reader: Reader, sentence: Sentence, index: int, holder: Quote | None, act: Act, speaker: Speaker
) -> list[Stretch]:
    """Return what is said: behind the verb, else before the speaker."""
    quote = reader.quote_before(speaker[0][0]) if speaker[2] >= 0 and holder is None else None
    if quote is not None and not quote.scare and _says_no_more(reader, sentence, index):
        return reader.quoted(quote)
    if _says_no_more(reader, sentence, index) and speaker[2] >= 0:
        content = said_before(reader, sentence, speaker[2])
        if content:
            return content
    content = complement(reader, sentence, index + 1, holder, act)
    if content and reader.tokens[index - 1].lower == "yang" and reader.tokens[index - 2].text == ",":
        return _up_to_comma(reader, index, content)
    return content


def _up_to_comma(reader: Reader, index: int, content: list[Stretch]) -> list[Stretch]:
    """Return a content inside a relative clause between commas: *S, yang menyebut [C], pulang*."""
    start, end = content[0]
    for at in range(index + 1, len(reader.tokens)):
        token = reader.tokens[at]
        if token.start >= end:
            break
        if token.text == "," and token.start > start:
            return [(start, reader.tokens[at - 1].end)]
    return content


def _says_no_more(reader: Reader, sentence: Sentence, index: int) -> bool:
    """Return whether nothing but the day, place or hearer follows the verb."""
    last = reader.last(sentence)
    if index + 1 >= last:
        return reader.text[reader.tokens[index].end : reader.tokens[index].end + 1] not in (":", ",")
    following = reader.tokens[index + 1]
    if following.lower == "saat" and index + 2 < last and reader.tokens[index + 2].lower in ("ini", "itu"):
        return False  # *mengatakan saat ini C*
    return following.text in (")",) or (
        following.lower in ("pada", "kepada", "di", "dalam", "saat", "ketika", "usai", "seperti", "lagi")
        and not any(
            reader.tokens[i].lower in ("bahwa", ",", ":", "untuk", "agar", "supaya")
            for i in range(index + 1, min(index + 18, last))
        )
        and last - index < 18
    )


def _negation(reader: Reader, first: int, index: int) -> int | None:
    """Return where a negation of the verb stands: *tidak pernah secara resmi mengakui*."""
    for at in range(index - 1, max(first, index - 5), -1):
        if reader.tokens[at].lower in _NEGATIONS:
            return at
        if reader.tokens[at].lower not in (
            "pernah",
            "secara",
            "resmi",
            "terbuka",
            "lagi",
            "langsung",
            "dapat",
            "bisa",
            "akan",
        ):
            return None
    return None


def _denied(reader: Reader, sentence: Sentence, index: int, negation: int, act: Act) -> Draft | None:
    """*S tak menampik C* says C; *S tidak mengakui C* denies it; *S tidak mengharapkan C* is still a hope."""
    word = reader.tokens[index].lower
    if act is Act.DENY or word == "memungkiri":
        act = Act.SAY
    elif word in ("mengakui", "membenarkan", "mengonfirmasi", "mengkonfirmasi"):
        act = Act.DENY
    elif act not in (Act.EXPECT, Act.BELIEVE):
        return None
    holder = inside(reader.quotes, reader.tokens[index].start, reader.tokens[index].end)
    first = _first_within(reader, sentence, index, holder)
    phrase = speaker_before(reader.tokens, first, negation, reader.cues.words("active"))
    if phrase is None or is_abstract(reader.tokens[phrase[0] : phrase[1]]):
        return None
    speaker = _as_speaker(reader, phrase)
    return _draft(reader, speaker, index, act, complement(reader, sentence, index + 1, holder, act))
