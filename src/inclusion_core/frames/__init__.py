"""A whole register for researchers: native frames in, figures out, and the way back to each case.

    register = frames.register("register/", tables=[PARTICIPATIONS])
    table = frames.compute(INDICATORS, register, period=Period.year(2023), by=["gender"])
    table["CO02"], table.to_polars()

Frames stay on their engine and lazy; nothing is collected but the cells of figures. The names below
are imported when they are first asked for: importing the package loads no dataframe library.

Needs the extra ``polars``, ``duckdb``, ``pandas`` or ``spark``; charts need ``charts``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from inclusion_core.errors import MissingExtraError

if TYPE_CHECKING:
    from inclusion_core.frames.asking import Asked
    from inclusion_core.frames.charts import chart, chart_beside
    from inclusion_core.frames.computing import compute
    from inclusion_core.frames.explaining import explain
    from inclusion_core.frames.figure_rows import FigureRow
    from inclusion_core.frames.figure_tables import FigureTable
    from inclusion_core.frames.lineage import facts, members
    from inclusion_core.frames.registers import Register, register
    from inclusion_core.metrics.comparing import compared as compare
    from inclusion_core.metrics.explanations import Explained, Part

__all__ = [
    "Asked",
    "Explained",
    "FigureRow",
    "FigureTable",
    "Part",
    "Register",
    "chart",
    "chart_beside",
    "compare",
    "compute",
    "explain",
    "facts",
    "members",
    "register",
]

_ROOMS = {
    "frames.asking": ("Asked",),
    "frames.charts": ("chart", "chart_beside"),
    "frames.computing": ("compute",),
    "frames.explaining": ("explain",),
    "metrics.explanations": ("Explained", "Part"),
    "frames.figure_rows": ("FigureRow",),
    "frames.figure_tables": ("FigureTable",),
    "frames.lineage": ("facts", "members"),
    "frames.registers": ("Register", "register"),
}
_ROOM_OF = {name: (room, name) for room, names in _ROOMS.items() for name in names}
_ROOM_OF["compare"] = ("metrics.comparing", "compared")


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room, called = _ROOM_OF[name]
    try:
        return getattr(import_module(f"inclusion_core.{room}"), called)
    except ModuleNotFoundError as error:
        if error.name == "narwhals":
            raise MissingExtraError("polars", "reading a register") from None
        raise


def __dir__() -> list[str]:
    return __all__
