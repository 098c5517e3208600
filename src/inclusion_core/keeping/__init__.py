"""Keeping and erasing: what is due for erasure and since when, erasing it, and what was erased.

Nothing is erased by itself, and nothing is due by guess. What is erased leaves a tombstone that
holds no value; figures that were handed in stay what they were.
"""

from __future__ import annotations

from inclusion_core.keeping.blanking import HeldField, blanked
from inclusion_core.keeping.done import Done, done_erasures
from inclusion_core.keeping.due import Due, Held, due_for_erasure
from inclusion_core.keeping.erasing import ErasedTooEarlyError, all_erased, erased
from inclusion_core.keeping.losses import Loss, LossKind, can_be_made_again, losses
from inclusion_core.keeping.missing import Lack, Missing
from inclusion_core.keeping.when_due import erased_when_due

__all__ = [
    "Done",
    "Due",
    "ErasedTooEarlyError",
    "Held",
    "HeldField",
    "Lack",
    "Loss",
    "LossKind",
    "Missing",
    "all_erased",
    "blanked",
    "can_be_made_again",
    "done_erasures",
    "due_for_erasure",
    "erased",
    "erased_when_due",
    "losses",
]
