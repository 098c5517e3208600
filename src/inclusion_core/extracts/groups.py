"""Groups of codes, as a file of two columns declares them: ``code,group``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from inclusion_core.extracts.errors import ExtractRefusedError
from inclusion_core.wire.csv_rows import Cell, CsvRow, rows

__all__ = ["groups_in"]

HEADING = ("code", "group")


def groups_in(path: Path) -> Mapping[str, str]:
    """The group of each code; a code that is not there belongs to the group ``other``.

    Raises:
        ExtractRefusedError: A row is not a code and its group, or a code is there twice.
        OSError: The file cannot be read.
    """
    following = rows(path.read_bytes())
    groups: dict[str, str] = {}
    heading = next(following, CsvRow(1))
    if tuple(heading.cells) != HEADING:
        raise ExtractRefusedError(f"{path}: the heading is not {','.join(HEADING)}")
    for row in following:
        pair = _pair(row.cells)
        if pair is None or pair[0] in groups:
            problem = (
                "it is not a code and its group" if pair is None else "the code is there twice"
            )
            raise ExtractRefusedError(f"{path}, row {row.number}: {problem}")
        groups[pair[0]] = pair[1]
    return groups


def _pair(cells: Sequence[Cell]) -> tuple[str, str] | None:
    match cells:
        case [str(code), str(group)] if code and group:
            return code, group
        case _:
            return None
