"""JSON Schemas of answers: a decision, what is still to be asked, a support window, a finding.

They are what ``as_json`` of these writes, for programs that read it without this library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from inclusion_core.expr.missing.open_fact import Kind
from inclusion_core.findings import Severity
from inclusion_core.limits.days import WindowState
from inclusion_core.rules.verdict import Verdict
from inclusion_core.sources import Confidence
from inclusion_core.truth import Truth
from inclusion_core.values import Reason
from inclusion_core.wire.field_schema import DEFINITIONS, JsonSchema

__all__ = ["decision_schema", "finding_schema", "open_questions_schema", "window_schema"]

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_WORDS: JsonSchema = {"type": "string"}
_NOTHING: JsonSchema = {"type": "null"}
_FLAG: JsonSchema = {"type": "boolean"}
_NUMBER: JsonSchema = {"type": "integer"}
_DAYS: JsonSchema = {"type": "integer", "minimum": 0}
_DAY: JsonSchema = {"$ref": "#/$defs/Day"}
_WORDS_OR_NOTHING: JsonSchema = {"type": ["string", "null"]}


def decision_schema() -> JsonSchema:
    """The JSON Schema (draft 2020-12) of a decision: verdict, reasons, what they rest on."""
    return {
        "$schema": DRAFT,
        "title": "A decision",
        "description": "Whether one client may take part or be given support, judged on a day.",
        **_object(
            question=_WORDS,
            verdict=_codes(Verdict),
            says=_described("The answer in a sentence.", _WORDS),
            client=_WORDS,
            participation=_described("Of an applicant there is none.", _WORDS_OR_NOTHING),
            applicant=_described("Judged as if they entered on the day.", _FLAG),
            on=_described("The day of the question.", _DAY),
            known_on=_described("The day up to which the records are known.", _DAY),
            deciding=_described("Keys of the steps that decide.", _list(_WORDS)),
            steps=_list(_of("Step")),
            rests_on=_described("What it rests on outside of any clause.", _list(_of("Read"))),
        ),
        "$defs": {
            "Day": DEFINITIONS["Day"],
            "Key": _object(type=_WORDS, id=_WORDS),
            "Step": _STEP,
            "Source": _SOURCE,
            "Read": _READ,
        },
    }


def open_questions_schema() -> JsonSchema:
    """The JSON Schema of what is still to be asked, awaited or corrected."""
    asked = {**_OPEN, "settles_whatever": _FLAG}
    return {
        "$schema": DRAFT,
        "title": "What is still to be asked",
        **_object(
            still_matters=_list(_of("Open")),
            may_matter=_described("What the search did not get to.", _list(_of("Open"))),
            could_settle=_described(
                "Small sets some answers to which settle it.", _list(_list(_of("Open")))
            ),
            all_sets=_FLAG,
            in_order=_described(
                "What can be asked, the best question first.",
                _list(_object({"says": _WORDS}, **asked)),
            ),
            ask_next=_or(_of("Open"), _NOTHING),
            to_correct=_list(_of("Open")),
            comes_to=_codes(Truth),
        ),
        "$defs": {"Open": _object({"says": _WORDS}, **_OPEN)},
    }


def window_schema() -> JsonSchema:
    """The JSON Schema of a support window."""
    day = _or(_of("PartialDay"), _NOTHING, _of("Unknown"))
    between = _of("Between")
    return {
        "$schema": DRAFT,
        "title": "A support window",
        "description": "From when and until when one client may be supported, as things stand.",
        **_object(
            participation=_WORDS,
            client=_WORDS,
            applicant=_FLAG,
            programme=_WORDS,
            support=_WORDS,
            limit=_WORDS,
            on=_DAY,
            known_on=_DAY,
            state=_codes(WindowState),
            first_day=_described("Absent where it never comes.", day),
            first_day_between=between,
            last_day=_described("Inside the window; absent where nothing ends it.", day),
            last_day_between=between,
            remaining_days=_object(least=_or(_DAYS, _NOTHING), most=_or(_DAYS, _NOTHING)),
            ended_by=_list(_WORDS),
            will_end_by=_list(_WORDS),
            may_end_by=_list(_WORDS),
            ends=_list(_object(id=_WORDS, last_day_between=between)),
            sentences=_described("Until when and why, as people read it.", _list(_WORDS)),
        ),
        "$defs": {
            **{name: DEFINITIONS[name] for name in ("Day", "PartialDay", "Unknown")},
            "Between": _described(
                "Both days inside; on a side where there is no bound, null.",
                _object(earliest=_or(_DAY, _NOTHING), latest=_or(_DAY, _NOTHING)),
            ),
        },
    }


def finding_schema() -> JsonSchema:
    """The JSON Schema of something that is wrong or unusual in data; it holds no value."""
    return {
        "$schema": DRAFT,
        "title": "A finding",
        "description": "Where and what is wrong, and what to do; what does not apply is empty.",
        **_object(
            kind=_WORDS,
            severity=_codes(Severity),
            file=_WORDS,
            sheet=_WORDS,
            row=_or(_NUMBER, _NOTHING),
            record_type=_WORDS,
            record_id=_WORDS,
            column=_WORDS,
            field=_WORDS,
            says=_WORDS,
            remedy=_WORDS,
            source=_WORDS,
        ),
    }


def _of(name: str) -> JsonSchema:
    return {"$ref": f"#/$defs/{name}"}


def _described(description: str, schema: JsonSchema) -> JsonSchema:
    return {"description": description, **schema}


def _list(items: JsonSchema) -> JsonSchema:
    return {"type": "array", "items": items}


def _or(*schemas: JsonSchema) -> JsonSchema:
    return {"anyOf": list(schemas)}


def _codes(enum: Iterable[Enum]) -> JsonSchema:
    return {"enum": [member.value for member in enum]}


def _object(
    may_have: Mapping[str, JsonSchema] | None = None, **fields: JsonSchema
) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {**fields, **(may_have or {})},
        "required": list(fields),
        "additionalProperties": False,
    }


_OPEN: Mapping[str, JsonSchema] = {
    "kind": _codes(Kind),
    "record_type": _WORDS,
    "record_id": _WORDS,
    "field": _WORDS_OR_NOTHING,
    "awaited": _described("The record type of a list.", _WORDS_OR_NOTHING),
    "reason": _or(_codes(Reason), _NOTHING),
}
_STEP = _object(
    key=_described("Names it among all clauses.", _WORDS),
    id=_WORDS,
    says=_WORDS,
    truth=_codes(Truth),
    against=_described("It stands in the way where it holds.", _FLAG),
    in_force=_FLAG,
    source=_or(_of("Source"), _NOTHING),
    about=_described("The record of a list that it was asked of.", _or(_of("Key"), _NOTHING)),
    rests_on=_list(_of("Read")),
    steps=_list(_of("Step")),
)
_SOURCE = _object(citation=_WORDS, reference=_WORDS, confidence=_codes(Confidence))
_READ = _described(
    "A field, a list, or a record that is named and not there.",
    _or(
        _object(
            type=_WORDS,
            id=_WORDS,
            field=_WORDS,
            value=_described(
                "As files write it.",
                _or({"type": ["string", "integer", "null"]}, _object(unknown=_codes(Reason))),
            ),
            says=_WORDS,
        ),
        _object(
            list=_WORDS,
            of=_of("Key"),
            ids=_list(_WORDS),
            complete_through=_or(_DAY, _NOTHING),
            says=_WORDS,
        ),
        _object(missing=_of("Key"), says=_WORDS),
    ),
)
