"""How the golden tables are written: one case, what it is about, and what differs from a base case.

The base case is a woman of thirty, unemployed for three months, with a secondary education and
none of the other traits; she was in the operation from 1 March to 30 September 2019, and nothing
came of it. It is asked about the year 2019, on all that is known up to 31 December 2020.
"""

from dataclasses import dataclass

from esf_oracle.answers import Answer
from esf_oracle.judging import INDICATORS
from esf_oracle.people import CODES, DAYS, NONE, day_of
from esf_oracle.question import Question, Reading

DAY_BY_DAY = {
    "born_on": "1988-06-15",
    "unemployed_since": "2018-12-01",
    "entered_on": "2019-03-01",
    "left_on": "2019-09-30",
}
BASE = {
    **{name: "no" for name, codes in CODES.items() if codes == ("yes", "no")},
    "objective": "a",
    "region": "LV006",
    "gender": "female",
    "labour_status": "unemployed",
    "education_level": "isced_3",
    "settlement": "town",
    "work_security": NONE,
    "working_time": NONE,
    "labour_event_upon_leaving": NONE,
    "labour_status_six_months_after": "unemployed",
    "work_security_six_months_after": NONE,
    "working_time_six_months_after": NONE,
}
ASKED = {"first_day": "2019-01-01", "last_day": "2019-12-31", "known_on": "2020-12-31"}

YEAR_2018 = {"first_day": "2018-01-01", "last_day": "2018-12-31"}
YEAR_2021 = {"first_day": "2021-01-01", "last_day": "2021-12-31", "known_on": "2022-12-31"}
INACTIVE = {"labour_status": "inactive", "unemployed_since": NONE}
EMPLOYED = {
    "labour_status": "employed",
    "unemployed_since": NONE,
    "work_security": "precarious",
    "working_time": "underemployed",
}
STILL_AT_WORK = EMPLOYED | {
    "labour_status_six_months_after": "employed",
    "work_security_six_months_after": "precarious",
    "working_time_six_months_after": "underemployed",
}
"""Six months after leaving, nothing is better."""


EVERY = {
    "every CO": lambda code: code.startswith(("2013 CO", "2018 CO", "2013 total", "2018 total")),
    "every CR": lambda code: code.startswith(("2013 CR", "2018 CR")),
    "every EECO": lambda code: code.startswith("EECO"),
    "every EECO of age": lambda code: code in ("EECO01", "EECO06", "EECO07", "EECO08"),
    "every EECO but of age": lambda code: (
        code.startswith("EECO") and code not in ("EECO01", "EECO06", "EECO07", "EECO08")
    ),
    "every EECR": lambda code: code.startswith("EECR"),
    "every one of Annex II": lambda code: code.startswith("II."),
}
"""What is said of several indicators at once."""


@dataclass(frozen=True)
class Case:
    """One case of a golden table.

    Attributes:
        code: The indicator, or several by their name in :data:`EVERY`; without a year, it is the
            same in both texts of Annex I.
        about: What the case is about.
        changes: How it differs from the base case; a day as `2019-03-01`, part of one as `2019`.
        expected: What the indicator says of it.
    """

    code: str
    about: str
    changes: dict
    expected: Answer

    def __str__(self):
        return f"{self.code}: {self.about}"

    @property
    def codes(self):
        """The indicators that the case is about, as the oracle knows them."""
        if self.code in EVERY:
            return [code for code in INDICATORS if EVERY[self.code](code)]
        codes = (self.code, f"2013 {self.code}", f"2018 {self.code}")
        return [each for each in codes if each in INDICATORS]

    @property
    def person(self):
        changed = DAY_BY_DAY | BASE | self.changes
        return {name: self._value(name, changed[name]) for name in (*DAYS, *CODES)}

    @property
    def question(self):
        asked = {name: self.changes.get(name, text) for name, text in ASKED.items()}
        days = {name: None if text is None else day_of(text) for name, text in asked.items()}
        points = {name for name in Reading.__dataclass_fields__ if name in self.changes}
        return Question(**days, reading=Reading(**{name: self.changes[name] for name in points}))

    def _value(self, name, value):
        if name in DAYS:
            return day_of(value) if isinstance(value, str) else value
        if value in CODES[name] or value is NONE or not isinstance(value, str):
            return value
        raise ValueError(name)


def _table(answer):
    def case(code, about, **changes):
        known = {*DAYS, *CODES, *ASKED, *Reading.__dataclass_fields__}
        if not changes.keys() <= known:
            raise ValueError(about)
        return Case(code, about, changes, answer)

    return case


yes, no, unknown, still_open, not_asked = (_table(answer) for answer in Answer)


def window(code, about, *, last_day, day_before, **changes):
    """The same on both sides of the end of a window: one day before all is known, and on it."""
    return (
        still_open(code, f"{about}; {day_before} is known", known_on=day_before, **changes),
        yes(code, f"{about}; {last_day} is known", known_on=last_day, **changes),
    )


def four_weeks(code, about, **changes):
    """The 28th day after leaving on 30 September 2019."""
    return window(code, about, last_day="2019-10-28", day_before="2019-10-27", **changes)


def six_months(code, about, **changes):
    """Six months after leaving on 31 August 2019; February 2020 has no 31st day."""
    days = {"last_day": "2020-02-29", "day_before": "2020-02-28", "left_on": "2019-08-31"}
    return window(code, about, **days, **changes)


PEOPLE = {
    "unemployed": {"disability": "yes", "single_adult": "yes", "dependent_children": "yes"},
    "55, inactive": INACTIVE | {"born_on": "1964-03-01", "disability": "yes"},
    "55, unemployed": {"born_on": "1964-03-01", "disability": "yes", "jobless_household": "yes"},
    "at work": STILL_AT_WORK,
}
"""Whatever an indicator asks, it asks one of them."""


def nobody(code, about, **changes):
    """Of whomever it is: none is asked."""
    return tuple(
        not_asked(code, f"{about}; {who}", **person | changes) for who, person in PEOPLE.items()
    )
