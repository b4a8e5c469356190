"""Every export of every demo report can be read back by what reads its format."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from lxml import etree

from sumber import Record
from sumber.api import read_sources
from sumber.export.base import exporters
from sumber.samples import DEMO, FOLDER


@pytest.fixture(scope="module")
def records() -> list[Record]:
    found = read_sources([str(DEMO), str(FOLDER / "pertemuan-dili.txt")])
    return [record for record in found if isinstance(record, Record)]


@pytest.fixture(scope="module")
def written(records: list[Record]) -> Callable[[str], bytes]:
    def write(name: str) -> bytes:
        pieces = exporters()[name]().write(records)
        return b"".join(piece.encode() if isinstance(piece, str) else piece for piece in pieces)

    return write


Written = Callable[[str], bytes]


def test_every_export_says_what_it_loses() -> None:
    assert all(one.loses and one.extension for one in exporters().values())
    assert len(exporters()) >= 18


@pytest.mark.parametrize("name", sorted(set(exporters()) - {"parquet-events", "parquet-statements"}))
def test_no_records_make_an_empty_but_whole_file(name: str) -> None:
    out = b"".join(p.encode() if isinstance(p, str) else p for p in exporters()[name]().write([]))
    if "json" in exporters()[name].extension and not exporters()[name].extension.endswith("jsonl"):
        json.loads(out)


def test_json_lines_lose_nothing(written: Written, records: list[Record]) -> None:
    assert [Record.from_json(line) for line in written("jsonl").splitlines()] == records


@pytest.mark.parametrize("name", ["articles", "statements", "events", "names"])
def test_csv_has_as_many_cells_in_every_row(name: str, written: Written, records: list[Record]) -> None:
    rows = list(csv.reader(io.StringIO(written(f"csv-{name}").decode("utf-8-sig"))))
    assert {len(row) for row in rows} == {len(rows[0])}
    wanted = len(records) if name == "articles" else sum(len(getattr(record, name)) for record in records)
    assert len(rows) == wanted + 1


def test_no_cell_is_a_formula() -> None:
    from sumber.export.csvfiles import _safe

    assert _safe("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert _safe("-3") == "'-3"
    assert _safe(-3) == -3


@pytest.mark.parametrize("name", ["events", "statements"])
def test_parquet_holds_the_same_rows(
    name: str, written: Written, records: list[Record], tmp_path: object
) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = f"{tmp_path}/a.parquet"
    with open(path, "wb") as file:
        file.write(written(f"parquet-{name}"))
    with duckdb.connect() as store:
        (count,) = store.execute(f"SELECT count(*) FROM '{path}'").fetchone()
    assert count == sum(len(getattr(record, name)) for record in records)


def test_annotations_quote_the_very_words(written: Written, records: list[Record]) -> None:
    texts = {
        record.article.url or f"urn:sumber:article:{record.article.id}": record.article.text
        for record in records
    }
    items = json.loads(written("annotations"))["items"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        for target in item["target"]:
            position, quote = target["selector"]
            text = texts[target["source"]]
            if "ferry-4" not in target["source"]:  # two versions at one address
                assert text[position["start"] : position["end"]] == quote["exact"]
                assert text[: position["start"]].endswith(quote.get("prefix", ""))


def test_schema_org_is_one_graph_without_denied_events(written: Written, records: list[Record]) -> None:
    graph = json.loads(written("schemaorg"))["@graph"]
    assert len(graph) == len(records)
    assert {node["@type"] for node in graph} == {"NewsArticle"}
    shown = sum(len(node.get("about", ())) for node in graph)
    kept = ("happened", "ongoing", "planned")
    assert shown == sum(event.status in kept for record in records for event in record.events)


def test_ninjs_has_what_the_standard_asks_for(written: Written) -> None:
    for item in json.loads(written("ninjs")):
        assert item["uri"]
        assert item["standard"]["version"] == "3.1"
        assert "versionCreated" not in item or item["versionCreated"][10] == "T"


def test_prov_derives_relays_from_their_outlets(written: Written) -> None:
    graph = json.loads(written("prov"))["@graph"]
    derived = [node for node in graph if isinstance(node.get("prov:wasDerivedFrom"), list)]
    known = {node["@id"] for node in graph}
    assert derived
    assert {target["@id"] for node in derived for target in node["prov:wasDerivedFrom"]} <= known


def test_ftm_entities_point_at_entities(written: Written) -> None:
    entities = [json.loads(line) for line in written("ftm").splitlines()]
    known = {entity["id"] for entity in entities}
    for entity in entities:
        for key in ("proof", "involved"):
            assert set(entity["properties"].get(key, ())) <= known
        assert all(isinstance(value, str) for values in entity["properties"].values() for value in values)


def test_geojson_points_lie_on_the_earth(written: Written) -> None:
    features = json.loads(written("geojson"))["features"]
    assert features
    for feature in features:
        lon, lat = feature["geometry"]["coordinates"]
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90


def test_timeline_slides_have_dates(written: Written) -> None:
    slides = json.loads(written("timelinejs"))["events"]
    assert slides
    assert all(slide["start_date"]["year"] > 1900 for slide in slides)


def test_graphml_edges_join_known_nodes(written: Written) -> None:
    tree = etree.fromstring(written("graphml"))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = [node.get("id") for node in tree.iter(f"{space}node")]
    assert len(nodes) == len(set(nodes))
    assert {edge.get(end) for edge in tree.iter(f"{space}edge") for end in ("source", "target")} <= set(nodes)


def test_notes_and_citations(written: Written, records: list[Record]) -> None:
    assert written("markdown").count(b"\nsumber: ") == len(records)
    assert b"#:~:text=" in written("markdown")
    assert written("bibtex").count(b"@article{") == len(records)
    assert len(json.loads(written("csl"))) == len(records)
