"""What is raised about a mapping of rows: faults of the declaration or the call, not of data."""

from __future__ import annotations

from inclusion_core.errors import InclusionError

__all__ = ["NotRowsError", "RowMappingError"]


class RowMappingError(InclusionError):
    """A mapping of rows that does not fit the schema; all faults at once.

    Attributes:
        faults: Where in the mapping, ``person: client.born_on``, and what is wrong there.
    """

    def __init__(self, faults: tuple[tuple[str, str], ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(f"{at}: {problem}" for at, problem in self.faults)


class NotRowsError(InclusionError):
    """What is given for a table cannot be gone through row by row."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table

    def __str__(self) -> str:
        return (
            f"what is given for the table {self.table!r} holds no rows: give dicts, named tuples, "
            "a cursor after its query, or an Arrow or Polars table"
        )
