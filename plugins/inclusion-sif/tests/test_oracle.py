"""The library against a second opinion, on random lives.

`INCLUSION_FUZZ=10` judges ten times as many; `benchmarks/decisions.py` a million.
Where the sides disagree, a seed is named: `oracle_lab.lives.life(seed)` is the life.
"""

import sys
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve
from effort import tries

from inclusion_core.expr import days_after
from inclusion_core.facts.cases import Cases
from inclusion_core.rules import Verdict
from inclusion_core.testing import installed_catalogue

sys.path.insert(0, str(Path(__file__).parent))

from oracle_lab import opinion
from oracle_lab.answers import OPEN, YES
from oracle_lab.judging import Judge
from oracle_lab.lives import life
from oracle_lab.worked import MENTOR, REFUGEE, STAY, caseload, receives

LIVES = tries(20_000)
PARTS = 20
MOST_WEAKER = 0.03
"""How much of what the oracle decides, not all being known, the library may leave undecided.

It reads every comparison on its own, and does not see that one open fact stands in two of them: a
spell of unknown kind that bounds both ends of a window, a day of entry that is compared both with
the day of the question and with a limit, a year of birth that either opens a ground or closes one,
an end of protection after which another ground holds, a window about the last of a list that may
still grow. Half a percent is what such lives come to; what is beyond the bound is something new.
"""
A_HANDFUL = 5
"""So many a part of a short run may meet by chance."""


@cache
def judge():
    return Judge(installed_catalogue())


@pytest.mark.at_length(few=5)
@pytest.mark.parametrize("part", range(PARTS))
def test_the_library_and_the_oracle_agree_on_random_lives(part, record_property):
    outcomes, faults = Counter(), []
    seeds = range(part * LIVES // PARTS, (part + 1) * LIVES // PARTS)
    record_property("cases", len(seeds))
    for seed in seeds:
        for each in judge().judged(life(seed)):
            if each.outcome == "wrong" or (each.certain and each.outcome != "agreed"):
                faults.append(f"life {each.seed}: {each.question}: {each.outcome}")
            elif not each.certain and each.oracle != OPEN:
                outcomes[each.outcome] += 1

    assert not faults, "; ".join(faults[:10])
    assert outcomes["agreed"] > LIVES // PARTS // 4
    assert outcomes["weaker"] <= A_HANDFUL + MOST_WEAKER * outcomes.total()


def later_by_a_day(service, limit, end=None):
    """The programme as if a limit began, or one of its ends came, a day later."""
    if end is None:
        wrong = evolve(limit, first_day=days_after(limit.first_day, 1))
    else:
        late = evolve(end, day=days_after(end.day, 1))
        wrong = evolve(limit, ends=tuple(late if each is end else each for each in limit.ends))
    limits = tuple(wrong if each is limit else each for each in service.limits)
    return evolve(service, limits=limits)


def mistakes(service):
    """Every rule left out; every first day and every end a day too late."""
    for rule in service.rules:
        others = tuple(each for each in service.rules if each is not rule)
        yield rule.id, evolve(service, rules=others)
    for limit in service.limits:
        yield limit.id, later_by_a_day(service, limit)
        for end in limit.ends:
            yield f"{limit.id}.{end.id}", later_by_a_day(service, limit, end)


@pytest.mark.at_length(few=0)
@pytest.mark.parametrize("programme", opinion.PROGRAMMES)
def test_a_mistake_in_any_rule_or_limit_is_noticed(programme):
    lives = [one for one in map(life, range(2000)) if one.programme == programme]
    mistaken = Judge(installed_catalogue())
    unnoticed = []
    for name, service in mistakes(judge().services[programme]):
        mistaken.services[programme] = service
        judged = (each for one in lives for each in mistaken.judged(one))
        if not any(each.outcome == "wrong" for each in judged):
            unnoticed.append(name)

    assert unnoticed == []


def test_a_seed_gives_the_same_life_again():
    assert life(11) == life(11)
    assert life(11) != life(12)


def test_who_is_in_the_programme_by_an_earlier_stay_may_receive_support():
    ended = evolve(STAY, id="a-2", entered_on=date(2018, 5, 1), left_on=date(2018, 5, 31))
    known = caseload(STAY, ended, REFUGEE)
    service, case = judge().services["sif.mentoring"], Cases.of(known)["c-1"]
    on = date(2018, 6, 1)

    assert receives(known, MENTOR, on) == YES
    assert service.assess(case, on).verdict is Verdict.YES
    assert service.may_receive(MENTOR, case, on).verdict is Verdict.YES
