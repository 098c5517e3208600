"""What a long run measured, kept for the page of proof.

A script of this folder ends with :func:`kept`, which prints its record and, with ``--write``, puts
it into ``docs/proof``. ``docs/build_reference.py`` then writes ``docs/reference/proof.md``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import attrs

FOLDER = Path(__file__).parents[2] / "docs" / "proof"


@attrs.frozen(kw_only=True)
class Figure:
    """One thing that was measured.

    Attributes:
        what: In words that stand alone.
        measured: With its unit.
        bar: What it must be, in words; empty where nothing is demanded.
        met: Whether it is so; None where nothing is demanded.
    """

    what: str
    measured: str
    bar: str = ""
    met: bool | None = None


@attrs.frozen(kw_only=True)
class Record:
    """One run of one script.

    Attributes:
        id: The name of its file.
        title: Heading on the page.
        question: What the run answers, as one sentence.
        command: What makes the figures again, from the root of the repository.
        again: What of it is the same when it is run again, and what is not.
        figures: In the order in which they are shown.
        remarks: What a reader must know to trust them, doubts and gaps first; one sentence each.
        tools: Distributions whose versions matter.
    """

    id: str
    title: str
    question: str
    command: str
    again: str
    figures: Sequence[Figure]
    remarks: Sequence[str] = ()
    tools: Sequence[str] = ()

    def text(self) -> str:
        """As it is kept: with the day, the machine and the versions."""
        kept = {
            **attrs.asdict(self, filter=lambda field, _: field.name != "tools"),
            "ran_on": datetime.now(UTC).date().isoformat(),
            "machine": ", ".join((_machine(), *map(_version, self.tools))),
        }
        return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def kept(record: Record, *, write: bool) -> bool:
    """Print a record, keep it if asked to, and tell whether every bar was met."""
    for figure in record.figures:
        mark = {True: "met", False: "MISSED", None: ""}[figure.met]
        sys.stdout.write(f"{figure.what}: {figure.measured}  [{figure.bar}] {mark}\n")
    for remark in record.remarks:
        sys.stdout.write(f"- {remark}\n")
    if write:
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / f"{record.id}.json").write_text(record.text(), encoding="utf-8")
    return all(figure.met is not False for figure in record.figures)


def ran(says: str, made: Callable[[], Record]) -> int:
    """What a script does that is only asked whether to keep its record; 1 where a bar is missed.

    Args:
        says: What it does, for its help.
        made: Does it.
    """
    parser = argparse.ArgumentParser(description=says)
    parser.add_argument("--write", action="store_true", help="keep the record")
    given = parser.parse_args()
    return 0 if kept(made(), write=given.write) else 1


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _version(distribution: str) -> str:
    try:
        return f"{distribution} {version(distribution)}"
    except PackageNotFoundError:
        return f"{distribution} not installed"
