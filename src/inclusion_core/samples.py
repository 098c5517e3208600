"""Synthetic data that a distribution offers, to try its programmes with."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from inclusion_core.model.caseload import Journal
from inclusion_core.texts import Text

__all__ = ["Sample"]


@attrs.frozen(kw_only=True)
class Sample:
    """A synthetic caseload; it holds no real person's data and says so.

    Attributes:
        id: In the namespace of the distribution that declares it, ``sif.mentoring``.
        says: What it is like.
        build: Makes it from a seed; the same seed gives the same journal everywhere.
    """

    id: str
    says: Text
    build: Callable[[int], Journal]
    default_seed: int = 1
