"""What looks like a statement and is none: wishes to stay unnamed, *perlu diketahui*, one saying found twice."""

import re
from collections.abc import Iterator, Sequence

from .draft import Draft

__all__ = ["sound"]

_UNNAMED = re.compile(
    r"(?:that )?(?:not (?:to )?be (?:named|identified|quoted)|(?:to )?(?:remain|stay|speak) (?:anonymous|unnamed)"
    r"|(?:(?:his|her|their) names? )?(?:not )?(?:to )?be (?:withheld|published by name))\b"
    r"|(?:agar |untuk |supaya )?(?:(?:nama|identitas)nya )?(?:tidak|tak|jangan) (?:mau )?"
    r"(?:di(?:sebut|tulis|ungkap|publikasi|identifikasi)\w*)",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\b(?:perlu|harus|wajib|patut|layak|bisa|dapat|belum|untuk|tidak|tak)\s+$", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"(?:seperti|sebagaimana)\s+(?:di|ter)\w+", re.IGNORECASE)
_SIGNS = frozenset({"sinyal", "pertanda", "tanda", "indikasi"})
_SAID = re.compile(r"(?:kata|ujar|tutur|ucap|ungkap|jelas|imbuh|sambung|tegas)\s+(?=\S)")


def sound(drafts: Sequence[Draft], text: str) -> Iterator[Draft]:
    """Yield the drafts that are statements, in order; a speaker loses the verb that a first saying left before it.

    Left out are *asked not to be named*, *perlu diketahui*, signs that nobody gives (*menjadi sinyal bahwa*), and a
    saying without a speaker whose words another gives to one (*Berdasarkan laporan, diketahui bahwa ...*).
    """
    owned = {stretch for draft in drafts if draft.source is not None for stretch in draft.content}
    for draft in drafts:
        content = text[slice(*draft.content[0])]
        if _UNNAMED.match(content):
            continue
        if draft.source is None and draft.cue is not None:
            cue = text[slice(*draft.cue)].casefold()
            needed = cue == "diketahui" and _NEEDED.search(text[max(0, draft.cue[0] - 12) : draft.cue[0]])
            if needed or cue in _SIGNS or _ELSEWHERE.match(content) or draft.content[0] in owned:
                continue
        elif draft.source is not None:
            verb = _SAID.match(text[slice(*draft.source)])
            if verb:
                draft.source = (draft.source[0] + verb.end(), draft.source[1])
        yield draft
