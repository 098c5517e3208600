"""Reconciling: the same persons in several operations, and why totals of several metrics differ."""

from __future__ import annotations

from inclusion_core.reports.reconciling.reconciliation import Reconciliation, reconciled
from inclusion_core.reports.reconciling.telling import reconciliation_report

__all__ = ["Reconciliation", "reconciled", "reconciliation_report"]
