"""What is asked of each of many records, read as counting reads it: on records and on tables."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.answers import Answers, answers
from inclusion_core.expr.generated import GeneratedReader
from inclusion_core.expr.handles import CodeExpression, Condition, NumberExpression, all_of
from inclusion_core.expr.objects import UNKNOWN_CODE, ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.building import counted_records, counted_tables
from inclusion_core.facts.table import FactsTable
from inclusion_core.metrics.tally import Group, NoCode
from inclusion_core.reports.data import ReportData
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT

if TYPE_CHECKING:
    from inclusion_core.expr.frames.tables import Tables

__all__ = ["Questions", "Reading", "keys", "readings", "types_there"]


@attrs.frozen(kw_only=True)
class Questions:
    """What is asked of each record of a type.

    Attributes:
        record_type: Of which records.
        table: The facts table whose rows they are; ``None`` where records are asked.
        truths: Conditions.
        codes: Codes.
        amount: A number; ``None`` for none.
    """

    record_type: str
    table: FactsTable | None
    truths: tuple[Condition, ...]
    codes: tuple[CodeExpression[Any], ...] = ()
    amount: NumberExpression | None = None


class Reading(NamedTuple):
    """What was found for one record.

    Attributes:
        id: Its key.
        truths: Whether each condition holds.
        codes: Each code, or why there is none.
        amount: The number; ``None`` where it is not known or was not asked.
    """

    id: str
    truths: tuple[Truth, ...]
    codes: tuple[Group, ...]
    amount: int | None


def types_there(data: ReportData) -> Container[str]:
    """The record types of which the data tell."""
    on = data.on
    return on.schema.record_types if isinstance(on, Records) else on.frames


def readings(questions: Questions, data: ReportData, parameters: Parameters) -> tuple[Reading, ...]:
    """What each record answers on the day up to which the data are known, ordered by id."""
    on = data.on
    if isinstance(on, Records):
        records = counted_records(questions.table, on, parameters)
        found = _of_records(questions, records, parameters, data.known_on)
    else:
        tables = counted_tables(questions.table, on, parameters)
        found = _of_tables(questions, tables, parameters, data.known_on)
    return tuple(sorted(found, key=lambda each: each.id))


def _of_records(
    asked: Questions, records: Records, parameters: Parameters, known_on: date
) -> Iterator[Reading]:
    reader = GeneratedReader(records, parameters=parameters, known_on=known_on)
    for record in records.of_type(asked.record_type):
        amount = None
        if asked.amount is not None:
            amount = _exact(*reader.number(asked.amount, record))
        yield Reading(
            record.id,
            tuple(reader.truth(each, record) for each in asked.truths),
            tuple(_group(reader.code(each, record)) for each in asked.codes),
            amount,
        )


def _of_tables(
    asked: Questions, tables: Tables, parameters: Parameters, known_on: date
) -> Iterator[Reading]:
    from inclusion_core.expr.frames.engines import worked_out  # noqa: PLC0415  an extra
    from inclusion_core.expr.frames.reader import FrameReader  # noqa: PLC0415  an extra

    truths = {f"truth_{place}": each for place, each in enumerate(asked.truths)}
    codes = {f"code_{place}": each for place, each in enumerate(asked.codes)}
    amounts = {} if asked.amount is None else {"amount": asked.amount}
    reader = FrameReader(tables, parameters=parameters, known_on=known_on)
    read = reader.read(asked.record_type, {**truths, **codes, **amounts})
    for row in worked_out(read).rows(named=True):
        yield Reading(
            row["id"],
            tuple(Truth.of(row[name]) for name in truths),
            tuple(_group_of(row[name]) for name in codes),
            _exact(row["amount_least"], row["amount_most"]) if amounts else None,
        )


def _exact(least: int | None, most: int | None) -> int | None:
    return least if least == most else None


def _group(code: object) -> Group:
    if code is UNKNOWN_CODE:
        return NoCode.UNKNOWN
    return NoCode.ABSENT if code is ABSENT else str(code)


def _group_of(code: str | None) -> Group:
    return NoCode.UNKNOWN if code is None else code or NoCode.ABSENT


def keys(
    data: ReportData, record_type: str, named: Sequence[nodes.CodeNode]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The keys that each record of a type holds, or one that it names; empty where it has none."""
    asked = {str(place): node for place, node in enumerate(named)}
    for each in _answers(data, record_type, asked):
        yield each.id, tuple(_key(each, name) for name in asked)


def _answers(
    data: ReportData, record_type: str, asked: Mapping[str, nodes.CodeNode]
) -> tuple[Answers, ...]:
    if isinstance(data.on, Records):
        return answers(ObjectReader(data.on), record_type, all_of(), {}, asked)
    from inclusion_core.expr.frames.answered import answered  # noqa: PLC0415  an extra
    from inclusion_core.expr.frames.reader import FrameReader  # noqa: PLC0415  an extra

    return answered(FrameReader(data.on), record_type, all_of(), {}, asked)


def _key(answers: Answers, name: str) -> str:
    key = answers.values.get(name)
    return key if isinstance(key, str) else ""
