"""Questions over the output of a batch, in SQL, by DuckDB."""

from pathlib import Path
from typing import Any

from ..errors import BatchError
from .output import load_duckdb
from .store import outputs, store_of

__all__ = ["TABLES", "ask"]

_PARTS = {
    "names": "id, kind, name, country, len(mentions) AS mentions",
    "times": "id, value, kind, earliest, latest",
    "relays": "id, outlet, published, scope",
    "statements": "id, source, act, mode, chain, content",
    "events": "id, type, mode, status, actors, recipients, objects, time, place, said_by, score",
}
TABLES = ("articles", *_PARTS)


def ask(place: Path | str, question: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return the names of the columns and the rows of the answer to a question in SQL.

    The tables are ``articles`` (one row a record), and one table a layer, each row with the ``article`` it stands in;
    of what ``sumber link`` wrote, ``linked``, ``stories`` and ``edges``.

    Args:
        place: the folder of the output, or its address.
        question: in SQL.

    Raises:
        BatchError: if there is no output, an address cannot be reached, or the question is no SQL that can be answered.
    """
    duckdb = load_duckdb()
    store = store_of(place)
    files = outputs(store)
    with duckdb.connect() as base:
        try:
            store.attach(base)
            base.execute(_articles(files[0].rpartition(".")[2], store.place))
            for name in _PARTS:
                base.execute(_layer(name))
            for name, size in sorted(store.sizes("stories").items()):
                if size and name.endswith(".jsonl"):
                    base.execute(_linked(f"{store.place}/{name}"))
            found = base.execute(question)
            return [column[0] for column in found.description or ()], found.fetchall()
        except duckdb.Error as error:
            raise BatchError(f"DuckDB says: {error}") from error


def _articles(ending: str, place: str) -> str:
    pattern = f"{place}/records/*.{ending}".replace("'", "''")
    if ending == "parquet":
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


def _linked(path: str) -> str:
    """Return the view of a table that linking wrote."""
    table, name = Path(path).stem, path.replace("'", "''")
    return f"CREATE VIEW {table} AS SELECT * FROM read_json('{name}', format = 'newline_delimited')"


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
