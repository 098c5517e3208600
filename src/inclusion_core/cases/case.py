"""A worked case, what it expects, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import attrs

from inclusion_core.cases.answers import Answer
from inclusion_core.cases.questions import Asked
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload
from inclusion_core.periods import Period
from inclusion_core.texts import Language, LanguageCode

__all__ = ["CasesRead", "Expectation", "Judged", "WorkedCase"]


@attrs.frozen(kw_only=True)
class Expectation:
    """One row of what must come of a case.

    Attributes:
        line: Where it stands in the file.
        headings: The headings of its table, as they are written.
        written: The row, as it is written.
        person: Whose answer it is, as the case calls them; empty for all together.
        client_id: The id of their record; empty for all together.
        on: The day of the question.
        period: The period of a figure.
        question: What is asked, as it is written.
        asked: What that means.
        expected: The answer that must come of it.
        why: Why it must, with the point of the act.
    """

    line: int
    headings: str = attrs.field(repr=False)
    written: str = attrs.field(repr=False)
    person: str
    client_id: str
    on: date
    period: Period | None
    question: str
    asked: Asked = attrs.field(repr=False)
    expected: Answer
    why: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class WorkedCase:
    """A few people of whom something is recorded, and what must come of it.

    Attributes:
        file: Name of its file.
        title: What it is about.
        words: What is said about it besides.
        language: The language in which it is written.
        programme: Id of the programme; empty where none is named.
        caseload: The records.
        persons: The ids of clients by what the case calls them.
        expectations: What must come of it.
    """

    file: str
    title: str
    words: str = attrs.field(repr=False)
    language: Language
    programme: str
    caseload: Caseload = attrs.field(repr=False)
    persons: Mapping[str, str] = attrs.field(repr=False)
    expectations: tuple[Expectation, ...] = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class CasesRead:
    """What files of cases hold, and what is wrong with them.

    Attributes:
        cases: The cases, in the order of their files; what could not be read is left out of them.
        findings: All that is wrong: the row is the line of the file, the field the heading of the
            column.
    """

    cases: tuple[WorkedCase, ...]
    findings: tuple[Finding, ...]


@attrs.frozen(kw_only=True)
class Judged:
    """What came of one row of a case.

    Attributes:
        case: The case.
        expectation: The row.
        got: The answer that came of it.
        explained: Why, in words of a language.
    """

    case: WorkedCase = attrs.field(repr=False)
    expectation: Expectation
    got: Answer
    explained: Callable[[LanguageCode], str] = attrs.field(eq=False, repr=False)

    @property
    def agrees(self) -> bool:
        """Whether it is the expected answer."""
        return self.got == self.expectation.expected
