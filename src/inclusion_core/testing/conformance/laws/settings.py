"""What a law is asked about: a drawn caseload, and the days of a report about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

import attrs
from hypothesis import strategies as st

from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.moments import report_days
from inclusion_core.fields import Record
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.participation import Participation
from inclusion_core.periods import Period
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.strategies.caseloads import caseloads
from inclusion_core.testing.telling import told

__all__ = ["Setting", "drawn", "programmes_of", "recorded_days"]

ONE_DAY = timedelta(days=1)
NO_DAY_RECORDED = date(2018, 6, 30)
YEARS = range(1990, 2060)
"""Reports are asked for in these years."""


@attrs.frozen(kw_only=True)
class Setting:
    """A caseload, and the days that a report about it asks for.

    Attributes:
        caseload: The records, as known on a day.
        first_day: First day of the period.
        last_day: Last day of the period, inside it.
        status_day: The day that "now" stands for.
    """

    caseload: Caseload
    first_day: date
    last_day: date
    status_day: date

    @property
    def period(self) -> Period:
        """The period reported on."""
        return Period(self.first_day, self.last_day)

    @property
    def known_on(self) -> date:
        """The day up to which the caseload is known."""
        return self.caseload.known_on

    @property
    def parameters(self) -> Parameters:
        """The days, for metrics; rules and limits are asked on the status day."""
        days = report_days(self.period, self.status_day).days
        return Parameters(days={**days, "judged_on": self.status_day})

    def records(self, schema: Schema) -> Records:
        """The records, found by key."""
        return Records(schema, self.caseload.records)

    def holding(self, caseload: Caseload) -> Setting:
        """The same days and other records."""
        return attrs.evolve(self, caseload=caseload)

    def __str__(self) -> str:
        days = f"Period {self.period}, status day {self.status_day}, known on {self.known_on}."
        return f"{days}\n{told(self.caseload)}"


@lru_cache(maxsize=64)
def drawn(
    given: Given, *, tidy: bool = False, of_all: bool = False, near: Sequence[date] = ()
) -> st.SearchStrategy[Setting]:
    """Settings in which the declarations of a plugin meet their borders.

    Args:
        given: The plugin.
        tidy: Nothing is unknown and nothing contradicts itself in any of them; else in some.
        of_all: They have records of every type, for plain functions do not tell what they look at.
        near: Days that matter besides.
    """
    tidy_ones, others = (
        caseloads(
            given.schema,
            interests=None if of_all else given.interests.near(*near),
            programmes=programmes_of(given),
            tidy=each,
        )
        for each in (True, False)
    )
    return _settings(tidy_ones if tidy else tidy_ones | others)


def programmes_of(given: Given) -> tuple[str, ...]:
    """The programmes that people may be in: those of the plugin, and those that it names."""
    own = (each.id for each in given.brought.programmes)
    named = given.interests.codes.get(("programme", "declared_as"), ())
    return tuple(dict.fromkeys((*own, *named)))


def recorded_days(records: Sequence[Record]) -> frozenset[date]:
    """All days that records hold."""
    return frozenset(
        value
        for record in records
        for value in attrs.astuple(record, recurse=False)  # type: ignore[arg-type]
        if isinstance(value, date)
    )


@st.composite
def _settings(draw: st.DrawFn, some: st.SearchStrategy[Caseload]) -> Setting:
    """A caseload, and a period with a recorded day inside, at one of its ends, or beside it."""
    caseload = draw(some)
    day = draw(st.sampled_from(_days_to_report(caseload)))
    new_year, year_end = date(day.year, 1, 1), date(day.year, 12, 31)
    periods = [
        Period(new_year, year_end),
        Period(new_year, day),
        Period(day, year_end),
        *([Period(new_year, day - ONE_DAY)] if day > new_year else []),
        *([Period(day + ONE_DAY, year_end)] if day < year_end else []),
    ]
    period = draw(st.sampled_from(periods))
    last_day = year_end if period.last_day is None else period.last_day
    return Setting(
        caseload=caseload,
        first_day=period.first_day,
        last_day=last_day,
        status_day=last_day + draw(st.sampled_from([1, 0])) * ONE_DAY,
    )


def _days_to_report(caseload: Caseload) -> list[date]:
    """The days on which something is recorded; those of stays first."""
    stays = recorded_days(caseload.of(Participation))
    every = recorded_days([each for records in caseload.records.values() for each in records])
    listed = [*sorted(stays), *sorted(every - stays)]
    return [day for day in listed if day.year in YEARS] or [NO_DAY_RECORDED]
