"""All laws that are asked of drawn caseloads, in the order in which they are asked."""

from __future__ import annotations

from inclusion_core.testing.conformance.check import Conformance
from inclusion_core.testing.conformance.laws.arranging import IDS_TELL_NOTHING, ORDER_TELLS_NOTHING
from inclusion_core.testing.conformance.laws.calendar import DAYS_ARE_MOVED, YEARS_ARE_MONTHS
from inclusion_core.testing.conformance.laws.changing import ANSWERS_CHANGE
from inclusion_core.testing.conformance.laws.deciding import DECIDED_STAYS_DECIDED
from inclusion_core.testing.conformance.laws.ending import LIMITS_END
from inclusion_core.testing.conformance.laws.engines import ENGINES_AGREE
from inclusion_core.testing.conformance.laws.inequalities import INEQUALITIES_HOLD
from inclusion_core.testing.conformance.laws.knowing import UNKNOWN_IS_NOT_COUNTED
from inclusion_core.testing.conformance.laws.meeting import PERIODS_MEET
from inclusion_core.testing.conformance.laws.members import MEMBERS_MAKE_FIGURES
from inclusion_core.testing.conformance.laws.once import PERSONS_COUNT_ONCE
from inclusion_core.testing.conformance.laws.publishing import PUBLIC_FORM_HIDES_FEW
from inclusion_core.testing.conformance.laws.raising import NOTHING_RAISES
from inclusion_core.testing.conformance.laws.splitting import PEOPLE_ADD_UP

__all__ = ["CASELOAD_CHECKS"]

CASELOAD_CHECKS: tuple[Conformance, ...] = (
    NOTHING_RAISES,
    ORDER_TELLS_NOTHING,
    IDS_TELL_NOTHING,
    PEOPLE_ADD_UP,
    PERSONS_COUNT_ONCE,
    PERIODS_MEET,
    DECIDED_STAYS_DECIDED,
    UNKNOWN_IS_NOT_COUNTED,
    LIMITS_END,
    ANSWERS_CHANGE,
    DAYS_ARE_MOVED,
    YEARS_ARE_MONTHS,
    INEQUALITIES_HOLD,
    MEMBERS_MAKE_FIGURES,
    PUBLIC_FORM_HIDES_FEW,
    ENGINES_AGREE,
)
"""First that questions are answered at all, last what is slow."""
