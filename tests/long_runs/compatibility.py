"""The tests on every Python there is, and on the lowest versions of what the library depends on.

    .venv/bin/python tests/long_runs/compatibility.py [--python PATH]... [--part PART] [--write]

Each interpreter gets an environment of its own in a folder that is removed. ``--outcomes FILE``
keeps what each run gave: what stands there is not run again, so that runs of several systems make
one record.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
from record import Figure, Record, kept

ROOT = Path(__file__).parents[2]
KNOWN = tuple(f"python3.{minor}" for minor in range(11, 20))
LOWEST = "python3.11"
SLOW = (
    *("accessibility", "benchmarks", "databases", "docs", "embedding", "scaffold", "spark"),
    *("testing", "typing", "output/test_every_report.py"),
)
ROOMS = (
    *("cli", "databases", "expr", "facts", "frames", "model", "reports", "rows", "rules"),
    *("tables", "wire", "workbook"),
)
ALONE = tuple(sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("tests/test_*.py")))
PARTS = {
    "whole": ("tests", "plugins", "docs", "README.md"),
    "core": ("tests", *(f"--ignore=tests/{each}" for each in SLOW)),
    "quick": (*ALONE, *(f"tests/{each}" for each in ROOMS)),
    "least": (*ALONE, "tests/model", "tests/wire"),
}
TOLD = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|warnings?)")
DEPENDENCIES = (
    *("attrs", "cattrs", "pluggy", "python-dateutil", "narwhals", "polars", "duckdb", "pyarrow"),
    *("pandas", "msgspec", "sqlalchemy", "openpyxl", "hypothesis", "pytest"),
)


@attrs.frozen(kw_only=True)
class Outcome:
    """How the tests ended in one environment.

    Attributes:
        where: The interpreter, and which versions of what it depends on.
        part: Which tests.
        passed: So many.
        failed: So many failed or could not begin.
        skipped: So many need what is not there: Java, a browser, PostgreSQL.
        versions: Of what the library depends on.
    """

    where: str
    part: str
    passed: int
    failed: int
    skipped: int
    versions: Mapping[str, str]


def interpreters(named: Sequence[str]) -> Iterator[str]:
    """Those that were named, or all that are found and run."""
    for each in named or KNOWN:
        path = shutil.which(each)
        if path and subprocess.run([path, "-V"], capture_output=True, check=False).returncode == 0:
            yield path


def tried(interpreter: str, part: str, resolution: str) -> Outcome:
    """Install everything for an interpreter, and run the tests."""
    with TemporaryDirectory() as place:
        python = str(Path(place) / "env" / "bin" / "python")
        uv = [shutil.which("uv") or str(Path(sys.executable).with_name("uv"))]
        subprocess.run([*uv, "venv", "-q", "--python", interpreter, f"{place}/env"], check=True)
        projects = [f"{ROOT}[test]", *map(str, sorted((ROOT / "plugins").iterdir()))]
        editable = [word for each in projects for word in ("-e", each)]
        subprocess.run(
            [
                *(*uv, "pip", "install", "-q", "--compile-bytecode", "--python", python),
                *("--resolution", resolution, *editable),
            ],
            check=True,
        )
        ran = subprocess.run(
            [
                *(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=2018"),
                *("-n", "auto", "--dist", "worksteal", *PARTS[part]),
            ],
            cwd=ROOT,
            env={**os.environ, "INCLUSION_FUZZ": "0.1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        told = _told(ran.stdout)
        shown = ran.stdout.splitlines()[-20 if ran.returncode == 0 else 0 :]
        sys.stdout.write("".join(f"{line}\n" for line in shown))
        if not told:
            sys.stdout.write(ran.stderr)
            raise SystemExit("the tests did not end")
        versions = _versions(python)
    return Outcome(
        where=f"Python {versions.pop('')}, {_resolved(resolution)}",
        part=part,
        passed=told.get("passed", 0),
        failed=told.get("failed", 0) + told.get("error", 0),
        skipped=told.get("skipped", 0),
        versions=versions,
    )


def _resolved(resolution: str) -> str:
    return {"highest": "newest versions", "lowest-direct": "lowest versions"}[resolution]


def _told(output: str) -> dict[str, int]:
    last = next((line for line in reversed(output.splitlines()) if TOLD.search(line)), "")
    return {kind.removesuffix("s"): int(number) for number, kind in TOLD.findall(last)}


def _versions(python: str) -> dict[str, str]:
    program = (
        "import json, platform; from importlib.metadata import version;"
        f"names = {DEPENDENCIES!r};"
        "found = {name: version(name) for name in names};"
        "print(json.dumps({'': platform.python_version(), **found}))"
    )
    said = subprocess.run([python, "-c", program], capture_output=True, check=True)
    return dict(json.loads(said.stdout))


def record(outcomes: Sequence[Outcome]) -> Record:
    """What is kept of all of them."""
    return Record(
        id="compatibility",
        title="Pythons and versions of dependencies",
        question="Do the tests pass on every Python from 3.11 on, and on the lowest versions of "
        "what is depended on?",
        command=".venv/bin/pip install -q -e '.[lint,proof]' && "
        ".venv/bin/python tests/long_runs/compatibility.py --quick --write",
        again="the numbers of tests, on the same Pythons and with the same seed; newer versions of "
        "dependencies may have come out.",
        figures=[
            Figure(
                what=f"{each.where}: tests of the {each.part} part",
                measured=f"{each.passed} passed, {each.failed} failed, {each.skipped} skipped",
                bar="none fails",
                met=each.failed == 0 and each.passed > 0,
            )
            for each in outcomes
        ],
        remarks=[
            "It was never run on Windows or macOS; what is known to differ there is held by tests.",
            "No free-threaded Python is among them.",
            f"The core part is all of `tests` but {_listed(SLOW)}.",
            "The least part is `tests/test_*.py`, `tests/model` and `tests/wire`.",
            f"The quick part is `tests/test_*.py` and, of `tests`, {_listed(ROOMS)}.",
            *(
                f"{each.where}: " + ", ".join(f"{name} {v}" for name, v in each.versions.items())
                for each in outcomes
            ),
        ],
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{each}`" for each in names)


def main() -> int:
    """Run what was not run yet; the exit code is 1 where a test failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", action="append", default=[], help="an interpreter")
    parser.add_argument("--part", choices=PARTS, default="whole", help="which tests")
    parser.add_argument("--quick", dest="part", action="store_const", const="quick")
    parser.add_argument("--lowest", action="store_true", help="only the lowest versions")
    parser.add_argument("--outcomes", type=Path, help="a file that keeps what runs gave")
    parser.add_argument("--write", action="store_true", help="keep the record")
    arguments = parser.parse_args()
    outcomes = _earlier(arguments.outcomes)
    part = arguments.part
    for interpreter in interpreters(arguments.python):
        for resolution in ("highest", "lowest-direct"):
            lowest = resolution == "lowest-direct"
            if (lowest and not interpreter.endswith(LOWEST)) or (arguments.lowest and not lowest):
                continue
            found = tried(interpreter, part, resolution)
            outcomes[found.where, part] = found
            if arguments.outcomes:
                listed = [attrs.asdict(each) for each in outcomes.values()]
                arguments.outcomes.write_text(json.dumps(listed, indent=1), encoding="utf-8")
    ordered = [outcomes[key] for key in sorted(outcomes)]
    return 0 if kept(record(ordered), write=arguments.write) else 1


def _earlier(file: Path | None) -> dict[tuple[str, str], Outcome]:
    if file is None or not file.exists():
        return {}
    found = (Outcome(**each) for each in json.loads(file.read_text(encoding="utf-8")))
    return {(each.where, each.part): each for each in found}


if __name__ == "__main__":
    sys.exit(main())
