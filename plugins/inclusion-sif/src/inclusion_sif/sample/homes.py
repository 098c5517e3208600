"""Drawing households, and what is unlike about some of them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.dice import Deck
from inclusion_core.model.participation import LeavingReason
from inclusion_core.values import day_span
from inclusion_sif.sample.cards import Cards, Origin
from inclusion_sif.sample.courses import born_into, drawn_course, ended
from inclusion_sif.sample.life import Course, Home, Life, Tale
from inclusion_sif.sample.people import Schooling, adult, child, person, with_school
from inclusion_sif.sample.quotas import HomeQuota

__all__ = ["drawn_home", "shapes"]

_BORN_TO_THE_TALE = (Tale.TURNS_18, Tale.BORN_IN_SERVICE, Tale.PROVES_ADULT)


def shapes(cards: Cards, quota: HomeQuota) -> Iterator[tuple[int, int]]:
    """How many adults and children live in each household of the quota.

    One or two adults with one to four children; without children two or three adults.
    """
    least = 1 if quota.children else 2
    adults = cards.dice.shares(quota.adults, quota.homes, least=least, most=least + 1)
    if not quota.children:
        return zip(adults, [0] * quota.homes, strict=True)
    children = cards.dice.shares(quota.children, quota.homes, least=1, most=4)
    return zip(adults, children, strict=True)


def drawn_home(
    cards: Cards,
    quota: HomeQuota,
    shape: tuple[int, int],
    country: Origin,
    schoolings: Deck[Schooling],
) -> Home:
    """One household of the quota."""
    course = drawn_course(cards, quota.window, country)
    children = _children(cards, quota, course, shape[1], schoolings)
    births = [day_span(life.client.born_on).earliest for life in children]
    oldest = min(births, default=None)
    adults = [adult(cards, course, child_born_on=oldest) for _ in range(shape[0])]
    return _home_of_tale(cards, quota, Home(lives=(*adults, *children)))


def _children(
    cards: Cards, quota: HomeQuota, course: Course, count: int, schoolings: Deck[Schooling]
) -> list[Life]:
    if quota.tale in _BORN_TO_THE_TALE:
        others = _children_like_others(cards, course, count - 1, schoolings)
        return [_child_of_tale(cards, quota, course), *others]
    if quota.tale is Tale.STILL_AT_SCHOOL:
        return [child(cards, course, Schooling.AT_SCHOOL, school_ends=False) for _ in range(count)]
    return _children_like_others(cards, course, count, schoolings)


def _children_like_others(
    cards: Cards, course: Course, count: int, schoolings: Deck[Schooling]
) -> list[Life]:
    return [
        child(cards, course, schoolings.deal(), school_ends=bool(cards.dice.below(2)))
        for _ in range(count)
    ]


def _child_of_tale(cards: Cards, quota: HomeQuota, course: Course) -> Life:
    born_on = cards.dice.day(quota.day)
    if quota.tale is Tale.BORN_IN_SERVICE:
        return person(cards, born_into(course, born_on), born_on, quota.tale)
    life = person(cards, course, born_on, quota.tale)
    return with_school(cards.dice, life, Schooling.AT_SCHOOL, school_ends=False)


def _home_of_tale(cards: Cards, quota: HomeQuota, home: Home) -> Home:
    first, *others = home.lives
    match quota.tale:
        case Tale.OWN_RECORD | Tale.RETRACTED:
            told = tuple(attrs.evolve(life, tale=quota.tale) for life in home.lives)
            return attrs.evolve(home, lives=told)
        case Tale.LEFT_BEFORE_FAMILY:
            left_on = cards.dice.day(quota.day)
            course = ended(first.course, left_on, LeavingReason.REFUSED)
            return attrs.evolve(home, lives=(attrs.evolve(first, course=course), *others))
        case Tale.SPLIT:
            mover = adult(cards, first.course, quota.tale)
            return attrs.evolve(home, mover=mover, moved_out_on=cards.dice.day(quota.day))
        case _:
            return home
