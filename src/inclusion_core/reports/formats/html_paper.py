"""How the tables of a web page go onto paper: upright, across, small, or on broader paper.

It is judged by counting letters, since nobody knows here which fonts there will be. A section goes
onto one kind of paper, so that no heading is parted from its table.
"""

from __future__ import annotations

import attrs

from inclusion_core.reports.formats.wording import says, unknown_text, value_text
from inclusion_core.reports.report import Section, Table
from inclusion_core.texts import Language, Text

__all__ = ["FEW_ROWS", "paper_for"]

FEW_ROWS = 14
"""A table of so many rows is kept together on a page."""

ROW_HEADING = 24
"""Room for row headings, which may run over several lines."""
SENTENCE = 30
"""Room for words of a cell, likewise."""
BAR = 12
SMALLER = 0.875
"""How much less room the words under a figure take."""


@attrs.frozen
class _Paper:
    """A kind of paper.

    Attributes:
        name: Its class in the style sheet; none for the usual one.
        letters: How many letters there is room for beside each other.
        between: How many would fit between two columns.
    """

    name: str
    letters: int
    between: float


UPRIGHT = _Paper("", letters=98, between=2.5)
ACROSS = _Paper("across", letters=146, between=2.5)
SMALL = _Paper("across small", letters=195, between=1.5)
BROAD = _Paper("broad", letters=285, between=1.5)
"""On this one, words and figures that have no room are broken over lines."""


def paper_for(section: Section, language: Language) -> str:
    """The class of the paper that all tables of a section fit on; empty for the usual one."""
    for paper in (UPRIGHT, ACROSS, SMALL):
        if all(_letters(table, paper, language) <= paper.letters for table in section.tables):
            return paper.name
    return BROAD.name


def _letters(table: Table, paper: _Paper, language: Language) -> float:
    """How many letters stand beside each other, where only sentences are broken."""
    drawn = 0 if table.drawing is None else BAR
    columns = (_column(table, place, language) for place in range(len(table.columns)))
    return ROW_HEADING + drawn + sum(column + paper.between for column in columns)


def _column(table: Table, place: int, language: Language) -> float:
    cells = [row.cells[place] for row in table.rows]
    figures = [
        _words(cell.value, language)
        if isinstance(cell.value, Text)
        else len(value_text(cell.value, language))
        for cell in cells
    ]
    unknown = [len(unknown_text(cell.unknown, language)) * SMALLER for cell in cells]
    return max(_longest_word(table.columns[place], language), *figures, *unknown, 1)


def _words(text: Text, language: Language) -> int:
    return max(_longest_word(text, language), min(len(says(text, language)), SENTENCE))


def _longest_word(text: Text, language: Language) -> int:
    return max(map(len, says(text, language).split(" ")))
