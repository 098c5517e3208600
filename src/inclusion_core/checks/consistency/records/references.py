"""References that lead nowhere, whatever the record type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.examined import Examined
from inclusion_core.fields import Record
from inclusion_core.findings import Finding
from inclusion_core.texts import lv

__all__ = ["REFERENCE_CHECKS"]

MISSING = Fault(
    kind="check.missing-reference",
    says=lv("ieraksts, uz ko šis norāda, datos nav").en(
        "the record that this one names is not there"
    ),
    remedy=lv("izlabojiet norādi vai pievienojiet trūkstošo ierakstu").en(
        "correct the reference, or add the missing record"
    ),
)
ERASED = Fault(
    kind="check.reference-to-erased",
    says=lv("ieraksts, uz ko šis norāda, ir dzēsts").en("the record that this one names is erased"),
    remedy=lv("izdzēsiet arī šo ierakstu vai izlabojiet norādi").en(
        "erase this record too, or correct the reference"
    ),
)


def _references(examined: Examined) -> Iterator[tuple[Record, str, str, str]]:
    """Each recorded reference: the record, its field, and the type and id that it names."""
    for record_type in examined.schema:
        for field in record_type.recorded_fields:
            if field.reference is not None:
                for record in examined.records.of_type(record_type.name):
                    yield record, field.name, field.reference.to, getattr(record, field.name)


def _leading_nowhere(
    fault: Fault, applies: Callable[[bool], bool], examined: Examined
) -> Iterator[Finding]:
    erased = set(examined.caseload.tombstones)
    for record, field, to, key in _references(examined):
        if examined.records.find(to, key) is None and applies((to, key) in erased):
            yield fault.at(record, field)


def _never_there(erased: bool) -> bool:
    return not erased


REFERENCE_CHECKS: tuple[Check, ...] = (
    MISSING.check(partial(_leading_nowhere, MISSING, _never_there)),
    ERASED.check(partial(_leading_nowhere, ERASED, bool)),
)
