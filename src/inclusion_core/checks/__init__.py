"""Checks: what in a caseload contradicts itself, told as findings; nothing is changed."""

from __future__ import annotations

from inclusion_core.checks.check import Check
from inclusion_core.checks.consistency import CONSISTENCY_CHECKS, contradictions

__all__ = ["CONSISTENCY_CHECKS", "Check", "contradictions"]
