"""What it costs to load a plugin: told by the modules that it imports, not by a clock."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable

__all__ = ["heavy_imports"]

MANY = 40
"""So many modules of other projects, or more, are told."""
FEW = 5
"""Projects that bring fewer than so many of them are not named."""


def heavy_imports(before: Collection[str], own: Iterable[str]) -> str:
    """What was imported since, where that is much; empty where it is not.

    Args:
        before: The modules that were there.
        own: Packages that do not count: those of plugins.
    """
    light = {*sys.stdlib_module_names, *own, "inclusion_core"}
    packages = (name.partition(".")[0] for name in tuple(sys.modules) if name not in before)
    brought = Counter(package for package in packages if package not in light)
    if brought.total() < MANY:
        return ""
    many = [(package, count) for package, count in brought.most_common() if count >= FEW]
    listed = ", ".join(f"{package} ({count} modules)" for package, count in sorted(many))
    return (
        f"while it is loaded it imports {listed}, and everybody waits for them who loads plugins: "
        "import them inside the functions that need them"
    )
