"""Participations at random, near the days and ages on which answers turn."""

from datetime import date, timedelta

from esf_oracle.calendar_days import days_later, months_later
from esf_oracle.people import CODES, DAYS, NONE, NOT_ASKED, REFUSED
from esf_oracle.question import DISADVANTAGED, HOUSEHOLD_NEEDED, Question, Reading

PERIODS = (
    (date(2018, 1, 1), date(2018, 12, 31)),
    (date(2018, 6, 1), date(2018, 11, 30)),
    (date(2019, 2, 28), date(2020, 2, 29)),
)
LEAP_DAYS = (date(1960, 2, 29), date(1988, 2, 29), date(1996, 2, 29), date(2000, 2, 29))
AGES = (5, 6, 7, 12, 17, 18, 24, 25, 29, 30, 54, 55, 64, 65)


def question(random):
    """A report on one of a few periods, known some time after it, or as things stand."""
    first_day, last_day = random.choice(PERIODS)
    known_on = random.choice((None, last_day, months_later(last_day, random.randrange(12))))
    return Question(first_day, last_day, known_on, reading(random))


def reading(random):
    """The readings by default, or each point read in any way."""
    if random.random() < 0.5:
        return Reading()
    return Reading(
        disadvantaged=random.choice(DISADVANTAGED),
        household_needed=random.choice(HOUSEHOLD_NEEDED),
        school_age=random.choice((6, 7, 16)),
        migrants_by_citizenship=random.random() < 0.5,
        search_of_anybody=random.random() < 0.5,
        gender_needed=random.random() < 0.5,
        plus_long_term_by_age=random.random() < 0.5,
        plus_search_of_anybody=random.random() < 0.5,
        plus_towns_are_rural=random.random() < 0.5,
    )


def person(random, asked, open_share):
    """A participation; of its answers, so large a share is not known."""
    entered_on = _near(random, (asked.first_day, asked.last_day, date(2018, 8, 2)), 200)
    left_on = NONE
    if random.random() < 0.8:
        turns = [asked.first_day, asked.last_day]
        if asked.known_on is not None:
            turns += [days_later(asked.known_on, -28), months_later(asked.known_on, -6)]
        left_on = _near(random, turns, 120)
    since = _near(random, [months_later(entered_on, -n) for n in (6, 12, 24)], 2)
    drawn = {
        "entered_on": entered_on,
        "left_on": left_on,
        "born_on": _born_on(random, entered_on),
        "unemployed_since": random.choice((since, since, since, NONE)),
    }
    drawn |= {name: random.choice(codes) for name, codes in CODES.items()}
    return {
        name: _opened(random, name, value) if random.random() < open_share else value
        for name, value in drawn.items()
    }


def _near(random, days, spread):
    """One of some days, or a day not far from it."""
    return random.choice(days) + timedelta(days=random.choice((0, 1, -1, spread, -spread)))


def _born_on(random, entered_on):
    if random.random() < 0.2:
        return random.choice(LEAP_DAYS)
    return _near(random, [months_later(entered_on, -12 * random.choice(AGES))], 150)


def _opened(random, name, value):
    """The same, not known or, of a day, known in part."""
    if name not in DAYS or value is NONE or random.random() < 0.4:
        return random.choice((NOT_ASKED, REFUSED))
    if random.random() < 0.5:
        return (date(value.year, 1, 1), date(value.year, 12, 31))
    return (value - timedelta(days=random.randrange(3)), value + timedelta(days=1))
