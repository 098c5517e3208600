"""What is wrong with a story that cannot be told so."""

from __future__ import annotations

from inclusion_core.errors import InclusionError

__all__ = ["StoryError"]


class StoryError(InclusionError):
    """A sentence of a story that means nothing, or more than one thing.

    Attributes:
        about: The record, and the field where one is meant: ``client 'anna', born_on``.
        problem: What is wrong.
        remedy: What to write.
    """

    def __init__(self, about: str, problem: str, remedy: str) -> None:
        super().__init__(about, problem, remedy)
        self.about = about
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.about}: {self.problem}; {self.remedy}"
