"""For whom a report is: who made it, who pays for it, or everybody."""

from __future__ import annotations

from enum import Enum

__all__ = ["Audience"]


class Audience(Enum):
    """Who reads a report."""

    STAFF = "staff"
    FUNDER = "funder"
    PUBLIC = "public"
