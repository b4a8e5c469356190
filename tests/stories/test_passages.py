from hypothesis import given
from hypothesis import strategies as st

from sumber.record import Article, Block, Role
from sumber.stories.passages import covered, is_copy, share, shared_passages, shingles_of, sketch_of


def article(text: str) -> Article:
    return Article(id="a", text=text, blocks=(Block(start=0, end=len(text), role=Role.BODY, why="test"),))


def test_shared_words_have_both_spans() -> None:
    left = article(
        "Kemarin sore tiga nelayan hilang di Selat Sape setelah perahu mereka terbalik oleh ombak besar."
    )
    right = article("🚣 TIGA nelayan hilang di Selat Sape, setelah perahu mereka terbalik oleh angin.")
    (passage,) = shared_passages(shingles_of(left), shingles_of(right))
    assert passage.left.of(left.text).casefold().startswith("tiga nelayan hilang")
    assert (
        passage.right.of(right.text)
        == "TIGA nelayan hilang di Selat Sape, setelah perahu mereka terbalik oleh"
    )
    assert passage.words == 11


@given(st.lists(st.sampled_from("satu dua tiga empat lima enam tujuh".split()), max_size=60))
def test_a_text_shares_all_with_itself(words: list[str]) -> None:
    shingles = shingles_of(article(" ".join(words)))
    assert share(shingles, shingles) == (1.0 if len(words) > 4 else 0.0)
    assert set(sketch_of(shingles)) <= set(shingles.hashes)


FIRST = "Bupati membuka pasar ikan baru di tepi pelabuhan lama pada hari Senin pagi."
SECOND = "Nelayan setempat berharap harga lelang tidak lagi diatur oleh para pengepul besar."
THIRD = "Pembangunan gedung itu memakan waktu dua tahun dan sempat tertunda karena hujan."


def test_what_two_texts_share_counts_in_one_order_only() -> None:
    whole = shingles_of(article(f"{FIRST} {SECOND} {THIRD}"))
    turned = shingles_of(article(f"{THIRD} {SECOND} {FIRST}"))
    assert covered(whole, whole) == 1.0
    assert 0.3 < covered(whole, turned) < 0.4
    assert not is_copy(whole, turned)


def test_half_of_the_shorter_text_makes_a_copy() -> None:
    short = shingles_of(article(f"{FIRST} {SECOND}"))
    assert is_copy(short, shingles_of(article(f"{FIRST} {SECOND} {THIRD} {THIRD.upper()} Amin.")))


def test_a_form_filled_in_with_other_figures_is_no_copy() -> None:
    def hours(*figures: int) -> str:
        subuh, terbit, lohor, asar = figures
        return (
            f"Jadwal salat untuk warga kota dan sekitarnya hari ini: subuh pukul {subuh}.{subuh + 7}, matahari terbit "
            f"pukul {terbit}.{terbit + 20}, lohor pukul {lohor}.{lohor + 3} dan asar pukul {asar}.{asar + 31} waktu "
            "setempat. Warga diminta menyesuaikan jadwal itu dengan pengumuman masjid terdekat di kampung "
            "masing-masing, karena letak tempat dapat menggeser waktu beberapa menit."
        )

    one = shingles_of(article(hours(4, 6, 12, 16)))
    other = shingles_of(article(hours(3, 7, 13, 17)))
    assert covered(one, other) >= 0.5
    assert not is_copy(one, other)
    assert is_copy(one, shingles_of(article(hours(4, 6, 12, 16).upper())))


ROWS = [
    f"Kampung {name} subuh 4.{20 + at} lohor 12.{at} asar 15.{30 + at} isya 19.{10 + at}"
    for at, name in enumerate(
        "Labota Bahodopi Keurea Fatufia Siumbatu Bete Kolono Unsongi Geresa Dampala".split()
    )
]
TABLE = "Jadwal salat hari ini untuk warga kampung nelayan dan sekitarnya. " + " ".join(ROWS)


def test_a_table_of_which_a_few_figures_moved_is_no_copy() -> None:
    moved = TABLE.replace("subuh 4.23", "subuh 4.24").replace("asar 15.31", "asar 15.32")
    moved = (
        moved.replace("isya 19.15", "isya 19.16").replace("lohor 12.8", "lohor 12.9").replace("4.27", "4.28")
    )
    one, other = shingles_of(article(TABLE)), shingles_of(article(moved))
    assert covered(one, other) >= 0.5
    assert not is_copy(one, other)
    assert is_copy(one, shingles_of(article(f"{FIRST} {TABLE} {SECOND}")))


def test_a_copy_may_have_figures_of_its_own_beside_what_it_copies() -> None:
    shared = f"{FIRST} {SECOND} {THIRD} Pasar itu berdiri sejak 1987 dan memuat 240 lapak di lahan 3 hektare."
    own = " ".join(f"Lapak nomor {number} disewakan." for number in range(31, 39))
    other = " ".join(f"Warga blok {number} menolak." for number in range(51, 59))
    assert is_copy(shingles_of(article(f"{shared} {own}")), shingles_of(article(f"{shared} {other}")))
