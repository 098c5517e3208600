"""Answers of the interpreter and of the generated reader, errors included, to be compared."""

from __future__ import annotations

from typing import Any

from inclusion_core.expr import nodes
from inclusion_core.expr.generated import GeneratedReader, comparisons
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from kernel_lab.random_cases import Case, node_of
from kernel_lab.readings import parameters
from kernel_lab.toy import SCHEMA

UNIONS = {
    "truth": nodes.TruthNode,
    "day": nodes.DayNode,
    "code": nodes.CodeNode,
    "number": nodes.NumberNode,
}


def readers(records: Records, **given: Any) -> tuple[ObjectReader, GeneratedReader]:
    """Both readers, on the same records and with the same parameters."""
    asked = {"parameters": parameters(), **given}
    return ObjectReader(records, **asked), GeneratedReader(records, **asked)


def kind(written: Any) -> str:
    """The kind of the answer to an expression."""
    return next(name for name, union in UNIONS.items() if isinstance(node_of(written), union))


def answer(reader: Any, written: Any, record: Any) -> Any:
    """The answer, its class beside it; or the error."""
    try:
        found = getattr(reader, kind(written))(written, record)
    except Exception as error:  # noqa: BLE001  errors are compared, whatever they are
        return type(error), error.args
    return type(found), found


def differences(one: ObjectReader, other: GeneratedReader, written: Any, record: Any) -> list[Any]:
    """What the two readers say about a record, where it is not the same; the trace included."""
    said = [answer(one, written, record), answer(other, written, record)]
    if kind(written) == "truth":
        try:
            its_parts = tuple(one.truth(part, record) for part in comparisons(written))
            expected: Any = (one.truth(written, record), its_parts)
        except Exception as error:  # noqa: BLE001  errors are compared, whatever they are
            expected = type(error), error.args
        try:
            traced: Any = other.traced(written, record)
        except Exception as error:  # noqa: BLE001  errors are compared, whatever they are
            traced = type(error), error.args
        if traced != expected:
            return [expected, traced]
    return [] if said[0] == said[1] else said


def differing(case: Case) -> list[Any]:
    """Where the two readers do not agree on a case."""
    one, other = readers(
        Records(SCHEMA, case.world), parameters=parameters(case.days), known_on=case.known_on
    )
    return [
        (name, record.id, found)
        for name, written in case.expressions.items()
        for record in case.world[case.root]
        if (found := differences(one, other, written, record))
    ]


__all__ = ["answer", "differences", "differing", "kind", "readers"]
