"""The page of a case: Markdown taken apart into title, words, what is said, and tables.

Only what a case needs is understood. Headings below the title, lists and comments are for readers;
a table begins each of its rows with a bar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import attrs

from inclusion_core.cases.case_problems import (
    BAR_IN_WORDS,
    NO_TITLE,
    RAGGED_ROW,
    SECOND_TITLE,
    TABLE_WITHOUT_RULE,
)
from inclusion_core.wire.problems import Problem

__all__ = ["Fault", "Page", "PageRow", "PageTable", "Stated", "page_of"]

Fault: TypeAlias = tuple[int, str, Problem]
"""A line, the heading of a column (empty for the whole line), and what is wrong there."""

NOTHING = frozenset({"", "-", "\N{EN DASH}", "\N{EM DASH}"})
"""What an empty cell may be written as."""

_FENCE = re.compile(r"\s*(```|~~~)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LONGEST_KEY = 40
_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?")
_BAR = re.compile(r"(?<!\\)\|")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@attrs.frozen(kw_only=True)
class Stated:
    """A line that says a thing: ``known on: 2018-12-03``."""

    line: int
    key: str
    value: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True, repr=False)
class PageRow:
    """A row of a table: its cells, and the line as it is written."""

    line: int
    cells: tuple[str, ...]
    written: str


@attrs.frozen(kw_only=True, repr=False)
class PageTable:
    """A table: its headings, the rows that have a cell for each, and what is wrong with others."""

    headings: PageRow
    rows: tuple[PageRow, ...]
    faults: tuple[Fault, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Page:
    """A page taken apart.

    Attributes:
        title: The title; empty where there is none.
        words: What is said in words, before, between and after the tables.
        stated: Lines that say one thing; which of them mean something is for the reader to tell.
        tables: The tables that could be read.
        faults: What could not.
    """

    title: str
    words: str
    stated: tuple[Stated, ...]
    tables: tuple[PageTable, ...]
    faults: tuple[Fault, ...]


def page_of(text: str) -> Page:
    r"""The page that a text makes.

    Example:
        >>> page = page_of("# Twelve months\n\nknown on: 2018-12-03")
        >>> page.title, page.stated
        ('Twelve months', (Stated(line=3, key='known on'),))
    """
    maker = _Maker()
    for line, written in _lines(text):
        maker.take(line, written)
    return maker.page()


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, without fenced code; comments keep only their line breaks."""
    visible = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    fence = ""
    for line, written in enumerate(visible.splitlines(), start=1):
        mark = _FENCE.match(written)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
        elif not fence:
            yield line, written.strip()


class _Maker:
    """A page while it is taken apart."""

    def __init__(self) -> None:
        self.title = ""
        self.words: list[str] = []
        self.stated: list[Stated] = []
        self.blocks: list[list[PageRow]] = []
        self.faults: list[Fault] = []
        self.in_table = False

    def take(self, line: int, written: str) -> None:
        """Take one more line."""
        if written.startswith("|"):
            if not self.in_table:
                self.blocks.append([])
            self.blocks[-1].append(_row(line, written))
        elif written.startswith("# "):
            self._titled(line, written)
        elif written and not written.startswith("#"):
            self._said(line, written)
        self.in_table = written.startswith("|")

    def _titled(self, line: int, written: str) -> None:
        if self.title:
            self.faults.append((line, "", SECOND_TITLE))
        self.title = self.title or written[2:].strip()

    def _said(self, line: int, written: str) -> None:
        stated = _stated(line, written)
        if stated is not None:
            self.stated.append(stated)
        elif _BAR.search(written):
            self.faults.append((line, "", BAR_IN_WORDS))
        self.words.append(_clean(written))

    def page(self) -> Page:
        """All that was taken."""
        tables = [table for block in self.blocks for table in self._tables(block)]
        if not self.title:
            self.faults.append((1, "", NO_TITLE))
        return Page(
            title=self.title,
            words=" ".join(self.words),
            stated=tuple(self.stated),
            tables=tuple(tables),
            faults=tuple(self.faults),
        )

    def _tables(self, block: Sequence[PageRow]) -> Iterator[PageTable]:
        headings, *rest = block
        if not rest or not _RULE.fullmatch(rest[0].written):
            self.faults.append((headings.line, "", TABLE_WITHOUT_RULE))
            return
        whole: list[PageRow] = []
        faults: list[Fault] = []
        for row in rest[1:]:
            if len(row.cells) == len(headings.cells):
                whole.append(row)
            else:
                counts = {"cells": len(row.cells), "headings": len(headings.cells)}
                faults.append((row.line, "", RAGGED_ROW.filled(**counts)))
        rows = tuple(row for row in whole if any(row.cells))
        yield PageTable(headings=headings, rows=rows, faults=tuple(faults))


def _row(line: int, written: str) -> PageRow:
    inside = written.removeprefix("|")
    cells = _BAR.split(inside)
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return PageRow(line=line, cells=tuple(map(_clean, cells)), written=written)


def _stated(line: int, written: str) -> Stated | None:
    """What a line says before and behind its colon; ``None`` where it says no such thing."""
    before, colon, behind = written.partition(":")
    key = _bare(before, leading="*>`-", trailing="*")
    value = _bare(behind, leading="*`", trailing="*`")
    if not (colon and value and 0 < len(key) <= _LONGEST_KEY) or "|" in before:
        return None
    return Stated(line=line, key=key, value=value)


def _bare(text: str, *, leading: str, trailing: str) -> str:
    """A text without blanks and such marks around it, looked at sign by sign from both ends."""
    first, last = 0, len(text)
    while first < last and (text[first].isspace() or text[first] in leading):
        first += 1
    while first < last and (text[last - 1].isspace() or text[last - 1] in trailing):
        last -= 1
    return text[first:last]


def _clean(written: str) -> str:
    """Words without the marks of Markdown around them; nothing for a dash alone."""
    text = _ESCAPED.sub(r"\1", _unmarked(written))
    return "" if text in NOTHING else text


def _unmarked(text: str) -> str:
    """A text without pairs of marks around it: as many in front as behind, and words between."""
    first, last = 0, len(text)
    while True:
        while first < last and text[first].isspace():
            first += 1
        while first < last and text[last - 1].isspace():
            last -= 1
        pairs = _pairs(text, first, last)
        if not pairs or 2 * pairs == last - first:
            return text[first:last]
        first, last = first + pairs, last - pairs


def _pairs(text: str, first: int, last: int) -> int:
    """How often the mark that a part of a text begins with stands at both of its ends."""
    mark = text[first : first + 1]
    most = (last - first) // 2 if mark in ("`", "*") else 0
    pairs = 0
    while pairs < most and text[first + pairs] == mark == text[last - 1 - pairs]:
        pairs += 1
    return pairs
