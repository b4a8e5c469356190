"""What the patterns of all languages share: a relay as found, strangers, and the ends of articles."""

import re

from msgspec import Struct

__all__ = ["AGENCY", "CREDIT", "NEWSY", "STRANGER", "FoundRelay", "Hit", "Pattern"]


class FoundRelay(Struct, frozen=True):
    """A relay: the span of its words, the outlet, and whether it opens its sentence or closes the article."""

    start: int
    end: int
    outlet: str
    outlet_start: int
    opens: bool
    closes: bool = False


class Pattern(Struct, frozen=True):
    """One construction: words before the outlet (``lead``), behind it (``tail``), or a ``whole`` with a group *outlet*.

    Without a lead the tail is looked for, and the outlet right before it. ``skip``: what may stand between lead and
    name (*kantor berita [Iran,] Mehr News*). ``sure``: no outlets whose name is also a word. ``strangers``: unknown
    names too; they are believed by ``believes``, else only if they look like an outlet's.
    """

    lead: re.Pattern[str] | None = None
    tail: re.Pattern[str] | None = None
    whole: re.Pattern[str] | None = None
    skip: re.Pattern[str] | None = None
    sure: bool = False
    strangers: bool = False
    believes: bool = False
    closes: bool = False
    outside: bool = False  # also looked for outside the body


class Hit(Struct, frozen=True):
    """Where a construction fits: its span, the name in it, the words as matched, and the verb if it has one."""

    start: int
    end: int
    outlet: str
    outlet_start: int
    words: str
    verb: str = ""


_DAYS = (
    "Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
_NO_OUTLETS = (
    r"Presiden|Menteri|Kementerian|Kemen\w*|Badan|Dinas|Polda|Polres\w*|Polri|Polsek|Bank|PT|Universitas|Pusat|Komisi|"
    r"Gubernur|Bupati|Wali|UU|Undang|Peraturan|Perpres|Permen\w*|Kepala|Ketua|Direktur|Wakil|Pak|Bu|Surat|Al-?Qur\w*|QS|"
    r"HR|Kitab|Dr|Prof|Instagram|Twitter|Facebook|YouTube|Youtube|TikTok|Tiktok|Telegram|Threads|Wikipedia|WhatsApp|"
    r"Linked[Ii]n|Google|BPS|BMKG|BPBD|BNPB|KPK|DPR\w*|MPR|TNI|KPU|Bawaslu|OJK|BI|BPJS\w*|WHO|PBB|NASA|NATO|IMF|UNICEF|"
    r"Kejaksaan|Mahkamah|Istana|Sekretariat|Juru|Jubir|Kapolres\w*|Kapolda|Mabes|Masjid|Buku|Data|Laporan|Pemerintah|"
    r"Pemprov|Pemkot|Pemkab|The\s+White\s+House|Congress|Police|X|Sumber|Rp|AS|Amerika|Indonesia|Jakarta|Iran|Israel"
)
STRANGER = (
    rf"(?!(?:{_DAYS}|{_NO_OUTLETS})\b)(?:[A-Z][\w.&’'-]*(?:[ \xa0](?!(?:{_DAYS})\b)[A-Z][\w.&’'-]*){{0,3}}"
    r"|(?:[a-z][\w-]{1,20}\.){0,2}(?!(?:go|ac|or|sch|mil)\.)[a-z][\w-]{2,30}\."
    r"(?:com\.[a-z]{2}|com|co\.[a-z]{2}|id|net|org|co|tv|news|asia)(?!\.\w))"
)
NEWSY = re.compile(
    r"(?:News|Times|Post|Daily|Herald|Tribune|TV|Agency|Press|Journal|Gazette|Observer|Chronicle|Today|Magazine|Radio|"
    r"Guardian|Mail|Telegraph|Standard|Insider|Review|Weekly|Advertiser|Sentinel|Register|Courier|Bulletin|Examiner|"
    r"Mirror|Express|Pos|Kabar|Berita|Warta|Harian|Koran|Majalah|Portal|Media|Channel|FM|"
    r"\.(?:com\.[a-z]{2}|com|co\.[a-z]{2}|id|net|org|co|tv|news|asia))$|^(?:Radar|Tribun|Harian|Radio|Suara|Warta|Kabar|detik)",
)
CREDIT = re.compile(
    r"^\s*(?:[Ss]umber(?:\s+berita)?|SUMBER|Sources?|Source)\s*:\s*(?P<outlet>[A-Z][\w.’'& -]{1,40}?)"
    r"(?P<more>(?:\s*(?:,|/|dan|and|&)\s*[A-Z][\w.’' -]{1,40}?)*)\s*\.?\s*$"
)
AGENCY = (
    r"\((?P<outlet>Antara|ANTARA|Ant|ANT|Reuters|AFP|AP|BBC|CNN|Xinhua|DPA|dpa|VOA|Sputnik|TASS|Bloomberg|Kyodo|Yonhap|"
    r"Anadolu|Bernama|EFE|UPI)(?:[/-](?!Getty|Pool|File)[\w. /]{1,30})?\)"
)
