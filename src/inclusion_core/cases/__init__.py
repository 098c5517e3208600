"""Worked cases as files: what is recorded of a few people, and what must come of it.

Who knows the law writes them, reviews them and prints them; no program is needed for that.
"""

from __future__ import annotations

from inclusion_core.cases.case import CasesRead, Expectation, Judged, WorkedCase
from inclusion_core.cases.judging import judged
from inclusion_core.cases.reading import read_cases

__all__ = ["CasesRead", "Expectation", "Judged", "WorkedCase", "judged", "read_cases"]
