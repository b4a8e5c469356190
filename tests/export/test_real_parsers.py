"""What the exports write, read by the programs that others use: each test skips where its program is missing.

``python -m pip install --group formats`` installs them.
"""

import io
import json
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sumber import Record
from sumber.api import read_sources
from sumber.desk import Desk
from sumber.export.atom import atom_of
from sumber.export.base import exporters
from sumber.samples import DEMO

Written = Callable[[str], str]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk.open(tmp_path_factory.mktemp("demo") / "demo.sumber") as desk:
        desk.add(each for each in read_sources([str(DEMO)]) if isinstance(each, Record))
        yield desk


@pytest.fixture(scope="module")
def records(desk: Desk) -> list[Record]:
    return list(desk.records())


@pytest.fixture(scope="module")
def written(records: list[Record]) -> Written:
    def write(name: str) -> str:
        pieces = exporters()[name]().write(records)
        return "".join(piece if isinstance(piece, str) else piece.decode() for piece in pieces)

    return write


def wanted(package: str) -> object:
    """Return a package, or skip; what it warns of itself when it is loaded is not ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip(package, reason=f"`{package}` reads this format; see the group formats")


RDFLIB = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # of its own doing


@RDFLIB
def test_rdflib_reads_provenance_and_knows_every_term(written: Written, records: list[Record]) -> None:
    rdflib = wanted("rdflib")
    graph = rdflib.Graph().parse(data=written("prov"), format="json-ld")
    space = rdflib.PROV
    terms = {
        str(term).removeprefix(str(space))
        for _, predicate, value in graph
        for term in (predicate, value)
        if str(term).startswith(str(space))
    }
    assert {"Entity", "Agent", "wasAttributedTo", "wasDerivedFrom"} <= terms
    assert [term for term in sorted(terms) if term not in space] == []
    generated = list(graph.objects(None, space.generatedAtTime))
    assert len(generated) == sum(record.article.published is not None for record in records)
    assert all(value.value is not None for value in generated)  # each is a date or a time that can be read


@RDFLIB
def test_rdflib_reads_schema_org_and_knows_every_term(written: Written, records: list[Record]) -> None:
    rdflib = wanted("rdflib")
    found = json.loads(written("schemaorg"))
    assert found["@context"] == "https://schema.org"
    found["@context"] = {
        "@vocab": "https://schema.org/"
    }  # what the context at that address says of our terms
    graph = rdflib.Graph().parse(data=json.dumps(found), format="json-ld")
    space = rdflib.SDO
    classes = set(graph.objects(None, rdflib.RDF.type))
    terms = {
        str(term).removeprefix(str(space))
        for term in (*classes, *graph.predicates())
        if term != rdflib.RDF.type
    }
    assert {"NewsArticle", "headline", "creator"} <= terms
    assert [term for term in sorted(terms) if term not in space] == []
    assert len(set(graph.subjects(rdflib.RDF.type, space.NewsArticle))) == len(records)


def test_networkx_reads_the_graph(written: Written, records: list[Record]) -> None:
    networkx = wanted("networkx")
    graph = networkx.read_graphml(io.BytesIO(written("graphml").encode()))
    assert graph.number_of_nodes() > len(records) / 2
    assert graph.number_of_edges() > 10
    assert all(data for _, data in graph.nodes(data=True))


def test_geojson_pydantic_takes_the_map(written: Written) -> None:
    geojson = wanted("geojson_pydantic")
    found = geojson.FeatureCollection.model_validate_json(written("geojson"))
    assert found.features
    for feature in found.features:
        longitude, latitude = feature.geometry.coordinates[:2]
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90


def test_pybtex_reads_the_bibliography(written: Written, records: list[Record]) -> None:
    wanted("pybtex")
    from pybtex.database import parse_string

    found = parse_string(written("bibtex"), "bibtex")
    assert len(found.entries) == len(records)
    titles = {entry.fields["title"].replace("{", "").replace("}", "") for entry in found.entries.values()}
    assert {record.article.title for record in records if "&" not in (record.article.title or "&")} <= titles
    assert all(entry.fields["year"].isdigit() for entry in found.entries.values() if "year" in entry.fields)


def test_citeproc_makes_references_of_csl(written: Written, records: list[Record]) -> None:
    wanted("citeproc")
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        found = CiteProcJSON(json.loads(written("csl")))
    assert len(found) == len({record.article.id for record in records})
    assert [str(one.message) for one in told if "citeproc" in str(one.filename)] == []


def test_feedparser_finds_no_fault_in_a_saved_search(desk: Desk) -> None:
    import feedparser

    found = feedparser.parse(atom_of(desk.search("kapal")).encode())
    assert not found.bozo
    assert found.version == "atom10"
    assert found.entries
    assert all(entry.id and entry.title and entry.updated_parsed for entry in found.entries)


@pytest.mark.parametrize("name", ["parquet-events", "parquet-statements"])
def test_pyarrow_reads_parquet(name: str, records: list[Record], tmp_path: Path) -> None:
    wanted("duckdb")
    pyarrow = wanted("pyarrow.parquet")
    path = tmp_path / "out.parquet"
    with path.open("wb") as file:
        file.writelines(exporters()[name]().write(records))
    table = pyarrow.read_table(path)
    assert table.num_rows > len(records)
    assert "article" in table.column_names
