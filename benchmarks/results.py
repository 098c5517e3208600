"""Tables, the machine in words, and the page on which results are kept."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PAGE = Path(__file__).with_name("results.md")
HEAD = "# Results\n\nWritten by the scripts of this folder, with `--write`.\n"
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


def write_section(title: str, text: str) -> None:
    """Put a result on the page, in place of the last one of its title."""
    sections = _sections()
    sections[title] = f"\n{text}\n"
    body = "".join(f"\n## {name}\n{said}" for name, said in sorted(sections.items()))
    PAGE.write_text(HEAD + body, encoding="utf-8")


def _sections() -> dict[str, str]:
    written = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    parts = written.split("\n## ")[1:]
    return {part.partition("\n")[0]: part.partition("\n")[2].rstrip("\n") + "\n" for part in parts}
