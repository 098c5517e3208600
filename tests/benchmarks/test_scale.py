"""The benchmark at scale compares like with like, on a register that is the same everywhere."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from zlib import crc32

import polars as pl
import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
DAYS = (
    (date(1944, 11, 13), date(2014, 2, 19)),
    (date(1993, 2, 20), date(2017, 11, 13)),
    (date(1962, 9, 10), date(2014, 11, 15)),
)
ENGINES = "polars,duckdb,pyarrow,pandas"
COLUMNS = ["id", "operation", "objective", "gender", "born_on", "entered_on", "labour_status"]


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    folder = tmp_path_factory.mktemp("register")
    subprocess.run(
        [sys.executable, str(BENCHMARKS / "esf_register.py"), str(folder), "--rows", "2000"],
        capture_output=True,
        check=True,
    )
    return pl.read_parquet(folder / "esf_participation" / "*.parquet")


def test_what_is_drawn_is_plain_arithmetic_of_whole_numbers(register):
    def drawn(row, what, below):
        mixed = row + (crc32(what.encode()) << 32) + 0x9E3779B9
        for bits, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            mixed = ((mixed ^ (mixed >> bits)) * factor) % 2**64
        return (mixed >> 31) % below

    expected = [f"o{drawn(row, 'operation', 585):03}" for row in range(2000)]
    assert register["operation"].to_list() == expected


def test_a_row_of_the_register_is_the_same_on_every_machine(register):
    assert register.select(COLUMNS).head(3).rows() == [
        (*("p00000000", "o289", "h", "female"), *DAYS[0], "unemployed"),
        (*("p00000001", "o271", "h", "male"), *DAYS[1], "unemployed"),
        (*("p00000002", "o065", "l", "male"), *DAYS[2], "unemployed"),
    ]


def test_what_may_not_be_absent_is_known_or_has_a_reason(register):
    for name in ("region", "gender", "minority", "in_education", "better_work_six_months_after"):
        answered = pl.col(name).is_not_null()
        told = register.filter(answered == pl.col(f"{name}_unknown").is_null())

        assert told.height == register.height, name


@pytest.mark.at_length(few=0)
def test_the_library_and_the_queries_by_hand_give_identical_figures():
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / "scale.py"), "--check", "--engines", ENGINES],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "all figures are identical" in done.stdout
