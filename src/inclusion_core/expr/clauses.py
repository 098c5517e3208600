"""A clause: what a part of an expression says, in words, and on whose authority."""

from __future__ import annotations

import attrs

from inclusion_core.sources import Source
from inclusion_core.texts import Text

__all__ = ["Clause"]


@attrs.frozen(cache_hash=True, kw_only=True)
class Clause:
    """The name of a condition.

    Attributes:
        id: Names it within the rule that it is part of, ``asylum-seeker``.
        says: What it asks for, in a sentence.
        source: The point of the act or contract that says so; ``None`` where that of the rule does.
    """

    id: str
    says: Text
    source: Source | None = None
