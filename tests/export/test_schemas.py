"""Exports of the demo desk hold to what the published schemas ask of the parts that we write.

The constraints are told in our own words, as JSON Schema where the format is JSON:
ninjs 3.1 (IPTC), Web Annotation Data Model (W3C, 2017), GeoJSON (RFC 7946), CSL-JSON 1.0, PROV-O and schema.org terms,
Atom (RFC 4287), GraphML 1.0, FollowTheMoney 4 (its own model is asked, too, where it is installed).
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from sumber import Record
from sumber.api import read_sources
from sumber.desk import Desk
from sumber.export.atom import atom_of
from sumber.export.base import exporters
from sumber.samples import DEMO

URI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
TEXT = {"type": "string", "minLength": 1}
INSTANT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}


def closed(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    """Return a schema of an object that has these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def many(item: dict[str, Any], least: int = 1) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": least}


def refer(*more: str) -> dict[str, Any]:
    return closed(name=TEXT, rel=TEXT, uri=URI, literal=TEXT, **dict.fromkeys(more, TEXT))


NINJS = closed(
    ("uri",),
    standard=closed(name={"const": "ninjs"}, version={"const": "3.1"}, schema=URI),
    uri=URI,
    type={
        "enum": [
            "text",
            "audio",
            "video",
            "picture",
            "graphic",
            "composite",
            "component",
            "event",
            "planning",
        ]
    },
    profile=TEXT,
    language={"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
    firstCreated=INSTANT,
    versionCreated=INSTANT,
    by=TEXT,
    located=TEXT,
    headlines=many(closed(("value",), role=TEXT, contentType=TEXT, value=TEXT)),
    bodies=many(
        closed(
            ("value",),
            role=TEXT,
            contentType={"enum": ["text/plain"]},
            charCount={"type": "integer", "minimum": 0},
            wordCount={"type": "integer", "minimum": 0},
            value=TEXT,
        )
    ),
    people=many(refer()),
    organisations=many(refer()),
    places=many(refer()),
    events=many(refer("id")),
    infoSources=many(closed(name=TEXT, role=TEXT, uri=URI, literal=TEXT)),
)
POSITION = closed(
    ("type", "start", "end"),
    type={"const": "TextPositionSelector"},
    start={"type": "integer", "minimum": 0},
    end={"type": "integer", "minimum": 0},
)
QUOTE = closed(
    ("type", "exact"),
    type={"const": "TextQuoteSelector"},
    exact=TEXT,
    prefix={"type": "string"},
    suffix={"type": "string"},
)
BODY = closed(
    ("type", "value"),
    type={"const": "TextualBody"},
    value=TEXT,
    format={"const": "text/plain"},
    purpose={"enum": ["describing", "tagging"]},
)
ANNOTATION = closed(
    ("id", "type", "target"),
    id=URI,
    type={"const": "Annotation"},
    motivation={"const": "tagging"},
    body=many(BODY),
    target=many(closed(("source",), source=URI, selector=many({"oneOf": [POSITION, QUOTE]}))),
)
PAGE = closed(
    ("@context", "id", "type", "items"),
    **{"@context": {"const": "http://www.w3.org/ns/anno.jsonld"}},
    id=URI,
    type={"const": "AnnotationPage"},
    items=many(ANNOTATION),
)
POINT = closed(
    ("type", "coordinates"),
    type={"const": "Point"},
    coordinates={
        "type": "array",
        "prefixItems": [
            {"type": "number", "minimum": -180, "maximum": 180},
            {"type": "number", "minimum": -90, "maximum": 90},
        ],
        "minItems": 2,
        "maxItems": 3,
    },
)
FEATURE = closed(
    ("type", "geometry", "properties"),
    type={"const": "Feature"},
    geometry=POINT,
    properties={"type": "object"},
)
GEOJSON = closed(
    ("type", "features"), type={"const": "FeatureCollection"}, features={"type": "array", "items": FEATURE}
)
CSL_DATE = closed(
    **{"date-parts": {**many({**many({"type": "integer"}), "maxItems": 3}), "maxItems": 2}}, raw=TEXT
)
CSL = many(
    closed(
        ("id", "type"),
        id=TEXT,
        type={"const": "article-newspaper"},
        title=TEXT,
        author=many(closed(family=TEXT, given=TEXT, literal=TEXT)),
        issued=CSL_DATE,
        URL=URI,
        language=TEXT,
        **{"container-title": TEXT},
    )
)
JSON_SCHEMAS = {
    "ninjs": many(NINJS),
    "annotations": PAGE,
    "geojson": GEOJSON,
    "csl": CSL,
}
PROV = {
    "prov:generatedAtTime", "prov:wasAttributedTo", "prov:wasDerivedFrom", "prov:wasQuotedFrom", "prov:value",
    "rdfs:label", "@id", "@type", "@value",
}  # fmt: skip
PROV_TYPES = {"prov:Entity", "prov:Agent", "prov:Person", "prov:Organization", "xsd:date", "xsd:dateTime"}
SCHEMA_ORG = {  # a type, and which of its or its parents' properties we write
    "NewsArticle": {"url", "headline", "inLanguage", "datePublished", "author", "publisher", "locationCreated", "isBasedOn",
                    "mentions", "hasPart", "about"},
    "CreativeWork": {"publisher"},
    "Person": {"name", "alternateName", "description"},
    "Organization": {"name", "alternateName", "description"},
    "NewsMediaOrganization": {"name"},
    "Place": {"name", "alternateName", "description", "geo"},
    "Thing": {"name", "alternateName", "description"},
    "GeoCoordinates": {"latitude", "longitude"},
    "Quotation": {"text", "creator"},
    "Statement": {"text", "creator"},
    "Event": {"name", "description", "startDate", "endDate", "location", "eventStatus", "performer"},
}  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk.open(tmp_path_factory.mktemp("demo") / "demo.sumber") as desk:
        desk.add(each for each in read_sources([str(DEMO)]) if isinstance(each, Record))
        yield desk


@pytest.fixture(scope="module")
def written(desk: Desk) -> Callable[[str], str]:
    def write(name: str) -> str:
        pieces = exporters()[name]().write(desk.records())
        return "".join(piece if isinstance(piece, str) else piece.decode() for piece in pieces)

    return write


Written = Callable[[str], str]


@pytest.mark.parametrize("name", sorted(JSON_SCHEMAS))
def test_json_holds_to_its_schema(name: str, written: Written) -> None:
    found = json.loads(written(name))
    checker = Draft202012Validator(JSON_SCHEMAS[name], format_checker=FormatChecker())
    errors = [f"{list(error.absolute_path)}: {error.message[:120]}" for error in checker.iter_errors(found)]
    assert errors == []


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("ninjs", lambda found: found[0].update(versionCreated="2024-06-04")),
        ("ninjs", lambda found: found[0].update(byline="x")),
        ("annotations", lambda found: found.pop("id")),
        ("annotations", lambda found: found["items"][0].pop("target")),
        ("geojson", lambda found: found["features"][0]["geometry"].update(coordinates=[-7.2, 110.4, 1, 2])),
        ("csl", lambda found: found[0].update(issued="2024")),
    ],
)
def test_the_schemas_can_fail(name: str, spoil: Callable[[Any], object], written: Written) -> None:
    found = json.loads(written(name))
    spoil(found)
    assert not Draft202012Validator(JSON_SCHEMAS[name]).is_valid(found)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


