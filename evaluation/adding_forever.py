"""Adds made-up articles to a desk and reports each on a line, until it is killed: ``adding_forever PATH SEED``."""

import sys

from sumber.desk import Desk

from .synthetic import records


def main(path: str, seed: int) -> None:
    """Add and report; articles of other seeds have other addresses."""
    import msgspec

    def made() -> object:
        for record in records(100_000, words=120, seed=seed):
            url = f"{record.article.url}?{seed}"
            yield msgspec.structs.replace(
                record, article=msgspec.structs.replace(record.article, url=url, id=url)
            )

    with Desk.open(path) as desk:
        for added in desk.adding(made()):  # type: ignore[arg-type]
            print(added.id, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
