"""Worked cases as tests: each row of each case is one, and every fault of the files another.

A plugin subclasses the class once:

    from pathlib import Path

    from inclusion_core.testing.worked_cases import WorkedCases


    class TestCases(WorkedCases):
        folder = Path(__file__).parent / "cases"
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import attrs
import pytest

from inclusion_core.cases.case import CasesRead, Judged
from inclusion_core.cases.judging import judged
from inclusion_core.cases.reading import read_cases
from inclusion_core.cases.telling import finding_line, told
from inclusion_core.catalogue import Catalogue
from inclusion_core.findings import Severity
from inclusion_core.testing.installed import installed_catalogue
from inclusion_core.texts import Language

__all__ = ["WorkedCases"]


class WorkedCases:
    """The tests that a folder of worked cases makes; subclass it and name the folder.

    Attributes:
        folder: The folder, or one file.
        language: The language of failures; that of each case where none is named.
    """

    folder: ClassVar[Path]
    language: ClassVar[Language | None] = None

    def catalogue(self) -> Catalogue:
        """With what the cases are judged: by default, with all plugins that are installed."""
        return installed_catalogue()

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """One test for each row."""
        if "worked" in metafunc.fixturenames:
            found = self.judged()
            ids = [f"{each.case.file}:{each.expectation.line}" for each in found]
            metafunc.parametrize("worked", [Shown(each) for each in found], ids=ids)

    def read(self) -> CasesRead:
        """The cases, and what is wrong with their files."""
        return read_cases(self.folder, self.catalogue())

    def judged(self) -> tuple[Judged, ...]:
        """What comes of every row."""
        catalogue = self.catalogue()
        return tuple(each for case in self.read().cases for each in judged(case, catalogue))

    def test_every_case_can_be_read(self) -> None:
        """There is a case, and nothing is wrong with the files."""
        read = self.read()
        language = self.language or (read.cases[0].language if read.cases else Language.EN)
        lines = [
            finding_line(each, language)
            for each in read.findings
            if each.severity is Severity.ERROR
        ]
        if lines:
            pytest.fail("\n".join(lines), pytrace=False)

    def test_it_comes_to_what_is_expected(self, worked: Shown) -> None:
        """A row comes to what it expects."""
        each = worked.judged
        if not each.agrees:
            language = self.language or each.case.language
            pytest.fail(told(each, language), pytrace=False)


@attrs.frozen(repr=False)
class Shown:
    """What came of a row, shown by pytest by its place."""

    judged: Judged

    def __repr__(self) -> str:
        return f"<{self.judged.case.file}:{self.judged.expectation.line}>"
