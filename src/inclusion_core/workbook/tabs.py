"""What stands on the tabs of a workbook, and whether a spreadsheet can hold it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.texts import LanguageCode, lv
from inclusion_core.workbook.form import SheetForm, WorkbookForm

__all__ = [
    "FINDINGS_SHEET",
    "LISTS_SHEET",
    "LONGEST_TITLE",
    "NOTES_SHEET",
    "Tabs",
    "quoted",
    "reference",
    "tabs_of",
]

NOTES_SHEET = lv("Paskaidrojumi").en("Notes")
"""The sheet of a template that explains the others."""

LISTS_SHEET = lv("Saraksti").en("Lists")
"""The sheet of a template from which drop-downs take their words."""

FINDINGS_SHEET = lv("Atradumi").en("Findings")
"""The sheet of a marked copy that lists what is wrong."""

LONGEST_TITLE = 31
_FORBIDDEN = "[]:*?/\\"
_TAKEN_BY_SPREADSHEETS = "history"


@attrs.frozen(kw_only=True)
class Tabs:
    """The titles of all sheets, in one language.

    Attributes:
        notes: Of the sheet that explains.
        lists: Of the sheet with the words of drop-downs.
        sheets: Of the sheets to be filled in, by record type.
    """

    notes: str
    lists: str
    sheets: Mapping[str, str]


def tabs_of(form: WorkbookForm, language: LanguageCode) -> Tabs:
    """The titles of a workbook's sheets.

    Raises:
        DeclarationError: A title is none that spreadsheets take, two sheets have the same one, or
            two columns of a sheet have the same heading.
    """
    notes, lists, findings = (
        each.in_(language) for each in (NOTES_SHEET, LISTS_SHEET, FINDINGS_SHEET)
    )
    taken = {title.casefold() for title in (notes, lists, findings)}
    sheets: dict[str, str] = {}
    for sheet in form:
        title = sheet.title.in_(language)
        problem = _problem(title, taken) or _twice(sheet, language)
        if problem:
            raise DeclarationError("sheet of record type", sheet.record_type.name, problem)
        taken.add(title.casefold())
        sheets[sheet.record_type.name] = title
    return Tabs(notes=notes, lists=lists, sheets=sheets)


def _problem(title: str, taken: set[str]) -> str:
    """Why a title cannot stand on a tab; nothing if it can."""
    length = len(title.encode("utf-16-le", "surrogatepass")) // 2
    if not title.strip() or length > LONGEST_TITLE:
        return f"its title must have 1 to {LONGEST_TITLE} characters, and has {length}"
    if set(title) & set(_FORBIDDEN) or not title.isprintable():
        return f"its title must not hold any of {' '.join(_FORBIDDEN)}"
    if title.startswith("'") or title.endswith("'"):
        return "its title must not begin or end with an apostrophe"
    if title.casefold() == _TAKEN_BY_SPREADSHEETS:
        return f"spreadsheets keep the title {title!r} for themselves; use another one"
    return f"another sheet has the title {title!r} too" if title.casefold() in taken else ""


def _twice(sheet: SheetForm, language: LanguageCode) -> str:
    headings = Counter(column.heading.in_(language).casefold() for column in sheet.columns)
    twice = [heading for heading, times in headings.items() if times > 1]
    return f"two of its columns have the heading {twice[0]!r}" if twice else ""


def reference(title: str, column: str, last_row: int) -> str:
    """The rows of one column under its heading, as a formula names them.

    Example:
        >>> reference("Klienta dalība", "A", 501)
        "='Klienta dalība'!$A$2:$A$501"
    """
    return f"={quoted(title)}!${column}$2:${column}${last_row}"


def quoted(title: str) -> str:
    """The title of a sheet as a formula or a link names it."""
    doubled = title.replace("'", "''")
    return f"'{doubled}'"
