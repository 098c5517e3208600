"""All cases of the tests that take long, of which ``.ci/run`` runs a few.

.venv/bin/python tests/long_runs/at_length.py --write
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from xml.etree import ElementTree as ET

from record import Figure, Record, ran

ROOT = Path(__file__).parents[2]
PYTEST = ("-m", "pytest", "-q", "-m", "at_length", "-n", "2", "-p", "no:cacheprovider")


def outcomes() -> Counter[str]:
    """How many cases passed, failed and were skipped, and how many tests they belong to."""
    with TemporaryDirectory() as name:
        told = Path(name) / "told.xml"
        subprocess.run(
            [sys.executable, *PYTEST, "--junitxml", str(told)],
            check=False,
            cwd=ROOT,
            env={**os.environ, "INCLUSION_SHORT": "0"},
        )
        found: Counter[str] = Counter()
        tests = set()
        for case in ET.parse(told).getroot().iter("testcase"):
            tests.add((case.get("classname"), case.get("name", "").partition("[")[0]))
            ended = {each.tag for each in case} & {"failure", "error", "skipped"}
            found[min(ended, default="passed")] += 1
        found["tests"] = len(tests)
        return found


def record() -> Record:
    began = monotonic()
    found = outcomes()
    failed = found["failure"] + found["error"]
    return Record(
        id="at_length",
        title="Long tests",
        question="Do the tests of which every change runs a few cases hold in all of them?",
        command=".venv/bin/pip install -q -e '.[spark,pdf,browser,postgres]'\n"
        ".venv/bin/python tests/long_runs/at_length.py --write",
        again="all but the minutes is the same.",
        figures=(
            Figure(what="tests marked as taking long", measured=f"{found['tests']:,}"),
            Figure(
                what="cases of them that passed",
                measured=f"{found['passed']:,}",
                bar="all",
                met=found["passed"] > 0 and not failed and not found["skipped"],
            ),
            Figure(what="failed", measured=f"{failed}", bar="none", met=not failed),
            Figure(
                what="skipped", measured=f"{found['skipped']}", bar="none", met=not found["skipped"]
            ),
            Figure(what="minutes that it took", measured=f"{(monotonic() - began) / 60:.0f}"),
        ),
        remarks=(
            "Needs Java, Chromium, Pango and PostgreSQL, as the second half of `.ci/run` does.",
        ),
        tools=("pytest", "hypothesis"),
    )


if __name__ == "__main__":
    raise SystemExit(ran(__doc__.partition("\n")[0], record))
