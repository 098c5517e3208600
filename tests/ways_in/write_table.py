"""Writes the table of what comes of every mishap on every way in, and the page that shows it.

    .venv/bin/python tests/ways_in/write_table.py

Read what it changed: it writes down what happens, not what should.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))

from ways_lab.all_ways import WAYS
from ways_lab.cells import TABLE, Cell, text_of
from ways_lab.mishaps import MISHAPS, Mishap
from ways_lab.page import PAGE, as_it_should_be
from ways_lab.way import Way


def cell_of(way: Way, mishap: Mishap) -> Cell:
    if mishap.id in way.never:
        return Cell(never=way.never[mishap.id])
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        good = way.after(None, Path(one))
        return Cell.of(mishap, way.after(mishap, Path(other)), good, Path(other))


def main() -> None:
    TABLE.mkdir(exist_ok=True)
    for way in WAYS:
        cells = {mishap.id: cell_of(way, mishap) for mishap in MISHAPS}
        (TABLE / f"{way.id}.txt").write_text(text_of(cells), encoding="utf-8")
    PAGE.write_text(as_it_should_be(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
