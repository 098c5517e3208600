"""All lives of the sample, drawn from the quotas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from inclusion_core.dice import Deck
from inclusion_sif.sample.cards import Cards
from inclusion_sif.sample.courses import drawn_course
from inclusion_sif.sample.early import EARLY_HOMES, EARLY_SCHOOLINGS, EARLY_SINGLES
from inclusion_sif.sample.half_year import (
    ANOTHER,
    LEAVING_HOMES,
    LEAVING_SCHOOLINGS,
    NEVER_SERVED,
    NEVER_SERVED_HOMES,
    SINGLES,
    STAYING_HOMES,
    STAYING_SCHOOLINGS,
    TAKEN_FOR_ANOTHER,
)
from inclusion_sif.sample.homes import drawn_home, shapes
from inclusion_sif.sample.life import Home, Life, Tale
from inclusion_sif.sample.origins import CORRECTED_FROM, Origins
from inclusion_sif.sample.people import Schooling
from inclusion_sif.sample.quotas import HomeQuota, SingleQuota
from inclusion_sif.sample.unlike import life_of_tale, likely_the_same

__all__ = ["Plan", "drawn_plan"]


@attrs.frozen(kw_only=True)
class Plan:
    """All lives.

    Attributes:
        homes: The households.
        singles: Those who live on their own.
        taken_for_one: Two clients, the earlier first, who were taken for one person.
    """

    homes: tuple[Home, ...]
    singles: tuple[Life, ...]
    taken_for_one: tuple[Life, Life]


def drawn_plan(cards: Cards) -> Plan:
    """Lives from which the published figures follow."""
    origins = Origins(cards)
    homes = (
        *_homes(cards, EARLY_HOMES, EARLY_SCHOOLINGS, origins),
        *_homes(cards, STAYING_HOMES, STAYING_SCHOOLINGS, origins),
        *_homes(cards, LEAVING_HOMES, LEAVING_SCHOOLINGS, origins),
        *_homes(cards, NEVER_SERVED_HOMES, LEAVING_SCHOOLINGS, origins),
    )
    served = (*_singles(cards, EARLY_SINGLES, origins), *_singles(cards, SINGLES, origins))
    taken_for_one = _taken_for_one(cards, origins)
    never_served = SingleQuota(people=len(origins.left), window=NEVER_SERVED)
    return Plan(
        homes=homes,
        singles=(*served, *_singles(cards, (never_served,), origins)),
        taken_for_one=taken_for_one,
    )


def _homes(
    cards: Cards, quotas: Iterable[HomeQuota], schoolings: Iterable[Schooling], origins: Origins
) -> Iterator[Home]:
    deck = Deck(cards.dice, schoolings)
    for quota in quotas:
        for shape in shapes(cards, quota):
            arriving = sum(shape)
            country = origins.of_home(quota.window, arriving)
            yield drawn_home(cards, quota, shape, country, deck)


def _singles(cards: Cards, quotas: Iterable[SingleQuota], origins: Origins) -> Iterator[Life]:
    for quota in quotas:
        for _ in range(quota.people):
            settled = quota.tale is Tale.COUNTRY_CORRECTED
            country = CORRECTED_FROM if settled else origins.of_single(quota.window)
            course = drawn_course(cards, quota.window, country)
            yield life_of_tale(cards, course, quota.tale, quota.day)


def _taken_for_one(cards: Cards, origins: Origins) -> tuple[Life, Life]:
    country = origins.of_single(ANOTHER)
    one = drawn_course(cards, TAKEN_FOR_ANOTHER, country)
    return likely_the_same(cards, one, drawn_course(cards, ANOTHER, country))
