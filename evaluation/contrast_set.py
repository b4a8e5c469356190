"""Minimal pairs of status: the same event told as a fact and told otherwise (``evaluation/contrast/<code>.tsv``)."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sumber.language.tables import read_table
from sumber.reading.pipeline import Pipeline
from sumber.record import Article, Block, Record, Role

__all__ = ["answers", "macro_f1", "measure"]

FOLDER = Path(__file__).parent / "contrast"
STATUSES = ("happened", "ongoing", "planned", "possible", "alleged", "denied", "called_for")


def answers(code: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield sentence, trigger, the status expected, and the one found (*none* where no event was found)."""
    pipeline = Pipeline()
    for row in read_table(FOLDER / f"{code}.tsv"):
        text = row["sentence"]
        block = Block(start=0, end=len(text), role=Role.BODY, why="example")
        article = Article(id="contrast", text=text, language=code, blocks=(block,))
        found = _status(pipeline(Record(article=article)), row["trigger"])
        yield text, row["trigger"], row["status"], found


def _status(record: Record, trigger: str) -> str:
    text = record.article.text
    start = text.lower().find(trigger.lower())
    end = start + len(trigger)
    found = [
        (abs(mention.trigger.start - start), str(mention.status))
        for event in record.events
        for mention in event.mentions
        if mention.trigger.start < end and start < mention.trigger.end
    ]
    return min(found)[1] if found else "none"


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Return the mean F1 over the statuses of pairs (expected, found).

    >>> macro_f1([("happened", "happened"), ("denied", "denied"), ("denied", "none")])
    0.8333333333333333
    """
    counts = Counter(pairs)
    scores = []
    for status in STATUSES:
        right = counts[status, status]
        wanted = sum(n for (want, _), n in counts.items() if want == status)
        given = sum(n for (_, got), n in counts.items() if got == status)
        if wanted:
            scores.append(2 * right / (wanted + given))
    return sum(scores) / len(scores)


def measure() -> dict[str, float]:
    """Return macro-F1 and the share of unreal events not told as real, for each language that has a set."""
    figures: dict[str, float] = {}
    for path in sorted(FOLDER.glob("*.tsv")):
        pairs = [(want, got) for *_, want, got in answers(path.stem)]
        unreal = [got for want, got in pairs if want not in ("happened", "ongoing")]
        figures[f"contrast.{path.stem}.macro_f1"] = macro_f1(pairs)
        real = sum(got in ("happened", "ongoing") for got in unreal)
        figures[f"contrast.{path.stem}.unreal_kept"] = 1 - real / len(unreal)
    return figures


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.tsv")):
        for text, trigger, want, got in answers(path.stem):
            if want != got:
                print(f"{path.stem}\t{want}\t{got}\t{trigger}\t{text}")
    print(measure())
