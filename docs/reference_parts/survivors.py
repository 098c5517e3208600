"""The changes of the library that its tests did not notice, as their page shows them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from .markdown import table

__all__ = ["surviving_mutants"]

LIST = Path(__file__).parents[2] / "tests" / "long_runs" / "survivors.json"
ANSWERED = "a test was added"


def surviving_mutants() -> str:
    """One table for each room; what a test was added for has not survived."""
    listed: list[Mapping[str, str]] = json.loads(LIST.read_text(encoding="utf-8"))
    still = [each for each in listed if each["kind"] != ANSWERED]
    by_room = groupby(still, key=itemgetter("room"))
    tables = "\n".join(line for room, each in by_room for line in _section(room, each))
    return f"For {len(listed) - len(still)} others a test was added.\n\n{tables}"


def _section(room: str, survivors: Iterator[Mapping[str, str]]) -> Iterator[str]:
    yield f"## {room.capitalize()}\n"
    rows = ((each["place"], _change(each["change"]), _reason(each)) for each in survivors)
    yield table(("where", "change", "why nobody notices"), rows)


def _change(change: str) -> str:
    return " ".join(f"`` {line} ``" for line in change.splitlines())


def _reason(survivor: Mapping[str, str]) -> str:
    return f"{survivor['kind']}: {survivor['why']}" if survivor["why"] else survivor["kind"]
