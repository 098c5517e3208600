"""A slow-down is noticed by what is counted, and what did not change is counted alike."""

import subprocess
import sys
from pathlib import Path

import pytest
from counted.count import Count, power
from counted.kept import fallen, faults

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def counted_as(*, lines=0, growth=None, functions=None):
    return Count(
        calls=0,
        lines=lines,
        peak_kb=0,
        blocks=0,
        modules=0,
        growth=growth,
        functions=functions or {},
    )


def counted(*arguments):
    return subprocess.run(
        [sys.executable, str(BENCHMARKS / "counting.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_job_that_is_as_it_was_does_no_more_than_is_kept():
    done = counted("--check", "--jobs", "fold")

    assert done.returncode == 0, done.stderr
    assert "none does more than is kept" in done.stdout


def test_a_small_function_that_works_twice_is_noticed_and_named():
    small = "inclusion_core.fields:type_name"

    done = counted("--check", "--jobs", "fold", "--twice", small)

    assert done.returncode == 1, done.stderr
    assert "fold: " in done.stderr
    assert "lines, kept are" in done.stderr
    assert "most grew inclusion_core.fields.type_name" in done.stderr


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (lambda clients: 500 + 30 * clients, 1.0),
        (lambda clients: 500 + 30 * clients**2, 2.0),
        (lambda clients: 70_000 + clients // 512, 0.0),
    ],
    ids=["in proportion", "with the square", "not at all"],
)
def test_growth_is_told_apart_from_what_is_done_once_for_all(work, expected):
    assert power(work(512), work(128), work(32)) == pytest.approx(expected, abs=0.001)


def test_a_tenth_of_work_that_grows_with_the_square_is_too_much():
    def work(clients):
        return 90 * clients + 10 * clients**2 // 128

    count = counted_as(growth=power(work(512), work(128), work(32)))

    assert list(faults("fold", count, None)) == [
        f"fold: grows with the power {count.growth} of the clients, over 1.1"
    ]


def test_what_grew_within_the_slack_is_no_fault_and_beyond_it_one():
    before = counted_as(lines=1000)

    assert list(faults("fold", counted_as(lines=1050), before)) == []
    assert list(faults("fold", counted_as(lines=1051, functions={"a": 5, "b": 1}), before)) == [
        "fold: 1,051 lines, kept are 1,000; most grew a +5, b +1"
    ]


def test_what_fell_far_is_told_so_that_it_is_kept():
    before = counted_as(lines=1000)

    assert list(fallen("fold", counted_as(lines=990), before)) == []
    assert list(fallen("fold", counted_as(lines=900), before)) == [
        "fold: 900 lines, kept are 1,000"
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--jobs", "unheard-of"), "no such job: unheard-of"),
        (("--write", "--twice", "a:b"), "what is slowed is not kept"),
    ],
)
def test_what_cannot_be_counted_or_kept_is_refused(arguments, told):
    done = counted(*arguments)

    assert done.returncode == 2
    assert told in done.stderr
