"""Records that come after the day on which a caseload is known."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind, Record
from inclusion_core.model.caseload import Caseload
from inclusion_core.testing.strategies.answers import Answers
from inclusion_core.testing.strategies.contents import known_options
from inclusion_core.testing.strategies.interests import Interests
from inclusion_core.testing.strategies.layout import SUBJECT
from inclusion_core.values import ABSENT

__all__ = ["later_records"]

MOST = 2


def later_records(
    caseload: Caseload, schema: Schema, matters: Interests
) -> st.SearchStrategy[list[Record]]:
    """A few more records, all of whose days come after the known day.

    They join the lists of records that are there. Only what has a day of its own can come later;
    what was settled on entry cannot.

    Args:
        caseload: What is known.
        schema: The record types that there are.
        matters: What matters: where it names record types, only these come.
    """
    types = tuple(
        each
        for each in schema
        if (not matters.record_types or each.name in matters.record_types)
        and _may_come(each, caseload)
    )
    answers = Answers.of(caseload, schema, matters)

    @st.composite
    def few(draw: st.DrawFn) -> list[Record]:
        chosen = draw(st.lists(st.sampled_from(types), max_size=MOST)) if types else []
        return [
            _record(draw, record_type, f"later-{place}", caseload, answers)
            for place, record_type in enumerate(chosen, start=1)
        ]

    return few()


def _may_come(record_type: RecordType, caseload: Caseload) -> bool:
    fields = record_type.recorded_fields
    references = [field for field in fields if field.reference is not None]
    return (
        not record_type.derived
        and record_type.name != SUBJECT
        and any(field.kind is FieldKind.DAY for field in fields)
        and not any(field.frozen for field in references)
        and {_named_by(field) in caseload.records for field in references} == {True}
    )


def _named_by(field: Field) -> str:
    return "" if field.reference is None else field.reference.to


def _record(
    draw: st.DrawFn, record_type: RecordType, key: str, caseload: Caseload, answers: Answers
) -> Record:
    content: dict[str, Any] = {"id": key}
    for field in record_type.recorded_fields:
        if field.kind is FieldKind.KEY:
            continue
        options: tuple[Any, ...]
        if field.reference is not None:
            options = tuple(each.id for each in caseload.records[field.reference.to])
        elif field.kind is FieldKind.DAY:
            options = answers.later_days
        else:
            options = known_options(field, (record_type.name, field.name), answers.matters)
        if field.may_be_absent:
            options = (ABSENT, *options) if field.empty is ABSENT else (*options, ABSENT)
        content[field.name] = draw(st.sampled_from(options))
    return record_type.record_class(**content)
