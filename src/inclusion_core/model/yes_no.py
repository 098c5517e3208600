"""Yes or no, as a code that files and tables can hold."""

from __future__ import annotations

from enum import Enum

__all__ = ["YesNo"]


class YesNo(Enum):
    """An answer to a question that has only two; that nobody asked is for the field to say."""

    YES = "yes"
    NO = "no"
