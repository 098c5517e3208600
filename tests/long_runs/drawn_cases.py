"""A plugin of pytest that counts cases: what hypothesis drew, and what a test says it tried.

Loaded by ``-p drawn_cases``; writes one JSON document to the file that ``DRAWN_CASES`` names.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PASSING = re.compile(r"(\d+) passing")
_cases: dict[str, int] = {}
_failed: list[str] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Count what a test tried; one case where it draws none and says nothing."""
    report = yield
    if report.when == "call":
        drawn = sum(map(int, PASSING.findall(getattr(item, "hypothesis_statistics", ""))))
        said = dict(item.user_properties).get("cases", 0)
        _cases[item.nodeid] = drawn or said or 1
    if report.failed:
        _failed.append(item.nodeid)
    return report


def pytest_sessionfinish() -> None:
    """Write what was counted."""
    document = {"cases": _cases, "failed": _failed}
    Path(os.environ["DRAWN_CASES"]).write_text(json.dumps(document), encoding="utf-8")
