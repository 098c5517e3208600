"""A cell of a breakdown, as a place in a table: its name and its key."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from inclusion_core.metrics.metric import Axis
from inclusion_core.metrics.tally import Group, NoCode
from inclusion_core.reports.filling.found import Found
from inclusion_core.texts import Text, listing, lv
from inclusion_core.words import WORDS

__all__ = ["place_key", "place_text"]

IN_CELL = lv("{axis}: {code}").en("{axis}: {code}")
NO_CODE = {
    NoCode.ABSENT: lv("nav").en("none"),
    NoCode.UNKNOWN: lv("nav zināms").en("not known"),
}


def place_text(axes: Iterable[Axis], cell: Iterable[Group], found: Found) -> Text:
    """The cell in words: the code on each axis."""
    return listing(
        IN_CELL.filled(axis=found.filled(axis.says), code=_code(axis, group))
        for axis, group in zip(axes, cell, strict=True)
    )


def place_key(row: str, cell: Iterable[Group]) -> str:
    """The id of a row for the cell, under another row."""
    groups = (group if isinstance(group, str) else group.value for group in cell)
    return "/".join([row, *groups])


def _code(axis: Axis, group: Group) -> Text:
    if isinstance(group, NoCode):
        return NO_CODE[group]
    codes: type[Enum | str] = axis.code.codes
    return WORDS.code_text(codes(group)) if issubclass(codes, Enum) else Text.same(group)
