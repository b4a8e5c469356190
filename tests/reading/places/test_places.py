"""Places: found, resolved, and not found where there is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sumber
from sumber.record import NameKind


def places(text: str, language: str = "id", outlet: str | None = None) -> dict[str, str | None]:
    known = {"outlet": outlet} if outlet else {}
    record = sumber.read(
        f"Judul berita yang panjang sekali\n\n{text}", language=language, published="2025-06-12", **known
    )
    return {name.name: name.country for name in record.names if name.kind is NameKind.PLACE}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Presiden AS tiba di Moskow.", "AS", "US"),
        ("Presiden AS tiba di Moskow.", "Moskow", "RU"),
        ("Rapat digelar di Kudus, Jawa Tengah.", "Kudus", "ID"),
        ("Perang Iran-Israel berlanjut.", "Israel", "IL"),
        ("Kapal melintasi Selat Hormuz.", "Selat Hormuz", None),
        ("Warga Korut menunggu.", "Korut", "KP"),
    ],
)
def test_a_place_is_found_and_resolved(text: str, name: str, country: str | None) -> None:
    assert places(text)[name] == country


@pytest.mark.parametrize(
    "text",
    ["Pelatih Bayern Munchen pergi.", "Bank Indonesia menaikkan bunga.", "Warga mendesak mereka pulang."],
)
def test_clubs_banks_and_words_are_no_places(text: str) -> None:
    assert places(text) == {}


def test_containment_chooses() -> None:
    assert places("The mayor of Portland, Oregon resigned.", "en")["Portland"] == "US"


def points(text: str, language: str) -> dict[str, str | None]:
    record = sumber.read(
        f"Judul berita yang panjang sekali\n\n{text}", language=language, published="2025-06-12"
    )
    return {
        name.name: name.place.gazetteer_id
        for name in record.names
        if name.kind is NameKind.PLACE and name.place
    }


def test_georgia_is_told_apart_by_the_other_places() -> None:
    state = points(
        "Voters in Atlanta and Savannah went to the polls. The vote in Georgia and Texas was close.", "en"
    )
    assert state["Georgia"] == "area:US.GA"
    country = points("Protesters in Tbilisi marched again. The government of Georgia and Armenia met.", "en")
    assert country["Georgia"] == "country:GE"


def test_bandung_is_told_apart_by_its_level() -> None:
    assert points("Bupati Bandung hadir di Kabupaten Bandung.", "id")["Bandung"] == "id:32.04"
    assert points("Warga Kota Bandung mengeluh.", "id")["Bandung"] == "id:32.73"


def test_a_district_is_told_by_what_holds_it() -> None:
    assert points("Kebakaran terjadi di Cibinong, Bogor.", "id")["Cibinong"].startswith("id:32.01")  # type: ignore[union-attr]
    assert (
        points("Police in Paris, Texas, arrested a man.", "en")["Paris"]
        != points("Police in Paris arrested a man.", "en")["Paris"]
    )


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Menteri Luar Negeri Israel Katz menolak usulan itu.", "id", "Israel"),
        ("Georgia Stevens skated well. The coach praised Georgia again.", "en", "Georgia"),
        ("The Beijing News wrote about it.", "en", "Beijing"),
        ("Russian and American officials met on the ship.", "en", "Russian"),
        ("They met in August and left in May.", "en", "August"),
        ("Maka kita harus pulang. Kita lelah.", "id", "Kita"),
        ("Ia pindah ke Arab tahun ini.", "id", "Arab"),
        ("HOW THEY TOLD THE CRISIS, IN PICTURES", "en", "IN"),
        ("The crowd cheered because, in Forbes’ words, they were good.", "en", "Forbes"),
        ("He praised Jane Forbes police chiefs liked.", "en", "Forbes"),
    ],
)
def test_what_is_no_place(text: str, language: str, name: str) -> None:
    assert name not in places(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("Kebakaran terjadi di Desa Sukawangi, Kabupaten Tuban.", "id", "Sukawangi", "ID"),
        ("Ia tinggal di Jalan Kebon Mangga, Jakarta Utara.", "id", "Jalan Kebon Mangga", "ID"),
        ("He fell into a well in the village of Zhongmeng in Hebei Province.", "en", "Zhongmeng", "CN"),
        ("They closed Seventh Avenue in New York.", "en", "Seventh Avenue", "US"),
        ("Kapolresta Pekanbaru Kompol Budi hadir.", "id", "Pekanbaru", "ID"),
        ("A man was held by Danbury police in Connecticut.", "en", "Danbury", "US"),
        ("The family moved to Barrie, Ont., last year.", "en", "Ont.", "CA"),
        ("Rapat Kemlu Israel ditunda.", "id", "Israel", "IL"),
    ],
)
def test_places_by_their_surroundings(text: str, language: str, name: str, country: str) -> None:
    assert places(text, language)[name] == country


def test_a_landmark_lies_where_the_article_does() -> None:
    told = "Warga Gorontalo dan Manado datang ke sana, begitu pula warga Palu yang naik kapal sejak pagi. "
    passed = (
        "Ia pernah tinggal di Australia. Sebuah pasar besar berdiri sejak lama di situ dan selalu ramai. "
    )
    assert places(told + passed + "Stadion Kebon Mangga ramai.", "id")["Stadion Kebon Mangga"] == "ID"
    assert places(passed + "Stadion Kebon Mangga ramai.", "id")["Stadion Kebon Mangga"] == "AU"


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("AaIisr elDnx ,.-\nGz"), max_size=120))
def test_any_text_gives_mentions_inside_it(text: str) -> None:
    record = sumber.read(f"Judul\n\n{text} di Gaza", language="id")
    for name in record.names:
        for mention in name.mentions:
            assert 0 <= mention.start < mention.end <= len(record.article.text)


def test_a_row_of_countries_is_no_town_in_one() -> None:
    assert (
        points("Perundingan China, AS, dan Rusia berlanjut. Presiden AS hadir.", "id")["China"]
        == "country:CN"
    )


def test_directions_belong_to_the_name() -> None:
    found = points("A man from South East London was held. The London mayor spoke.", "en")
    assert found["South East London"] == found.get("London", found["South East London"])
