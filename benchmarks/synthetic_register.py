"""Writes a synthetic register of any size to Parquet: no person in it is real.

Every value is drawn from a hash of the row number and the name of what is drawn, so that the same
number of participations gives the same register. A few days in a hundred are unknown, a few are
known as a month only, many spells have not ended, and some codes are unknown.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zlib import crc32

import polars as pl

KNOWN_ON = date(2018, 12, 3)
"""The day on which the register is as known; nothing in it is later."""
FIRST_ENTRY = date(2015, 7, 1)
DAYS_OF_ENTRY = (KNOWN_ON - FIRST_ENTRY).days

UNKNOWN_IN_100 = 2
PARTIAL_IN_100 = 2

COUNTRIES = ("SY", "AF", "IQ", "RU", "AZ", "ER", "VN", "GE", "TJ", "UA", "BY", "TR", "IR", "EG")
DECLARED = ("sif.mentoring", "sif.motivation", "esf.training", "sif.mentoring", "amif.language")
PROGRAMMES = 25
PROVIDERS = 40
OPERATIONS = 5
CONTRACTS = 400


class Dice:
    """Draws for the rows of one table."""

    def __init__(self, table: str, rows: int) -> None:
        self.table = table
        self.rows = pl.LazyFrame({"n": pl.int_range(rows, eager=True)})

    def below(self, limit: int, what: str) -> pl.Expr:
        """A whole number from 0 to below a limit."""
        stream = crc32(f"{self.table}.{what}".encode())
        return (pl.col("n").hash(stream) % limit).cast(pl.Int64)

    def happens(self, in_100: int, what: str) -> pl.Expr:
        """Whether something that happens so often in a hundred happens."""
        return self.below(100, what) < in_100

    def one_of(self, codes: tuple[str, ...], what: str) -> pl.Expr:
        """One of some codes, the first ones more often."""
        square = self.below(1000, what) * self.below(1000, f"{what} again")
        place = (square * len(codes)) // 1_000_000
        return place.replace_strict(range(len(codes)), codes, return_dtype=pl.String)

    def key(self, letter: str, limit: int, what: str) -> pl.Expr:
        """The key of some row of another table."""
        return keyed(letter, self.below(limit, what))

    def day(self, name: str, day: pl.Expr) -> list[pl.Expr]:
        """The columns of a day: some unknown, some known as a month; no day is absent."""
        chance = self.below(100, f"{name} known")
        there = day.is_not_null()
        unknown = there & (chance < UNKNOWN_IN_100)
        partial = there & ~unknown & (chance < UNKNOWN_IN_100 + PARTIAL_IN_100)
        why = pl.when(unknown).then(pl.lit("not_asked")).when(partial).then(pl.lit("partial"))
        return [
            pl.when(~unknown & ~partial).then(day).alias(name),
            why.alias(f"{name}_unknown"),
            pl.when(partial).then(day.dt.month_start()).alias(f"{name}_earliest"),
            pl.when(partial).then(day.dt.month_end()).alias(f"{name}_latest"),
        ]

    def code(self, name: str, code: pl.Expr) -> list[pl.Expr]:
        """The columns of a code: some unknown."""
        unknown = self.happens(UNKNOWN_IN_100, f"{name} known")
        return [
            pl.when(~unknown).then(code).alias(name),
            pl.when(unknown).then(pl.lit("refused")).alias(f"{name}_unknown"),
        ]

    def spell(self, first: str, last: str, days: int, lasting_in_100: int = 0) -> list[pl.Expr]:
        """The columns of two days, the last one absent where it would lie after the last entry."""
        start = pl.lit(FIRST_ENTRY) + pl.duration(days=self.below(DAYS_OF_ENTRY, first))
        end = start + pl.duration(days=1 + self.below(days, last))
        ended = (end <= KNOWN_ON) & ~self.happens(lasting_in_100, f"{last} lasts")
        return [*self.day(first, start), *self.day(last, pl.when(ended).then(end))]


def keyed(letter: str, number: pl.Expr) -> pl.Expr:
    """The key of the row of that number."""
    return pl.lit(letter) + number.cast(pl.String).str.zfill(8)


def no_day(name: str) -> list[pl.Expr]:
    """The columns of a day that is absent in every row."""
    days = [pl.lit(None, pl.Date).alias(f"{name}{part}") for part in ("", "_earliest", "_latest")]
    return [*days, pl.lit(None, pl.String).alias(f"{name}_unknown")]


def tables(participations: int) -> dict[str, pl.LazyFrame]:
    """The tables of a register with so many participations."""
    people = participations * 4 // 5
    client = pl.col("n")
    person = pl.when(client % 50 == 49).then(client - 49).otherwise(client)
    households = max(1, participations * 3 // 10)
    made = {
        "provider": _of("provider", PROVIDERS, "v", [pl.lit("Provider").alias("name")]),
        "programme": _programmes(),
        "contract": _contracts(),
        "client": _clients(people, person),
        "person": Dice("person", people)
        .rows.select(keyed("c", person).alias("id"))
        .unique(maintain_order=True),
        "household": _of("household", households, "h", []),
        "household_membership": _memberships(participations, people, households),
        "participation": _participations(participations, people),
        "protection_spell": _protection_spells(participations, people),
        "arrival": _arrivals(participations * 7 // 10, people),
        "residence_spell": _residence_spells(participations, people),
        "education_spell": _education_spells(participations // 4, people),
    }
    return made | _staff(max(50, participations // 200))


def write(folder: Path, participations: int) -> None:
    """Write each table of a register to a Parquet file of its name."""
    for name, table in tables(participations).items():
        table.collect().write_parquet(folder / f"{name}.parquet")


def _of(table: str, rows: int, letter: str, columns: list[pl.Expr]) -> pl.LazyFrame:
    dice = Dice(table, rows)
    return dice.rows.select(keyed(letter, pl.col("n")).alias("id"), *columns)


def _programmes() -> pl.LazyFrame:
    declared = (pl.col("n") % len(DECLARED)).replace_strict(
        range(len(DECLARED)), DECLARED, return_dtype=pl.String
    )
    operation = keyed("o", pl.col("n") % OPERATIONS).alias("operation_id")
    return _of("programme", PROGRAMMES, "g", [operation, declared.alias("declared_as")])


def _contracts() -> pl.LazyFrame:
    dice = Dice("contract", CONTRACTS)
    columns = [
        keyed("g", pl.col("n") % PROGRAMMES).alias("programme_id"),
        dice.key("v", PROVIDERS, "provider_id").alias("provider_id"),
        pl.lit("1/2016").alias("number"),
        *no_day("signed_on"),
        *dice.spell("first_day", "last_day", 900),
    ]
    return _of("contract", CONTRACTS, "k", columns)


def _clients(people: int, person: pl.Expr) -> pl.LazyFrame:
    dice = Dice("client", people)
    child = dice.happens(35, "child")
    days = pl.when(child).then(dice.below(6700, "age")).otherwise(6700 + dice.below(18000, "age"))
    born = pl.lit(date(2018, 6, 1)) - pl.duration(days=days)
    columns = [
        dice.key("v", PROVIDERS, "provider_id").alias("provider_id"),
        *dice.day("born_on", born),
        *dice.code("gender", dice.one_of(("female", "male"), "gender")),
        *no_day("died_on"),
        keyed("c", person).alias("person_id"),
    ]
    return _of("client", people, "c", columns)


def _memberships(participations: int, people: int, households: int) -> pl.LazyFrame:
    rows = participations * 9 // 10
    dice = Dice("household_membership", rows)
    columns = [
        dice.key("h", households, "household_id").alias("household_id"),
        keyed("c", pl.col("n") % people).alias("client_id"),
        *dice.code("role", dice.one_of(("adult", "child", "other"), "role")),
        *dice.spell("first_day", "last_day", 900, lasting_in_100=60),
    ]
    return _of("household_membership", rows, "m", columns)


def _participations(rows: int, people: int) -> pl.LazyFrame:
    dice = Dice("participation", rows)
    columns = [
        dice.key("c", people, "client_id").alias("client_id"),
        dice.key("g", PROGRAMMES, "programme_id").alias("programme_id"),
        *dice.spell("entered_on", "left_on", 540),
        *dice.code("leaving_reason", dice.one_of(("completed", "refused", "other"), "reason")),
    ]
    return _of("participation", rows, "p", columns)


def _protection_spells(rows: int, people: int) -> pl.LazyFrame:
    dice = Dice("protection_spell", rows)
    kinds = ("asylum_seeker", "refugee", "alternative_status", "rejected", "temporary_protection")
    columns = [
        dice.key("c", people, "client_id").alias("client_id"),
        *dice.code("kind", dice.one_of(kinds, "kind")),
        *dice.code("legal_basis", pl.lit("asylum_law")),
        *dice.spell("first_day", "last_day", 700, lasting_in_100=30),
        *no_day("decided_on"),
        *no_day("notified_on"),
        *no_day("final_on"),
    ]
    return _of("protection_spell", rows, "s", columns)


def _arrivals(rows: int, people: int) -> pl.LazyFrame:
    dice = Dice("arrival", rows)
    arrived = pl.lit(FIRST_ENTRY) + pl.duration(days=dice.below(DAYS_OF_ENTRY, "arrived_on"))
    columns = [
        dice.key("c", people, "client_id").alias("client_id"),
        *dice.day("arrived_on", arrived),
        *dice.code("manner", dice.one_of(("own", "relocation", "resettlement"), "manner")),
        *dice.code("country", dice.one_of(COUNTRIES, "country")),
    ]
    return _of("arrival", rows, "a", columns)


def _residence_spells(rows: int, people: int) -> pl.LazyFrame:
    dice = Dice("residence_spell", rows)
    rights = ("temporary_permit", "pending_procedure", "permanent_permit", "citizenship")
    columns = [
        dice.key("c", people, "client_id").alias("client_id"),
        *dice.code("right", dice.one_of(rights, "right")),
        *dice.code("place", dice.key("place", 119, "place")),
        *dice.spell("first_day", "last_day", 800, lasting_in_100=20),
    ]
    return _of("residence_spell", rows, "r", columns)


def _education_spells(rows: int, people: int) -> pl.LazyFrame:
    dice = Dice("education_spell", rows)
    kinds = ("general_education", "preschool", "vocational", "higher")
    columns = [
        dice.key("c", people, "client_id").alias("client_id"),
        *dice.code("kind", dice.one_of(kinds, "kind")),
        *dice.spell("first_day", "last_day", 900, lasting_in_100=40),
    ]
    return _of("education_spell", rows, "e", columns)


def _staff(members: int) -> dict[str, pl.LazyFrame]:
    dice = Dice("staff_assignment", members * 2)
    roles = ("social_mentor", "social_worker", "psychologist", "lawyer", "volunteer_mentor")
    columns = [
        dice.key("f", members, "staff_member_id").alias("staff_member_id"),
        dice.key("k", CONTRACTS, "contract_id").alias("contract_id"),
        dice.one_of(roles, "role").alias("role"),
        *dice.spell("first_day", "last_day", 600, lasting_in_100=30),
    ]
    provider = Dice("staff_member", members).key("v", PROVIDERS, "provider_id")
    return {
        "staff_member": _of("staff_member", members, "f", [provider.alias("provider_id")]),
        "staff_assignment": _of("staff_assignment", members * 2, "t", columns),
    }
