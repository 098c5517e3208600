"""Random days that gather about the boundaries of the law, and the records of one life."""

from datetime import date, timedelta
from random import Random

from inclusion_core.model.client import Client
from inclusion_core.model.funding import Operation, Programme, Provider
from inclusion_core.values import ABSENT
from oracle_lab.calendar_days import A_DAY, month_end, months_later
from oracle_lab.completing import CLIENT_ID
from oracle_lab.mentoring import REGULATION, UKRAINIANS

LEAP_DAYS = tuple(
    date(year, 2, day)
    for year in (2016, 2017, 2019, 2020)
    for day in (28, 29)
    if (year, day) not in {(2017, 29), (2019, 29)}
)
EARLIEST, LATEST = date(2015, 10, 1), date(2023, 12, 31)
MONTHS = (0, 0, 0, 0, 0, 12, 12, -12, 3, 6, -6, -3)
DAYS = (0, 0, 0, 0, 1, -1, 1, -1, 2, 60, 59, 61, -60)


class Pen:
    """Writes the records of one life; each day lies at or about one that was written before."""

    def __init__(self, rng: Random, programme: str) -> None:
        self.rng = rng
        self.programme = programme
        self.days = [self.anchor()]
        self.records = []
        self.programme_id = rng.choice(("g-1", "g-9"))
        self.operation_id = rng.choice(("o-1", "o-9"))
        self._named = 0

    def chance(self, share):
        return self.rng.random() < share

    def name(self, letter):
        """A key; its order says nothing about when the record was written."""
        self._named += 1
        return f"{letter}-{self.rng.randrange(90) + 10}{self._named:02}"

    def anchor(self):
        """A day to begin with: any day, the end of a month, a leap day, the day of a law."""
        rng = self.rng
        kind = rng.random()
        if kind < 0.25:
            law = rng.choice((REGULATION, UKRAINIANS, UKRAINIANS))
            return law + rng.choice((-1, 0, 0, 1, 30)) * A_DAY
        if kind < 0.4:
            return rng.choice(LEAP_DAYS)
        if kind < 0.6:
            return month_end(rng.randrange(2016, 2023), rng.randrange(1, 13))
        return date(2016, 1, 1) + timedelta(days=rng.randrange(2700))

    def day(self, *, after=None):
        """A day about one that was written before."""
        rng = self.rng
        if self.chance(0.15):
            day = rng.choice(self.days) + timedelta(days=rng.randrange(-400, 400))
        else:
            day = months_later(rng.choice(self.days), rng.choice(MONTHS))
            day += rng.choice(DAYS) * A_DAY
        day = min(max(day, EARLIEST), LATEST)
        if after is not None and day < after and not self.chance(0.02):
            day = after + rng.choice((0, 0, 1, 20, 90, 365)) * A_DAY
        self.days.append(day)
        return day

    def day_or_none(self, share, *, after=None):
        """A day, or the absence of one in some share of cases."""
        return ABSENT if self.chance(share) else self.day(after=after)

    def add(self, record):
        self.records.append(record)
        return record

    def frame(self):
        """Who pays, and the client."""
        kind = self.rng.random()
        last_day = date(2023, 12, 31) if kind < 0.6 else ABSENT if kind < 0.7 else self.day()
        self.add(Provider(id="v-1", name="Provider"))
        self.add(operation(self.operation_id, last_day))
        own, operation_id = self.programme_id, self.operation_id
        self.add(Programme(id=own, operation_id=operation_id, declared_as=self.programme))
        self.add(Client(id=CLIENT_ID, provider_id="v-1", born_on=self.birth()))

    def birth(self):
        """A day of birth about fifty years before what happens, or of somebody younger."""
        if self.chance(0.25):
            return date(1985, 6, 15)
        born = months_later(self.rng.choice(self.days), -600)
        if self.chance(0.15):
            born = date(1968 if self.chance(0.5) else 1972, 2, 29)
        return born + self.rng.choice((-1, 0, 0, 1, 40, -40)) * A_DAY


def operation(key, last_day):
    return Operation(
        id=key,
        number=key,
        title="Operation",
        beneficiary="Beneficiary",
        first_day=date(2015, 1, 1),
        last_day=last_day,
    )
