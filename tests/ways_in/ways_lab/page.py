"""The same table as the page of the reference shows it, one part for each way in."""

from __future__ import annotations

import re
from pathlib import Path

from ways_lab.all_ways import WAYS
from ways_lab.cells import TABLE, Cell, cells_in
from ways_lab.mishaps import MISHAPS

__all__ = ["PAGE", "as_it_should_be"]

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "ways-in.md"
PART = re.compile(
    r"(?P<open><!-- table: (?P<way>[a-z-]+) -->\n).*?(?P<close><!-- end -->)", re.DOTALL
)

CONSEQUENCES = ("check.missing-reference", "workbook.refers-to-left-out", "workbook.no-such-record")
"""What follows from something else being left out stands last."""


def as_it_should_be(text: str) -> str:
    """The page with its tables."""
    return PART.sub(
        lambda found: f"{found['open']}\n{_table(found['way'])}\n{found['close']}", text
    )


def _table(key: str) -> str:
    (way,) = (each for each in WAYS if each.id == key)
    cells = cells_in((TABLE / f"{way.id}.txt").read_text(encoding="utf-8"))
    lines = ["| mishap | told | left out | taken in, and not as it was |", "|---|---|---|---|"]
    lines += [
        f"| {mishap.says} | {_told(cells[mishap.id])} | {_named(cells[mishap.id].left_out)} "
        f"| {_named(cells[mishap.id].changed)} |"
        for mishap in MISHAPS
    ]
    return "\n".join((*lines, ""))


def _told(cell: Cell) -> str:
    if cell.never:
        return f"*cannot happen: {cell.never}*"
    kinds = sorted(cell.kinds, key=lambda kind: kind in CONSEQUENCES)
    return ", ".join(f"`{kind}`" for kind in kinds) or "nothing: it is read"


def _named(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "-"
