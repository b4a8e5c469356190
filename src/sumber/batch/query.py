"""Questions over the output of a batch, in SQL, by DuckDB."""

from pathlib import Path
from typing import Any

from ..errors import BatchError
from .output import load_duckdb

__all__ = ["TABLES", "ask"]

_PARTS = {
    "names": "id, kind, name, country, len(mentions) AS mentions",
    "times": "id, value, kind, earliest, latest",
    "relays": "id, outlet, published, scope",
    "statements": "id, source, act, mode, chain, content",
    "events": "id, type, mode, status, actors, recipients, objects, time, place, said_by, score",
}
TABLES = ("articles", *_PARTS)


def ask(folder: Path, question: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return the names of the columns and the rows of the answer to a question in SQL.

    The tables are ``articles`` (one row a record), and one table a layer, each row with the ``article`` it stands in;
    of what ``sumber link`` wrote, ``linked``, ``stories`` and ``edges``.

    Raises:
        BatchError: if the folder holds no output, or the question is no SQL that can be answered.
    """
    duckdb = load_duckdb()
    files = sorted(folder.glob("records/*.parquet")) or sorted(folder.glob("records/*.jsonl"))
    if not files:
        raise BatchError.nothing(str(folder), ("records/*.parquet", "records/*.jsonl"))
    with duckdb.connect() as base:
        try:
            base.execute(_articles(files[0].suffix, folder))
            for name in _PARTS:
                base.execute(_layer(name))
            for path in sorted(folder.glob("stories/*.jsonl")):
                if path.stat().st_size:
                    base.execute(_linked(path))
            found = base.execute(question)
            return [column[0] for column in found.description or ()], found.fetchall()
        except duckdb.Error as error:
            raise BatchError(f"DuckDB says: {error}") from error


def _articles(ending: str, folder: Path) -> str:
    pattern = str(folder / "records" / f"*{ending}").replace("'", "''")
    if ending == ".parquet":
        return f"CREATE VIEW articles AS SELECT * FROM read_parquet('{pattern}')"
    line = (
        f"read_json('{pattern}', format = 'newline_delimited', records = false, columns = {{json: 'JSON'}})"
    )
    return (
        "CREATE VIEW articles AS SELECT json->>'$.article.id' AS id, json->>'$.article.url' AS url, "
        "json->>'$.article.outlet.name' AS outlet, json->>'$.article.outlet.domain' AS domain, "
        "json->>'$.article.language' AS language, json->>'$.article.published.value' AS published, "
        f"json->>'$.article.title' AS title, json::VARCHAR AS record FROM {line}"
    )


def _linked(path: Path) -> str:
    """Return the view of a table that linking wrote."""
    name = str(path).replace("'", "''")
    return f"CREATE VIEW {path.stem} AS SELECT * FROM read_json('{name}', format = 'newline_delimited')"


def _layer(name: str) -> str:
    """Return the view of one layer: its fields as columns, lists as JSON."""
    fields = [field.strip().split(" AS ")[0] for field in _PARTS[name].split(",")]
    columns = []
    for field in fields:
        if field.startswith("len("):
            columns.append(f"json_array_length(item->'$.{field[4:-1]}') AS {field[4:-1]}")
        elif field in ("source", "chain", "content", "actors", "recipients", "objects", "said_by"):
            columns.append(f"item->'$.{field}' AS {field}")
        else:
            columns.append(f"item->>'$.{field}' AS {field}")
    return (
        f"CREATE VIEW {name} AS SELECT article, {', '.join(columns)} FROM "
        f"(SELECT id AS article, unnest(json_extract(record, '$.{name}[*]')) AS item FROM articles)"
    )
