"""How many statements of unlabelled articles name no source, by act, and a sample of them to look at.

python -m evaluation.unsourced en             the table
python -m evaluation.unsourced en --look 100  the table, and 100 statements drawn by a fixed seed
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator

import msgspec

from sumber import Record, read_many
from sumber.page.document import Document
from sumber.record import Act, Statement

from .common import read_lines, shared

__all__ = ["main"]

SEED = 3


def said(language: str) -> Iterator[tuple[str, Statement]]:
    """Yield the text of an article and a statement of it, for all statements of a language's articles."""
    lines = read_lines(shared("articles", f"{language}.jsonl"))
    for record in read_many([msgspec.convert(line, Document) for line in lines]):
        if isinstance(record, Record):
            yield from ((record.article.text, statement) for statement in record.statements)


def shown(text: str, statement: Statement) -> str:
    """Return a statement on one line."""
    source = statement.source.of(text) if statement.source else "-"
    cue = statement.cue.of(text) if statement.cue else "-"
    content = " / ".join(span.of(text) for span in statement.content)
    return " ".join(f"{statement.mode} {statement.act} [{source}] <{cue}> {content}".split())


def main() -> None:
    """Print the table, and the sample if one is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("--look", type=int, default=0)
    options = parser.parse_args()
    found = list(said(options.language))
    acts = Counter(statement.act for _, statement in found)
    bare = Counter(statement.act for _, statement in found if statement.source is None)
    for act, count in [*acts.most_common(), ("all", acts.total())]:
        none = bare[act] if isinstance(act, Act) else bare.total()
        print(f"{act:10s} {count:6d} statements, without a source {100 * none / count:5.1f} %")
    for text, statement in random.Random(SEED).sample(found, min(options.look, len(found))):
        print(shown(text, statement))


if __name__ == "__main__":
    main()
