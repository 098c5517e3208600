"""Every way in."""

from __future__ import annotations

from ways_lab.arrow import ARROW, PARQUET
from ways_lab.database import DATABASE
from ways_lab.files import CSV, JSON
from ways_lab.frames_ways import FRAMES, OWN_TABLE, REGISTER
from ways_lab.rows_way import ROWS
from ways_lab.sheets import MAPPED, WORKBOOK

__all__ = ["BY_COMMAND", "WAYS"]

WAYS = (
    *(CSV, JSON, WORKBOOK, MAPPED, PARQUET, ARROW, ROWS, DATABASE, REGISTER, FRAMES, OWN_TABLE),
)
BY_COMMAND = (CSV, JSON, PARQUET)
"""Those that the commands `check` and `report` read record by record."""
