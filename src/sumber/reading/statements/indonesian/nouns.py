"""Statements in Indonesian whose cue is a noun or a document: *kekhawatiran bahwa C*, *Dari hasil pemeriksaan, C*.

A noun of saying with *bahwa* opens a content (*muncul kabar bahwa C*; *mengeluarkan peringatan bahwa C*); a
document stands in front (*Berdasarkan data BPS, C*; *Dalam surat itu disebutkan C*) or behind (*C, seperti tertuang
dalam Perpres*).
"""

from ....language.tokens import Sentence
from ....record import SourceKind
from ..draft import Draft, Stretch
from ..quotes import Quote, inside
from ..reader import Reader
from ..speakers import kind_of, speaker_after
from ..subjects import can_say, is_abstract, skip_openers, speaker_before, subject_of_clause
from .contents import content_from, said_before

__all__ = ["by_document", "by_noun", "written"]

_LIGHT = frozenset(
    "mengeluarkan memberikan memberi menyampaikan melontarkan memiliki menyatakan mengungkapkan menyuarakan membuat "
    "mengirim mengirimkan merilis menyebarkan melayangkan mengutarakan menegaskan menimbulkan mengemukakan".split()
)
_IN_FRONT = frozenset({"berdasarkan", "dari", "merujuk", "mengacu", "menilik", "mengutip", "melansir"})
_STEPS = frozenset({"pada", "kepada", "ke", "dari"})


def by_noun(reader: Reader, sentence: Sentence, index: int) -> Draft | None:
    """*S memberikan peringatan bahwa C*; *muncul kabar (bahwa) C*; *pernyataan S bahwa C*."""
    act = reader.cues.act("noun", reader.tokens[index].lower)
    if act is None:
        return None
    that = _that(reader, sentence, index)
    if that is None:
        return None
    token = reader.tokens[index]
    holder = inside(reader.quotes, token.start, token.end)
    content = content_from(reader, sentence, that + 1, holder)
    if not content or reader.tokens[index - 1].lower in (
        "atas",
        "menanggapi",
        "membantah",
        "menepis",
        "menerima",
    ):
        return None
    source, kind = _holder_of(reader, sentence, index, that)
    return Draft(content=content, source=source, kind=kind, cue=(token.start, token.end), act=act)


def _that(reader: Reader, sentence: Sentence, index: int) -> int | None:
    """Return the index of the *bahwa* of a noun: right behind it, or behind whose it is."""
    for at in range(index + 1, min(index + 9, sentence.last)):
        if reader.tokens[at].lower == "bahwa":
            return at
        if reader.cues.act("active", reader.tokens[at].lower):
            return None  # *laporan itu [menyebutkan] bahwa*: the verb is the cue
        if reader.tokens[at].text in (",", ".", ":", ";", '"', "”", "“"):
            return None
    return None


def _holder_of(
    reader: Reader, sentence: Sentence, index: int, that: int
) -> tuple[Stretch | None, SourceKind | None]:
    """Return whose warning, fear or report it is: *peringatan [S] bahwa*, else *[S] memberi peringatan bahwa*."""
    tokens = reader.tokens
    first = index + 1 + (tokens[index + 1].lower in ("dari", "oleh"))
    while first < that and tokens[first].lower in (
        "tentang",
        "serius",
        "keras",
        "resmi",
        "baru",
        "mengenai",
        "soal",
    ):
        first += 1
    if (
        first < that
        and tokens[first].lower not in ("yang", "itu", "ini", "tersebut")
        and can_say(tokens[first:that])
        and (tokens[first].text[:1].isupper() or kind_of(tokens[first:that]) is not SourceKind.PERSON)
    ):
        return reader.stretch(first, that), kind_of(tokens[first:that])
    before = tokens[index - 1].lower if index > sentence.first else ""
    if before in _LIGHT:
        phrase = speaker_before(tokens, sentence.first, index - 1, reader.cues.words("active"))
        phrase = phrase or subject_of_clause(tokens, sentence.first, index)
        if phrase and not is_abstract(tokens[phrase[0] : phrase[1]]):
            return reader.stretch(*phrase), kind_of(tokens[phrase[0] : phrase[1]])
    return None, None


