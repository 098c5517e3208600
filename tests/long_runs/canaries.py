"""Unmistakable values in every field of every record class: looks where text comes out.

Runs the tests of ``tests/privacy``, each of which looks at one place, and counts them.

    .venv/bin/python tests/long_runs/canaries.py [--write]
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from record import Figure, Record, ran

sys.path.insert(0, str(Path(__file__).parents[1] / "privacy"))

from privacy_lab.asked import ASKED
from privacy_lab.values import CODES, FILLED_CLASSES, HOWS, SCHEMA, VALUES

TESTS = Path(__file__).parents[1] / "privacy"
COMMAND = ".venv/bin/python tests/long_runs/canaries.py"
PYTEST = (
    *("-m", "pytest", "-q", "-p", "no:cacheprovider"),
    *("-W", "ignore:HarfBuzz:DeprecationWarning"),  # an old library of the system is no leak
)
PLACES = {
    "test_things": "what records, caseloads, tables, readers and figures say of themselves",
    "test_findings": "findings, in words and as data",
    "test_errors": "errors: words, traceback, notes, cause, attributes, pickle",
    "test_databases": "what SQLAlchemy logs in all detail, and what drivers say",
    "test_commands": "commands: screen, remarks, log, files that are written or taken away",
}


def outcomes() -> Iterator[tuple[str, bool]]:
    """Each place that was looked at, by the module of its test, and whether nothing was told."""
    with TemporaryDirectory() as name:
        told = Path(name) / "told.xml"
        subprocess.run(
            [sys.executable, *PYTEST, str(TESTS), "--junitxml", str(told)],
            check=False,
            cwd=TESTS.parents[1],
        )
        cases = ET.parse(told).getroot().iter("testcase")
        for case in cases:
            module = case.get("classname", "").rpartition(".")[2]
            yield module, case.find("failure") is None and case.find("error") is None


def record() -> Record:
    looked, leaks = Counter[str](), Counter[str]()
    for module, is_silent in outcomes():
        looked[module] += 1
        leaks[module] += not is_silent
    fields = sum(len(each.recorded_fields) - 1 for each in SCHEMA if not each.derived)
    return Record(
        id="canaries",
        title="Canaries",
        question="Does a value of a client come out anywhere but where it is asked for?",
        command=COMMAND,
        again="the same.",
        figures=(
            Figure(
                what="canaries",
                measured=f"{fields * len(HOWS):,} values: {fields} fields of {len(FILLED_CLASSES)} "
                f"record classes, each known, known in part and not known; looked for as "
                f"{len(VALUES) + len(CODES)} texts",
            ),
            *(
                Figure(
                    what=says,
                    measured=f"{looked[module]} places, {leaks[module]} leaks",
                    bar="no leak",
                    met=looked[module] > 0 and not leaks[module],
                )
                for module, says in PLACES.items()
            ),
            Figure(
                what="nothing is forgotten: record classes, commands, formats, error classes",
                measured=f"{looked['test_completeness']} tests; {len(ASKED)} command lines",
                bar="all stand in the lists",
                met=looked["test_completeness"] > 0 and not leaks["test_completeness"],
            ),
        ),
        remarks=(
            "A debugger, or a reporter of errors that keeps local variables, sees what they hold.",
            "What is exported or shown on purpose is exempt: each such command is marked.",
            "Files that an engine writes by itself are looked at when the command has ended.",
        ),
        tools=("attrs", "sqlalchemy", "polars", "duckdb"),
    )


if __name__ == "__main__":
    raise SystemExit(ran(__doc__.partition("\n")[0], record))
