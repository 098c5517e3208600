"""CSV, read by the standard library; and as spreadsheets with other settings would read it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

from output_lab.readers.found import Found, unseen
from output_lab.shown import had_back

__all__ = ["read_csv", "rows_of"]

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_FORMULA = re.compile(r"[\s\"\xad\u061c\u200c-\u200f]*[-=+@＝＋－＠]")


def read_csv(data: bytes) -> Found:
    """The cells without the guard, and the cells that a spreadsheet would work out."""
    text = data.decode("utf-8-sig")
    with _cells_of_any_length():
        return _read(text, rows_of(data))


def _read(text: str, rows: list[dict[str, str]]) -> Found:
    return Found(
        units=tuple(cell for row in rows for cell in row.values()),
        grids=tuple(map(tuple, _grids(rows))),
        acting=(*unseen(text.replace("\r\n", "\n")), *_formulas(text)),
    )


def rows_of(data: bytes) -> list[dict[str, str]]:
    """The rows by their headings, without the guard."""
    reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    rows = list(reader)
    assert all(None not in row and None not in row.values() for row in rows)
    return [
        {
            name: cell if name == "value" and _NUMBER.fullmatch(cell) else had_back(cell)
            for name, cell in row.items()
        }
        for row in rows
    ]


def _grids(rows: list[dict[str, str]]) -> Iterator[list[tuple[str, ...]]]:
    """The tables: a number of columns under a heading each, then cells in rows."""
    place = 0
    while place < len(rows):
        if rows[place]["record"] != "table":
            place += 1
            continue
        headings = []
        place += 1
        while rows[place]["record"] == "heading":
            headings.append(rows[place]["value"])
            place += 1
        grid = [tuple(headings)]
        while rows[place]["record"] == "cell":
            cells = rows[place : place + len(headings) - 1]
            assert {cell["row_heading"] for cell in cells} == {rows[place]["row_heading"]}
            assert [cell["column"] for cell in cells] == headings[1:]
            said = (cell["value"] or f"[{cell['mark']}]" * bool(cell["mark"]) for cell in cells)
            unknown = (f" (+{cell['unknown']})" if cell["unknown"] != "0" else "" for cell in cells)
            grid.append((rows[place]["row_heading"], *map(str.__add__, said, unknown)))
            place += len(cells)
        yield grid


@contextmanager
def _cells_of_any_length() -> Iterator[None]:
    usual = csv.field_size_limit(10**8)
    try:
        yield
    finally:
        csv.field_size_limit(usual)


def _formulas(text: str) -> Iterator[str]:
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            for cell in row:
                if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
                    yield f"formula where {separator!r} parts cells: {cell!r}"
    for line in text.splitlines():
        for cell in line.split(";"):
            if _FORMULA.match(cell):
                yield f"formula where quotation marks mean nothing: {cell!r}"
