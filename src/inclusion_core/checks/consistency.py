"""Everything in a caseload that contradicts itself, or can hardly be.

Only what is surely so counts: a day that is known in part contradicts another where no day inside
it would do.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from inclusion_core.checks.check import Check
from inclusion_core.checks.costs import COST_CHECKS
from inclusion_core.checks.failing import with_care
from inclusion_core.checks.funding import FUNDING_CHECKS
from inclusion_core.checks.future import FUTURE_CHECKS
from inclusion_core.checks.halves import HALVES_CHECKS
from inclusion_core.checks.keeping import KEEPING_CHECKS
from inclusion_core.checks.lifetimes import LIFETIME_CHECKS
from inclusion_core.checks.order import ORDER_CHECKS
from inclusion_core.checks.overlaps import OVERLAP_CHECKS
from inclusion_core.checks.participations import PARTICIPATION_CHECKS
from inclusion_core.checks.persons import PERSON_CHECKS
from inclusion_core.checks.references import REFERENCE_CHECKS
from inclusion_core.checks.support import SUPPORT_CHECKS
from inclusion_core.checks.within import WITHIN_CHECKS
from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload

__all__ = ["CONSISTENCY_CHECKS", "contradictions"]

CONSISTENCY_CHECKS: tuple[Check, ...] = (
    *REFERENCE_CHECKS,
    *ORDER_CHECKS,
    *OVERLAP_CHECKS,
    *PARTICIPATION_CHECKS,
    *PERSON_CHECKS,
    *LIFETIME_CHECKS,
    *FUTURE_CHECKS,
    *FUNDING_CHECKS,
    *COST_CHECKS,
    *HALVES_CHECKS,
    *WITHIN_CHECKS,
    *SUPPORT_CHECKS,
    *KEEPING_CHECKS,
)


def contradictions(
    caseload: Caseload, schema: Schema, checks: Iterable[Check] = CONSISTENCY_CHECKS
) -> tuple[Finding, ...]:
    """All that the checks find, ordered by record, then kind.

    A check that fails is a finding of its own, and stops no other.

    Args:
        caseload: The records as known on a day.
        schema: The record types that there are.
        checks: What is looked for.
    """
    careful = map(with_care, checks)
    found = (finding for check in careful for finding in check.find(caseload, schema))
    return tuple(sorted(found, key=attrgetter("order")))
