"""Tables of answers that are missing."""

from __future__ import annotations

import attrs

from inclusion_core.metrics.gaps import Gaps
from inclusion_core.texts import Text

__all__ = ["GapsTable"]


@attrs.frozen(kw_only=True)
class GapsTable:
    """Two tables: how often each answer is missing and why; then who lacks which answers.

    Attributes:
        id: Names the first table inside the report; the second is ``<id>.subjects``.
        title: What is missing.
        gaps: What is looked for.
        most: How many subjects to name; a note says how many more there are.
        notes: What a reader must know.
    """

    id: str
    title: Text
    gaps: Gaps
    most: int = 100
    notes: tuple[Text, ...] = ()
