"""The answers of every reader in one form, by record and expression, so that they can be compared.

Truths are ``True``, ``False`` or ``None``; days are intervals of ordinal numbers whose infinities
are those of ``float``; numbers are intervals; codes are texts or
:class:`~kernel_lab.measures.Code`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import inf
from typing import Any, TypeAlias

from inclusion_core.expr.frames import FrameReader, Tables
from inclusion_core.expr.frames.engines import Engine
from inclusion_core.expr.objects import UNKNOWN_CODE, ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, ALWAYS, NEVER
from kernel_lab.measures import Code
from kernel_lab.random_cases import (
    PARAMETER_CODES,
    PARAMETER_DAYS,
    PARAMETER_NUMBERS,
    Case,
    kind_of,
    node_of,
)
from kernel_lab.random_records import World
from kernel_lab.toy import SCHEMA

Answers: TypeAlias = dict[tuple[str, str], Any]


def parameters(days: dict[str, date] | None = None) -> Parameters:
    return Parameters(
        days=PARAMETER_DAYS if days is None else days,
        numbers=PARAMETER_NUMBERS,
        codes=PARAMETER_CODES,
    )


def object_reader(
    world: World, *, days: dict[str, date] | None = None, known_on: date | None = None
) -> ObjectReader:
    return ObjectReader(Records(SCHEMA, world), parameters=parameters(days), known_on=known_on)


def by_oracle(case: Case) -> Answers:
    oracle = case.oracle()
    return {
        (record.id, name): getattr(oracle, kind_of(name))(node_of(written), oracle.scope(record))
        for record in case.world[case.root]
        for name, written in case.expressions.items()
    }


def by_objects(case: Case) -> Answers:
    reader = object_reader(case.world, days=case.days, known_on=case.known_on)
    return {
        (record.id, name): object_answer(reader, kind_of(name), written, record)
        for record in case.world[case.root]
        for name, written in case.expressions.items()
    }


def object_answer(reader: ObjectReader, kind: str, written: Any, record: Any) -> Any:
    return OF_OBJECTS[kind](getattr(reader, kind)(written, record))


def by_frames(case: Case, engine: Engine, session: Any = None) -> Answers:
    return by_tables(case, Tables.of_records(SCHEMA, case.world, engine=engine, session=session))


def by_tables(case: Case, tables: Tables) -> Answers:
    reader = FrameReader(tables, parameters=parameters(case.days), known_on=case.known_on)
    rows = reader.read(case.root, case.expressions).collect(backend="polars").rows(named=True)
    assert len(rows) == len(case.world[case.root])
    return {
        (row["id"], name): OF_COLUMNS[kind_of(name)](row, name)
        for row in rows
        for name in case.expressions
    }


def ordinal(day: date) -> float:
    return {ALWAYS: -inf, NEVER: inf}.get(day, day.toordinal())


OF_OBJECTS: dict[str, Callable[[Any], Any]] = {
    "truth": {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}.__getitem__,
    "day": lambda span: (ordinal(span.earliest), ordinal(span.latest)),
    "number": lambda span: (span.least, span.most),
    "code": lambda code: {ABSENT: Code.ABSENT, UNKNOWN_CODE: Code.UNKNOWN}.get(code, code),
}

OF_COLUMNS: dict[str, Callable[[Any, str], Any]] = {
    "truth": lambda row, name: row[name],
    "day": lambda row, name: (ordinal(row[f"{name}_earliest"]), ordinal(row[f"{name}_latest"])),
    "number": lambda row, name: (row[f"{name}_least"], row[f"{name}_most"]),
    "code": lambda row, name: {None: Code.UNKNOWN, "": Code.ABSENT}.get(row[name], row[name]),
}
