"""The OpenAPI 3.1 description, made from the table of endpoints and the structs that they give and take."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from ..record import dedented
from .endpoint import Endpoint, Problem

__all__ = ["describe"]

_REF = "#/components/schemas/{name}"
_NAMED = {"400": "Not understood", "404": "Not in this desk"}


def describe(endpoints: Sequence[Endpoint], *, version: str) -> dict[str, Any]:
    """Return the description of a table of endpoints."""
    types: list[Any] = [Problem]
    for endpoint in endpoints:
        types += [endpoint.answer, endpoint.query, *((endpoint.body,) if endpoint.body else ())]
    unique = list(dict.fromkeys(types))
    schemas, components = dedented(list(msgspec.json.schema_components(unique, ref_template=_REF)))
    known = dict(zip(unique, schemas, strict=True))
    paths: dict[str, Any] = {}
    for endpoint in endpoints:
        paths.setdefault(endpoint.path, {})[endpoint.method.lower()] = _operation(endpoint, known, components)
    for name in {endpoint.query.__name__ for endpoint in endpoints}:
        components.pop(name, None)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Sumber", "version": version, "description": "The JSON interface of a desk."},
        "paths": paths,
        "components": {"schemas": dict(sorted(components.items()))},
    }


def _operation(endpoint: Endpoint, known: dict[Any, Any], components: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "operationId": endpoint.name,
        "summary": endpoint.summary,
        "responses": {
            "200": {"description": "Found", "content": _content(known[endpoint.answer])},
            **{
                code: {"description": text, "content": _content(known[Problem])}
                for code, text in _NAMED.items()
            },
        },
    }
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"{(\w+)}", endpoint.path)
    ]
    query = components.get(endpoint.query.__name__, {})
    parameters += [
        {"name": name, "in": "query", "required": name in query.get("required", ()), "schema": schema}
        for name, schema in query.get("properties", {}).items()
    ]
    if parameters:
        found["parameters"] = parameters
    if endpoint.body:
        found["requestBody"] = {"required": True, "content": _content(known[endpoint.body])}
    return found


def _content(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
