"""The same figures, written by hand for DuckDB: one statement in stages.

A condition is true, false or null, and null means that it is not known. As in
``esf_by_hand_polars.py`` an absent code is no unknown one, and a day known as a year is compared
from both of its ends.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
from esf_question import FIRST, KNOWN_ON, LAST, TABLE, Answer, Asked, answer_of

AMENDED_ON = "DATE '2018-08-02'"
WINDOWS = {"four_weeks": "INTERVAL 28 DAY", "six_months": "INTERVAL 6 MONTH"}
AGES = (7, 18, 25, 30, 55, 65)


def is_now(name: str, *codes: str) -> str:
    """Whether a code that may be absent is one of these: null is unknown only with a reason."""
    listed = ", ".join(f"'{code}'" for code in codes)
    absent = f"{name} IS NULL AND {name}_unknown IS NULL"
    return f"CASE WHEN {absent} THEN false ELSE {name} IN ({listed}) END"


def below(years: int) -> str:
    """Whether somebody was younger than that on entry."""
    birthday = f"entered_on - INTERVAL {years} YEAR"
    return f"CASE WHEN born_lo > {birthday} THEN true WHEN born_hi <= {birthday} THEN false END"


def unemployed_for(months: int) -> str:
    """Whether an unemployment had lasted for more than so many months."""
    longer = f"INTERVAL {months} MONTH"
    return f"""CASE WHEN unemployed_since IS NULL AND unemployed_since_unknown IS NULL THEN false
        WHEN since_hi + {longer} < entered_on THEN true
        WHEN since_lo + {longer} >= entered_on THEN false END"""


READ = f"""
SELECT *,
    coalesce(born_on, born_on_earliest) AS born_lo, coalesce(born_on, born_on_latest) AS born_hi,
    coalesce(unemployed_since, unemployed_since_earliest) AS since_lo,
    coalesce(unemployed_since, unemployed_since_latest) AS since_hi,
    coalesce(born_on_unknown, 'partial') = 'partial' AS born_known,
    entered_on BETWEEN DATE '{FIRST}' AND DATE '{LAST}' AS come,
    coalesce(left_on BETWEEN DATE '{FIRST}' AND DATE '{LAST}', false) AS gone
FROM register
WHERE come OR gone"""

SHARED = f"""
SELECT *,
    {", ".join(f"{below(years)} AS below_{years}" for years in AGES)},
    {", ".join(f"{unemployed_for(months)} AS since_{months}" for months in (6, 12))},
    {", ".join(f"gone AND left_on + {w} <= DATE '{KNOWN_ON}' AS {n}" for n, w in WINDOWS.items())},
    since_12 OR (below_25 AND since_6) AS long_term,
    born_known AND labour_status IS NOT NULL AND education_level IS NOT NULL AS all_of_2021,
    objective = 'l' AND most_deprived = 'yes' AS complete_most_deprived,
    all_of_2021 AND gender IS NOT NULL AND (entered_on >= {AMENDED_ON} OR (jobless_household
        IS NOT NULL AND dependent_children IS NOT NULL AND single_adult IS NOT NULL))
        AS complete_esf,
    all_of_2021 AND objective NOT IN ('l', 'm') AS complete_plus,
    objective <> 'm' AND NOT complete_most_deprived
        AND (all_of_2021 OR (objective = 'l' AND born_known)) AS complete_plus_total,
    labour_status = 'unemployed' AS unemployed,
    labour_status = 'inactive' AS inactive,
    labour_status = 'employed' AS working,
    unemployed OR inactive AS idle,
    idle OR working AS any_status,
    in_education = 'no' AS not_learning,
    jobless_household = 'yes' AS jobless,
    dependent_children = 'yes' AS children,
    single_adult = 'yes' AS single,
    foreign_background = 'yes' AS from_abroad,
    minority = 'yes' AS minor,
    third_country_national = 'yes' AS third,
    disability = 'yes' AS disabled,
    other_disadvantage = 'yes' AS otherwise,
    from_abroad OR minor OR third AS migrant,
    migrant OR disabled OR otherwise AS disadvantaged_2018,
    disadvantaged_2018 OR jobless OR (single AND children) AS disadvantaged_2013,
    homeless = 'yes' AS roofless,
    settlement = 'rural' AS rural,
    education_level IN ('isced_1', 'isced_2') AS low,
    education_level IN ('isced_3', 'isced_4') AS middle,
    education_level IN ('isced_5', 'isced_6', 'isced_7', 'isced_8') AS high,
    NOT below_18 AND below_30 AS young,
    {is_now("labour_event_upon_leaving", "job_search")} AS searches,
    {is_now("labour_event_upon_leaving", "employment", "self_employment")} AS found_work,
    education_upon_leaving = 'yes' AS learns,
    qualification_upon_leaving = 'yes' AS qualified,
    labour_status_six_months_after = 'employed' AS works_later,
    (searches AND inactive) OR (not_learning AND learns) OR qualified OR (idle AND found_work)
        AS newly,
    works_later AND (
        ({is_now("work_security", "precarious")}
            AND {is_now("work_security_six_months_after", "stable")})
        OR ({is_now("working_time", "underemployed")}
            AND {is_now("working_time_six_months_after", "full")})
        OR better_work_six_months_after = 'yes') AS improved
