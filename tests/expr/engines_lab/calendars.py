"""Every day of forty years, moved and counted in every way, as the reader of objects has it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any, TypeAlias

import polars as pl
from kernel_lab.readings import OF_COLUMNS, ordinal
from kernel_lab.toy import SCHEMA, Member, MemberRow

from inclusion_core.expr import (
    completed_years,
    days_after,
    months_after,
    nodes,
    subject,
    term_from,
)
from inclusion_core.expr.frames import FrameReader, Tables
from inclusion_core.expr.handles import Handle
from inclusion_core.expr.objects import shifted, years
from inclusion_core.periods import LeapDay
from inclusion_core.values import ABSENT, ALWAYS, NEVER, NOT_ASKED, Unknown

FIRST, LAST = date(2000, 1, 1), date(2040, 12, 31)
DAYS = tuple(FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))
STRIDE = 7919
"""Pairs each day with another one far away, and every day is paired."""

JUDGED = (date(2019, 2, 28), date(2020, 2, 28), date(2020, 2, 29), date(2021, 3, 1))
MONTHS = (1, 2, 3, 6, 7, 10, 12, 13, 18, 24, 216, -1, -6, -12, -18)
TERMS = (1, 6, 12, 18)
LENGTHS = (1, 28, 30, 60, -1, -366)

MEMBERS = (
    *(
        Member(
            id=f"m{number}",
            household_id="h1",
            sponsor_id="m1",
            born_on=day,
            registered_on=DAYS[number * STRIDE % len(DAYS)],
        )
        for number, day in enumerate(DAYS)
    ),
    *(
        Member(id=f"e{number}", household_id="h1", sponsor_id="m1", born_on=day, registered_on=LAST)
        for number, day in enumerate((ABSENT, NOT_ASKED))
    ),
)


def questions() -> dict[str, Handle]:
    """Everything that moves or counts a day, by kind of answer and a number."""
    member = subject(MemberRow)
    moved = [
        *(months_after(member.born_on, n) for n in MONTHS),
        *(term_from(member.born_on, n) for n in TERMS),
        *(days_after(member.born_on, n) for n in LENGTHS),
    ]
    ends = [*((member.born_on, day) for day in JUDGED), (member.born_on, member.registered_on)]
    counted = [
        completed_years(since, on, leap_day)
        for leap_day in LeapDay
        for since, on in (*ends, *((on, since) for since, on in ends))
    ]
    return {
        **{f"day{n}": each for n, each in enumerate(moved)},
        **{f"number{n}": each for n, each in enumerate(counted)},
    }


@cache
def expected() -> dict[str, list[tuple[float, float] | tuple[int, int]]]:
    """What the primitives of the reader of objects say of each member, by question."""
    ends = [_ends(member) for member in MEMBERS]
    return {
        name: [_between(*(_answer(asked.node, of) for of in each)) for each in ends]
        for name, asked in questions().items()
    }


Ends: TypeAlias = dict[str, date]


def _ends(member: Member) -> tuple[Ends, ...]:
    """The earliest and the latest that the days of a member may be; once where these are one."""
    match member.born_on:
        case date():
            ends = (member.born_on,)
        case Unknown():
            ends = (ALWAYS, NEVER)
        case _:
            ends = (NEVER,)
    return tuple({"registered_on": member.registered_on, "born_on": each} for each in ends)


def _answer(node: nodes.Node, of: Ends) -> float | int:
    match node:
        case nodes.Shifted(nodes.DayField(_, name), months, days, term):
            return ordinal(shifted(of[name], months, days, term=term))
        case nodes.CompletedYears(since, on, leap_day):
            return years(_day(since, of), _day(on, of), leap_day)
        case _:
            raise AssertionError(node)


def _day(node: nodes.DayNode, of: Ends) -> date:
    match node:
        case nodes.DayField(_, name):
            return of[name]
        case nodes.DayLiteral(day):
            return day
        case _:
            raise AssertionError(node)


def _between(*answers: float) -> tuple[float, float]:
    return min(answers), max(answers)


@cache
def table() -> pl.DataFrame:
    """The members as a table."""
    held = Tables.of_records(SCHEMA, {"member": MEMBERS})
    frame: pl.DataFrame = held.frame("member").collect("polars").to_native()
    return frame


def found(native: Any) -> dict[str, list[Any]]:
    """What an engine says of each member, by question, asked all at once."""
    reader = FrameReader(Tables.of_native(SCHEMA, {"member": native}))
    read = reader.read("member", questions()).collect("polars")
    rows = {row["id"]: row for row in read.rows(named=True)}
    return {
        name: [OF_COLUMNS[name.rstrip("0123456789")](rows[member.id], name) for member in MEMBERS]
        for name in questions()
    }
