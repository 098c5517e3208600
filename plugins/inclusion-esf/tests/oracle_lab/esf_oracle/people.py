"""Participations as plain values: a code is its text, a day a day, part of a day its two ends."""

from datetime import date, timedelta
from enum import Enum

from esf_oracle.calendar_days import EARLIEST, NEVER


class Gap(Enum):
    """Why there is no value."""

    NONE = "there is none"
    NOT_ASKED = "nobody asked"
    REFUSED = "the person would not say"


NONE, NOT_ASKED, REFUSED = Gap

YES_NO = ("yes", "no")
LABOUR = ("employed", "unemployed", "inactive")
LEVELS = tuple(f"isced_{level}" for level in range(9))

CODES = {
    "objective": ("a", "h", "l", "m"),
    "most_deprived": YES_NO,
    "region": ("LV006", "LV007"),
    "gender": ("female", "male", "non_binary"),
    "labour_status": LABOUR,
    "in_education": YES_NO,
    "education_level": LEVELS,
    "foreign_background": YES_NO,
    "minority": YES_NO,
    "third_country_national": YES_NO,
    "disability": YES_NO,
    "other_disadvantage": YES_NO,
    "homeless": YES_NO,
    "settlement": ("city", "town", "rural"),
    "jobless_household": YES_NO,
    "dependent_children": YES_NO,
    "single_adult": YES_NO,
    "work_security": ("stable", "precarious", NONE),
    "working_time": ("full", "underemployed", NONE),
    "labour_event_upon_leaving": ("job_search", "employment", "self_employment", NONE),
    "education_upon_leaving": YES_NO,
    "qualification_upon_leaving": YES_NO,
    "labour_status_six_months_after": LABOUR,
    "work_security_six_months_after": ("stable", "precarious", NONE),
    "working_time_six_months_after": ("full", "underemployed", NONE),
    "better_work_six_months_after": YES_NO,
}
"""What each code may be; :data:`Gap.NONE` where there may be none."""

DAYS = ("born_on", "entered_on", "left_on", "unemployed_since")

SENSITIVE = (
    "foreign_background",
    "minority",
    "third_country_national",
    "disability",
    "other_disadvantage",
)
"""What a person may decline to say; the record stays complete."""


def ends(value, known_on):
    """The first and last day that a day may be.

    What has not happened yet may still happen, after the day up to which all is known.
    """
    if isinstance(value, tuple):
        return value
    if value is NONE:
        return (NEVER if known_on is None else known_on + timedelta(days=1), NEVER)
    return (EARLIEST, NEVER) if isinstance(value, Gap) else (value, value)


def is_known(value):
    """Whether something was taken down; the year of a birth is something."""
    return value not in (NOT_ASKED, REFUSED)


def wholly_known(person):
    """Whether nothing is left open, not even a part of a day."""
    return not any(value in (NOT_ASKED, REFUSED) or isinstance(value, tuple) for value in person)


def day_of(text):
    """A day as a table of cases writes it: `2019-03-01`, `2019-03`, `2019`."""
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 3:
        return date(*numbers)
    year, month = numbers[0], numbers[1] if len(numbers) == 2 else 12
    after = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return (date(year, month if len(numbers) == 2 else 1, 1), after - timedelta(days=1))
