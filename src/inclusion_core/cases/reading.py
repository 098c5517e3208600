"""Reading cases: a file or a folder of them, with everything that is wrong told at once.

A case in which something cannot be read is still asked what does not rest on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import attrs

from inclusion_core.cases.asking import Questions
from inclusion_core.cases.background import Background
from inclusion_core.cases.case import CasesRead, Expectation, WorkedCase
from inclusion_core.cases.case_problems import NO_EXPECTATION, NO_FILES, NOT_ALL_READ
from inclusion_core.cases.columns import FieldNames, Row, Rows, rows_of
from inclusion_core.cases.expecting import Expected, expected_of
from inclusion_core.cases.header import Header, header_of
from inclusion_core.cases.kinds import Kinds
from inclusion_core.cases.page import Fault, page_of
from inclusion_core.cases.recording import Recorded, recorded
from inclusion_core.catalogue import Catalogue
from inclusion_core.findings import Place
from inclusion_core.model.caseload import Caseload
from inclusion_core.wire.file_problems import NOT_UTF_8
from inclusion_core.wire.files import content_of
from inclusion_core.wire.problems import Problem

__all__ = ["case_of", "read_cases"]

NO_DAY = date(2000, 1, 1)
"""Stands for the day on which all is known where none is said, so that rows are looked through."""

MAX_BYTES = 1 << 20
"""A case is a page that somebody reads: 1 MiB."""


def read_cases(path: Path | str, catalogue: Catalogue) -> CasesRead:
    """The cases of a file, or of all files of a folder that end in ``.md``.

    Nothing is raised for what is wrong with them: every fault is a finding, and what is good is
    kept.

    Args:
        path: The file or folder; folders inside it are gone through too.
        catalogue: Record types and words, rules, limits, metrics and checks.
    """
    path = Path(path)
    reader = _Reader.of(catalogue)
    if not path.is_dir():
        return together([reader.file(path, path.name)])
    files = sorted(each for each in path.rglob("*.md") if not each.name.startswith("."))
    if not files:
        return CasesRead(cases=(), findings=(NO_FILES.at(Place(file=path.name)),))
    return together(reader.file(each, each.relative_to(path).as_posix()) for each in files)


def case_of(text: str, catalogue: Catalogue, file: str = "") -> CasesRead:
    """The case that a text makes.

    Args:
        text: Markdown.
        catalogue: As for :func:`read_cases`.
        file: The name of the file in which it stands.
    """
    return _Reader.of(catalogue).text(text, file)


def together(read: Iterable[CasesRead]) -> CasesRead:
    """All that was read, as one."""
    listed = tuple(read)
    return CasesRead(
        cases=tuple(case for each in listed for case in each.cases),
        findings=tuple(finding for each in listed for finding in each.findings),
    )


@attrs.frozen(kw_only=True, repr=False)
class _Reader:
    """Reads one file after the other."""

    catalogue: Catalogue
    kinds: Kinds
    fields: FieldNames
    _by_programme: dict[str, Questions] = attrs.field(init=False, factory=dict[str, Questions])

    @classmethod
    def of(cls, catalogue: Catalogue) -> _Reader:
        schema, vocabulary = catalogue.schema, catalogue.vocabulary
        return cls(
            catalogue=catalogue,
            kinds=Kinds.of(schema, vocabulary),
            fields=FieldNames.of(schema, vocabulary),
        )

    def file(self, path: Path, name: str) -> CasesRead:
        """The case of a file."""
        data = content_of(path, max_bytes=MAX_BYTES)
        text = data if isinstance(data, Problem) else _decoded(data)
        if isinstance(text, Problem):
            return CasesRead(cases=(), findings=(text.at(Place(file=name)),))
        return self.text(text, name)

    def text(self, text: str, name: str) -> CasesRead:
        """The case of a text."""
        page = page_of(text)
        header = header_of(page, self.catalogue)
        tables = tuple(rows_of(table, self.fields) for table in page.tables)
        background = Background(catalogue=self.catalogue, programme=header.programme)
        written = tuple(row for table in tables if not table.asks for row in table.rows)
        known = recorded(written, self.kinds, self.fields, background, header.language)
        unread = (*page.faults, *_unread(tables))
        asking = tuple(row for table in tables if table.asks for row in table.rows)
        expected, faults = self._expected(asking, header, known, nothing=bool(unread))
        if not any(table.asks for table in tables):
            faults = (*faults, (1, "", NO_EXPECTATION))
        of_tables = (fault for table in tables for fault in table.faults)
        told = (*page.faults, *header.faults, *of_tables, *known.faults, *faults)
        findings = tuple(
            problem.at(Place(file=name, row=line, field=heading))
            for line, heading, problem in sorted(told, key=lambda fault: fault[:2])
        )
        if header.known_on is None:
            return CasesRead(cases=(), findings=findings)
        case = WorkedCase(
            file=name,
            title=page.title,
            words=page.words,
            language=header.language,
            programme=header.programme,
            caseload=Caseload.of_records(known.records, known_on=header.known_on),
            persons=known.persons,
            expectations=expected,
        )
        return CasesRead(cases=(case,), findings=findings)

    def _expected(
        self, rows: Iterable[Row], header: Header, known: Recorded, *, nothing: bool
    ) -> tuple[tuple[Expectation, ...], tuple[Fault, ...]]:
        """The rows that can be asked, and what is wrong with the others.

        Args:
            rows: All rows that expect something.
            header: What stands above the tables.
            known: What is recorded.
            nothing: Whether none can be asked, since nobody knows whose record is missing.
        """
        case = Expected(
            schema=self.catalogue.schema,
            questions=self._questions_about(header.programme),
            persons=known.persons,
            known_on=header.known_on or NO_DAY,
            period=header.period,
        )
        kept: list[Expectation] = []
        faults: list[Fault] = []
        for row in rows:
            expectation, wrong = expected_of(row, case)
            faults.extend(wrong)
            if expectation is None:
                continue
            if nothing or header.known_on is None or _rests_on_unread(expectation, known):
                faults.append((row.line, "", NOT_ALL_READ))
            else:
                kept.append(expectation)
        return tuple(kept), tuple(faults)

    def _questions_about(self, programme: str) -> Questions:
        """What can be asked about a programme, looked up once for all files."""
        if programme not in self._by_programme:
            self._by_programme[programme] = Questions.of(self.catalogue, programme)
        return self._by_programme[programme]


def _decoded(data: bytes) -> str | Problem:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return NOT_UTF_8


def _unread(tables: Iterable[Rows]) -> Iterator[Fault]:
    """What is wrong with tables of what is recorded: rows and columns that are not there now."""
    return (fault for table in tables if not table.asks for fault in table.faults)


def _rests_on_unread(expectation: Expectation, known: Recorded) -> bool:
    """Whether it is about somebody of whom not all was read, or about all of them."""
    if not expectation.client_id:
        return bool(known.faults)
    return bool({"", expectation.client_id} & known.spoiled)
