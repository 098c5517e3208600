"""Publications that were never made here: a CSV file with a row for each number.

::

    metric,axis,code,shows,number
    sif.mentoring.clients,,,,146
    sif.mentoring.clients,country,SY,figure,39
    sif.mentoring.clients,country,*,,hidden

``axis`` and ``code`` are empty for all subjects. Two axes and their codes have a semicolon between
them, codes that are taken together a vertical bar: ``gender;age`` with ``female;0-14|15-17``. The
code ``*`` is for all that the publication does not name, ``(none)`` and ``(unknown)`` for those
without one. ``shows`` is ``figure`` where it is empty, ``unknown`` or ``open``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

import attrs

from inclusion_core.findings import Finding, Place
from inclusion_core.metrics.tally import Group, NoCode
from inclusion_core.publishing.releases.problems import (
    NO_AXIS,
    NO_CODE,
    NO_METRIC,
    NO_SUCH_METRIC,
    NOT_A_NUMBER,
    NOT_SHOWN_SO,
    TOLD_TWICE,
)
from inclusion_core.publishing.releases.release import HIDDEN, Number, Shown
from inclusion_core.reports.behind import Count, Shows
from inclusion_core.wire.csv_rows import CsvRow, rows
from inclusion_core.wire.file_problems import (
    DUPLICATE_COLUMN,
    EMPTY_FILE,
    LONG_ROW,
    MISSING_COLUMN,
    SHORT_ROW,
    UNKNOWN_COLUMN,
)
from inclusion_core.wire.problems import Problem, Refused

__all__ = ["Told", "numbers_in"]

COLUMNS = ("metric", "axis", "code", "shows", "number")

_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_DECIMAL = re.compile(r"-?[0-9]{1,18}\.[0-9]{1,9}")
_NO_CODES = {"(none)": NoCode.ABSENT, "(unknown)": NoCode.UNKNOWN}


@attrs.frozen
class Told:
    """What a file tells of a publication.

    Attributes:
        numbers: Those of the rows in which nothing is wrong.
        findings: All that is wrong or unusual, row by row.
    """

    numbers: tuple[Number, ...]
    findings: tuple[Finding, ...]


class _BadRowError(Exception):
    """What is wrong with a row, and in which column."""

    def __init__(self, problem: Problem, column: str) -> None:
        super().__init__(problem, column)
        self.problem, self.column = problem, column


def numbers_in(data: bytes, file: str, metrics: Collection[str]) -> Told:
    """The numbers of an old publication, with everything that is wrong in the file at once.

    Args:
        data: The bytes of the file.
        file: What it is called.
        metrics: Ids of the metrics that there are.
    """
    following = rows(data)
    heading = next(following, CsvRow(1, problem=EMPTY_FILE))
    findings = [
        problem.at(Place(file=file, row=heading.number, field=column))
        for problem, column in _heading_faults(heading)
    ]
    numbers: dict[Count, tuple[int, Number]] = {}
    for row in () if findings else following:
        place = Place(file=file, row=row.number)
        try:
            number = _number(row, heading)
        except _BadRowError as error:
            findings.append(error.problem.at(attrs.evolve(place, field=error.column)))
            continue
        first, _ = numbers.setdefault(number.count, (row.number, number))
        if first != row.number:
            findings.append(TOLD_TWICE.filled(row=first).at(place))
        if number.count.metric not in metrics:
            findings.append(NO_SUCH_METRIC.at(attrs.evolve(place, field="metric")))
    return Told(tuple(number for _, number in numbers.values()), tuple(findings))


def _heading_faults(heading: CsvRow) -> Iterator[tuple[Problem, str]]:
    if heading.problem is not None:
        yield heading.problem, ""
        return
    times = Counter(cell for cell in heading.cells if isinstance(cell, str))
    for position, cell in enumerate(heading.cells, start=1):
        if cell not in COLUMNS:
            yield UNKNOWN_COLUMN.filled(position=position, names=", ".join(COLUMNS)), ""
    for name in COLUMNS:
        if times[name] != 1:
            yield DUPLICATE_COLUMN if times[name] else MISSING_COLUMN, name


def _number(row: CsvRow, heading: CsvRow) -> Number:
    if row.problem is not None:
        raise _BadRowError(row.problem, "")
    if len(row.cells) != len(heading.cells):
        short = len(row.cells) < len(heading.cells)
        raise _BadRowError(SHORT_ROW if short else LONG_ROW, "")
    told: dict[str, str] = {}
    for name, cell in zip(heading.cells, row.cells, strict=True):
        if isinstance(cell, Refused):
            raise _BadRowError(cell.problem, str(name))
        told[str(name)] = cell.strip()
    if not told["metric"]:
        raise _BadRowError(NO_METRIC, "metric")
    count = Count(
        metric=told["metric"],
        groups=tuple(_groups(_parts(told["axis"]), _parts(told["code"]))),
        shows=_shows(told["shows"]),
    )
    return Number(count=count, value=_shown(told["number"]))


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";")] if cell else []


def _groups(axes: Sequence[str], codes: Sequence[str]) -> Iterator[tuple[str, tuple[Group, ...]]]:
    if len(codes) > len(axes) or not all(axes) or len(set(axes)) < len(axes):
        raise _BadRowError(NO_AXIS, "axis")
    if len(codes) < len(axes):
        raise _BadRowError(NO_CODE, "code")
    for axis, cell in zip(axes, codes, strict=True):
        together = [part.strip() for part in cell.split("|")]
        if not all(together):
            raise _BadRowError(NO_CODE, "code")
        yield axis, tuple(_NO_CODES.get(code, code) for code in together)


def _shows(cell: str) -> Shows:
    kinds = {each.value: each for each in Shows}
    if cell and cell not in kinds:
        raise _BadRowError(NOT_SHOWN_SO, "shows")
    return kinds.get(cell, Shows.FIGURE)


def _shown(cell: str) -> Shown:
    if cell == HIDDEN.value:
        return HIDDEN
    if _WHOLE.fullmatch(cell):
        return int(cell)
    if _DECIMAL.fullmatch(cell):
        return Decimal(cell)
    raise _BadRowError(NOT_A_NUMBER, "number")
