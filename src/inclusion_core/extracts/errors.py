"""What the making of an extract raises."""

from __future__ import annotations

from inclusion_core.errors import InclusionError

__all__ = ["ExtractRefusedError", "KeyFileError", "RawIdError"]


class KeyFileError(InclusionError):
    """The file of a key cannot be used; its content is never told.

    Attributes:
        path: The file, as it was given.
        problem: What is wrong, and what to do.
    """

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"key file {self.path}: {self.problem}"


class ExtractRefusedError(InclusionError):
    """An extract is asked for that cannot be made so.

    Attributes:
        problem: What is wrong, and what to do.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return self.problem


class RawIdError(InclusionError):
    """A column of codes holds what is the id of a record: it would lead back to who is meant.

    Attributes:
        table: The facts table.
        column: Its column.
    """

    def __init__(self, table: str, column: str) -> None:
        super().__init__(table, column)
        self.table = table
        self.column = column

    def __str__(self) -> str:
        return f"{self.table}: {self.column} holds ids of records; leave the column out"
