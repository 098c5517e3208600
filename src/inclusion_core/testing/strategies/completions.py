"""Ways in which what is not known turns out; what is known stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import attrs
from hypothesis import strategies as st

from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import FieldKind, Record
from inclusion_core.model.caseload import Caseload
from inclusion_core.testing.strategies.answers import Answers
from inclusion_core.testing.strategies.interests import Interests
from inclusion_core.testing.strategies.later import later_records
from inclusion_core.values import ABSENT

__all__ = ["completions"]


def completions(
    caseload: Caseload,
    *,
    schema: Schema = SCHEMA,
    interests: Interests | None = None,
    later: bool = False,
) -> st.SearchStrategy[Caseload]:
    """One way in which what is not known becomes known; what is known stays.

    An unknown value becomes a known one, or absent where that may be; a day that is known in part
    becomes one of its days. It need not be a way that makes sense: a reader knows nothing of that.

    Args:
        caseload: What is known.
        schema: The record types that there are.
        interests: What matters; days are drawn where it names them.
        later: Whether what has not happened may still happen after the known day: an absent day
            may come, and one or two further records, all of whose days come after it. A reader
            who is asked as things stand need not agree with that; one who is asked up to the known
            day must.

    Example:
        >>> from datetime import date
        >>> from hypothesis import find
        >>> from inclusion_core.model.client import Client
        >>> from inclusion_core.values import PartialDay
        >>> year = PartialDay.of_year(1990)
        >>> client = Client(id="c1", provider_id="p1", born_on=year, died_on=ABSENT)
        >>> known = Caseload.of_records([client], known_on=date(2020, 1, 1))
        >>> turned_out, = find(completions(known), lambda caseload: True).of(Client)
        >>> str(turned_out.born_on), turned_out.gender
        ('1990-01-01', <Gender.FEMALE: 'female'>)
    """
    matters = Interests() if interests is None else interests
    answers = Answers.of(caseload, schema, matters)

    @st.composite
    def turned_out(draw: st.DrawFn) -> Caseload:
        records = [
            _completed(draw, schema.type_of(record), record, answers, later=later)
            for record in _recorded(caseload, schema)
        ]
        if later:
            records += draw(later_records(caseload, schema, matters))
        made = Caseload.of_records(records, known_on=caseload.known_on)
        return attrs.evolve(made, tombstones=caseload.tombstones)

    return turned_out()


def _recorded(caseload: Caseload, schema: Schema) -> Iterator[Record]:
    for name, records in caseload.records.items():
        if not schema[name].derived:
            yield from records


def _completed(
    draw: st.DrawFn, record_type: RecordType, record: Record, answers: Answers, *, later: bool
) -> Record:
    changed: dict[str, Any] = {}
    for field in record_type.recorded_fields:
        value = getattr(record, field.name)
        options = answers.to(record_type.name, field, value)
        if later and value is ABSENT and field.kind is FieldKind.DAY:
            options = (ABSENT, *answers.later_days)
        if options:
            changed[field.name] = draw(st.sampled_from(options))
    whole: Any = record
    return cast("Record", attrs.evolve(whole, **changed))
