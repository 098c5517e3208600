"""Checks that fail: one that raises is named and stops no other."""

from __future__ import annotations

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload
from inclusion_core.texts import lv

__all__ = ["with_care"]

FAILED = Fault(
    kind="check.failed",
    says=lv("pārbaude {check} netika galā; ko vēl tā atrastu, nav zināms").en(
        "the check {check} failed; what else it would have found is not known"
    ),
    remedy=lv("ziņojiet tam, kas šo pārbaudi izplata").en("tell those who distribute this check"),
)


def with_care(check: Check) -> Check:
    """The same check; where it raises, or gives what is no finding, that is a finding.

    Nothing is told of why: what it raised may hold a value of a client.
    """

    def find(caseload: Caseload, schema: Schema) -> list[Finding]:
        found: list[Finding] = []
        try:
            for each in check.find(caseload, schema):
                found.append(_finding(each))  # noqa: PERF401  what came before a fault is kept
        except KeyboardInterrupt:
            raise
        except BaseException:  # noqa: BLE001  one that exits or panics must not stop others
            found.append(_failed(check))
        return found

    return attrs.evolve(check, find=find)


def _finding(each: object) -> Finding:
    if isinstance(each, Finding):
        return each
    raise TypeError


def _failed(check: Check) -> Finding:
    return Finding(
        kind=FAILED.kind,
        says=FAILED.says.filled(check=check.id),
        remedy=FAILED.remedy,
        severity=FAILED.severity,
    )
