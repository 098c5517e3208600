"""What is shipped, and what it brings along: same bytes, licences, parts, known faults.

    .venv/bin/python tests/long_runs/supply.py [--write]

Needs the index that pip is configured for, and for known faults an advisory service; where there is
none, that is said.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from record import Figure, Record, kept
from supply_lab.building import ROOT, built_twice
from supply_lab.licences import ALLOWED, APART, licences_of, licences_page

BIN = Path(sys.executable).parent
RUNTIME = (
    *("rich", "polars", "duckdb", "pyarrow", "json", "parquet", "pandas", "databases"),
    *("postgres", "charts", "docx", "pdf", "xlsx", "testing", "scaffold"),
)
PAGE = ROOT / "docs" / "reference" / "licences.md"


def main() -> int:
    """Measure all of it; the exit code is 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the record and the page")
    write = parser.parse_args().write
    with TemporaryDirectory() as place:
        figures, page = measured(Path(place))
    if write:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    return 0 if kept(record(figures), write=write) else 1


def measured(place: Path) -> tuple[list[Figure], str]:
    """The figures, and the page of licences."""
    first, second = built_twice(place)
    wheels = sorted((place / "one").glob("*.whl"))
    python = environment(place, wheels)
    licences = licences_of(python)
    strange = [each for each in licences if not each.allowed]
    figures = [
        _bar("Wheels and source distributions built twice", len(first), _same(first, second)),
        _bar("Wheels that carry the licence", len(wheels), sum(map(_has_licence, wheels))),
        _yes("Every file says whose it is and under which licence (`reuse lint`)", reuse()),
        _bar(
            "Dependencies under a licence of the list, or looked at by hand (remarks)",
            len(licences),
            len(licences) - len(strange),
        ),
        *parts_listed(place, python),
        audited(place, python),
        _yes("The constraints install, hash for hash", constraints()),
    ]
    return figures, licences_page(licences)


def environment(place: Path, wheels: list[Path]) -> Path:
    """An environment with the wheels and what they need at run time, of every extra but Spark."""
    python = place / "env" / "bin" / "python"
    subprocess.run(
        [BIN / "uv", "venv", "-q", "--python", sys.executable, place / "env"], check=True
    )
    core, *plugins = sorted(wheels, key=lambda each: "inclusion_core" not in each.name)
    subprocess.run(
        [
            *(BIN / "uv", "pip", "install", "-q", "--python", python),
            *(f"{core}[{','.join(RUNTIME)}]", *plugins),
        ],
        check=True,
    )
    return python


def _same(first: dict[str, str], second: dict[str, str]) -> int:
    return sum(second.get(name) == sha256 for name, sha256 in first.items())


def _has_licence(wheel: Path) -> bool:
    with zipfile.ZipFile(wheel) as archive:
        return any(name.endswith(".dist-info/licenses/LICENSE") for name in archive.namelist())


def reuse() -> bool:
    """Whether the tool of the REUSE specification finds nothing to say."""
    ran = subprocess.run([BIN / "reuse", "lint", "-q"], cwd=ROOT, capture_output=True, check=False)
    return ran.returncode == 0


def parts_listed(place: Path, python: Path) -> Iterator[Figure]:
    """The bill of materials, in the form of CycloneDX; the tool validates what it writes."""
    bill = place / "bill.json"
    subprocess.run(
        [
            *(BIN / "cyclonedx-py", "environment", python, "--of", "JSON", "-o", bill),
            *("--output-reproducible", "--validate"),
        ],
        check=True,
        capture_output=True,
    )
    listed = {each["name"].lower() for each in json.loads(bill.read_bytes())["components"]}
    needed = {each.name.lower() for each in licences_of(python)}
    said = f"{len(listed)} components, valid CycloneDX"
    complete = {each.replace("_", "-") for each in needed} <= {
        each.replace("_", "-") for each in listed
    }
    yield Figure(
        what="Bill of materials of the wheels and what they need",
        measured=said,
        bar="every distribution is in it",
        met=complete,
    )


def audited(place: Path, python: Path) -> Figure:
    """Known faults of the dependencies, where an advisory service can be asked."""
    packages = next((python.parents[1] / "lib").glob("python*/site-packages"))
    report = place / "audit.json"
    subprocess.run(
        [BIN / "pip-audit", "--path", packages, "-f", "json", "-o", report, "--timeout", "20"],
        capture_output=True,
        check=False,
    )
    found = json.loads(report.read_bytes())["dependencies"] if report.exists() else []
    asked = [each for each in found if "vulns" in each]
    faults = sum(len(each["vulns"]) for each in asked)
    what, bar = "Known faults of the dependencies (`pip-audit`)", "none"
    if len(asked) <= len(found) // 2:
        return Figure(what=what, measured="not asked: no advisory service could be reached")
    return Figure(what=what, measured=f"{faults} in {len(asked)}", bar=bar, met=faults == 0)


def constraints() -> bool:
    """Whether an environment can be made of `.ci/constraints.txt`."""
    ran = subprocess.run([ROOT / ".ci" / "constraints"], capture_output=True, check=False)
    return ran.returncode == 0


def _bar(what: str, number: int, good: int) -> Figure:
    return Figure(
        what=what, measured=f"{good} of {number}", bar="all", met=good == number and number > 0
    )


def _yes(what: str, good: bool) -> Figure:
    return Figure(what=what, measured="yes" if good else "no", bar="yes", met=good)


def record(figures: list[Figure]) -> Record:
    """What is kept."""
    return Record(
        id="supply",
        title="What is shipped and what it brings along",
        question="Are builds the same to the byte, licences known, and parts listed?",
        command=".venv/bin/pip install -q -e '.[lint,proof]' && "
        ".venv/bin/python tests/long_runs/supply.py --write",
        again="all of it; newer versions of dependencies may have come out, and an advisory "
        "service may be within reach.",
        figures=figures,
        remarks=[
            "The two builds differ in folder, umask, time zone, language and hash seed.",
            "Both are made by the same version of hatchling, on one machine.",
            *(f"`{name}`: {why}." for name, why in APART.items()),
            "A dependency's licence is what its own distribution says; nobody read its files.",
            f"The list of licences: {', '.join(ALLOWED)}.",
            "PySpark is left out: it has no wheel.",
        ],
        tools=("hatchling", "reuse", "cyclonedx-bom", "pip-audit", "uv"),
    )


if __name__ == "__main__":
    sys.exit(main())
