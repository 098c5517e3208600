"""Everything in a caseload that contradicts itself, or can hardly be.

Only what is surely so counts: a day that is known in part contradicts another where no day inside
it would do.
"""

from __future__ import annotations

from collections.abc import Iterable

from inclusion_core.checks.check import Check
from inclusion_core.checks.consistency.money.costs import COST_CHECKS
from inclusion_core.checks.consistency.money.funding import FUNDING_CHECKS
from inclusion_core.checks.consistency.people.ages import AGE_CHECKS
from inclusion_core.checks.consistency.people.beginnings import BEGINNING_CHECKS
from inclusion_core.checks.consistency.people.keeping import KEEPING_CHECKS
from inclusion_core.checks.consistency.people.lifetimes import LIFETIME_CHECKS
from inclusion_core.checks.consistency.people.one_person import PERSON_CHECKS
from inclusion_core.checks.consistency.records.references import REFERENCE_CHECKS
from inclusion_core.checks.consistency.records.support import SUPPORT_CHECKS
from inclusion_core.checks.consistency.times.future import FUTURE_CHECKS
from inclusion_core.checks.consistency.times.halves import HALVES_CHECKS
from inclusion_core.checks.consistency.times.order import ORDER_CHECKS
from inclusion_core.checks.consistency.times.overlaps import OVERLAP_CHECKS
from inclusion_core.checks.consistency.times.within import WITHIN_CHECKS
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.looking import findings_in
from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload, Journal

__all__ = ["CONSISTENCY_CHECKS", "contradictions"]

CONSISTENCY_CHECKS: tuple[Check, ...] = (
    *REFERENCE_CHECKS,
    *ORDER_CHECKS,
    *OVERLAP_CHECKS,
    *PERSON_CHECKS,
    *LIFETIME_CHECKS,
    *BEGINNING_CHECKS,
    *AGE_CHECKS,
    *FUTURE_CHECKS,
    *FUNDING_CHECKS,
    *COST_CHECKS,
    *HALVES_CHECKS,
    *WITHIN_CHECKS,
    *SUPPORT_CHECKS,
    *KEEPING_CHECKS,
)


def contradictions(
    caseload: Caseload,
    schema: Schema,
    checks: Iterable[Check] = CONSISTENCY_CHECKS,
    journal: Journal | None = None,
) -> tuple[Finding, ...]:
    """All that the checks find, ordered by record, then kind.

    A check that fails is a finding of its own, and stops no other.

    Args:
        caseload: The records as known on a day.
        schema: The record types that there are.
        checks: What is looked for.
        journal: All versions of the records, for checks that look at what was recorded when.
    """
    return findings_in(Examined(caseload=caseload, schema=schema, journal=journal), checks)
