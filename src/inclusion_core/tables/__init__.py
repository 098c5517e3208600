"""Parquet and Arrow: the records of a caseload as typed tables, both ways, strict and lossless.

In few lines::

    tables.write(journal, "caseload/", SCHEMA)
    reading = tables.read("caseload/", SCHEMA)
    for part in tables.read_batches("caseload/", SCHEMA):
        ...

The names below are imported when they are first asked for: importing the package loads no pyarrow.
Needs the extra ``parquet``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from inclusion_core.errors import MissingExtraError

if TYPE_CHECKING:
    from inclusion_core.tables.arrow_tables import records_of, table_of, tables_of
    from inclusion_core.tables.reading import read, read_batches
    from inclusion_core.tables.writing import write

__all__ = ["read", "read_batches", "records_of", "table_of", "tables_of", "write"]

_ROOMS = {
    "arrow_tables": ("records_of", "table_of", "tables_of"),
    "reading": ("read", "read_batches"),
    "writing": ("write",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(f"inclusion_core.tables.{_ROOM_OF[name]}"), name)
    except ModuleNotFoundError as error:
        if error.name == "pyarrow":
            raise MissingExtraError("parquet", "reading and writing Parquet") from None
        raise


def __dir__() -> list[str]:
    return __all__
