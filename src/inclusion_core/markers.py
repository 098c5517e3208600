"""The two marks by which pluggy knows a hook: where it is declared, where it is implemented."""

from __future__ import annotations

from typing import Final

import pluggy

__all__ = ["PROJECT", "hookimpl", "hookspec"]

PROJECT: Final = "inclusion_core"
"""The name of the entry-point group and of the pluggy project."""

hookspec: Final = pluggy.HookspecMarker(PROJECT)
hookimpl: Final = pluggy.HookimplMarker(PROJECT)
