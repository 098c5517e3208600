"""Hypothesis strategies for records, caseloads and journals, and for how they may turn out.

A caseload that is drawn is small and whole: references lead somewhere, histories are in order, and
days lie where rules turn. What fails is shrunk to few records with plain values.
"""

from __future__ import annotations

from inclusion_core.testing.strategies.caseloads import caseloads
from inclusion_core.testing.strategies.completions import completions
from inclusion_core.testing.strategies.days import days
from inclusion_core.testing.strategies.interests import Interests, Move
from inclusion_core.testing.strategies.journals import journals
from inclusion_core.testing.strategies.records import records
from inclusion_core.testing.strategies.values import values_of

__all__ = [
    "Interests",
    "Move",
    "caseloads",
    "completions",
    "days",
    "journals",
    "records",
    "values_of",
]