def by_document(reader: Reader, sentence: Sentence, index: int) -> Draft | None:
    """*Berdasarkan data BPS, C*; *Dari hasil pemeriksaan, C*; *Merujuk pada laporan itu, C*."""
    token = reader.tokens[index]
    if token.lower not in _IN_FRONT or skip_openers(reader.tokens, sentence.first, index) < index:
        return None
    first = index + 1
    while first < sentence.last and reader.tokens[first].lower in _STEPS:
        first += 1
    comma = next(
        (i for i in range(first, min(first + 26, sentence.last)) if reader.tokens[i].text == ","), None
    )
    if comma is None or comma == first or kind_of(reader.tokens[first:comma]) is not SourceKind.DOCUMENT:
        return None
    if reader.tokens[first].lower in (
        "undang-undang",
        "uu",
        "pasal",
        "peraturan",
        "konstitusi",
        "aturan",
        "hukum",
    ):
        return None  # what it is based on in law, nobody's words
    comma = _behind_day(reader, comma, sentence.last)
    holder = inside(reader.quotes, token.start, token.end)
    content = content_from(reader, sentence, comma + 1, holder)
    if not content:
        return None
    end = first
    while end < comma and reader.tokens[end].text != ",":
        end += 1
    return Draft(
        content=content,
        source=reader.stretch(first, end),
        kind=SourceKind.DOCUMENT,
        cue=(token.start, token.end),
    )


def _behind_day(reader: Reader, comma: int, last: int) -> int:
    """Return the comma behind a day in apposition: *Berdasarkan data BPS, Senin (2/6), C*."""
    that = next(
        (i for i in range(comma + 1, min(comma + 12, last)) if reader.tokens[i].lower == "bahwa"), None
    )
    if that is not None:
        return that
    following = reader.tokens[comma + 1].text if comma + 1 < last else ""
    if following not in ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"):
        return comma
    later = next((i for i in range(comma + 1, min(comma + 14, last)) if reader.tokens[i].text == ","), None)
    return later or comma


def written(reader: Reader, sentence: Sentence, index: int) -> Draft | None:
    """*Dalam surat itu, disebutkan (bahwa) C*; *C, tertuang dalam Perpres*; *laporan itu berbunyi C*."""
    token = reader.tokens[index]
    act = reader.cues.act("written", token.lower)
    if act is None:
        return None
    holder = inside(reader.quotes, token.start, token.end)
    start = skip_openers(reader.tokens, sentence.first, index)
    if reader.tokens[start].lower in ("dalam", "pada", "di") and start + 1 < index:
        return _inside_document(reader, sentence, (start + 1, index), holder)
    following = reader.tokens[index + 1].lower if index + 1 < sentence.last else ""
    if following in ("dalam", "pada", "di") and token.lower.startswith("ter"):
        return _in_document(reader, sentence, index)
    return None


def _inside_document(
    reader: Reader, sentence: Sentence, span: tuple[int, int], holder: Quote | None
) -> Draft | None:
    first, index = span
    end = index
    while end > first and reader.tokens[end - 1].lower in (",", "juga", "telah", "itu,"):
        end -= 1
    if end <= first or end - first > 24 or kind_of(reader.tokens[first:end]) is not SourceKind.DOCUMENT:
        return None
    content = content_from(reader, sentence, index + 1, holder)
    token = reader.tokens[index]
    if not content:
        return None
    return Draft(
        content=content,
        source=reader.stretch(first, end),
        kind=SourceKind.DOCUMENT,
        cue=(token.start, token.end),
    )


def _in_document(reader: Reader, sentence: Sentence, index: int) -> Draft | None:
    phrase = speaker_after(reader.tokens, index + 2, sentence.last)
    if phrase is None or kind_of(reader.tokens[phrase[0] : phrase[1]]) is not SourceKind.DOCUMENT:
        return None
    at = index
    while at > sentence.first and reader.tokens[at - 1].lower in (
        "yang",
        "seperti",
        "sebagaimana",
        "telah",
        "juga",
    ):
        at -= 1
    content = said_before(reader, sentence, at)
    if (
        not content
        and sentence.index > 0
        and reader.tokens[sentence.first].lower in ("hal", "ketentuan", "aturan", "itu")
    ):
        before = reader.sentences[sentence.index - 1]
        content = [reader.stretch(before.first, reader.last(before))]
    if not content:
        return None
    token = reader.tokens[index]
    return Draft(
        content=content,
        source=reader.stretch(*phrase),
        kind=SourceKind.DOCUMENT,
        cue=(token.start, token.end),
    )
