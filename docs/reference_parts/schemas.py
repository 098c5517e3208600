"""The JSON Schemas that other programs take: of a journal, of each record, of what is answered."""

from __future__ import annotations

import json
from collections.abc import Mapping

from inclusion_core import SCHEMA
from inclusion_core.reports.formats.json_schema import report_schema
from inclusion_core.wire.answer_schemas import (
    decision_schema,
    finding_schema,
    open_questions_schema,
    window_schema,
)
from inclusion_core.wire.json_schema import json_schema, record_schema
from inclusion_core.wire.layout import recorded_types
from inclusion_core.words import WORDS

__all__ = ["schema_files"]


def schema_files() -> Mapping[str, str]:
    """The files, by their path below ``reference/schemas``."""
    schemas = {
        "journal.json": json_schema(SCHEMA, WORDS),
        "report.json": report_schema(),
        "decision.json": decision_schema(),
        "finding.json": finding_schema(),
        "open-questions.json": open_questions_schema(),
        "support-window.json": window_schema(),
        **{
            f"records/{name}.json": record_schema(each, WORDS)
            for name, each in recorded_types(SCHEMA).items()
        },
    }
    return {
        name: f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n"
        for name, schema in schemas.items()
    }
