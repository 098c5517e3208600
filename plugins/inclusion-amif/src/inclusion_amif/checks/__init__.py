"""What is looked for in data on projects of the fund, and on who is supported in them."""

from __future__ import annotations

from inclusion_amif.checks.language import LANGUAGE_CHECKS
from inclusion_amif.checks.projects import PROJECT_CHECKS
from inclusion_amif.checks.two_funds import TWO_FUNDS_CHECKS
from inclusion_core.checks.check import Check

__all__ = ["CHECKS"]

CHECKS: tuple[Check, ...] = (*PROJECT_CHECKS, *LANGUAGE_CHECKS, *TWO_FUNDS_CHECKS)
