"""Limits as values: from which day and until which day support may be given, and what ends it."""

from __future__ import annotations

from inclusion_core.limits.limit import End, Limit, Support

__all__ = ["End", "Limit", "Support"]
