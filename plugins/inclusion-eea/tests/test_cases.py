"""Worked cases of the project, counted by hand; each row is a test."""

from pathlib import Path

from inclusion_core.testing import WorkedCases


class TestCases(WorkedCases):
    folder = Path(__file__).parent / "cases"
