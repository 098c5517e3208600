"""Lists of persons: what is known of each stands in a row, and what is not known is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum

from inclusion_core.expr.answers import Answers, Value
from inclusion_core.expr.handles import CodeExpression, Condition
from inclusion_core.pages.lines import one_line
from inclusion_core.reports.filling.cells import NO, NOT_IN_THE_DATA, OPEN, YES
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.report import Cell, CellValue, Mark, Table, TableRow
from inclusion_core.reports.tables.lists import ASKED, KNOWN, LISTED, SETTLED, ListColumn, ListTable
from inclusion_core.texts import Text, listing, lv
from inclusion_core.truth import Truth
from inclusion_core.values import Absent, PartialDay, Unknown, day_text
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.words import WORDS

__all__ = ["list_table"]

NOT_KNOWN = lv("nav zināms").en("not known")
NOT_KNOWN_BECAUSE = lv("nav zināms ({why})").en("not known ({why})")
ROWS = lv("Rindas: {number}.").en("Rows: {number}.")
DIFFERENT = lv("Dažādi ({columns}): {number}.").en("Different ones ({columns}): {number}.")
PERHAPS = lv("Vēl par {number} nav zināms, vai tie šeit pieder.").en(
    "Of {number} more it is not known whether they belong here."
)


def list_table(form: ListTable, found: Found) -> Table:
    """A row for each record that surely belongs; for how many that is not known, in a note."""
    answers = found.lists.get(form.id)
    headings = {column.id: found.filled(column.says) for column in form.columns}
    listed = [each for each in answers or () if each.truths[LISTED] is Truth.YES]
    listed.sort(key=lambda each: _place(form, each))
    return Table(
        id=form.id,
        title=found.filled(form.title),
        row_heading=found.filled(form.row_heading),
        columns=tuple(headings.values()),
        rows=tuple(_rows(form, listed)),
        notes=(*found.each_filled(form.notes), *_told(form, headings, listed, answers)),
        lists_persons=True,
    )


def _told(
    form: ListTable,
    headings: Mapping[str, Text],
    listed: Sequence[Answers],
    answers: Sequence[Answers] | None,
) -> Iterator[Text]:
    """How many rows there are, and how many different ones; for how many it is not known."""
    if answers is None:
        yield NOT_IN_THE_DATA
        return
    yield ROWS.filled(number=len(listed))
    for keys in form.different:
        different = {tuple(str(_raw(each, key)) for key in keys) for each in listed}
        columns = listing(headings[key] for key in keys)
        yield DIFFERENT.filled(columns=columns, number=len(different))
    if len(answers) > len(listed):
        yield PERHAPS.filled(number=len(answers) - len(listed))


def _place(form: ListTable, answers: Answers) -> tuple[tuple[int, str], ...]:
    """The place of a row: what is known before what is not; days and numbers by their size."""
    return (*(_order(_raw(answers, key)) for key in form.in_order), (0, answers.id))


def _raw(answers: Answers, key: str) -> Value | Truth:
    return answers.values[key] if key in answers.values else answers.truths[key]


def _order(value: Value | Truth) -> tuple[int, str]:
    match value:
        case Truth() | Absent() | Unknown():
            return 1, str(value)
        case int():
            return 0, f"{value:+020}"
        case date():
            return 0, value.isoformat()
        case PartialDay():
            return 0, value.earliest.isoformat()
        case _:
            return 0, value


def _rows(form: ListTable, listed: Sequence[Answers]) -> Iterator[TableRow]:
    words = WORDS if form.table is None else WORDS.joined([form.table.words])
    words = words if form.words is None else form.words.joined([words])
    for answers in listed:
        yield TableRow(
            id=answers.id,
            heading=Text.same(one_line(answers.id)),
            cells=tuple(Cell(value=_cell(column, answers, words)) for column in form.columns),
        )


def _cell(column: ListColumn, answers: Answers, words: Vocabulary) -> CellValue:
    """What stands in a column for a record."""
    asked = answers.truths.get(column.id + ASKED, Truth.YES)
    if asked is Truth.NO:
        return Mark.NOT_APPLICABLE
    if answers.truths.get(column.id + SETTLED, Truth.YES) is not Truth.YES:
        return OPEN
    known = answers.truths.get(column.id + KNOWN, Truth.YES)
    if asked is Truth.UNKNOWN or known is not Truth.YES:
        return NOT_KNOWN
    if column.id in answers.truths:
        return _TRUTHS[answers.truths[column.id]]
    return _value(column, answers.values[column.id], words)


_TRUTHS = {Truth.YES: YES, Truth.NO: NO, Truth.UNKNOWN: NOT_KNOWN}


def _value(column: ListColumn, value: Value, words: Vocabulary) -> CellValue:
    match value:
        case Unknown():
            return NOT_KNOWN_BECAUSE.filled(why=words.code_text(value.reason))
        case Absent():
            return column.none
        case PartialDay():
            return Text.same(day_text(value))
        case str():
            return _code(column, value, words)
        case _:
            return value


def _code(column: ListColumn, code: str, words: Vocabulary) -> Text:
    if column.name is not None:
        return column.name(code)
    if isinstance(column.shows, Condition):
        return YES if code == "yes" else NO
    if isinstance(column.shows, CodeExpression) and issubclass(column.shows.codes, Enum):
        return words.code_text(column.shows.codes(code))
    return Text.same(one_line(code))
