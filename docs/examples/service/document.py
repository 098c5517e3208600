"""The OpenAPI document: paths from FastAPI, and what is sent and answered from our own schemas."""

from typing import Any

from fastapi import FastAPI

from inclusion_core import Catalogue
from inclusion_core.reports.formats.json_schema import report_schema
from inclusion_core.wire.answer_schemas import (
    decision_schema,
    finding_schema,
    open_questions_schema,
    window_schema,
)
from inclusion_core.wire.components import components
from inclusion_core.wire.json_schema import json_schema
from service.problems import PROBLEM

WRITTEN = {
    "type": "object",
    "properties": {"written": {"type": "integer", "minimum": 0}},
    "required": ["written"],
    "additionalProperties": False,
}
A_PROBLEM = {
    "type": "object",
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "findings": {"type": "array", "items": {"$ref": "#/$defs/Finding"}},
    },
    "required": ["type", "title", "status", "detail", "findings"],
    "additionalProperties": False,
    "$defs": {"Finding": finding_schema()},
}
REFUSALS = (401, 404, 409, 413, 422, 500, 503)


def answers(name: str, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """What an endpoint answers: something of ours, or a problem."""
    good = {"description": name, "content": {"application/json": {"schema": _of(name)}}}
    wrong = {"description": "Problem", "content": {PROBLEM: {"schema": _of("Problem")}}}
    return {status: good, **dict.fromkeys(REFUSALS, wrong)}


def sent(name: str) -> dict[str, Any]:
    """What an endpoint takes."""
    content = {"application/json": {"schema": _of(name)}}
    return {"requestBody": {"required": True, "content": content}}


def _of(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def document(app: FastAPI, catalogue: Catalogue) -> dict[str, Any]:
    """The document; the records are those of a catalogue, for plugins bring some of their own."""
    written = FastAPI.openapi(app)
    ours = {
        "Decision": decision_schema(),
        "OpenQuestions": open_questions_schema(),
        "Window": window_schema(),
        "Report": report_schema(),
        "Journal": json_schema(catalogue.schema, catalogue.vocabulary),
        "Written": WRITTEN,
        "Problem": A_PROBLEM,
    }
    schemas = {**written["components"]["schemas"], **components(ours)}
    return {**written, "components": {**written["components"], "schemas": schemas}}
