"""The same figures, by hand for Polars: shared columns, indicators as columns, one group_by.

A condition is true, false or null, and null means that it is not known; ``sum`` counts the true
ones and ``null_count`` the unknown ones. Two things take care: a code that is absent is no unknown
one, and a day that is known as a year is compared from both of its ends.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
from esf_question import FIRST, KNOWN_ON, LAST, TABLE, Answer, Asked, answer_of

YES, NO = pl.lit(value=True), pl.lit(value=False)
AMENDED_ON = date(2018, 8, 2)
WINDOWS = {"four_weeks": "28d", "six_months": "6mo"}
AGES = (7, 18, 25, 30, 55, 65)


def is_one(name: str, *codes: str) -> pl.Expr:
    """Whether a code is one of these."""
    return pl.col(name) == codes[0] if len(codes) == 1 else pl.col(name).is_in(codes)


def is_now(name: str, *codes: str) -> pl.Expr:
    """Whether a code that may be absent is one of these: null is unknown only with a reason."""
    absent = pl.col(name).is_null() & pl.col(f"{name}_unknown").is_null()
    return pl.when(absent).then(NO).otherwise(is_one(name, *codes))


def is_known(*names: str) -> pl.Expr:
    """Whether all of these codes are known."""
    return pl.all_horizontal(pl.col(name).is_not_null() for name in names)


def before(lo: pl.Expr, hi: pl.Expr, other: pl.Expr) -> pl.Expr:
    """Whether a day that lies somewhere from lo to hi is before another."""
    return pl.when(hi < other).then(YES).when(lo >= other).then(NO)


def ages() -> dict[str, pl.Expr]:
    """Whether somebody was younger on entry than some age."""
    born_lo = pl.coalesce("born_on", "born_on_earliest")
    born_hi = pl.coalesce("born_on", "born_on_latest")
    made = {}
    for years in AGES:
        birthday = pl.col("entered_on").dt.offset_by(f"-{years}y")
        made[f"below_{years}"] = (
            pl.when(born_lo > birthday).then(YES).when(born_hi <= birthday).then(NO)
        )
    return made


def unemployed_for() -> dict[str, pl.Expr]:
    """Whether an unemployment had lasted for more than 6 months, and for more than 12."""
    lo = pl.coalesce("unemployed_since", "unemployed_since_earliest")
    hi = pl.coalesce("unemployed_since", "unemployed_since_latest")
    never = pl.col("unemployed_since").is_null() & pl.col("unemployed_since_unknown").is_null()
    entered = pl.col("entered_on")
    return {
        f"since_{months}": pl.when(never)
        .then(NO)
        .otherwise(before(lo.dt.offset_by(f"{months}mo"), hi.dt.offset_by(f"{months}mo"), entered))
        for months in (6, 12)
    }


def turns() -> dict[str, pl.Expr]:
    """Who has entered; and who has left, with a window that is closed or open."""
    left = pl.col("left_on")
    gone = left.is_between(FIRST, LAST).fill_null(value=False)
    made = {"come": pl.col("entered_on").is_between(FIRST, LAST), "gone": gone}
    for window, length in WINDOWS.items():
        made[window] = gone & (left.dt.offset_by(length) <= KNOWN_ON)
    return made


def completeness() -> dict[str, pl.Expr]:
    """Whose records are complete, by the rule of each list."""
    born = pl.col("born_on_unknown").is_null() | (pl.col("born_on_unknown") == "partial")
    household = is_known("jobless_household", "dependent_children", "single_adult")
    all_of_2021 = born & is_known("labour_status", "education_level")
    is_l, is_m = is_one("objective", "l"), is_one("objective", "m")
    most_deprived = is_l & is_one("most_deprived", "yes")
    return {
        "esf": all_of_2021
        & is_known("gender")
        & ((pl.col("entered_on") >= AMENDED_ON) | household),
        "plus": all_of_2021 & ~is_l & ~is_m,
        "plus_total": ~is_m & ~most_deprived & (all_of_2021 | (is_l & born)),
        "most_deprived": most_deprived,
    }


def shared() -> list[pl.Expr]:
    """What is used more than once, from the columns of the files."""
    made = {
        **turns(),
        **{f"complete_{name}": of for name, of in completeness().items()},
        **ages(),
        **unemployed_for(),
        "unemployed": is_one("labour_status", "unemployed"),
        "inactive": is_one("labour_status", "inactive"),
        "working": is_one("labour_status", "employed"),
        "idle": is_one("labour_status", "unemployed", "inactive"),
        "not_learning": is_one("in_education", "no"),
        "jobless": is_one("jobless_household", "yes"),
        "children": is_one("dependent_children", "yes"),
        "single": is_one("single_adult", "yes"),
        "foreign": is_one("foreign_background", "yes"),
        "minor": is_one("minority", "yes"),
        "third": is_one("third_country_national", "yes"),
        "disabled": is_one("disability", "yes"),
        "otherwise": is_one("other_disadvantage", "yes"),
        "roofless": is_one("homeless", "yes"),
        "rural": is_one("settlement", "rural"),
        "searches": is_now("labour_event_upon_leaving", "job_search"),
        "found_work": is_now("labour_event_upon_leaving", "employment", "self_employment"),
        "learns": is_one("education_upon_leaving", "yes"),
        "qualified": is_one("qualification_upon_leaving", "yes"),
        "works_later": is_one("labour_status_six_months_after", "employed"),
        "better": (
            is_now("work_security", "precarious")
            & is_now("work_security_six_months_after", "stable")
        )
        | (
            is_now("working_time", "underemployed")
            & is_now("working_time_six_months_after", "full")
        )
        | is_one("better_work_six_months_after", "yes"),
    }
    return [of.alias(name) for name, of in made.items()]


Indicator = tuple[str, str, pl.Expr, pl.Expr]
"""Whose turn it is, whose records are complete, of whom it is asked, who is counted."""


def indicators() -> dict[str, Indicator]:
    """The indicators, over the shared columns."""
    c = pl.col
    long_term = c("since_12") | (c("below_25") & c("since_6"))
    migrant = c("foreign") | c("minor") | c("third")
    sensitive = migrant | c("disabled") | c("otherwise")
    of_household = c("jobless") | (c("single") & c("children"))
    newly = (
        (c("searches") & c("inactive"))
        | (c("not_learning") & c("learns"))
        | c("qualified")
        | (c("idle") & c("found_work"))
    )
    low, middle, high = (
        is_one("education_level", *(f"isced_{level}" for level in levels))
        for levels in ((1, 2), (3, 4), (5, 6, 7, 8))
    )
    young = ~c("below_18") & c("below_30")
    at_school = is_one("education_level", "isced_0") & c("below_7")
    in_work_after_all = c("unemployed") | c("inactive") | c("working")
    disadvantaged = {"2013": sensitive | of_household, "2018": sensitive}
    return {
        "esf.grand-total": ("come", "", YES, YES),
        "esf.total": ("come", "esf", YES, in_work_after_all),
        "esf.co01": ("come", "esf", YES, c("unemployed")),
        "esf.co02": ("come", "esf", c("unemployed"), long_term),
        "esf.co03": ("come", "esf", YES, c("inactive")),
        "esf.co04": ("come", "esf", c("inactive"), c("not_learning")),
        "esf.co05": ("come", "esf", YES, c("working")),
        "esf.co06": ("come", "esf", YES, c("below_25")),
        "esf.co07": ("come", "esf", YES, ~c("below_55")),
        "esf.co08": (
            *("come", "esf", ~c("below_55")),
            c("unemployed") | (c("inactive") & c("not_learning")),
        ),
        "esf.co09": ("come", "esf", YES, low | at_school),
        "esf.co10": ("come", "esf", YES, middle),
        "esf.co11": ("come", "esf", YES, high),
        "esf.2013.co12": ("come", "esf", YES, c("jobless")),
        "esf.2013.co13": ("come", "esf", c("jobless"), c("children")),
        "esf.2013.co14": ("come", "esf", YES, c("single") & c("children")),
        "esf.co15": ("come", "esf", YES, migrant),
        "esf.co16": ("come", "esf", YES, c("disabled")),
        "esf.co17": ("come", "esf", YES, c("otherwise")),
        "esf.co18": ("come", "esf", YES, c("roofless")),
        "esf.co19": ("come", "esf", YES, c("rural")),
        "esf.cr01": ("four_weeks", "esf", c("inactive"), c("searches")),
        "esf.cr02": ("four_weeks", "esf", c("not_learning"), c("learns")),
        "esf.cr03": ("four_weeks", "esf", YES, c("qualified")),
        "esf.cr04": ("four_weeks", "esf", c("idle"), c("found_work")),
        "esf.cr06": ("six_months", "esf", c("idle"), c("works_later")),
        "esf.cr07": ("six_months", "esf", c("working"), c("works_later") & c("better")),
        "esf.cr08": ("six_months", "esf", ~c("below_55") & c("idle"), c("works_later")),
        **{
            f"esf.{text}.cr05": ("four_weeks", "esf", those, newly)
            for text, those in disadvantaged.items()
        },
        **{
            f"esf.{text}.cr09": ("six_months", "esf", those & c("idle"), c("works_later"))
            for text, those in disadvantaged.items()
        },
        "esf.plus.eeco01": (
            *("come", "plus_total", YES),
            is_one("objective", "l") | in_work_after_all,
        ),
        "esf.plus.eeco02": ("come", "plus", YES, c("unemployed")),
        "esf.plus.eeco03": ("come", "plus", c("unemployed"), long_term),
        "esf.plus.eeco04": ("come", "plus", YES, c("inactive")),
        "esf.plus.eeco05": ("come", "plus", YES, c("working")),
        "esf.plus.eeco06": ("come", "plus_total", YES, c("below_18")),
        "esf.plus.eeco07": ("come", "plus_total", YES, young),
        "esf.plus.eeco08": ("come", "plus_total", YES, ~c("below_55")),
        "esf.plus.eeco09": ("come", "plus", YES, low | is_one("education_level", "isced_0")),
        "esf.plus.eeco10": ("come", "plus", YES, middle),
        "esf.plus.eeco11": ("come", "plus", YES, high),
        "esf.plus.eeco12": ("come", "plus", YES, c("disabled")),
        "esf.plus.eeco13": ("come", "plus", YES, c("third")),
        "esf.plus.eeco14": ("come", "plus", YES, c("foreign")),
        "esf.plus.eeco15": ("come", "plus", YES, c("minor")),
        "esf.plus.eeco16": ("come", "plus", YES, c("roofless")),
        "esf.plus.eeco17": ("come", "plus", YES, c("rural")),
        "esf.plus.eecr01": ("four_weeks", "plus", c("inactive"), c("searches")),
        "esf.plus.eecr02": ("four_weeks", "plus", c("not_learning"), c("learns")),
        "esf.plus.eecr03": ("four_weeks", "plus", YES, c("qualified")),
        "esf.plus.eecr04": ("four_weeks", "plus", c("idle"), c("found_work")),
        "esf.plus.eecr05": ("six_months", "plus", c("idle"), c("works_later")),
        "esf.plus.eecr06": ("six_months", "plus", c("working"), c("works_later") & c("better")),
        "esf.most-deprived.total": ("come", "most_deprived", YES, YES),
        "esf.most-deprived.children": ("come", "most_deprived", YES, c("below_18")),
        "esf.most-deprived.young-people": ("come", "most_deprived", YES, young),
        "esf.most-deprived.older-people": ("come", "most_deprived", YES, ~c("below_65")),
        "esf.most-deprived.with-disabilities": ("come", "most_deprived", YES, c("disabled")),
        "esf.most-deprived.third-country-nationals": ("come", "most_deprived", YES, c("third")),
        "esf.most-deprived.foreign-background-or-minority": (
            *("come", "most_deprived", YES),
            c("foreign") | c("minor"),
        ),
        "esf.most-deprived.homeless": ("come", "most_deprived", YES, c("roofless")),
    }


def universes(asked: dict[str, Indicator]) -> tuple[dict[str, str], dict[str, pl.Expr]]:
    """The name of the universe of each indicator, and the columns that tell who is in each.

    Of a result those are asked whose window is closed; of the others the window is open.
    """
    names: dict[str, str] = {}
    columns: dict[str, pl.Expr] = {}
    known: dict[tuple[str, str, str], str] = {}
    for name, (turn, complete, among, _) in asked.items():
        key = (turn, complete, str(among.meta.serialize(format="json")))
        universe = known.setdefault(key, str(len(known)))
        names[name] = universe
        whole = pl.col(f"complete_{complete}") & among if complete else among
        columns[f"asked_{universe}"] = pl.col(turn) & whole
        if turn in WINDOWS:
            columns[f"open_{universe}"] = (
                pl.col("gone") & ~pl.col(turn) & whole.fill_null(value=True)
            )
    return names, columns


def compute(folder: Path, asked: Asked) -> Answer:
    """The figures, from the files."""
    all_of_them = indicators()
    names, universe_columns = universes(all_of_them)
    rows = (
        pl.scan_parquet(folder / TABLE / "*.parquet")
        .with_columns(shared())
        .filter(pl.col("come") | pl.col("gone"))
        .with_columns(**universe_columns)
        .select(
            *asked.axes,
            *universe_columns,
            *(
                (pl.col(f"asked_{names[name]}") & counted).alias(f"i{place}")
                for place, (name, (*_, counted)) in enumerate(all_of_them.items())
            ),
        )
        .group_by(asked.axes)
        .agg(
            *(pl.col(name).sum() for name in universe_columns),
            *(pl.col(f"i{n}").sum().alias(f"counted_{n}") for n in range(len(names))),
            *(pl.col(f"i{n}").null_count().alias(f"unknown_{n}") for n in range(len(names))),
        )
        .collect(engine="streaming")
    )
    return answer_of(rows.to_dicts(), asked.axes, names)
