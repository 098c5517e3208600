"""All checks of the kit, in the order in which they are asked."""

from __future__ import annotations

from inclusion_core.testing.conformance.check import Conformance
from inclusion_core.testing.conformance.declarations import DECLARATION_CHECKS
from inclusion_core.testing.conformance.laws.all_laws import CASELOAD_CHECKS

__all__ = ["CHECKS"]

CHECKS: tuple[Conformance, ...] = (*DECLARATION_CHECKS, *CASELOAD_CHECKS)
"""First that it loads, then what declarations promise by themselves, then what needs caseloads."""
