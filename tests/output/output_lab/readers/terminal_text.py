"""Plain text, read as a person reads it: blocks between empty lines, columns over dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import category, east_asian_width

from output_lab.readers.found import Found, unseen

__all__ = ["DASHES", "cut_at", "read_terminal", "without_colours"]

DASHES = re.compile(r"-+(?:  -+)*")
_NO_ROWS = ("Tabulā nav nevienas rindas.", "The table has no rows.")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def without_colours(text: str) -> str:
    """The text without the colours that rich puts around lines: no other escape."""
    return _COLOUR.sub("", text)


def read_terminal(data: bytes) -> Found:
    """The blocks, or the columns of a block that is a table."""
    text = data.decode()
    blocks = (block.split("\n") for block in re.split(r"\n{2,}", text.strip("\n")))
    return Found(
        units=tuple(unit for block in blocks for unit in _units(block)),
        acting=tuple(unseen(text)),
        squeezed=True,
    )


def _units(block: Sequence[str]) -> Iterator[str]:
    pairs = pairwise(block)
    dashes = next(
        (line for above, line in pairs if DASHES.fullmatch(line) and {*above} != {"="}), None
    )
    if dashes is None:
        yield " ".join(block)
        return
    ends = [found.end() for found in re.finditer(r"-+", dashes)]
    if block[-1] in _NO_ROWS:
        yield block[-1]
        block = block[:-1]
    rows = [cut_at(line, ends) for line in block if line is not dashes]
    for column in zip(*rows, strict=True):
        yield " ".join(column)


def cut_at(line: str, ends: Sequence[int]) -> list[str]:
    """A line in pieces that end at these columns of the screen."""
    pieces, column = [""], 0
    for sign in line:
        wide = 0 if category(sign) in {"Mn", "Me", "Cf"} else 1 + (east_asian_width(sign) in "WF")
        while wide and len(pieces) < len(ends) and column >= ends[len(pieces) - 1]:
            pieces.append("")
        pieces[-1] += sign
        column += wide
    return [*pieces, *[""] * (len(ends) - len(pieces))]
