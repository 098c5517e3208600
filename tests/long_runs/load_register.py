"""Writes a register as users have it, of any size: files of records, and tables for an engine.

No person in it is real. Every value is worked out from the number of its row in whole numbers, so
that a row is the same on every machine. As in life, most is known, some days are known as a month
only, some were never asked for; and some rows are wrong, as many as :data:`FAULTS` says.

A participation stands for a client with birthday, arrival, status, residence and household; a fifth
of the clients are in a second programme; one client in fifty is a person who has two case files.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import polars as pl

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from esf_register import ROW, day_after, drawn, ends_of_month, one_of, part_day

KNOWN_ON = date(2018, 12, 3)
"""The day on which all was recorded; nothing in it is later."""

FIRST_ARRIVAL = date(2015, 7, 1)
LAST_ARRIVAL = KNOWN_ON - timedelta(days=70)
DAYS_OF_ARRIVAL = (LAST_ARRIVAL - FIRST_ARRIVAL).days
LATE_IN_1000, NOT_ASKED_IN_1000 = 20, 20

OLDEST = date(1950, 1, 1)
DAYS_OF_BIRTH = (date(2015, 4, 1) - OLDEST).days

PROGRAMMES = ("sif.mentoring", "sif.motivation")
PROVIDERS = 40
CONTRACTS = 20
ROLES = {"social_mentor": 5, "social_worker": 3, "psychologist": 1, "lawyer": 1}
COUNTRIES = {"SY": 30, "AF": 20, "IQ": 15, "RU": 10, "UA": 10, "ER": 5, "TJ": 5, "GE": 5}
MANNERS = {"own": 8, "relocation": 2}
REASONS = {"completed": 7, "left_country": 2, "refused": 1}
STATUS = {"asylum_seeker": 6, "refugee": 2, "alternative_status": 2}

YES_OR_NO = {"yes": 1, "no": 3}
TRAITS = {
    "labour_status": {"unemployed": 3, "inactive": 5, "employed": 1},
    "in_education": YES_OR_NO,
    "education_level": {f"isced_{level}": 1 for level in range(9)},
    **dict.fromkeys(("foreign_background", "minority", "disability", "homeless"), YES_OR_NO),
    **dict.fromkeys(("other_disadvantage", "jobless_household", "dependent_children"), YES_OR_NO),
    "single_adult": YES_OR_NO,
    "settlement": {"city": 6, "town": 3, "rural": 1},
    "region": {"LV006": 5, "LV007": 3, "LV003": 1},
}

FAULTS = {"left before entering": 1_000, "born after arriving": 2_000}
"""One row in so many is wrong."""

Tables = Mapping[str, pl.LazyFrame]


def sizes(participations: int) -> Mapping[str, int]:
    """How many rows the large tables have."""
    clients = participations * 4 // 5
    return {
        "client": clients,
        "same_person_link": clients // 50,
        "arrival": clients,
        "protection_spell": clients,
        "residence_spell": clients // 2,
        "household": clients // 3 + 1,
        "household_membership": clients,
        "education_spell": clients // 8,
        "participation": participations,
        "entry_traits": participations,
        "support_plan": clients,
        "staff_member": participations // 200,
        "staff_assignment": participations // 200,
    }


def tables(participations: int) -> Tables:
    """The tables of a register, as an engine reads them."""
    rows = sizes(participations)
    clients = rows["client"]
    return {
        "operation": _rows(1, _operation()),
        "programme": _rows(len(PROGRAMMES), _programme()),
        "provider": _rows(PROVIDERS, [_id("v"), pl.lit("Provider").alias("name")]),
        "contract": _rows(CONTRACTS, _contract()),
        "staff_member": _rows(
            rows["staff_member"], [_id("f"), _key("v", PROVIDERS, "provider_id")]
        ),
        "staff_assignment": _rows(rows["staff_assignment"], _assignment()),
        "client": _rows(clients, _client()),
        "person": _rows(clients, [_keyed("c", _person()).alias("id")]).unique("id").sort("id"),
        "same_person_link": _rows(rows["same_person_link"], _link()),
        "arrival": _rows(rows["arrival"], _arrival()),
        "protection_spell": _rows(rows["protection_spell"], _protection()),
        "residence_spell": _rows(rows["residence_spell"], _residence()),
        "household": _rows(rows["household"], [_id("h")]),
        "household_membership": _rows(rows["household_membership"], _membership()),
        "education_spell": _rows(rows["education_spell"], _education()),
        "participation": _rows(participations, _participation(clients)),
        "entry_traits": _rows(participations, _traits()),
        "support_plan": _rows(rows["support_plan"], _plan()),
    }


def write(folder: Path, participations: int) -> dict[str, int]:
    """Write ``csv``, which holds records, and ``tables``, Parquet for an engine.

    Returns:
        How many rows each table of records has.
    """
    records, for_engines = folder / "csv", folder / "tables"
    records.mkdir(parents=True)
    for_engines.mkdir()
    tag = '{"schema": "inclusion_core", "schema_version": 1}\n'
    (records / "schema.json").write_text(tag, encoding="utf-8")
    counted = {}
    for name, table in tables(participations).items():
        whole = table.collect()
        whole.write_parquet(for_engines / f"{name}.parquet")
        if name != "person":  # it is worked out
            _as_text(_recorded(whole)).write_csv(records / f"{name}.csv")
            counted[name] = whole.height
    return counted


def _recorded(table: pl.DataFrame) -> pl.DataFrame:
    """The rows with their envelope, without what is worked out."""
    envelope = (pl.lit(1, pl.Int64).alias("version"), pl.lit(KNOWN_ON).alias("recorded_on"))
    others = [name for name in table.columns if name not in ("id", "person_id")]
    return table.select("id", *envelope, *others)


def _as_text(table: pl.DataFrame) -> pl.DataFrame:
    """The rows as a CSV file has them: a day that is known as a month is written as one."""
    parts = [name for name in table.columns if name.endswith(("_earliest", "_latest"))]
    days = [name.removesuffix("_earliest") for name in parts if name.endswith("_earliest")]
    months = (
        pl.coalesce(
            pl.col(day).cast(pl.String), pl.col(f"{day}_earliest").dt.strftime("%Y-%m")
        ).alias(day)
        for day in days
    )
    whys = (pl.col(f"{day}_unknown").replace("partial", None) for day in days)
    return table.with_columns(*months, *whys).drop(parts)


# The columns of tables.


def _rows(number: int, columns: Sequence[pl.Expr]) -> pl.LazyFrame:
    numbers = pl.LazyFrame({"row": pl.int_range(number, dtype=pl.UInt64, eager=True)})
    return numbers.select(columns)


def _keyed(letter: str, number: pl.Expr) -> pl.Expr:
    return pl.lit(letter) + number.cast(pl.String).str.zfill(8)


def _id(letter: str) -> pl.Expr:
    return _keyed(letter, ROW).alias("id")


def _key(letter: str, limit: int, name: str) -> pl.Expr:
    return _keyed(letter, drawn(ROW, name, limit)).alias(name)


def _client_id(number: pl.Expr = ROW) -> pl.Expr:
    return _keyed("c", number).alias("client_id")


def _day(name: str, day: pl.Expr, known: bool = False) -> list[pl.Expr]:
    """The columns of a day; one after the register was known is absent."""
    seen = pl.when(day <= pl.lit(KNOWN_ON)).then(day)
    late, not_asked = (0, 0) if known else (LATE_IN_1000, NOT_ASKED_IN_1000)
    return part_day(name, seen, late, not_asked, ends_of_month)


def _no_day(name: str) -> list[pl.Expr]:
    return _day(name, pl.lit(None, pl.Date), known=True)


def _code(name: str, said: pl.Expr) -> list[pl.Expr]:
    unknown = drawn(ROW, f"{name} known", 1000) < NOT_ASKED_IN_1000
    return [
        pl.when(~unknown).then(said).alias(name),
        pl.when(unknown).then(pl.lit("refused")).alias(f"{name}_unknown"),
    ]


def _one_in(many: int) -> pl.Expr:
    return ROW % many == many // 2


def _arrived(number: pl.Expr = ROW) -> pl.Expr:
    """The day on which a client of that number arrived, before any of it is forgotten."""
    days = drawn(number, "arrived", DAYS_OF_ARRIVAL)
    return day_after(pl.lit(FIRST_ARRIVAL), days)


def _person() -> pl.Expr:
    return pl.when(ROW % 50 == 49).then(ROW - pl.min_horizontal(ROW, 49)).otherwise(ROW)


def _operation() -> Iterator[pl.Expr]:
    yield _id("o")
    for name in ("number", "title", "beneficiary"):
        yield pl.lit(f"Synthetic {name}").alias(name)
    yield from _day("first_day", pl.lit(date(2015, 1, 1)), known=True)
    yield from _no_day("last_day")


def _programme() -> Iterator[pl.Expr]:
    yield _id("g")
    yield pl.lit("o00000000").alias("operation_id")
    yield ROW.replace_strict(range(len(PROGRAMMES)), PROGRAMMES).alias("declared_as")


def _contract() -> Iterator[pl.Expr]:
    yield _id("k")
    yield _keyed("g", ROW % len(PROGRAMMES)).alias("programme_id")
    yield _key("v", PROVIDERS, "provider_id")
    yield pl.lit("1/2015").alias("number")
    yield from _day("first_day", pl.lit(date(2015, 1, 1)), known=True)
    yield from _no_day("last_day")


def _assignment() -> Iterator[pl.Expr]:
    yield _id("t")
    yield _keyed("f", ROW).alias("staff_member_id")
    yield _key("k", CONTRACTS, "contract_id")
    yield one_of(ROLES, "role").alias("role")
    first = _arrived()
    yield from _day("first_day", first)
    yield from _day("last_day", day_after(first, 31 + drawn(ROW, "worked", 900)))


def _client() -> Iterator[pl.Expr]:
    yield _id("c")
    yield _key("v", PROVIDERS, "provider_id")
    wrong = _one_in(FAULTS["born after arriving"])
    born = day_after(pl.lit(OLDEST), drawn(_person(), "age", DAYS_OF_BIRTH))
    late = day_after(_arrived(), pl.lit(32))
    yield from _day("born_on", pl.when(wrong).then(late).otherwise(born))
    female = drawn(_person(), "gender", 2) == 0
    yield pl.when(female).then(pl.lit("female")).otherwise(pl.lit("male")).alias("gender")
    yield from _no_day("died_on")
    yield _keyed("c", _person()).alias("person_id")


def _link() -> Iterator[pl.Expr]:
    yield _id("l")
    yield _client_id(ROW * 50)
    yield _keyed("c", ROW * 50 + 49).alias("other_client_id")
    yield pl.lit(KNOWN_ON).alias("linked_on")


def _arrival() -> Iterator[pl.Expr]:
    yield _id("a")
    yield _client_id()
    yield from _day("arrived_on", _arrived())
    yield from _code("manner", one_of(MANNERS, "manner"))
    yield from _code("country", one_of(COUNTRIES, "country"))


def _protection() -> Iterator[pl.Expr]:
    yield _id("s")
    yield _client_id()
    yield from _code("kind", one_of(STATUS, "kind"))
    yield from _code("legal_basis", pl.lit("asylum_law"))
    first = day_after(_arrived(), pl.lit(32))
    yield from _day("first_day", first)
    yield from _day("last_day", day_after(first, 64 + drawn(ROW, "protected", 700)))


def _residence() -> Iterator[pl.Expr]:
    yield _id("r")
    yield _client_id(ROW * 2)
    yield from _code("right", pl.lit("pending_procedure"))
    yield from _code("place", pl.lit("Mucenieki"))
    first = day_after(_arrived(ROW * 2), pl.lit(32))
    yield from _day("first_day", first)
    yield from _day("last_day", day_after(first, 64 + drawn(ROW, "resident", 700)))


def _membership() -> Iterator[pl.Expr]:
    yield _id("m")
    yield _keyed("h", ROW // 3).alias("household_id")
    yield _client_id()
    yield from _code("role", pl.lit("other"))
    first = day_after(_arrived(), pl.lit(32))
    yield from _day("first_day", first)
    yield from _day("last_day", day_after(first, 64 + drawn(ROW, "together", 2_000)))


def _education() -> Iterator[pl.Expr]:
    yield _id("e")
    yield _client_id(ROW * 8)
    yield from _code("kind", one_of({"general_education": 3, "preschool": 1}, "kind"))
    first = day_after(_arrived(ROW * 8), pl.lit(32))
    yield from _day("first_day", first)
    yield from _day("last_day", day_after(first, 64 + drawn(ROW, "at school", 1_500)))


def _participation(clients: int) -> Iterator[pl.Expr]:
    yield _id("p")
    yield _client_id(ROW % clients)
    yield _keyed("g", ROW // clients).alias("programme_id")
    entered = _entered(ROW % clients)
    wrong = _one_in(FAULTS["left before entering"])
    stayed = pl.when(wrong).then(-64).otherwise(64 + drawn(ROW, "stayed", 500))
    left = day_after(entered, stayed)
    yield from _day("entered_on", entered)
    yield from _day("left_on", left)
    reason = pl.when(left <= pl.lit(KNOWN_ON)).then(one_of(REASONS, "reason"))
    yield reason.alias("leaving_reason")


def _entered(number: pl.Expr) -> pl.Expr:
    """The day on which a client of that number entered."""
    return day_after(_arrived(number), 32 + drawn(number, "entered", 38))


def _traits() -> Iterator[pl.Expr]:
    yield _id("t")
    yield _keyed("p", ROW).alias("participation_id")
    for name, codes in TRAITS.items():
        yield one_of(codes, name).alias(name)


def _plan() -> Iterator[pl.Expr]:
    yield _id("u")
    yield _keyed("p", ROW).alias("participation_id")
    yield from _day("drawn_up_on", day_after(_entered(ROW), pl.lit(10)), known=True)


def main() -> None:
    """Write a register, and print how many rows each table of records has."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=1_000_000, help="how many participations")
    given = parser.parse_args()
    sys.stdout.write(f"{json.dumps(write(given.folder, given.rows))}\n")


if __name__ == "__main__":
    main()
