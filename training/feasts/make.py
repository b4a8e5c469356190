"""Write the days of the feasts that no rule tells, from the library holidays: ``python -m training.feasts.make``.

``src/sumber/reading/times/data/feasts.tsv`` holds a line a year: the first day of each feast among the public holidays
of Indonesia. Those of years to come are the library's estimates; a feast that was no holiday yet has an empty cell.
"""

from datetime import date
from importlib.metadata import version
from pathlib import Path

import holidays

import sumber

FEASTS = (
    "Fitri",
    "Adha",
    "Islam",
    "Maulid",
    "Isra",
    "Nyepi",
    "Waisak",
    "Imlek",
)  # a word of the holiday's name
YEARS = range(1965, 2041)
TABLE = Path(sumber.__path__[0]) / "reading" / "times" / "data" / "feasts.tsv"


def days(year: int) -> dict[str, date]:
    """Return the first day of each feast in a year, by the word of its name."""
    found: dict[str, date] = {}
    for when, names in sorted(holidays.country_holidays("ID", years=year, language="id").items()):
        for name in names.split("; "):
            words = name.replace("(", " ").replace(")", " ").split()
            for feast in FEASTS:
                if feast in words and "Cuti" not in words:
                    found.setdefault(feast, when)
    return found


def main() -> None:
    lines = [
        f"# from: the library holidays {version('holidays')} (MIT), public holidays of Indonesia, {YEARS[0]} to "
        f"{YEARS[-1]}: the first day of a name in a year; made by training/feasts/make.py",
        "\t".join(("year", *FEASTS)),
    ]
    for year in YEARS:
        found = days(year)
        cells = (f"{found[feast]:%m-%d}" if feast in found else "" for feast in FEASTS)
        lines.append("\t".join((str(year), *cells)))
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{TABLE}: {len(YEARS)} years")


if __name__ == "__main__":
    main()
