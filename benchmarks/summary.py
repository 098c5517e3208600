"""Every goal, with what was measured last: the table that the docs show.

    .venv/bin/python benchmarks/summary.py             print it
    .venv/bin/python benchmarks/summary.py --renew     measure everything again, and keep it
        [--openfisca PYTHON]                           that of an environment with OpenFisca

To measure everything takes about a quarter of an hour on two cores with nothing else to do. Sides
that are compared take turns; where the machine was busy, the sections say so.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "docs"))

from reference_parts.speed import speed_goals  # noqa: E402  found only on the path above

OPENFISCA = "--openfisca"
RENEWED = (
    "imports.py",
    f"one_person.py {OPENFISCA}",
    "json_documents.py",
    "tables.py --rounds 7",
    "register.py --rows 1000000 --repeat 3",
    f"scale.py --rows 1000000 --repeat 3 {OPENFISCA}",
    "database.py --rows 100000",
    "decisions.py --cases 5000 --processes 2",
)
"""The scripts that keep a result, with sizes that fit into a quarter of an hour together."""


def renew(openfisca: str | None) -> None:
    """Measure everything again, one script after the other."""
    for each in RENEWED:
        script, *options = each.split()
        if options[-1:] == [OPENFISCA]:
            options = [*options, openfisca] if openfisca else options[:-1]
        done(HERE / script, *options, "--write")
    done(HERE.parent / "tests" / "long_runs" / "counting.py", "--write")
    done(HERE.parent / "docs" / "build_reference.py")


def done(script: Path, *options: str) -> None:
    """Run a script; where it fails, no other follows."""
    print(f"\n== {script.name} {' '.join(options)}", flush=True)
    subprocess.run([sys.executable, str(script), *options], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Every goal, with what was measured last.")
    parser.add_argument("--renew", action="store_true", help="measure everything again first")
    parser.add_argument(OPENFISCA, help="the Python of an environment that has OpenFisca")
    given = parser.parse_args()
    if given.renew:
        renew(given.openfisca)
    print(speed_goals())


if __name__ == "__main__":
    main()
