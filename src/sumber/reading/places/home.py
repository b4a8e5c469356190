"""The country where an outlet is at home: a place of that country is the likelier one."""

__all__ = ["home_country"]

_ENDINGS = {
    "id": "ID",
    "uk": "GB",
    "au": "AU",
    "nz": "NZ",
    "za": "ZA",
    "in": "IN",
    "ca": "CA",
    "sg": "SG",
    "my": "MY",
    "ie": "IE",
    "ph": "PH",
    "ng": "NG",
    "ke": "KE",
    "pk": "PK",
    "us": "US",
    "gov": "US",
    "edu": "US",
}


def home_country(domain: str | None, language: str) -> str | None:
    """Return an outlet's home country by its domain's ending, else by the language that only one country writes.

    >>> home_country("www.bbc.co.uk", "en"), home_country("reuters.com", "en"), home_country(None, "id")
    ('GB', None, 'ID')
    """
    ending = (domain or "").rstrip("/").rsplit(".", 1)[-1].lower()
    if ending in _ENDINGS and "." in (domain or ""):
        return _ENDINGS[ending]
    return "ID" if language == "id" else None
