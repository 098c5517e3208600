"""The command ``cases``: runs worked cases for those without a test runner."""

from __future__ import annotations

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from inclusion_core.cases.case import CasesRead, Judged
from inclusion_core.cases.judging import judged
from inclusion_core.cases.reading import read_cases
from inclusion_core.cases.telling import finding_line, told
from inclusion_core.cases.written import finding_fields, judged_fields
from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.errors import NothingReadError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import has_errors
from inclusion_core.cli.parser import Parser, add_language
from inclusion_core.cli.screen import Screen
from inclusion_core.texts import Language, lv

__all__ = ["add_arguments", "run"]

SUMMARY = lv("Gadījumi: {cases}; rindas, kas iznāk kā vajag: {agree}, citādi: {differ}.").en(
    "Cases: {cases}; rows that come out as expected: {agree}, otherwise: {differ}."
)
CASE = lv("{file}: {title}: {agree} no {rows}").en("{file}: {title}: {agree} of {rows}")


@attrs.frozen(kw_only=True)
class _Run:
    """What was read, and what came of it."""

    read: CasesRead
    judged: tuple[Judged, ...]

    @property
    def differ(self) -> tuple[Judged, ...]:
        """The rows that do not come to what they expect."""
        return tuple(each for each in self.judged if not each.agrees)

    @property
    def agree(self) -> int:
        """How many rows do."""
        return len(self.judged) - len(self.differ)


def add_arguments(parser: Parser) -> None:
    """Take a file or folder of cases, and how the results are written."""
    parser.add_argument(
        "cases", metavar="CASES", type=Path, help="a file of a worked case, or a folder of them"
    )
    add_language(parser)
    parser.add_argument("--json", action="store_true", help="write JSON, for another program")


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Ask every row of every case; tell in full what does not come out as expected.

    Raises:
        NothingReadError: There is no such file or folder, or no case in it.
    """
    language = Language(arguments.language)
    read = read_cases(arguments.cases, catalogue)
    if not read.cases and not any(each.place.row for each in read.findings):
        why = tuple(finding_line(each, language) for each in read.findings)
        raise NothingReadError(str(arguments.cases), why)
    done = _Run(
        read=read,
        judged=tuple(each for case in read.cases for each in judged(case, catalogue)),
    )
    screen.show(_as_json(done, language) if arguments.json else _as_text(done, language))
    return Exit.FAULTY_DATA if done.differ or has_errors(read.findings) else Exit.FINE


def _as_text(done: _Run, language: Language) -> str:
    return "".join(f"{line}\n" for line in _lines(done, language))


def _lines(done: _Run, language: Language) -> Iterator[str]:
    yield from (finding_line(each, language) for each in done.read.findings)
    for each in done.differ:
        yield from (told(each, language), "")
    rows = Counter(each.case.file for each in done.judged)
    agree = Counter(each.case.file for each in done.judged if each.agrees)
    for case in done.read.cases:
        numbers = {"agree": agree[case.file], "rows": rows[case.file]}
        yield CASE.filled(file=case.file, title=case.title, **numbers).in_(language)
    numbers = {
        "cases": len(done.read.cases),
        "agree": done.agree,
        "differ": len(done.differ),
    }
    yield SUMMARY.filled(**numbers).in_(language)


def _as_json(done: _Run, language: Language) -> str:
    rows: Sequence[Judged] = done.judged
    written = {
        "cases": len(done.read.cases),
        "agree": done.agree,
        "differ": len(done.differ),
        "findings": finding_fields(done.read.findings, language),
        "rows": [judged_fields(each, language) for each in rows],
    }
    return f"{json.dumps(written, ensure_ascii=False, indent=2)}\n"
