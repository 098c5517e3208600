"""Writes the parts of the reference that are read off the library; run it after a change.

    .venv/bin/python docs/build_reference.py

A part stands in a page between ``<!-- generated: NAME -->`` and ``<!-- end -->``, NAME being one of
``PARTS``, perhaps with an argument behind it. A test compares the pages with what would be written.
The folder ``reference/schemas`` is generated whole.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from reference_parts.commands import command, exits
from reference_parts.conformance import conformance_checks
from reference_parts.faults import check_findings, errors, wire_findings
from reference_parts.indicators import assumptions, indicators
from reference_parts.metrics import formats, metric
from reference_parts.proof import long_runs
from reference_parts.python_names import python_names
from reference_parts.records import record_types
from reference_parts.schemas import schema_files
from reference_parts.speed import speed_commands, speed_goals
from reference_parts.survivors import surviving_mutants

DOCS = Path(__file__).parent
SCHEMAS = DOCS / "reference" / "schemas"
PART = re.compile(
    r"(?P<open><!-- generated: (?P<name>[a-z-]+) ?(?P<about>[^ ]*) -->\n).*?"
    r"(?P<close><!-- end -->)",
    re.DOTALL,
)


def generated(text: str) -> str:
    """A page with its generated parts as they should be."""

    def part(found: re.Match[str]) -> str:
        about = (found["about"],) if found["about"] else ()
        body = PARTS[found["name"]](*about)
        return f"{found['open']}\n{body.strip()}\n\n{found['close']}"

    return PART.sub(part, text)


PARTS: Mapping[str, Callable[..., str]] = {
    "record-types": record_types,
    "wire-findings": wire_findings,
    "check-findings": check_findings,
    "errors": errors,
    "metric": metric,
    "indicators": indicators,
    "assumptions": assumptions,
    "formats": formats,
    "command": command,
    "exits": exits,
    "conformance-checks": conformance_checks,
    "long-runs": long_runs,
    "python-names": python_names,
    "speed-goals": speed_goals,
    "speed-commands": speed_commands,
    "surviving-mutants": surviving_mutants,
}


def main() -> None:
    for page in sorted(DOCS.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        if generated(text) != text:
            page.write_text(generated(text), encoding="utf-8")
            sys.stdout.write(f"{page.relative_to(DOCS)}\n")
    files = schema_files()
    for name in stale(files):
        path = SCHEMAS / name
        if name in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[name], encoding="utf-8")
        else:
            path.unlink()
        sys.stdout.write(f"{path.relative_to(DOCS)}\n")


def stale(files: Mapping[str, str]) -> list[str]:
    """The schemas that are missing, are too much, or say something else."""
    found = {
        path.relative_to(SCHEMAS).as_posix(): path.read_text(encoding="utf-8")
        for path in SCHEMAS.rglob("*.json")
    }
    return sorted(
        name for name in found.keys() | files.keys() if found.get(name) != files.get(name)
    )


if __name__ == "__main__":
    main()
