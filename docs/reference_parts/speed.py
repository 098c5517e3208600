"""The goals of the benchmarks, with what was measured last."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .markdown import code, table

__all__ = ["speed_commands", "speed_goals"]

KEPT = Path(__file__).parents[2] / "benchmarks" / "kept"
HEADING = ("what", "goal", "measured", "", "on")


def speed_goals() -> str:
    """A table of all goals, then how many are met."""
    goals = [(goal, kept) for kept in _kept() for goal in kept["goals"]]
    met = [goal["met"] for goal, _ in goals]
    told = (
        f"{met.count(True)} of {len(met)} goals are met, {met.count(False)} are missed, "
        f"{met.count(None)} could not be measured.\n"
    )
    rows = (
        (goal["what"], _bar(goal), _measured(goal), _mark(goal["met"]), kept["measured_on"])
        for goal, kept in goals
    )
    return f"{told}\n{table(HEADING, rows)}"


def speed_commands() -> str:
    """What measures each section again."""
    rows = ((kept["title"], code(kept["command"]), kept["measured_on"]) for kept in _kept())
    return table(("section", "command", "measured on"), rows)


def _kept() -> Iterator[Mapping[str, Any]]:
    found = (json.loads(path.read_text(encoding="utf-8")) for path in KEPT.glob("*.json"))
    yield from sorted(found, key=lambda each: each["title"])


def _bar(goal: Mapping[str, Any]) -> str:
    return f"at {'least' if goal['at_least'] else 'most'} {goal['bar']:g}"


def _measured(goal: Mapping[str, Any]) -> str:
    measured = goal["measured"]
    return "not measured" if measured is None else f"{measured:.2f}".removesuffix(".00")


def _mark(met: bool | None) -> str:
    return {True: "met", False: "**missed**", None: ""}[met]
