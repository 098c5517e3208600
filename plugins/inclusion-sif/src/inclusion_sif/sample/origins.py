"""Where people come from, so that each country has as many arrivals as published."""

from __future__ import annotations

from inclusion_core.model.status import ArrivalManner
from inclusion_sif.sample.cards import Cards, Origin
from inclusion_sif.sample.courses import Window
from inclusion_sif.sample.figures import HALF_YEAR_2018, UNNAMED_COUNTRIES

__all__ = ["CORRECTED_FROM", "CORRECTED_TO", "Origins"]

CORRECTED_FROM = "RU"
"""The country first recorded for the person whose country is corrected later."""
CORRECTED_TO = "BY"
"""The country that is right."""


class Origins:
    """Countries: dealt to who arrives in the half year as an asylum seeker, drawn for others.

    There are so many places for each country; each is given to one person. Households come
    first, all members from one country, always the one with most places left: with 64 places in
    the four largest countries, 47 people in households of at most six fit in, whatever the order.
    Single people take what is left, in drawn order.
    """

    def __init__(self, cards: Cards) -> None:
        self._cards = cards
        self._places = dict((*HALF_YEAR_2018.arrivals, *UNNAMED_COUNTRIES))
        self._places[CORRECTED_FROM] -= 1
        self._left: list[str] | None = None

    def of_home(self, window: Window, people: int) -> Origin:
        """The country of a household of so many people; all of them come before single people."""
        if not _is_counted(window):
            return self._cards.origins.deal()
        country = max(self._places, key=lambda country: self._places[country])
        self._places[country] -= people
        return country

    def of_single(self, window: Window) -> Origin:
        """The country of one person."""
        return self.left.pop() if _is_counted(window) else self._cards.origins.deal()

    @property
    def left(self) -> list[str]:
        """The places that are still left, in drawn order."""
        if self._left is None:
            places = self._places.items()
            self._left = self._cards.dice.shuffled(
                country for country, count in places for _ in range(count)
            )
        return self._left


def _is_counted(window: Window) -> bool:
    """Whether who arrives within the window is counted among the arrivals by country."""
    within = HALF_YEAR_2018.period.covers(window.arrived.first)
    return within and window.manner is ArrivalManner.OWN
