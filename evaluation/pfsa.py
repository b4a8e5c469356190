"""PFSA-ID, an Indonesian corpus of public figures' direct quotes, as articles and as spans of tokens.

The corpus is one column of tokens; blank lines are sentence breaks and cut through statements, so they are joined
first. It has no article breaks: we part it at datelines (*JAKARTA, KOMPAS*), which is near enough. Its quotes
open and close with the same mark.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from sumber import Record
from sumber.record import Mode, SourceKind, Statement

__all__ = ["Piece", "Tagged", "exact", "pieces", "tagged_statements"]

Tagged = tuple[str, int, int]  # label, first token, end
_LEAD = "Berita hari ini\n\n"
_TRADES = (
    "warga|pedagang|penumpang|pengunjung|sopir|pengemudi|petani|nelayan|karyawan|mahasiswa|mahasiswi|siswa|siswi|murid|"
    "pelajar|pembeli|pelanggan|pemilik|penjual|ibu|bapak|ayah|buruh|pekerja|pasien|orangtua|tetangga|jemaah|peserta|anak|"
    "nenek|kakek|pemuda|perempuan|pria|lelaki|guru|korban|saksi|pengungsi|pencari|perantau|pemudik|pesepeda|pelaku|relawan"
)
_MORE = r"(?:\s(?:[A-Z][\w.'’]*|-))*"  # the rest of a name
_AFTER = re.compile(
    rf"{_MORE}\s*(?:\(\s*(?:bukan|nama)?[\s\w]{{0,20}}\d{{2}}\s*\)"
    rf"|,\s*(?:(?:seorang|salah satu|salah seorang)\s+)?(?:{_TRADES})\b)"
)
_AGED = re.compile(r"[A-Z]\w+\s*\(\s*\d{2}\s*\)")
_JUST = 700  # code points back to the last person introduced
_BEFORE = re.compile(
    rf"\b(?:{_TRADES}|bernama|seorang|salah satu|salah seorang)(?:\s[a-z]+){{0,2}}\s*,?\s*(?:[A-Z][\w.]*\s)*$"
)
_CITIZEN = re.compile(
    rf"(?:seorang|salah satu|salah seorang|ibu|bapak|pria|perempuan|lelaki|{_TRADES})\b", re.IGNORECASE
)
_NEAR = 2500  # code points back to where a speaker was introduced
_MARKS = frozenset("“”\"'’")


class Piece(Struct, frozen=True):
    """A run of the corpus: its tokens, gold spans (label, first, end), text, and where each token stands in it."""

    tokens: list[str]
    gold: list[Tagged]
    text: str
    starts: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens (first, end) that a stretch of the text touches."""
        inside = [i for i, at in enumerate(self.starts) if at < end and start < at + len(self.tokens[i])]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def pieces(path: Path) -> Iterator[Piece]:
    """Yield the runs of the corpus between datelines."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.strip()]
    words, tags = [row[0] for row in rows], [row[-1] for row in rows]
    cuts = [i - 2 for i, word in enumerate(words) if word == "KOMPAS" and i > 2 and words[i - 1] == ","]
    for first, end in zip([0, *cuts], [*cuts, len(words)], strict=True):
        if end > first:
            yield _piece(words[first:end], tags[first:end])


def _piece(tokens: list[str], tags: Sequence[str]) -> Piece:
    text, starts = _LEAD, []
    for token in tokens:
        starts.append(len(text))
        text += token + " "
    return Piece(tokens, list(_spans(tags)), text.rstrip(), starts)


def _spans(tags: Sequence[str]) -> Iterator[Tagged]:
    """Yield the spans of BILOU tags; one that breaks the scheme ends where its label does."""
    first, label = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        prefix, _, kind = tag.partition("-")
        if label and (prefix in "OBU" or kind != label):
            yield label, first, at
            label = ""
        if prefix in ("B", "U") or (prefix in ("I", "L") and not label):
            first, label = at, kind
        if prefix in ("U", "L") and label:
            yield label, first, at + 1
            label = ""


def tagged_statements(
    piece: Piece, record: Record, *, public_only: bool
) -> Iterator[tuple[Statement, list[Tagged]]]:
    """Yield our direct quotes with a cue behind them as the corpus would tag them: STATEMENT, and CUE or CUECOREF."""
    for statement in record.statements:
        if statement.cue is None or statement.source is None or statement.mode is not Mode.DIRECT:
            continue
        before = [span for span in statement.content if span.end <= statement.cue.start]
        if not before or (public_only and not _is_public(statement, record)):
            continue
        first, end = piece.span(before[0].start, before[-1].end)
        while first > 0 and piece.tokens[first - 1] in _MARKS and piece.starts[first] - 3 < before[0].start:
            first -= 1
            break
        if end < len(piece.tokens) and piece.tokens[end] in _MARKS:
            end += 1
        cue = piece.span(statement.cue.start, statement.cue.end)
        kind = "CUECOREF" if statement.source.of(record.article.text) == "nya" else "CUE"
        yield statement, [("STATEMENT", first, end), (kind, *cue)]


def _is_public(statement: Statement, record: Record) -> bool:
    """Return whether a source is a public figure; the corpus leaves ordinary citizens out by its design.

    A citizen is told by the text: an age in brackets behind the name (*Siti ( 43 )*), or a trade instead of an
    office (*warga, pedagang, penumpang*) before or behind it, at any mention.
    """
    assert statement.source is not None
    text = record.article.text
    if _CITIZEN.match(statement.source.of(text)) or statement.source.kind is SourceKind.ANONYMOUS:
        return False
    name = record.name_of(statement.source.name)
    words = (name.name if name is not None else statement.source.of(text)).split()
    named = [word for word in words if word[:1].isupper() and len(word) > 1]
    if not named:  # a pronoun whose person we do not know: whoever was introduced last
        introduced = text[max(0, statement.source.start - _JUST) : statement.source.start]
        return _AGED.search(introduced) is None
    near = text[max(0, statement.source.start - _NEAR) : statement.source.end + 300]
    return not any(
        _AFTER.match(near, found.end()) or _BEFORE.search(near[max(0, found.start() - 60) : found.start()])
        for found in re.finditer(rf"\b{re.escape(named[-1] if name is None else named[0])}\b", near)
    )


def exact(gold: Sequence[Tagged], found: Sequence[Tagged], label: str) -> tuple[int, int, int]:
    """Return how many spans of a label agree exactly, how many were found, how many are gold."""
    wanted = {span for span in gold if span[0] == label}
    ours = {span for span in found if span[0] == label}
    return len(wanted & ours), len(ours), len(wanted)
