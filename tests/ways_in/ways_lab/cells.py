"""The cells of the table: what is told of a mishap on a way in, and what becomes of the records.

They stand in ``table/``, one file for each way, written by ``write_table.py`` and read by people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from ways_lab.mishaps import Mishap
from ways_lab.outcome import Outcome

__all__ = ["TABLE", "Cell", "cells_in", "text_of"]

TABLE = Path(__file__).parents[1] / "table"
EVERYTHING = "everything"


@attrs.frozen(kw_only=True)
class Cell:
    """What comes of a mishap on a way in.

    Attributes:
        told: Each finding by kind and place; or the error that is raised, in its own words.
        left_out: The versions or records that are not taken in.
        changed: Those that are taken in, and do not say what the good ones say.
        never: Why it cannot happen, where it cannot.
    """

    told: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    never: str = ""

    @classmethod
    def of(cls, mishap: Mishap, outcome: Outcome, good: Outcome, folder: Path) -> Cell:
        """The cell that an outcome makes, beside what comes of the good book."""
        whole, there = {} if mishap.empties else _by_name(good), _by_name(outcome)
        lost = tuple(name for name in whole if name not in there)
        kept = Counter(name for name, _ in outcome.kept)
        told = (_raised(outcome.error, folder),) if outcome.error else tuple(outcome.told)
        return cls(
            told=told,
            left_out=(EVERYTHING,) if lost and not there else lost,
            changed=tuple(
                f"{name} (twice)" if kept[name] > 1 else name
                for name in there
                if kept[name] > 1 or there[name] != whole.get(name)
            ),
        )

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of what is told, each once; the class of an error."""
        return tuple(dict.fromkeys(each.partition(":")[0] for each in self.told))


def _by_name(outcome: Outcome) -> dict[str, Any]:
    return dict(sorted(outcome.kept, key=lambda each: each[0]))


def _raised(error: Exception, folder: Path) -> str:
    words = str(error).replace(str(folder), "…").replace("\n", " | ")
    return f"{type(error).__name__}: {words}"


# As a file.


def text_of(cells: Mapping[str, Cell]) -> str:
    """The cells of a way, by mishap, as its file has them."""
    return "\n".join("\n".join((f"== {key}", *_lines(cell), "")) for key, cell in cells.items())


def _lines(cell: Cell) -> Iterator[str]:
    yield from cell.told
    for word in ("left_out", "changed"):
        if getattr(cell, word):
            yield f"{word}= {'; '.join(getattr(cell, word))}"
    if cell.never:
        yield f"never= {cell.never}"


def cells_in(text: str) -> dict[str, Cell]:
    """The other way round."""
    found: dict[str, Cell] = {}
    for part in text.split("== ")[1:]:
        key, *lines = part.strip().split("\n")
        named = dict(line.split("= ", 1) for line in lines if _is_named(line))
        found[key] = Cell(
            told=tuple(line for line in lines if not _is_named(line)),
            left_out=tuple(filter(None, named.get("left_out", "").split("; "))),
            changed=tuple(filter(None, named.get("changed", "").split("; "))),
            never=named.get("never", ""),
        )
    return found


def _is_named(line: str) -> bool:
    return line.startswith(("left_out= ", "changed= ", "never= "))
