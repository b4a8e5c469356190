"""Indonesian events: offices of two fields, leading adverbs, other senses, pronouns before bare verbs."""

import pytest

from sumber.api import read


def _told(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    found = read(text, language="id")
    whole = found.article.text
    return [
        (
            one.type,
            str(one.status),
            [who.of(whole) for who in one.actors],
            [who.of(whole) for who in one.recipients],
        )
        for one in found.events
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Menteri Kelautan dan Perikanan Nadia Putri menegur bupati.",
            ("ACCUSE", "happened", ["Menteri Kelautan dan Perikanan Nadia Putri"], ["bupati"]),
        ),
        (
            "Menteri Kelautan dan Perikanan dan Panglima TNI menegur bupati.",
            ("ACCUSE", "happened", ["Menteri Kelautan dan Perikanan", "Panglima TNI"], ["bupati"]),
        ),
        (
            "Sejauh ini petugas sudah menangkap tiga pemuda.",
            ("COERCE", "happened", ["petugas"], ["tiga pemuda"]),
        ),
        (
            "Ternyata petugas telah menangkap tiga pemuda.",
            ("COERCE", "happened", ["petugas"], ["tiga pemuda"]),
        ),
        (
            "Gubernur mengirimkan bantuan beras bagi para korban gempa.",
            ("AID", "happened", ["Gubernur"], ["para korban gempa"]),
        ),
        (
            "Petugas menggaruk lima pengemis di pasar.",
            ("COERCE", "happened", ["Petugas"], ["lima pengemis"]),
        ),
        ("Polisi menangkap kepala desa itu.", ("COERCE", "happened", ["Polisi"], ["kepala desa itu"])),
        ("Lurah itu dilaporkan ke polisi.", ("ACCUSE", "happened", [], ["Lurah itu"])),
        ("Kasus itu masih kami selidiki.", ("ACCUSE", "ongoing", ["kami"], [])),
        ("Kasus itu akan kami selidiki.", ("ACCUSE", "planned", ["kami"], [])),
        ("Gubernur itu tidak kami dukung.", ("SUPPORT", "denied", ["kami"], ["Gubernur itu"])),
        ("Gubernur memintanya segera pergi.", ("REQUEST", "happened", ["Gubernur"], ["nya"])),
        ("Gubernur memintanya untuk menunggu.", ("REQUEST", "happened", ["Gubernur"], ["nya"])),
        ("Gubernur memintanya kemarin.", ("REQUEST", "happened", ["Gubernur"], [])),
        ("Ia tidak menyesal dan kami menolak gubernur.", ("REJECT", "happened", ["kami"], ["gubernur"])),
    ],
)
def test_who_does_what_and_whether(text: str, told: tuple[str, str, list[str], list[str]]) -> None:
    assert _told(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Rektor menggaruk kepalanya di depan wartawan.",
        "Menteri merasa tidak sanggup lagi memimpin.",
        "Dua warga yang juga pelaku tawuran dibawa ke klinik.",
        "Warga melaporkan ke kantor polisi terdekat.",
    ],
)
def test_no_event_in_another_sense(text: str) -> None:
    assert not _told(text)
