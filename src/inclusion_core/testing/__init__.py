"""What authors of plugins test with; needs ``pip install 'inclusion-core[testing]'``.

- :class:`Story` makes a caseload by hand, sentence by sentence; :func:`told` tells one in words.
- :class:`WorkedCases` runs cases that non-programmers write and review.
- :func:`caseloads` and its neighbours draw whole consistent caseloads for hypothesis.
- :func:`installed_catalogue` is loaded once for all tests.
- :class:`PluginConformance` and :func:`check_plugin` ask a plugin all that any plugin must keep.

Each name is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inclusion_core.testing.conformance.kit import check_plugin
    from inclusion_core.testing.conformance.outcomes import CheckRecord, Outcome
    from inclusion_core.testing.conformance.suite import PluginConformance
    from inclusion_core.testing.installed import installed_catalogue
    from inclusion_core.testing.stories.errors import StoryError
    from inclusion_core.testing.stories.said import DaySaid
    from inclusion_core.testing.stories.story import Story
    from inclusion_core.testing.strategies import (
        Interests,
        caseloads,
        completions,
        days,
        journals,
        records,
        values_of,
    )
    from inclusion_core.testing.telling import as_story, told
    from inclusion_core.testing.worked_cases import WorkedCases

__all__ = [
    "CheckRecord",
    "DaySaid",
    "Interests",
    "Outcome",
    "PluginConformance",
    "Story",
    "StoryError",
    "WorkedCases",
    "as_story",
    "caseloads",
    "check_plugin",
    "completions",
    "days",
    "installed_catalogue",
    "journals",
    "records",
    "told",
    "values_of",
]

_ROOMS = {
    "conformance.kit": ("check_plugin",),
    "conformance.outcomes": ("CheckRecord", "Outcome"),
    "conformance.suite": ("PluginConformance",),
    "installed": ("installed_catalogue",),
    "stories.errors": ("StoryError",),
    "stories.said": ("DaySaid",),
    "stories.story": ("Story",),
    "strategies": (
        "Interests",
        "caseloads",
        "completions",
        "days",
        "journals",
        "records",
        "values_of",
    ),
    "telling": ("as_story", "told"),
    "worked_cases": ("WorkedCases",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__
