"""What is wrong with the files of a submission, as errors."""

from __future__ import annotations

from inclusion_core.errors import InclusionError

__all__ = ["AnswersError", "SubmissionFileError"]


class AnswersError(InclusionError):
    """The file of answers cannot be read.

    Attributes:
        faults: What is wrong, with the place in the file; nothing of what stands there.
    """

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        return f"the answers cannot be read: {'; '.join(self.faults)}"


class SubmissionFileError(InclusionError):
    """A folder or file is no submission as this library writes it.

    Attributes:
        name: The file.
        why: What is wrong with it; nothing of what stands there.
    """

    def __init__(self, name: str, why: str) -> None:
        super().__init__(name, why)
        self.name = name
        self.why = why

    def __str__(self) -> str:
        return f"{self.name} is no submission, or was changed: {self.why}"
