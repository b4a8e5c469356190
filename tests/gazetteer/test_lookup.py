"""Exonyms in both languages lead to the right country."""

import pytest

from sumber.gazetteer import country_of, lookup

COUNTRIES = (
    "AS US;Inggris GB;Britania Raya GB;Tiongkok CN;Cina CN;RRT CN;Korsel KR;Korut KP;Jepang JP;Rusia RU;Prancis FR;Jerman DE;"
    "Belanda NL;Spanyol ES;Yunani GR;Turki TR;Mesir EG;Arab Saudi SA;Uni Emirat Arab AE;Suriah SY;Irak IQ;Yordania JO;"
    "Palestina PS;Selandia Baru NZ;Afrika Selatan ZA;Pantai Gading CI;Kongo CD;Hongaria HU;Chili CL;Republik Ceko CZ;"
    "Bosnia BA;Brunei Darussalam BN;Hong Kong HK;Makau MO;Filipina PH;Kamboja KH;Timor Leste TL;Papua Nugini PG;"
    "Swedia SE;Norwegia NO;Polandia PL;Kroasia HR;Islandia IS;Irlandia IE;Maroko MA;Aljazair DZ;Etiopia ET;Meksiko MX;"
    "Kuba CU;Brasil BR;Ekuador EC;Siprus CY;Vatikan VA;Uzbekistan UZ;Maladewa MV;Singapura SG;Ukraina UA;Belarus BY"
)
CITIES = (
    "Moskow RU;Kairo EG;Yerusalem IL;Wina AT;Bukares RO;Mekah SA;Madinah SA;Dili TL;Islamabad PK;Teheran IR;Damaskus SY;"
    "Roma IT;Athena GR;Warsawa PL;Praha CZ;Beograd RS;Lisabon PT;Brussel BE;Jenewa CH;Kopenhagen DK;Kolombo LK;Beijing CN"
)
REGENCIES = "Kudus;Jayapura;Mamuju;Subang;Pangandaran;Gunungkidul;Kulon Progo;Nduga;Badung;Gianyar;Lebak;Sigi;Morowali"


@pytest.mark.parametrize("pair", COUNTRIES.split(";"))
def test_countries(pair: str) -> None:
    name, country = pair.rsplit(" ", 1)
    assert country_of(name) == country


@pytest.mark.parametrize("pair", CITIES.split(";"))
def test_cities(pair: str) -> None:
    name, country = pair.rsplit(" ", 1)
    assert lookup(name)[0].country == country


@pytest.mark.parametrize("name", REGENCIES.split(";"))
def test_regencies(name: str) -> None:
    assert lookup(name)[0].country == "ID"


def test_adjectives_lead_to_countries_and_strangers_to_none() -> None:
    assert country_of("Israeli") == "IL"
    assert country_of("Bandung") is None
    assert lookup("Qwxyz") == ()
