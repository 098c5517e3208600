"""Lineage: the subjects behind each number of a report, and whose they are."""

from __future__ import annotations

from inclusion_core.reports.lineage.lineage import Backing, Lineage
from inclusion_core.reports.lineage.subjects import Clause, Listing, State, Subject

__all__ = ["Backing", "Clause", "Lineage", "Listing", "State", "Subject"]
