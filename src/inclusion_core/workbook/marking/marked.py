"""A copy of a provider's workbook in which the cells that something is wrong with are marked.

The copy holds the same values and formulas. A marked cell has a fill and a note; a sheet in front
lists everything. What an earlier marking left in the workbook goes first, so that a marked copy may
be corrected, imported and marked again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from inclusion_core.errors import InclusionError
from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.pages.lines import harmless
from inclusion_core.texts import LanguageCode
from inclusion_core.wire.files import put
from inclusion_core.workbook.letters import index_of, letters_of
from inclusion_core.workbook.marking.copying import bytes_of, empty_workbook, opened
from inclusion_core.workbook.marking.findings_sheet import (
    COLOURS,
    SEVERITIES,
    add_findings,
    findings_in,
)
from inclusion_core.workbook.signature import AUTHOR, MADE_ON
from inclusion_core.workbook.tabs import quoted

__all__ = ["MarkedOverSourceError", "is_marked_copy", "marked_copy"]

_SIGN = f"[{AUTHOR}]"
_LONGEST_NOTE = 32_000
_WITH_MACROS = ".xlsm"
_LETTERS_OF_COLUMN = re.compile("[A-Z]{0,3}", re.ASCII)
_ROWS, _COLUMNS = 1_048_576, 16_384
_WIDTH, _LETTERS, _LINE = 360, 52, 18

Spot: TypeAlias = tuple[str, int, int]
"""A sheet, a row, a column."""


class MarkedOverSourceError(InclusionError):
    """A marked copy would take the place of the workbook that it is a copy of."""

    def __str__(self) -> str:
        return "the marked copy would take the place of the workbook; give it another name"


def marked_copy(
    source: Path, target: Path, findings: Iterable[Finding], language: LanguageCode
) -> None:
    """Write the copy; of a file that cannot be opened for it (.ods, .xls), only the list.

    A finding about a row marks its first cell; one about the file or a sheet is only listed. Where
    cells are merged, the first of them is marked. Only the owner may read the copy.

    Args:
        source: The provider's workbook; it is not touched.
        target: The copy; what is there is replaced.
        findings: What is wrong, with sheets, rows and columns as places.
        language: The language of the notes and the list.

    Raises:
        MarkedOverSourceError: ``target`` is ``source``.
        MissingExtraError: openpyxl is not installed.
    """
    if target.resolve() == source.resolve():
        raise MarkedOverSourceError
    ordered = sorted(findings, key=lambda finding: finding.order)
    with_macros = source.suffix.lower() == target.suffix.lower() == _WITH_MACROS
    book = opened(source, with_macros=with_macros)
    if book is None:
        book = empty_workbook()
    for page in findings_in(book):
        book.remove(page)
    _unmark(book)
    spots = [_spot(book, finding.place) for finding in ordered]
    _mark(book, zip(spots, ordered, strict=True), language)
    add_findings(book, list(zip(ordered, map(_link, spots), strict=True)), language)
    target.parent.mkdir(parents=True, exist_ok=True)
    put(target.parent, [(target.name, bytes_of(book))])


def is_marked_copy(path: Path) -> bool:
    """Whether a file is a marked copy as it was written; a spreadsheet that saves it leaves a time.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    book = opened(path, with_macros=False)
    return book is not None and bool(findings_in(book)) and book.properties.modified == MADE_ON


def _spot(book: Any, place: Place) -> Spot | None:
    """The cell to mark for a place; ``None`` for a place that is no row of the book."""
    pages = {page.title: page for page in book.worksheets}
    page, row, column = pages.get(place.sheet), place.row, _column(place.column)
    if page is None or row is None or not (0 < row <= _ROWS and 0 < column <= _COLUMNS):
        return None
    for merged in page.merged_cells.ranges:
        if merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col:
            return page.title, merged.min_row, merged.min_col
    return page.title, row, column


def _column(letters: str) -> int:
    """The number of a column, from 1; the first where none is named, 0 for what is none."""
    return 1 + index_of(letters or "A") if _LETTERS_OF_COLUMN.fullmatch(letters) else 0


def _link(spot: Spot | None) -> str:
    if spot is None:
        return ""
    sheet, row, column = spot
    return f"{quoted(sheet)}!{letters_of(column - 1)}{row}"


def _mark(
    book: Any, spotted: Iterable[tuple[Spot | None, Finding]], language: LanguageCode
) -> None:
    by_spot: dict[Spot, list[Finding]] = defaultdict(list)
    for spot, finding in spotted:
        if spot is not None:
            by_spot[spot].append(finding)
    fills = _fills()
    for (sheet, row, column), found in by_spot.items():
        cell = book[sheet].cell(row, column)
        is_error = any(finding.severity is Severity.ERROR for finding in found)
        cell.fill = fills[Severity.ERROR if is_error else Severity.WARNING]
        before, author = (cell.comment.text, cell.comment.author) if cell.comment else ("", AUTHOR)
        _note(cell, _words(before, found, language), author)


def _fills() -> Mapping[Severity, Any]:
    fill = import_module("openpyxl.styles").PatternFill
    return {severity: fill("solid", fgColor=colour) for severity, colour in COLOURS.items()}


def _words(before: str, found: Sequence[Finding], language: LanguageCode) -> str:
    """The words of a note: what stood there before, then the findings, a paragraph each."""
    lines = [
        f"{SEVERITIES[each.severity].in_(language)}: {each.says.in_(language)}. "
        f"{_capital(each.remedy.in_(language))}."
        for each in found
    ]
    kept = [before] if before else []
    words = "\n\n".join([*kept, harmless("\n".join([_SIGN, *lines]))])
    return words if len(words) <= _LONGEST_NOTE else f"{words[:_LONGEST_NOTE]}…"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _note(cell: Any, words: str, author: str) -> None:
    """Puts a note at a cell, large enough for its words."""
    lines = sum(1 + len(line) // _LETTERS for line in words.splitlines())
    comment = import_module("openpyxl.comments").Comment
    cell.comment = comment(words, author, height=_LINE * (lines + 1), width=_WIDTH)


def _unmark(book: Any) -> None:
    """Takes out what an earlier marking put in; other notes stay, large enough for their words."""
    plain = import_module("openpyxl.styles").PatternFill()
    for page in book.worksheets:
        for cell in page._cells.values():  # noqa: SLF001  all others are empty, a million of them
            if cell.comment is None:
                continue
            before, sign, _ = cell.comment.text.partition(_SIGN)
            if sign and cell.fill.fgColor.rgb in COLOURS.values():
                cell.fill = plain
            if before.strip():
                _note(cell, before.strip(), cell.comment.author)
            else:
                cell.comment = None
