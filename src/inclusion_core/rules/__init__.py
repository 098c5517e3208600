"""Eligibility rules as values: who may be in a programme, and on whose authority.

They judge nobody by themselves, and are refused where some of them are missing.
"""

from __future__ import annotations

from inclusion_core.rules.eligibility import Eligibility, EligibilityRefusedError
from inclusion_core.rules.rule import Rule

__all__ = ["Eligibility", "EligibilityRefusedError", "Rule"]
