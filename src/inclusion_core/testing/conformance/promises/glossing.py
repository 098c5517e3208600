"""Whether every record type, field and code of the plugin has a word that people know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any

from inclusion_core.expr.handles import CodeExpression
from inclusion_core.expr.schema import RecordType
from inclusion_core.fields import type_name
from inclusion_core.reports.tables import BreakdownTable, CrossTable
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.faults import fault_told
from inclusion_core.testing.conformance.given import Given
from inclusion_core.texts import Language, Text

__all__ = ["CODES_HAVE_WORDS"]


def _wordless(given: Given) -> Iterator[Broken]:
    vocabulary = given.catalogue.vocabulary
    for record_type in _own_types(given):
        name = record_type.name
        if name not in vocabulary.types and name in given.schema.record_types:
            yield _lacking(name, f"record type {name!r}", f"types={{{name!r}: ...}}")
        for field in record_type.fields.values():
            key = f"{name}.{field.name}"
            if key not in vocabulary.fields and field.name not in vocabulary.fields:
                yield _lacking(name, f"field {field.name!r}", f"fields={{{key!r}: ...}}")
            for member in field.enum or ():
                if member not in vocabulary.codes:
                    code = f"{type(member).__name__}.{member.name}"
                    yield _lacking(name, f"code {code}", f"codes={{{code}: ...}}")
    for form in given.brought.reports:
        for table in form.tables:
            match table:
                case CrossTable():
                    codes = (*table.codes, *_members(table.by.code))
                    yield from _unnamed(f"{form.id}/{table.id}", table.name, codes)
                case BreakdownTable(metric=metric) if metric.by is not None:
                    codes = _members(metric.by.code)
                    yield from _unnamed(f"{form.id}/{table.id}", table.name, codes)
                case _:
                    pass  # shows no codes


def _own_types(given: Given) -> Iterator[RecordType]:
    for record_class in given.brought.record_types:
        yield given.schema[type_name(record_class)]
    for table in given.brought.facts_tables:
        yield table.record_type


def _lacking(about: str, what: str, write: str) -> Broken:
    return Broken(
        about,
        f"{what} has no words, so that people would read it as in code; name it in a Vocabulary "
        f"with {write}",
    )


def _members(code: CodeExpression[Any]) -> tuple[str, ...]:
    """The codes of a closed list; none of one that is kept elsewhere."""
    return tuple(member.value for member in code.codes) if issubclass(code.codes, Enum) else ()


def _unnamed(about: str, name: Callable[[str], Text], codes: tuple[str, ...]) -> Iterator[Broken]:
    for code in dict.fromkeys(codes):
        try:
            words = [name(code).in_(language) for language in Language]
        except Exception as fault:  # noqa: BLE001  the plugin's own function
            yield Broken(about, f"its name of the code {code!r} raises {fault_told(fault)}")
            continue
        if not all(each.strip() for each in words):
            yield Broken(about, f"the code {code!r} has no name; give one in both languages")


CODES_HAVE_WORDS = Conformance(
    "codes-have-words",
    "Every record type, field and code of the plugin, and every code in its reports, has words.",
    _wordless,
    concerns=lambda given: bool(
        given.brought.record_types or given.brought.facts_tables or given.brought.reports
    ),
)
