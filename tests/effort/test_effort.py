"""No test says for itself how many cases it draws, so that a long run raises them all."""

import os
import re
import subprocess
import sys
from pathlib import Path

import effort
import pytest
from effort import spread, tries
from hypothesis import settings

ROOT = Path(__file__).parents[2]
SAID = re.compile(r"max_examples=(?!tries\()[^,\n]+")
OTHERWISE = {
    "tests/testing/strategies_lab/drawing.py",  # as many values as are asked for
    "tests/effort/test_effort.py",
}
SOME = """
import pytest

@pytest.mark.at_length(few=2)
@pytest.mark.parametrize("case", [*range(5), pytest.param(5, marks=pytest.mark.counted)])
def test_long(case): pass

@pytest.mark.at_length(few=0)
def test_longest(): pass

@pytest.mark.parametrize("case", range(3))
def test_short(case): pass
"""


@pytest.mark.parametrize(
    ("multiplier", "number", "least", "drawn"),
    [(1, 40, 1, 40), (0.2, 40, 1, 8), (0.2, 2, 1, 1), (0.01, 40, 10, 10), (25, 40, 1, 1000)],
)
def test_cases_are_multiplied_and_never_none(monkeypatch, multiplier, number, least, drawn):
    monkeypatch.setattr(effort, "FUZZ", multiplier)

    assert tries(number, least=least) == drawn


@pytest.mark.parametrize(
    ("short", "number", "few", "run"),
    [
        (False, 4, 1, [0, 1, 2, 3]),
        (True, 4, 1, [0]),
        (True, 9, 3, [0, 3, 6]),
        (True, 10, 4, [0, 2, 5, 7]),
        (True, 4, 4, [0, 1, 2, 3]),
        (True, 4, 9, [0, 1, 2, 3]),
        (True, 1, 0, []),
    ],
)
def test_of_listed_cases_a_short_run_has_a_few_evenly_spread(monkeypatch, short, number, few, run):
    monkeypatch.setattr(effort, "SHORT", short)

    assert [*spread(number, few)] == run


@pytest.mark.parametrize(("short", "told"), [("1", "6 passed, 4 deselected"), ("0", "10 passed")])
def test_a_short_run_leaves_out_cases_that_are_marked_and_no_other(tmp_path, short, told):
    (tmp_path / "pytest.ini").write_text(
        "[pytest]\nmarkers =\n at_length\n counted\n", encoding="utf-8"
    )
    (tmp_path / "test_some.py").write_text(SOME, encoding="utf-8")
    shown = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "conftest", "-c", "pytest.ini"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "INCLUSION_SHORT": short},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert shown.splitlines()[-1].startswith(f"{told} in ")


def test_a_test_that_says_nothing_draws_a_hundred():
    assert settings().max_examples == tries(100, least=10)


def test_every_number_of_cases_is_multiplied():
    files = [*ROOT.glob("tests/**/*.py"), *ROOT.glob("plugins/*/tests/**/*.py")]
    found = [
        (path.relative_to(ROOT).as_posix(), said)
        for path in files
        if "long_runs" not in path.parts  # scripts are told how long they run
        for said in SAID.findall(path.read_text(encoding="utf-8"))
    ]

    assert len(files) > 100
    assert [each for each in found if each[0] not in OTHERWISE] == []
