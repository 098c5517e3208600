"""No test says for itself how many cases it draws, so that a long run raises them all."""

import re
from pathlib import Path

import effort
import pytest
from effort import tries
from hypothesis import settings

ROOT = Path(__file__).parents[2]
SAID = re.compile(r"max_examples=(?!tries\()[^,\n]+")
OTHERWISE = {
    "tests/testing/strategies_lab/drawing.py",  # as many values as are asked for
    "tests/effort/test_effort.py",
}


@pytest.mark.parametrize(
    ("multiplier", "number", "least", "drawn"),
    [(1, 40, 1, 40), (0.2, 40, 1, 8), (0.2, 2, 1, 1), (0.01, 40, 10, 10), (25, 40, 1, 1000)],
)
def test_cases_are_multiplied_and_never_none(monkeypatch, multiplier, number, least, drawn):
    monkeypatch.setattr(effort, "FUZZ", multiplier)

    assert tries(number, least=least) == drawn


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
