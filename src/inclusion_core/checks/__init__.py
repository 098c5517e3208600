"""Checks: what in data contradicts itself or offends a rule, told as findings.

Nothing is changed. What contradicts itself whatever the programme is in ``consistency``; the other
modules make checks of which a programme declares some, each with the source of the rule.
"""

from __future__ import annotations

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.consistency import CONSISTENCY_CHECKS, contradictions
from inclusion_core.checks.examined import Examined

__all__ = ["CONSISTENCY_CHECKS", "Check", "Examined", "Fault", "contradictions"]
