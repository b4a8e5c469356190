"""Constructions of Indonesian that name another outlet as the source."""

import re
from functools import cache

from .words import AGENCY, Pattern

__all__ = ["EDGE", "patterns"]

_KIND = (
    r"(?:(?:laman|situs(?:\s+(?:web|berita))?|website|media|kantor\s+berita|surat\s+kabar|harian|koran|majalah|"
    r"portal(?:\s+berita)?|stasiun\s+(?:televisi|radio|TV)|televisi|laporan|pemberitaan|berita|outlet(?:\s+media)?|radio|"
    r"jaringan(?:\s+televisi)?|sumber|kanal|tabloid|penyiar)\s*){0,3}"
)
_QUALIFIER = (
    r"(?:(?:resmi|lokal|pemerintah|negara|terkemuka|setempat|daring|online|milik|asal|AS|Amerika(?:\s+Serikat)?|Inggris|Turki|"
    r"Iran|Israel|Rusia|China|Tiongkok|Jepang|Arab(?:\s+Saudi)?|Prancis|India|Korea(?:\s+(?:Selatan|Utara))?|Malaysia|"
    r"Singapura|Australia|Jerman|Italia|Spanyol|Qatar|Mesir|Pakistan|Ukraina|Palestina|Lebanon|Thailand)[\s,]+){0,3}"
)
EDGE = r"(?![a-z](?!ari\b|an\b|ang\b|ada\b|elaporkan\b))"  # *Antaradari laman*
_TAKEN = (
    r"(?:(?:[Ss]eperti|[Ss]ebagaimana|[Dd]emikian)(?:\s+(?:yang|juga))?\s*)?(?P<verb>[Dd]ilansir(?:kan)?|[Dd]ikutip|"
    r"[Mm]elansir|[Mm]engutip|[Dd]inukil|[Mm]enukil|[Dd]isadur|[Mm]enyadur|[Dd]iwartakan|[Dd]iberitakan|[Dd]ilaporkan|"
    r"[Dd]ikabarkan|[Dd]ihimpun|[Dd]irangkum|[Dd]isitat|[Mm]enyitat|[Mm]erujuk|[Dd]iungkap(?:kan)?|[Dd]itulis|"
    r"[Dd]imuat|[Dd]iterjemahkan)"
    r"(?:\s*(?:kembali\s+)?(?:dari(?=detik|[a-z][\w-]+\.[a-z])|(?:dari|oleh|melalui|lewat|pada|di)(?![a-z])))?\s*"
)
_SAYS = (
    r"(?:melaporkan|memberitakan|mewartakan|mengabarkan|menulis|menyebut(?:kan)?|mengungkap(?:kan)?|melansir|"
    r"menyiarkan)"
)
_CALLED = r"(?:kantor\s+berita|surat\s+kabar|harian|koran|majalah|situs\s+berita|portal\s+berita|stasiun\s+televisi)\s+"
_RAN = r"(?:telah|sudah|pernah)\s+(?:di)?(?:tayang|terbit|muat)(?:kan)?\s+(?:di|oleh|pada)"
_TOLD = r"[Kk]epada\s*(?:wartawan\s+|jurnalis\s+|reporter\s+|awak\s+)?(?:dari\s+)?"
_BY = r"(?:[Mm]enurut(?:\s+laporan)?|[Bb]erdasarkan\s+laporan|[Ll]aporan|tulis|lapor|kata|ujar|sebut|ungkap|demikian)"
_INTERVIEW = (
    r"(?:wawancara(?:\s+(?:khusus|eksklusif))?\s+(?:dengan|bersama|kepada|oleh)|diwawancarai?(?:\s+oleh)?|"
    r"berbicara\s+(?:kepada|dengan|di)|dihubungi|ditemui|memberi\s*tahu|dikonfirmasi(?:\s+oleh)?|"
    r"dimintai\s+(?:keterangan|tanggapan|konfirmasi|komentar)(?:\s+oleh)?)"
)
_LATELY = r"(?:\s+(?:pada|juga|sebelumnya|telah|kemudian)[^.,]{0,24})?"
_WIRES = r"Antara|ANTARA|Reuters|AFP|AP|Xinhua"


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return the constructions, most telling first."""
    skip, agency = re.compile(_QUALIFIER), rf"{AGENCY}(?=\s*(?:[-–—]|\.?\s*$|\n))"
    wires = rf"[Ss]umber\s*:\s*(?P<outlet>{_WIRES})\b(?!\s*[Ff]oto|\s*FOTO)"
    return (
        Pattern(lead=re.compile(rf"{_TAKEN}{_KIND}"), skip=skip, strangers=True, believes=True),
        Pattern(
            lead=re.compile(rf"[AaBb](?:rtikel|erita)\s+ini\s+{_RAN}\s+{_KIND}"),
            strangers=True,
            believes=True,
            closes=True,
            outside=True,
        ),
        Pattern(lead=re.compile(rf"\b{_TOLD}{_KIND}"), sure=True, strangers=True),
        Pattern(lead=re.compile(rf"\b{_BY}\s*{_KIND}"), skip=skip, sure=True),
        Pattern(
            lead=re.compile(rf"\b{_CALLED}"),
            skip=skip,
            tail=re.compile(rf"[\s,]+(?:\w+[\s,]+){{0,3}}{_SAYS}"),
            strangers=True,
            believes=True,
        ),
        Pattern(tail=re.compile(rf"{_LATELY}\s*{_SAYS}\b"), sure=True),
        Pattern(lead=re.compile(rf"\b{_INTERVIEW}\s*{_KIND}"), sure=True),
        Pattern(whole=re.compile(wires), closes=True, outside=True),
        Pattern(whole=re.compile(agency), closes=True, outside=True),
    )
