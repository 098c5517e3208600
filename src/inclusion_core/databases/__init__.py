"""Cases in a database of SQLAlchemy: every version of every record, on SQLite or PostgreSQL.

Needs the extra ``databases``, and ``postgres`` for PostgreSQL.
"""

from __future__ import annotations

from inclusion_core.errors import MissingExtraError

try:
    import sqlalchemy as _  # noqa: F401  an extra
except ModuleNotFoundError:
    raise MissingExtraError("databases", "keeping cases in a database") from None

from inclusion_core.databases.database import Database
from inclusion_core.databases.errors import (
    BusyError,
    Conflict,
    ConflictError,
    DamagedRowsError,
    DatabaseFailedError,
    DatabaseRefusedError,
    ForeignDatabaseError,
    LostConnectionError,
    NotSweptError,
)
from inclusion_core.databases.shape import tables_of
from inclusion_core.databases.upgrading import BroughtUp, Upgraded

__all__ = [
    "BroughtUp",
    "BusyError",
    "Conflict",
    "ConflictError",
    "DamagedRowsError",
    "Database",
    "DatabaseFailedError",
    "DatabaseRefusedError",
    "ForeignDatabaseError",
    "LostConnectionError",
    "NotSweptError",
    "Upgraded",
    "tables_of",
]
