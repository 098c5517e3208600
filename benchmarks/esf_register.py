"""Writes a synthetic flat register of the ESF, of any size, to Parquet: no person in it is real.

One row for each person in one operation, in parts of a million rows. Every value is worked out from
the number of the row and the name of what is drawn, in whole numbers of 64 bits alone, so that the
same row is the same on every machine and in a register of any size.

    .venv/bin/python benchmarks/esf_register.py FOLDER [--rows 1000000]

writes ``FOLDER/esf_participation/part-0000.parquet`` and so on. As in life, most is known and some
is not: a birthday known as a year alone, traits that people refused to tell, results that nobody
asked for. A column ``x_unknown`` says why ``x`` is not known, and is there where that happens.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from zlib import crc32

import polars as pl

TABLE = "esf_participation"
ROWS_IN_A_PART = 1_000_000
FIRST_ENTRY, LAST_KNOWN = date(2014, 1, 1), date(2023, 12, 31)
"""The register is as it stands on the last day known; nothing in it is later."""

DAYS_OF_ENTRY = (LAST_KNOWN - FIRST_ENTRY).days + 1
OPERATIONS = 585
REGIONS = ("LV-RIG", "LV-VID", "LV-KUR", "LV-ZEM", "LV-LAT")
OBJECTIVES = ("8i", "8ii", "9i", "9iv", "a", "c", "h", "l")
GENDERS = ("female", "male", "non_binary")
LEVELS = tuple(f"isced_{level}" for level in range(9))

Shares = Mapping[str | None, int]
"""Codes with their shares in a thousand; ``None`` is *absent*."""

REFUSED, NOT_ASKED = "refused", "not_asked"
ONE, TWO = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
"""The odd numbers of the finaliser of SplitMix64, by which one whole number is mixed."""


def drawn(row: pl.Expr, what: str, below: int) -> pl.Expr:
    """A whole number from 0 to below a limit, by the number of the row and what is drawn."""
    start = (crc32(what.encode()) << 32) + 0x9E3779B9
    mixed = row + pl.lit(start, pl.UInt64)
    for bits, factor in ((30, ONE), (27, TWO)):
        mixed = (mixed ^ (mixed // 2**bits)) * pl.lit(factor, pl.UInt64)
    return ((mixed // 2**31) % below).cast(pl.Int32)


ROW, EVERYBODY = pl.col("row"), pl.lit(value=True)


def happens(in_1000: int, what: str) -> pl.Expr:
    """Whether something happens that happens so often in a thousand."""
    return drawn(ROW, what, 1000) < in_1000


def one_of(shares: Shares, what: str) -> pl.Expr:
    """One of some codes, by their shares."""
    draw = drawn(ROW, what, sum(shares.values()))
    code, through = pl.lit(None, pl.String), sum(shares.values())
    for name, share in reversed(shares.items()):
        code = pl.when(draw < through).then(pl.lit(name, pl.String)).otherwise(code)
        through -= share
    return code


def day_after(start: pl.Expr, days: pl.Expr) -> pl.Expr:
    """The day so many days after another."""
    return (start.cast(pl.Int32) + days).cast(pl.Date)


def code(
    name: str, said: pl.Expr, refused: int = 0, not_asked: int = 0, of: pl.Expr = EVERYBODY
) -> list[pl.Expr]:
    """The columns of a code: so many in a thousand refused to tell it, so many were not asked."""
    draw = pl.when(of).then(drawn(ROW, f"{name} known", 1000)).otherwise(refused)
    why = pl.when(draw < refused).then(pl.lit(REFUSED)).when(draw < refused + not_asked)
    return [
        pl.when(draw >= refused + not_asked).then(said).alias(name),
        why.then(pl.lit(NOT_ASKED)).alias(f"{name}_unknown"),
    ]


def yes_no(
    name: str, yes: int, refused: int = 0, not_asked: int = 0, of: pl.Expr = EVERYBODY
) -> list[pl.Expr]:
    """The columns of an answer that so many in a thousand give with yes."""
    return code(name, one_of({"yes": yes, "no": 1000 - yes}, name), refused, not_asked, of)


def part_day(
    name: str, day: pl.Expr, partial: int, not_asked: int, ends: Callable[[pl.Expr, str], pl.Expr]
) -> list[pl.Expr]:
    """The columns of a day: of some only the year or month is known, some were not asked."""
    draw = drawn(ROW, f"{name} known", 1000)
    there = day.is_not_null()
    in_part = there & (draw < partial)
    unknown = there & (draw >= partial) & (draw < partial + not_asked)
    why = pl.when(in_part).then(pl.lit("partial")).when(unknown).then(pl.lit(NOT_ASKED))
    return [
        pl.when(~in_part & ~unknown).then(day).alias(name),
        why.alias(f"{name}_unknown"),
        *(pl.when(in_part).then(ends(day, end)).alias(f"{name}_{end}") for end in BOTH_ENDS),
    ]


BOTH_ENDS = ("earliest", "latest")


def ends_of_year(day: pl.Expr, end: str) -> pl.Expr:
    year = day.dt.year()
    return pl.date(year, 1, 1) if end == "earliest" else pl.date(year, 12, 31)


def ends_of_month(day: pl.Expr, end: str) -> pl.Expr:
    return day.dt.month_start() if end == "earliest" else day.dt.month_end()


# What is so before anything of it is unknown.


def life() -> list[pl.Expr]:
    """The days of entry, birth and leaving."""
    entered = day_after(pl.lit(FIRST_ENTRY), drawn(ROW, "entered_on", DAYS_OF_ENTRY))
    age = 12 * 365 + drawn(ROW, "age", 30 * 365) + drawn(ROW, "age again", 30 * 365)
    left = day_after(entered, drawn(ROW, "left_on", 900))
    return [
        entered.alias("entered_on"),
        day_after(entered, -age).alias("born"),
        pl.when((left <= LAST_KNOWN) & ~happens(30, "still there")).then(left).alias("left_on"),
        one_of({"employed": 300, "unemployed": 450, "inactive": 250}, "labour").alias("labour"),
        one_of({"employed": 420, "unemployed": 330, "inactive": 250}, "later").alias("later"),
    ]


def work(name: str, status: str, codes: Shares) -> pl.Expr:
    """What only who works can say; absent for everybody else."""
    return pl.when(pl.col(status) == "employed").then(one_of(codes, name))


def columns() -> list[pl.Expr]:
    """The columns of the register."""
    unemployed = pl.col("labour") == "unemployed"
    jobless = drawn(ROW, "jobless", 300) + drawn(ROW, "jobless again", 300)
    since = pl.when(unemployed).then(day_after(pl.col("entered_on"), -jobless))
    contract = {"stable": 700, "precarious": 300}
    hours = {"full": 800, "underemployed": 200}
    events = {"job_search": 120, "employment": 300, "self_employment": 30, None: 550}
    levels = dict(zip(LEVELS, (10, 50, 220, 380, 90, 50, 120, 70, 10), strict=True))
    settled = {"city": 420, "town": 260, "rural": 320}
    left = pl.col("left_on").is_not_null()
    return [
        ("p" + ROW.cast(pl.String).str.zfill(8)).alias("id"),
        ("o" + drawn(ROW, "operation", OPERATIONS).cast(pl.String).str.zfill(3)).alias("operation"),
        one_of(dict.fromkeys(OBJECTIVES, 125), "objective").alias("objective"),
        *yes_no("most_deprived", 400, 0, 15),
        *code("region", one_of(dict.fromkeys(REGIONS, 200), "region"), 0, 12),
        *code("gender", one_of(dict(zip(GENDERS, (540, 457, 3), strict=True)), "gender"), 4, 4),
        *part_day("born_on", pl.col("born"), 20, 5, ends_of_year),
        pl.col("entered_on"),
        pl.col("left_on"),
        *code("labour_status", pl.col("labour"), 0, 15),
        *part_day("unemployed_since", since, 40, 25, ends_of_month),
        *yes_no("in_education", 140, 0, 20),
        *code("education_level", one_of(levels, "level"), 5, 20),
        *yes_no("foreign_background", 120, 70, 15),
        *yes_no("minority", 160, 90, 15),
        *yes_no("third_country_national", 60, 5, 20),
        *yes_no("disability", 90, 60, 15),
        *yes_no("other_disadvantage", 110, 100, 25),
        *yes_no("homeless", 25, 20, 40),
        *code("settlement", one_of(settled, "settlement"), 0, 12),
        *yes_no("jobless_household", 260, 30, 60),
        *yes_no("dependent_children", 340, 20, 50),
        *yes_no("single_adult", 150, 20, 50),
        *code("work_security", work("contract", "labour", contract), 0, 30),
        *code("working_time", work("hours", "labour", hours), 0, 30),
        *code("labour_event_upon_leaving", one_of(events, "event"), 0, 60, left),
        *yes_no("education_upon_leaving", 110, 5, 60, left),
        *yes_no("qualification_upon_leaving", 380, 0, 40, left),
        *code("labour_status_six_months_after", pl.col("later"), 10, 140, left),
        *code("work_security_six_months_after", work("work", "later", contract), 0, 160, left),
        *code("working_time_six_months_after", work("hours then", "later", hours), 0, 160, left),
        *yes_no("better_work_six_months_after", 120, 0, 160, left),
    ]


def rows(first: int, number: int) -> pl.LazyFrame:
    """So many rows of the register, from one on."""
    numbers = pl.LazyFrame(
        {"row": pl.int_range(first, first + number, dtype=pl.UInt64, eager=True)}
    )
    return numbers.with_columns(*life()).select(*columns())


def parts(number: int) -> Sequence[tuple[int, int]]:
    """The parts of a register of so many rows: the first row of each, and how many it has."""
    starts = range(0, number, ROWS_IN_A_PART)
    return [(first, min(ROWS_IN_A_PART, number - first)) for first in starts]


def write(folder: Path, number: int, told: Callable[[int, int], None] | None = None) -> None:
    """Write a register of so many rows, part by part.

    Args:
        folder: Gets the folder of the table.
        number: How many rows.
        told: Is called after each part with how many rows are written, and of how many.
    """
    home = folder / TABLE
    home.mkdir(parents=True, exist_ok=True)
    for place, (first, rows_here) in enumerate(parts(number)):
        rows(first, rows_here).collect().write_parquet(
            home / f"part-{place:04}.parquet", compression="zstd", compression_level=1
        )
        if told is not None:
            told(first + rows_here, number)


def tell(done: int, of: int) -> None:
    """Show how far it is, on one line."""
    print(f"\r{done:,} of {of:,} rows", end="" if done < of else "\n", file=sys.stderr, flush=True)


def main() -> None:
    made = argparse.ArgumentParser(description="Write a synthetic flat register of the ESF.")
    made.add_argument("folder", type=Path, help="gets the folder of the table")
    made.add_argument("--rows", type=int, default=1_000_000, help="how many rows")
    made.add_argument("--count", action="store_true", help="only say how many rows are there")
    given = made.parse_args()
    if given.count:
        files = given.folder / TABLE / "*.parquet"
        print(pl.scan_parquet(files).select(pl.len()).collect().item())
    else:
        write(given.folder, given.rows, tell)


if __name__ == "__main__":
    main()
