"""Names on the annotated articles: persons, and how many of a person's forms lie under one name."""

from .gold import scores

__all__ = ["measure"]


def measure() -> dict[str, float]:
    """Return precision, recall and F1 of persons and the share of forms, a language, in percent."""
    found: dict[str, float] = {}
    for code in ("id", "en"):
        people = scores(code)["people"]
        found |= {
            f"names.gold.{code}.person_{key.lower()}": people["person"][key] for key in ("P", "R", "F1")
        }
        found[f"names.gold.{code}.forms"] = people["forms"]
    return found


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:32s} {value:6.2f}")
