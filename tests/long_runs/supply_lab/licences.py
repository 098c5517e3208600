"""What each installed distribution says of its licence."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

__all__ = ["ALLOWED", "APART", "Licence", "licences_of", "licences_page"]

ALLOWED = (
    *("0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "LGPL-3.0"),
    *("LGPL-3.0-only", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Unlicense", "Zlib"),
)
"""Licences beside which the library's own can stand, where a distribution is used unchanged."""

APART = {
    "jinja2-ansible-filters": (
        "GPL-3.0, beside the list: copier needs it, which the extra `scaffold` brings to make a "
        "new plugin; nothing of it is in what is made or shipped"
    ),
    "pyphen": (
        "one of GPL-2.0-or-later, LGPL-2.1-or-later and MPL-1.1 may be chosen; the extra `pdf` "
        "uses it unchanged, under the LGPL"
    ),
}
"""What was looked at by hand, and why it can stay."""

SAID_AS = (
    (r"Apache.*2|^Apache$|Apache Software", "Apache-2.0"),
    (r"3-Clause|New BSD|Modified BSD", "BSD-3-Clause"),
    (r"2-Clause|Simplified BSD", "BSD-2-Clause"),
    (r"Lesser General Public|LGPL", "LGPL-3.0"),
    (r"Mozilla.*2\.0|MPL.?2", "MPL-2.0"),
    (r"Python Software Foundation|^PSF", "PSF-2.0"),
    (r"HPND|Historical Permission|MIT-CMU", "MIT-CMU"),
    (r"^(?:The )?MIT|Expat", "MIT"),
    (r"^BSD", "BSD"),
    (r"ISC", "ISC"),
    (r"Unlicense", "Unlicense"),
)
PROGRAM = """
import json
from importlib.metadata import distributions
print(json.dumps([
    [each.metadata["Name"], each.version, each.metadata.get("License-Expression") or "",
     each.metadata.get("License") or "", each.metadata.get_all("Classifier") or []]
    for each in distributions()
]))
"""
FIRST_OF_CLASSIFIERS = "License :: OSI Approved :: "


@attrs.frozen(order=True)
class Licence:
    """What one distribution says of its licence."""

    name: str
    version: str
    says: str

    @property
    def allowed(self) -> bool:
        """Whether each part of it is in the list, or one of those that may be chosen."""
        if self.name.lower() in APART:
            return True
        ways = re.split(r"\s+OR\s+", self.says)
        return any(
            all(each.strip(" ()") in ALLOWED for each in re.split(r"\s+AND\s+|, ", way))
            for way in ways
        )


def licences_of(python: Path) -> tuple[Licence, ...]:
    """Of every distribution in an environment but our own."""
    said = subprocess.run([python, "-c", PROGRAM], capture_output=True, check=True).stdout
    found = (
        Licence(name, version, _says(expression, text, classifiers))
        for name, version, expression, text, classifiers in json.loads(said)
        if not name.startswith("inclusion-")
    )
    return tuple(sorted(found, key=lambda each: each.name.lower()))


def _says(expression: str, text: str, classifiers: Sequence[str]) -> str:
    if expression:
        return expression
    listed = [
        each.removeprefix(FIRST_OF_CLASSIFIERS)
        for each in classifiers
        if each.startswith(FIRST_OF_CLASSIFIERS)
    ]
    first = text.strip().splitlines()[0] if text.strip() else ""
    if "Redistribution and use in source and binary forms" in text:
        first = "3-Clause" if "endorse or promote" in text else "2-Clause"
    known = [_known(each) for each in listed or [first]]
    if known == ["BSD"] and first:
        known = [_known(first)]
    return ", ".join(sorted(set(known))) or "nothing"


def _known(words: str) -> str:
    return next((name for pattern, name in SAID_AS if re.search(pattern, words)), words)


def licences_page(licences: Iterable[Licence]) -> str:
    """A page for readers; versions are those of the day on which it was written."""
    rows = "".join(
        f"| {each.name} | {APART.get(each.name.lower(), each.says)} |\n" for each in licences
    )
    return (
        "# Licences of what the library needs\n\n"
        "`inclusion_core` and its plugins are under the Apache License 2.0.\n"
        "The core needs four distributions; everything below comes with one extra or another, "
        "or with what an extra needs.\n"
        "The table is read off the distributions themselves by `tests/long_runs/supply.py`.\n\n"
        f"| distribution | licence |\n|---|---|\n{rows}"
    )
