"""Seven stays that are counted by hand, and as many more as anybody wants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import polars as pl

from frames_lab.stays import STAYS, Stay
from inclusion_core.expr.frames import Tables
from inclusion_core.model.client import Gender
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay, Reason, Unknown

REFUSED = Unknown(Reason.REFUSED)

SEVEN = (
    Stay(
        id="p1",
        gender=Gender.FEMALE,
        country="SY",
        born_on=date(2000, 5, 1),
        entered_on=date(2020, 1, 10),
        left_on=date(2020, 3, 1),
        found_work=YesNo.YES,
        minutes=90,
    ),
    Stay(
        id="p2",
        gender=Gender.MALE,
        country="SY",
        born_on=date(1980, 5, 1),
        entered_on=date(2020, 2, 10),
        left_on=date(2020, 4, 1),
        found_work=YesNo.NO,
        minutes=60,
    ),
    Stay(
        id="p3",
        gender=Gender.FEMALE,
        country="ER",
        born_on=PartialDay.of_year(1995),
        entered_on=date(2020, 3, 10),
        left_on=date(2020, 9, 1),
        minutes=31,
    ),
    Stay(id="p4", gender=REFUSED, country=ABSENT, entered_on=date(2020, 4, 10), minutes=10),
    Stay(id="p5", gender=Gender.MALE, born_on=date(2001, 1, 1), entered_on=date(2020, 5, 10)),
    Stay(id="p6", gender=Gender.MALE, country="SY", entered_on=date(2019, 5, 10)),
    Stay(
        id="p7",
        gender=Gender.FEMALE,
        country="IQ",
        born_on=date(2002, 1, 1),
        entered_on=date(2019, 6, 1),
        left_on=date(2020, 5, 1),
        found_work=REFUSED,
    ),
)
"""p6 and p7 entered before 2020; p3 left less than six months before the end of it."""


def people(seed: int, number: int) -> tuple[Stay, ...]:
    """So many stays, with all that may be absent or unknown now and then so."""
    dice = Random(seed)

    def day(first: date, days: int) -> date:
        return first + timedelta(days=dice.randrange(days))

    return tuple(
        Stay(
            id=f"s{place}",
            gender=dice.choice([*Gender, REFUSED, NOT_ASKED]),
            country=dice.choice(["SY", "ER", "IQ", ABSENT, NOT_ASKED]),
            born_on=dice.choice([day(date(1990, 1, 1), 4000), PartialDay.of_year(1995), NOT_ASKED]),
            entered_on=dice.choice([day(date(2019, 10, 1), 500), day(date(2020, 1, 1), 99)]),
            left_on=dice.choice([day(date(2020, 2, 1), 400), ABSENT, REFUSED]),
            found_work=dice.choice([*YesNo, NOT_ASKED]),
            minutes=dice.choice([0, 30, 45, 61, NOT_ASKED]),
        )
        for place in range(number)
    )


def frame(stays: Sequence[Stay]) -> pl.DataFrame:
    """Stays as a table of Polars."""
    tables = Tables.of_records(STAYS.schema, {"stay": stays})
    found: pl.DataFrame = tables.frame("stay").collect().to_native()
    return found


def written(folder: Path, *parts: Sequence[Stay]) -> Path:
    """A register of stays in a folder, each part in a file of its own."""
    (folder / "stay").mkdir(parents=True)
    for place, part in enumerate(parts):
        frame(part).write_parquet(folder / "stay" / f"part-{place}.parquet")
    return folder