FROM read"""

ENTERED = {
    "esf.total": ("any_status", ""),
    "esf.co01": ("unemployed", ""),
    "esf.co02": ("long_term", "unemployed"),
    "esf.co03": ("inactive", ""),
    "esf.co04": ("not_learning", "inactive"),
    "esf.co05": ("working", ""),
    "esf.co06": ("below_25", ""),
    "esf.co07": ("NOT below_55", ""),
    "esf.co08": ("unemployed OR (inactive AND not_learning)", "NOT below_55"),
    "esf.co09": ("low OR (education_level = 'isced_0' AND below_7)", ""),
    "esf.co10": ("middle", ""),
    "esf.co11": ("high", ""),
    "esf.2013.co12": ("jobless", ""),
    "esf.2013.co13": ("children", "jobless"),
    "esf.2013.co14": ("single AND children", ""),
    "esf.co15": ("migrant", ""),
    "esf.co16": ("disabled", ""),
    "esf.co17": ("otherwise", ""),
    "esf.co18": ("roofless", ""),
    "esf.co19": ("rural", ""),
}
ENTERED_PLUS = {
    "eeco02": ("unemployed", ""),
    "eeco03": ("long_term", "unemployed"),
    "eeco04": ("inactive", ""),
    "eeco05": ("working", ""),
    "eeco09": ("low OR education_level = 'isced_0'", ""),
    "eeco10": ("middle", ""),
    "eeco11": ("high", ""),
    "eeco12": ("disabled", ""),
    "eeco13": ("third", ""),
    "eeco14": ("from_abroad", ""),
    "eeco15": ("minor", ""),
    "eeco16": ("roofless", ""),
    "eeco17": ("rural", ""),
}
OF_ALL_OBJECTIVES = {
    "eeco01": "objective = 'l' OR any_status",
    "eeco06": "below_18",
    "eeco07": "young",
    "eeco08": "NOT below_55",
}
MOST_DEPRIVED = {
    "total": "true",
    "children": "below_18",
    "young-people": "young",
    "older-people": "NOT below_65",
    "with-disabilities": "disabled",
    "third-country-nationals": "third",
    "foreign-background-or-minority": "from_abroad OR minor",
    "homeless": "roofless",
}
UPON_LEAVING = {
    "r01": ("searches", "inactive"),
    "r02": ("learns", "not_learning"),
    "r03": ("qualified", ""),
    "r04": ("found_work", "idle"),
}

Indicator = tuple[str, str, str, str]
"""Whose turn it is, whose records are complete, of whom it is asked, who is counted."""


def indicators() -> dict[str, Indicator]:
    """The indicators, over the shared columns."""
    made = {"esf.grand-total": ("come", "", "", "true")}
    for name, (counted, among) in ENTERED.items():
        made[name] = ("come", "esf", among, counted)
    for name, (counted, among) in UPON_LEAVING.items():
        made[f"esf.c{name}"] = ("four_weeks", "esf", among, counted)
        made[f"esf.plus.eec{name}"] = ("four_weeks", "plus", among, counted)
    for name, complete in (("esf.cr06", "esf"), ("esf.plus.eecr05", "plus")):
        made[name] = ("six_months", complete, "idle", "works_later")
    for name, complete in (("esf.cr07", "esf"), ("esf.plus.eecr06", "plus")):
        made[name] = ("six_months", complete, "working", "improved")
    made["esf.cr08"] = ("six_months", "esf", "NOT below_55 AND idle", "works_later")
    for text in ("2013", "2018"):
        those = f"disadvantaged_{text}"
        made[f"esf.{text}.cr05"] = ("four_weeks", "esf", those, "newly")
        made[f"esf.{text}.cr09"] = ("six_months", "esf", f"{those} AND idle", "works_later")
    for name, (counted, among) in ENTERED_PLUS.items():
        made[f"esf.plus.{name}"] = ("come", "plus", among, counted)
    for name, counted in OF_ALL_OBJECTIVES.items():
        made[f"esf.plus.{name}"] = ("come", "plus_total", "", counted)
    for name, counted in MOST_DEPRIVED.items():
        made[f"esf.most-deprived.{name}"] = ("come", "most_deprived", "", counted)
    return made


def universes(asked: dict[str, Indicator]) -> tuple[dict[str, str], dict[str, str]]:
    """The name of the universe of each indicator, and the columns that tell who is in each.

    Of a result those are asked whose window is closed; of the others the window is open.
    """
    names: dict[str, str] = {}
    columns: dict[str, str] = {}
    known: dict[tuple[str, str, str], str] = {}
    for name, (turn, complete, among, _) in asked.items():
        universe = known.setdefault((turn, complete, among), str(len(known)))
        names[name] = universe
        whole = f"complete_{complete} AND {among or 'true'}" if complete else "true"
        columns[f"asked_{universe}"] = f"{turn} AND {whole}"
        if turn in WINDOWS:
            columns[f"open_{universe}"] = f"gone AND NOT {turn} AND coalesce({whole}, true)"
    return names, columns


def statement(axes: str) -> tuple[str, dict[str, str]]:
    """The whole question, and the name of the universe of each indicator."""
    asked = indicators()
    names, columns = universes(asked)
    universe_columns = ", ".join(f"{of} AS {name}" for name, of in columns.items())
    counted = [
        f"asked_{names[name]} AND ({of}) AS i{place}"
        for place, (name, (*_, of)) in enumerate(asked.items())
    ]
    sums = [f"sum({name}) AS {name}" for name in columns]
    for place in range(len(asked)):
        sums.append(f"sum(i{place}) AS counted_{place}")
        sums.append(f"count(*) - count(i{place}) AS unknown_{place}")
    listed = ", ".join(columns)
    text = f"""
        WITH read AS ({READ}),
        shared AS ({SHARED}),
        asked AS (SELECT *, {universe_columns} FROM shared),
        indicators AS (SELECT {axes}, {listed}, {", ".join(counted)} FROM asked)
        SELECT {axes}, {", ".join(sums)} FROM indicators GROUP BY {axes}"""
    return text, names


def compute(folder: Path, asked: Asked) -> Answer:
    """The figures, from the files."""
    connection = duckdb.connect()
    files = folder / TABLE / "*.parquet"
    connection.execute(f"CREATE VIEW register AS FROM read_parquet('{files}')")
    text, names = statement(asked.breakdown)
    found = connection.execute(text)
    columns = [column[0] for column in found.description]
    rows = (dict(zip(columns, row, strict=True)) for row in found.fetchall())
    return answer_of(rows, asked.axes, names)
