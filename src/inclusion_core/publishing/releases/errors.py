"""What is wrong with a ledger of releases, as errors."""

from __future__ import annotations

from inclusion_core.errors import InclusionError

__all__ = ["LedgerBusyError", "LedgerError"]


class LedgerError(InclusionError):
    """A ledger cannot be trusted: an entry is torn, edited, missing or none.

    Attributes:
        name: The file.
        why: What is wrong with it; nothing of what stands there.
    """

    def __init__(self, name: str, why: str) -> None:
        super().__init__(name, why)
        self.name = name
        self.why = why

    def __str__(self) -> str:
        return (
            f"{self.name} is not as a release was entered: {self.why}; "
            "take the ledger from a copy, and publish nothing by this one"
        )


class LedgerBusyError(InclusionError):
    """Somebody else is entering a release into a ledger."""

    def __str__(self) -> str:
        return "somebody else is entering a release into this ledger: try again"
