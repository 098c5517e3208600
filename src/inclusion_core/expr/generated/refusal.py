"""What is left to the interpreter."""

from __future__ import annotations

from inclusion_core.errors import InclusionError

__all__ = ["NotGeneratedError"]


class NotGeneratedError(InclusionError):
    """An expression, or what it is asked with, that only the interpreter reads.

    It never reaches a caller: the interpreter answers, or raises what is to be raised.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why

    def __str__(self) -> str:
        return f"left to the interpreter: {self.why}"
