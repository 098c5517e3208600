"""JSON Schemas of answers: a decision, what is still to be asked, a support window, a finding.

They are what ``as_json`` of these writes, for programs that read it without this library.
"""

from __future__ import annotations

from collections.abc import Mapping

from inclusion_core.expr.missing.open_fact import Kind
from inclusion_core.findings import Severity
from inclusion_core.limits.days import WindowState
from inclusion_core.rules.verdict import Verdict
from inclusion_core.sources import Confidence
from inclusion_core.truth import Truth
from inclusion_core.values import Reason
from inclusion_core.wire.field_schema import DEFINITIONS, JsonSchema
from inclusion_core.wire.schema_parts import (
    codes_of,
    described,
    either,
    list_of,
    object_of,
    the,
)

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
        **object_of(
            question=_WORDS,
            verdict=codes_of(Verdict),
            says=described("The answer in a sentence.", _WORDS),
            client=_WORDS,
            participation=described("Of an applicant there is none.", _WORDS_OR_NOTHING),
            applicant=described("Judged as if they entered on the day.", _FLAG),
            on=described("The day of the question.", _DAY),
            known_on=described("The day up to which the records are known.", _DAY),
            deciding=described("Keys of the steps that decide.", list_of(_WORDS)),
            steps=list_of(the("Step")),
            rests_on=described("What it rests on outside of any clause.", list_of(the("Read"))),
        ),
        "$defs": {
            "Day": DEFINITIONS["Day"],
            "Key": object_of(type=_WORDS, id=_WORDS),
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
        **object_of(
            still_matters=list_of(the("Open")),
            may_matter=described("What the search did not get to.", list_of(the("Open"))),
            could_settle=described(
                "Small sets some answers to which settle it.", list_of(list_of(the("Open")))
            ),
            all_sets=_FLAG,
            in_order=described(
                "What can be asked, the best question first.",
                list_of(object_of({"says": _WORDS}, **asked)),
            ),
            ask_next=either(the("Open"), _NOTHING),
            to_correct=list_of(the("Open")),
            comes_to=codes_of(Truth),
        ),
        "$defs": {"Open": object_of({"says": _WORDS}, **_OPEN)},
    }


def window_schema() -> JsonSchema:
    """The JSON Schema of a support window."""
    day = either(the("PartialDay"), _NOTHING, the("Unknown"))
    between = the("Between")
    return {
        "$schema": DRAFT,
        "title": "A support window",
        "description": "From when and until when one client may be supported, as things stand.",
        **object_of(
            participation=_WORDS,
            client=_WORDS,
            applicant=_FLAG,
            programme=_WORDS,
            support=_WORDS,
            limit=_WORDS,
            on=_DAY,
            known_on=_DAY,
            state=codes_of(WindowState),
            first_day=described("Absent where it never comes.", day),
            first_day_between=between,
            last_day=described("Inside the window; absent where nothing ends it.", day),
            last_day_between=between,
            remaining_days=object_of(least=either(_DAYS, _NOTHING), most=either(_DAYS, _NOTHING)),
            ended_by=list_of(_WORDS),
            will_end_by=list_of(_WORDS),
            may_end_by=list_of(_WORDS),
            ends=list_of(object_of(id=_WORDS, last_day_between=between)),
            sentences=described("Until when and why, as people read it.", list_of(_WORDS)),
        ),
        "$defs": {
            **{name: DEFINITIONS[name] for name in ("Day", "PartialDay", "Unknown")},
            "Between": described(
                "Both days inside; on a side where there is no bound, null.",
                object_of(earliest=either(_DAY, _NOTHING), latest=either(_DAY, _NOTHING)),
            ),
        },
    }


def finding_schema() -> JsonSchema:
    """The JSON Schema of something that is wrong or unusual in data; it holds no value."""
    return {
        "$schema": DRAFT,
        "title": "A finding",
        "description": "Where and what is wrong, and what to do; what does not apply is empty.",
        **object_of(
            kind=_WORDS,
            severity=codes_of(Severity),
            file=_WORDS,
            sheet=_WORDS,
            row=either(_NUMBER, _NOTHING),
            record_type=_WORDS,
            record_id=_WORDS,
            column=_WORDS,
            field=_WORDS,
            says=_WORDS,
            remedy=_WORDS,
            source=_WORDS,
        ),
    }


_OPEN: Mapping[str, JsonSchema] = {
    "kind": codes_of(Kind),
    "record_type": _WORDS,
    "record_id": _WORDS,
    "field": _WORDS_OR_NOTHING,
    "awaited": described("The record type of a list.", _WORDS_OR_NOTHING),
    "reason": either(codes_of(Reason), _NOTHING),
}
_STEP = object_of(
    key=described("Names it among all clauses.", _WORDS),
    id=_WORDS,
    says=_WORDS,
    truth=codes_of(Truth),
    against=described("It stands in the way where it holds.", _FLAG),
    in_force=_FLAG,
    source=either(the("Source"), _NOTHING),
    about=described("The record of a list that it was asked of.", either(the("Key"), _NOTHING)),
    rests_on=list_of(the("Read")),
    steps=list_of(the("Step")),
)
_SOURCE = object_of(citation=_WORDS, reference=_WORDS, confidence=codes_of(Confidence))
_READ = described(
    "A field, a list, or a record that is named and not there.",
    either(
        object_of(
            type=_WORDS,
            id=_WORDS,
            field=_WORDS,
            value=described(
                "As files write it.",
                either(
                    {"type": ["string", "integer", "null"]}, object_of(unknown=codes_of(Reason))
                ),
            ),
            says=_WORDS,
        ),
        object_of(
            list=_WORDS,
            of=the("Key"),
            ids=list_of(_WORDS),
            complete_through=either(_DAY, _NOTHING),
            says=_WORDS,
        ),
        object_of(missing=the("Key"), says=_WORDS),
    ),
)
