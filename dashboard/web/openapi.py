"""The OpenAPI document of the HTTP API, made from its parameters and fields."""

from __future__ import annotations

from typing import Any

from dashboard.web.api_fields import COMPARED, PARAMETERS, PATHS, ROWS, Parameter, fields_of
from dashboard.web.view import SEVERAL

OPENAPI = "/api/openapi.json"
_TITLES = {
    ROWS: "The daily series: one row for each covered period and method",
    COMPARED: "Estimates beside a series over the same days",
}
_ABOUT = (
    "Reported losses as claims, series and comparisons. Figures are reported, claimed or estimated; none is verified. "
    "Every answer has an ETag, and errors are sentences."
)


def document(version: str) -> dict[str, Any]:
    """The OpenAPI 3.1 document for this version of the software."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Reported Losses", "version": version, "description": _ABOUT, "license": {"name": "MIT"}},
        "paths": {path: {"get": _operation(path)} for path in PATHS}
        | {"/healthz": {"get": _state("healthz", "Whether the process answers", 200)}}
        | {"/readyz": {"get": _state("readyz", "Whether store and data are there to serve", 200, 503)}},
        "components": {"schemas": {"Error": _object({"error": {"type": "string"}})}},
    }


def _operation(path: str) -> dict[str, Any]:
    name = path.rpartition("/")[2]
    rows = {"type": "array", "items": _object(dict(fields_of(path)))}
    headers = {
        "ETag": {"schema": {"type": "string"}},
        "X-Total-Count": {"schema": {"type": "integer"}},
        "Link": {"schema": {"type": "string"}},
    }
    given = {"application/json": {"schema": rows}, "text/csv": {"schema": {"type": "string"}}}
    return {
        "operationId": name,
        "summary": _TITLES.get(path, "The claims, each with its verdict"),
        "parameters": [_parameter(one) for one in PARAMETERS if path in one.paths],
        "responses": {
            "200": {"description": "The rows", "headers": headers, "content": given},
            "304": {"description": "The rows are those that If-None-Match names"},
            "400": _error("A parameter that cannot be used; the sentence says which, and what would do"),
            "401": _error("Say who you are; only where the server has an access file"),
        },
    }


def _parameter(one: Parameter) -> dict[str, Any]:
    schema = {"type": "array", "items": dict(one.schema), "maxItems": SEVERAL} if one.several else dict(one.schema)
    return {"name": one.name, "in": "query", "required": False, "description": one.told, "schema": schema}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: _whole(schema) for name, schema in properties.items()},
        "required": list(properties),
        "additionalProperties": False,
    }


def _whole(schema: Any) -> dict[str, Any]:  # noqa: ANN401 - a schema is what JSON can hold
    """The schema with every field of an object required and no other allowed."""
    inner = _object(dict(schema["properties"])) if "properties" in schema else {}
    return {**inner, **{name: part for name, part in schema.items() if name != "properties"}}


def _error(told: str) -> dict[str, Any]:
    return {
        "description": told,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
    }


def _state(name: str, told: str, *codes: int) -> dict[str, Any]:
    content = {"application/json": {"schema": {"type": "object", "required": ["status"]}}}
    return {
        "operationId": name,
        "summary": told,
        "responses": {str(code): {"description": told, "content": content} for code in codes},
    }
