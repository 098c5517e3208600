"""Readers of texts: worked cases, announcements, codes in groups, days and periods."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from contextlib import suppress
from functools import cache

from sentences_lab import SENTENCES, report
from ways_lab.caseload import CATALOGUE

from fuzzing_lab.mutating import Build
from fuzzing_lab.nasty import CANARY
from fuzzing_lab.reader import Reader, Said, put, told
from inclusion_core.cases.judging import judged
from inclusion_core.cases.reading import read_cases
from inclusion_core.cli.days import closed_period, known_day
from inclusion_core.errors import InclusionError
from inclusion_core.expr.schema import Field
from inclusion_core.extracts.groups import groups_in
from inclusion_core.extracts.key_file import key_in
from inclusion_core.periods import LengthError, Period, parts_of_months_after
from inclusion_core.reports.sentences.checking import checked
from inclusion_core.reports.sentences.telling import told as told_sentence
from inclusion_core.texts import Language
from inclusion_core.values import FIRST_DAY, day_text, parse_day
from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.cells.conversion import value_of

__all__ = ["READERS"]

CASE = f"""# A short stay

known on: 2018-12-03
period: 2018-01-01/2018-06-30

| person | what | from | to | gender | born on |
|---|---|---|---|---|---|
| Ana | client | | | female | 1990-05-01 |
| Ana | arrival | 2018-01-02 | | - | |
| Ana | {CANARY} | 2018-01-02 | | {CANARY} | |

| person | day | question | expected | why |
|---|---|---|---|---|
| Ana | 2018-03-01 | age | 27 | `born` in *May* |
| | 2018-06-30 | ways.persons | 1 | |
"""


def _case(data: bytes) -> Said:
    read = read_cases(put("case.md", data), CATALOGUE)
    for each in read.cases:
        judged(each, CATALOGUE)
    return told(read.findings)


@cache
def _announcement(language: Language) -> str:
    whole = report()
    return "\n".join(told_sentence(each, whole).says.in_(language) for each in SENTENCES)


def _checked(data: bytes) -> Said:
    text = data.decode("utf-8-sig", errors="replace")
    lines = len(text.splitlines())
    for language in Language:
        for each in checked(SENTENCES, report(), text, language):
            assert 1 <= each.line <= lines
    return ""


def _groups(data: bytes) -> Said:
    return repr(groups_in(put("groups.csv", data)))


def _key(data: bytes) -> Said:
    file = put("key", data)
    file.chmod(0o600)
    key_in(file)
    return ""


def _days(data: bytes) -> Said:
    """A text as a day, a period, a length, and an argument of a command that is one of these."""
    text = data.decode(errors="surrogateescape")
    parsers: tuple[Callable[[str], object], ...] = (
        _same_day,
        _same_period,
        _length,
        known_day,
        closed_period,
    )
    said = ""
    for parser in parsers:
        try:
            parser(text)
        except (InclusionError, ArgumentTypeError) as error:
            said += str(error)
    return said


def _length(text: str) -> None:
    """A length is no value of a client, and is told."""
    with suppress(LengthError):
        parts_of_months_after(FIRST_DAY, text)


def _same_day(text: str) -> None:
    assert parse_day(day_text(parse_day(text))) == parse_day(text)


def _same_period(text: str) -> None:
    assert str(Period.parse(text)) == text


@cache
def _fields() -> tuple[Field, ...]:
    """A field of each kind, in the order in which the schema has them."""
    fields = (field for each in CATALOGUE.schema for field in each.recorded_fields)
    return tuple({(each.kind, each.may_be_unknown): each for each in fields}.values())


def _cell(data: bytes) -> Said:
    """A text as the cell of a workbook, for every kind of field."""
    text = data.decode(errors="surrogateescape")
    found = [value_of(text, each, CATALOGUE.vocabulary) for each in _fields()]
    return "\n".join(each.problem.says.in_("en") for each in found if isinstance(each, Refused))


READERS = (
    Reader(
        id="case",
        says="a worked case (Markdown)",
        build=Build.LINES,
        examples=lambda: (CASE.encode(),),
        read=_case,
        of_clients=False,
        runs=5,
    ),
    Reader(
        id="announcement",
        says="an announcement whose numbers are checked",
        build=Build.LINES,
        examples=lambda: tuple(_announcement(each).encode() for each in Language),
        read=_checked,
        of_clients=False,
        runs=5,
    ),
    Reader(
        id="groups",
        says="groups of codes for an extract (CSV)",
        build=Build.LINES,
        examples=lambda: (f"code,group\nLV,EU\nSY,{CANARY}\n".encode(),),
        read=_groups,
        of_clients=False,
        runs=150,
    ),
    Reader(
        id="extract-key",
        says="the key of an extract",
        build=Build.BYTES,
        examples=lambda: (b"0123456789abcdef" * 4, f"{CANARY}{'x' * 40}".encode()),
        read=_key,
        runs=200,
    ),
    Reader(
        id="days",
        says="a text as a day, a period or a length of time",
        build=Build.BYTES,
        examples=lambda: (b"2018-06-01..2018-11-30", b"2018-04", b"2018-04-15/2018-05-02", b"2.5"),
        read=_days,
        runs=1000,
    ),
    Reader(
        id="cell",
        says="a text as the cell of a workbook, for every kind of field",
        build=Build.BYTES,
        examples=lambda: (b"15.04.2018", b"12,5", b"2 h 30 min", "jā".encode(), b"04.2018"),
        read=_cell,
        runs=300,
    ),
)
