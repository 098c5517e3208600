"""Tables, the machine in words, goals, and where results are kept.

Each section is kept as a document of its own in ``kept``, for ``summary.py`` and the page of the
docs; ``results.md`` shows all of them.
"""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import attrs

KEPT = Path(__file__).with_name("kept")
PAGE = Path(__file__).with_name("results.md")
HEAD = """# Results

Written by the scripts of this folder, with `--write`.
How they stand to the goals is told in [speed](../docs/reference/speed.md).
"""
DISTRIBUTIONS = ("attrs", "cattrs", "narwhals", "polars", "duckdb")


def machine() -> str:
    """The machine in words: cores and how busy they were, Python, distributions."""
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    versions = ", ".join(f"{name} {_version(name)}" for name in DISTRIBUTIONS)
    return (
        f"{os.cpu_count()} cores (load {busy:.1f} at the end), "
        f"Python {platform.python_version()}, {versions}"
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table in Markdown, its columns aligned so that it can be read as it is."""
    listed = [list(headings), *(list(row) for row in rows)]
    widths = [max(len(row[place]) for row in listed) for place in range(len(headings))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in listed
    ]
    return [lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]]


@attrs.frozen(kw_only=True)
class Goal:
    """What a ratio should be, and what it is.

    Attributes:
        what: In words that stand alone.
        bar: The goal.
        measured: What was measured; ``None`` where it could not be.
        at_least: Whether more is better; else less is.
    """

    what: str
    bar: float
    measured: float | None
    at_least: bool = False

    @property
    def met(self) -> bool | None:
        """Whether what was measured is as good as the goal; ``None`` where nothing was."""
        if self.measured is None:
            return None
        return self.measured >= self.bar if self.at_least else self.measured <= self.bar


def write_section(title: str, text: str, command: str, goals: Iterable[Goal] = ()) -> None:
    """Keep a result in place of the last one of its title, and show it on the page.

    Args:
        title: What was measured.
        text: The tables, with how they came about.
        command: What measures it again, from the root of the repository.
        goals: Those that the result is held against.
    """
    kept = {
        "title": title,
        "command": command,
        "measured_on": datetime.now(UTC).date().isoformat(),
        "goals": [{**attrs.asdict(goal), "met": goal.met} for goal in goals],
        "text": text.splitlines(),
    }
    KEPT.mkdir(exist_ok=True)
    path = KEPT / f"{re.sub('[^a-z0-9]+', '-', title.lower()).strip('-')}.json"
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    write_page()


def write_page() -> None:
    """Show all that is kept."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in KEPT.glob("*.json")]
    sections = (_section(each) for each in sorted(found, key=lambda each: each["title"]))
    PAGE.write_text(HEAD + "".join(sections), encoding="utf-8")


def _section(kept: dict[str, Any]) -> str:
    text = "\n".join(kept["text"])
    made = f"Measured on {kept['measured_on']} by `{kept['command']}`."
    return f"\n## {kept['title']}\n\n{made}\n\n{text}\n"
