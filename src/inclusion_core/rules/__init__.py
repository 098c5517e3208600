"""Eligibility rules: who may be in a programme, on whose authority, and what follows for one case.

Nobody is judged where some of the rules are missing.
"""

from __future__ import annotations

from inclusion_core.rules.decision import Decision
from inclusion_core.rules.eligibility import Eligibility, EligibilityRefusedError
from inclusion_core.rules.question import Question
from inclusion_core.rules.rule import Moment, Role, Rule
from inclusion_core.rules.verdict import Verdict

__all__ = [
    "Decision",
    "Eligibility",
    "EligibilityRefusedError",
    "Moment",
    "Question",
    "Role",
    "Rule",
    "Verdict",
]
