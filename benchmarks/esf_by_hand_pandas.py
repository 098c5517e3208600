"""A dozen of the indicators, written by hand for pandas as one would at first, and so wrong.

A comparison with a missing value is false here, so that its opposite is true: whoever was not asked
counts as *not*, and a person of whom the year of birth alone is known as one above 54. How many
are not known cannot be told at all.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from esf_question import FIRST, LAST, TABLE

COLUMNS = (
    *("gender", "born_on", "born_on_unknown", "entered_on", "left_on", "labour_status"),
    *("unemployed_since", "in_education", "education_level", "foreign_background", "minority"),
    *("third_country_national", "jobless_household", "dependent_children", "single_adult"),
    *("labour_event_upon_leaving", "education_upon_leaving", "qualification_upon_leaving"),
)


def compute(folder: Path) -> dict[str, int]:
    """How many are counted, of all together."""
    d = pd.read_parquet(folder / TABLE, columns=list(COLUMNS))
    for day in ("born_on", "entered_on", "left_on", "unemployed_since"):
        d[day] = pd.to_datetime(d[day])
    household = d.jobless_household.notna() & d.dependent_children.notna() & d.single_adult.notna()
    complete = (
        d.gender.notna()
        & d.labour_status.notna()
        & (d.born_on.notna() | (d.born_on_unknown == "partial"))
        & d.education_level.notna()
        & ((d.entered_on >= "2018-08-02") | household)
    )
    come = d.entered_on.between(pd.Timestamp(FIRST), pd.Timestamp(LAST)) & complete

    def younger(years: int) -> pd.Series:
        return d.born_on > d.entered_on - pd.DateOffset(years=years)

    def longer(months: int) -> pd.Series:
        return d.unemployed_since + pd.DateOffset(months=months) < d.entered_on

    unemployed, inactive = d.labour_status == "unemployed", d.labour_status == "inactive"
    learning = d.in_education == "yes"
    migrant = (
        (d.foreign_background == "yes")
        | (d.minority == "yes")
        | (d.third_country_national == "yes")
    )
    counted = {
        "esf.total": come,
        "esf.co01": come & unemployed,
        "esf.co02": come & unemployed & ((younger(25) & longer(6)) | (~younger(25) & longer(12))),
        "esf.co03": come & inactive,
        "esf.co04": come & inactive & ~learning,
        "esf.co06": come & younger(25),
        "esf.co07": come & ~younger(55),
        "esf.co08": come & ~younger(55) & (unemployed | (inactive & ~learning)),
        "esf.co09": come & d.education_level.isin(["isced_1", "isced_2"]),
        "esf.co15": come & migrant,
        "esf.2013.co14": come & (d.single_adult == "yes") & (d.dependent_children != "no"),
    }
    return {name: int(of.sum()) for name, of in counted.items()}