def test_prov_has_terms_of_its_vocabulary_only(written: Written) -> None:
    graph = json.loads(written("prov"))["@graph"]
    for node in nodes(graph):
        assert set(node) <= PROV
        types = node.get("@type", [])
        assert set([types] if isinstance(types, str) else types) <= PROV_TYPES
    entities = {node["@id"] for node in graph if "prov:Entity" in node["@type"]}
    agents = {node["@id"] for node in graph if "prov:Agent" in node["@type"]}
    assert not entities & agents
    for node in graph:
        attributed = node.get("prov:wasAttributedTo", {})
        assert "@id" not in attributed or attributed["@id"] in agents
        for key in ("prov:wasDerivedFrom", "prov:wasQuotedFrom"):
            aims = node.get(key, [])
            assert {aim["@id"] for aim in ([aims] if isinstance(aims, dict) else aims)} <= entities


def test_schema_org_has_properties_of_its_types_only(written: Written) -> None:
    found = json.loads(written("schemaorg"))
    assert found["@context"] == "https://schema.org"
    known = {node["@id"] for node in nodes(found["@graph"]) if "@type" in node and "@id" in node}
    for node in nodes(found["@graph"]):
        if "@type" in node:
            assert set(node) - {"@type", "@id"} <= SCHEMA_ORG[node["@type"]]
        else:
            assert set(node) == {"@id"}
            assert node["@id"] in known
    for node in nodes(found["@graph"]):
        for key in ("datePublished", "startDate", "endDate"):
            assert key not in node or re.match(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d.*)?)?)?$", node[key])


