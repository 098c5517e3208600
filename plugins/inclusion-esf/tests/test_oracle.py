"""The library against a second opinion, on random participations.

`INCLUSION_FUZZ=100` judges a hundred times as many. Where the sides disagree, a seed is named:
`Round.drawn(random.Random(seed), PEOPLE[way])` is what was asked, and of whom.
"""

import random
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent / "oracle_lab"))

from esf_oracle import drawing
from esf_oracle.answers import NO, NOT_ASKED, OPEN, UNKNOWN, YES
from esf_oracle.calendar_days import birthday, months_later
from esf_oracle.judging import INDICATORS, opinion
from esf_oracle.people import NONE, REFUSED, wholly_known
from esf_oracle.rounds import Round, judged, weaker_or_equal

from inclusion_core.periods import completed_years, months_after

PARTS = 4
ROUNDS = {
    way: tries(rounds, least=PARTS)
    for way, rounds in (("objects", 24), ("polars", 8), ("duckdb", 4))
}
PEOPLE = {"objects": 40, "polars": 120, "duckdb": 200}
"""An engine takes its time to prepare one round, and next to none for one more participation."""
MOST_WEAKER = 0.01
"""How much of what the oracle decides, not all being known, the library may leave undecided.

It reads every comparison on its own, and does not see that one open day stands in two of them.
"""


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("way", ROUNDS)
def test_the_library_and_the_oracle_agree_on_random_participations(way, part, record_property):
    outcomes, faults = Counter(), []
    seeds = range(part * ROUNDS[way] // PARTS, (part + 1) * ROUNDS[way] // PARTS)
    record_property("cases", len(seeds) * PEOPLE[way])
    for seed in seeds:
        found = judged(Round.drawn(random.Random(seed), PEOPLE[way]), way)
        outcomes.update(each.outcome for each in found)
        faults += [f"seed {seed}: {each}" for each in found if each.outcome == "wrong"]

    assert not faults, "; ".join(faults[:10])
    assert outcomes["agreed"]
    assert outcomes["weaker"] <= MOST_WEAKER * outcomes["agreed"]


@settings(max_examples=tries(15, least=10), deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(("objects", "polars")))
def test_they_agree_on_one_participation(random_, way):
    found = judged(Round.drawn(random_, people=1), way)

    assert [str(each) for each in found if each.outcome == "wrong"] == []


@pytest.mark.at_length(few=0)
def test_random_participations_bring_about_every_answer_of_every_indicator():
    said = {code: set() for code in INDICATORS}
    for seed in range(150):
        round_ = Round.drawn(random.Random(seed), people=8)
        for code, person in ((code, person) for code in said for person in round_.people):
            said[code].add(opinion(code, person, round_.question))

    for code, indicator in INDICATORS.items():
        wanted = {YES, NO, UNKNOWN, NOT_ASKED} | ({OPEN} if indicator.window else set())
        never_no = code in ("2013 total", "2018 total", "grand total", "EECO01", "II.total")
        assert said[code] == wanted - ({NO} if never_no else set())


def test_a_library_that_says_less_is_weaker_and_one_that_says_otherwise_is_wrong():
    drawn = drawing.person(random.Random(1), drawing.question(random.Random(1)), 0)
    person = drawn | {"left_on": date(2019, 9, 30)}
    part_of_a_day = person | {"left_on": (date(2019, 1, 1), date(2019, 12, 31))}

    assert wholly_known(person)
    assert weaker_or_equal(YES, YES, person)
    assert not weaker_or_equal(YES, UNKNOWN, person)
    assert not weaker_or_equal(YES, NO, person)
    assert not weaker_or_equal(NO, OPEN, person | {"disability": REFUSED})
    assert weaker_or_equal(YES, UNKNOWN, person | {"disability": REFUSED})
    assert weaker_or_equal(NOT_ASKED, OPEN, part_of_a_day)
    assert weaker_or_equal(YES, UNKNOWN, person | {"left_on": NONE})


@given(st.dates(date(1930, 1, 1), date(2030, 12, 31)), st.integers(-200, 200))
def test_both_sides_add_months_alike(day, months):
    assert months_later(day, months) == months_after(day, months)


@given(st.dates(date(1930, 1, 1), date(2000, 12, 31)), st.integers(1, 65), st.integers(-2, 2))
def test_both_sides_have_the_same_birthdays(born_on, years, days):
    on = birthday(born_on, years) + timedelta(days=days)

    assert (completed_years(born_on, on) >= years) == (birthday(born_on, years) <= on)
