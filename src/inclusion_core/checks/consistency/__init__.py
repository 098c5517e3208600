"""What contradicts itself, whatever the programme."""

from __future__ import annotations

from inclusion_core.checks.consistency.contradictions import CONSISTENCY_CHECKS, contradictions

__all__ = ["CONSISTENCY_CHECKS", "contradictions"]
