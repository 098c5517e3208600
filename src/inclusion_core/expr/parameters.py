"""What the asker gives by name: days, numbers and sets of codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

import attrs

from inclusion_core.errors import UnknownNameError

__all__ = ["Parameters"]

ValueT = TypeVar("ValueT")


@attrs.frozen(kw_only=True)
class Parameters:
    """Values for the parameters of an expression.

    Example:
        >>> Parameters(days={"judged_on": date(2018, 6, 1)}).day("judged_on")
        datetime.date(2018, 6, 1)
    """

    days: Mapping[str, date] = attrs.field(factory=dict)
    numbers: Mapping[str, int] = attrs.field(factory=dict)
    codes: Mapping[str, frozenset[str]] = attrs.field(factory=dict)

    def day(self, name: str) -> date:
        """The day of that name.

        Raises:
            UnknownNameError: The asker gave none.
        """
        return _given("day parameter", name, self.days)

    def number(self, name: str) -> int:
        """The number of that name.

        Raises:
            UnknownNameError: The asker gave none.
        """
        return _given("number parameter", name, self.numbers)

    def set_of_codes(self, name: str) -> frozenset[str]:
        """The set of codes of that name.

        Raises:
            UnknownNameError: The asker gave none.
        """
        return _given("codes parameter", name, self.codes)


def _given(kind: str, name: str, given: Mapping[str, ValueT]) -> ValueT:
    try:
        return given[name]
    except KeyError:
        raise UnknownNameError(kind, name, given) from None
