"""What is still missing where a condition is undecided for one record.

The condition is read again and again as if something were known: an answer that is settled stays
settled, so that a search over answers may stop as soon as one is.
"""

from __future__ import annotations

from inclusion_core.expr.missing.asked import Asked
from inclusion_core.expr.missing.open_fact import Kind, OpenFact
from inclusion_core.expr.missing.still_missing import Missing, what_is_missing

__all__ = ["Asked", "Kind", "Missing", "OpenFact", "what_is_missing"]
