"""From how many persons and households on a figure may be published."""

from __future__ import annotations

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.sources import Source

__all__ = ["LEAST_WITHOUT_REASON", "THRESHOLD", "Threshold"]

LEAST_WITHOUT_REASON = 5
"""A funder that publishes figures of fewer says why."""


@attrs.frozen(kw_only=True)
class Threshold:
    """How many persons, and how many households, must be behind a figure that is published.

    A figure of nobody is zero, and may be published: it is about nobody.

    Attributes:
        persons: The fewest persons.
        households: The fewest households; who lives alone is one.
        because: Why either may be below 5; recorded in every report that is published by it.
        source: Who says so; ``None`` for the default of this library.

    Raises:
        DeclarationError: A number is below 2, which would hide nobody; or below 5 without a reason.
    """

    persons: int = 10
    households: int = 10
    because: str = ""
    source: Source | None = None

    def __attrs_post_init__(self) -> None:
        least = min(self.persons, self.households)
        if least < 2:
            raise DeclarationError("threshold", "persons", "below two it hides nobody")
        if least < LEAST_WITHOUT_REASON and not self.because.strip():
            problem = f"below {LEAST_WITHOUT_REASON} it needs a reason in `because`"
            raise DeclarationError("threshold", "persons", problem)


THRESHOLD = Threshold()
"""What holds where a funder says nothing else."""