FTM = {  # schema -> properties that we write
    "Article": {"title", "fileName", "sourceUrl", "language", "publishedAt", "publisher", "author", "bodyText"},
    "Person": {"name", "alias", "country", "proof", "position"},
    "Organization": {"name", "alias", "country", "proof"},
    "Address": {"full", "country", "proof", "latitude", "longitude"},
    "Event": {"name", "summary", "startDate", "endDate", "location", "involved", "keywords", "proof"},
}  # fmt: skip


def test_ftm_has_properties_of_its_schemata_only(written: Written) -> None:
    entities = [json.loads(line) for line in written("ftm").splitlines()]
    schema_of = {entity["id"]: entity["schema"] for entity in entities}
    for entity in entities:
        properties = entity["properties"]
        assert set(entity) == {"id", "schema", "properties"}
        assert set(properties) <= FTM[entity["schema"]]
        assert all(re.fullmatch("[a-z]{3}", value) for value in properties.get("language", ()))
        assert all(re.fullmatch("[a-z]{2}", value) for value in properties.get("country", ()))
        for key in ("publishedAt", "startDate", "endDate"):
            for value in properties.get(key, ()):
                assert re.fullmatch(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?", value)
        assert all(schema_of[value] == "Article" for value in properties.get("proof", ()))
        assert all(schema_of[value] in ("Person", "Organization") for value in properties.get("involved", ()))


def test_followthemoney_itself_takes_every_entity(written: Written) -> None:
    ftm = pytest.importorskip("followthemoney", reason="`pip install followthemoney` to ask its own model")
    for line in written("ftm").splitlines():
        entity = json.loads(line)
        schema = ftm.model.get(entity["schema"])
        schema.validate(entity)
        for key, values in entity["properties"].items():
            assert all(schema.get(key).type.clean(value) == value for value in values), (key, values)


ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("query", ["kapal", '"tiga orang" after:2024-06', "tidak-ada-kata-ini", "<&>\x0c"])
def test_saved_searches_are_whole_atom_feeds(query: str, desk: Desk) -> None:
    feed = etree.fromstring(atom_of(desk.search(query)).encode())
    assert feed.tag == f"{ATOM}feed"
    for each in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(each.findall(ATOM + name)) == 1
        assert re.fullmatch(r"[a-z]+:[^\s\"<>{}|\\^`]+", each.findtext(f"{ATOM}id"))
        assert datetime.fromisoformat(each.findtext(f"{ATOM}updated")).tzinfo is not None
        assert each.findtext(f"{ATOM}author/{ATOM}name")
    for entry in feed.iter(f"{ATOM}entry"):
        links = [link for link in entry.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        assert len(links) == 1 or entry.find(f"{ATOM}content") is not None
    order = [child.tag for child in feed]
    assert f"{ATOM}author" not in order[order.index(f"{ATOM}entry") :] if f"{ATOM}entry" in order else True


GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
INSIDE = {
    "graphml": {"key", "graph"}, "key": {"default"}, "graph": {"data", "node", "edge"}, "node": {"data"},
    "edge": {"data"}, "data": set(),
}  # fmt: skip
HAS = {"graphml": set(), "key": {"id", "for"}, "graph": {"edgedefault"}, "node": {"id"}, "edge": {"source", "target"}, "data": {"key"}}  # fmt: skip


def test_graphml_has_elements_where_they_belong(written: Written) -> None:
    root = etree.fromstring(written("graphml").encode())
    keys = {key.get("id"): key for key in root.iter(f"{GRAPHML}key")}
    assert {key.get("attr.type") for key in keys.values()} <= {
        "boolean",
        "int",
        "long",
        "float",
        "double",
        "string",
    }
    for element in root.iter():
        name = element.tag.removeprefix(GRAPHML)
        assert {child.tag.removeprefix(GRAPHML) for child in element} <= INSIDE[name]
        assert HAS[name] <= set(element.keys())
        if name == "data":
            assert keys[element.get("key")].get("for") == element.getparent().tag.removeprefix(GRAPHML)
        given = [child.get("key") for child in element.findall(f"{GRAPHML}data")]
        assert len(given) == len(set(given))


def test_every_format_says_on_a_line_what_it_loses() -> None:
    for name, one in exporters().items():
        assert 5 < len(one.loses) < 300, name
        assert "\n" not in one.loses


def test_loss_is_told_when_exporting(desk: Desk, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from sumber.cli import main

    for name in ("ninjs", "prov", "ftm"):
        out = tmp_path / name
        ran = CliRunner().invoke(main, ["desk", "export", name, "--desk", str(desk.path), "-o", str(out)])
        assert ran.exit_code == 0, ran.output
        assert exporters()[name].loses.split(",")[0] in " ".join(ran.stderr.split())
