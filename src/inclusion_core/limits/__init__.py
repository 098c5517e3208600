"""Limits as values, and the support windows that they open: from when, until when, and why."""

from __future__ import annotations

from inclusion_core.limits.expiring import Expiring, expiring
from inclusion_core.limits.limit import End, Limit, Support
from inclusion_core.limits.revised import RevisedWindow, changed_windows
from inclusion_core.limits.window import SupportWindow, WindowState, window_of

__all__ = [
    "End",
    "Expiring",
    "Limit",
    "RevisedWindow",
    "Support",
    "SupportWindow",
    "WindowState",
    "changed_windows",
    "expiring",
    "window_of",
]
