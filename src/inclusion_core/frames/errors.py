"""What asking a register raises when it cannot be read, or does not hold what is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from inclusion_core.errors import InclusionError
from inclusion_core.wire.identifiers import shown

__all__ = [
    "AmbiguousCodeError",
    "NoFilesError",
    "NoSuchSubjectError",
    "UnreadableRegisterError",
]


class UnreadableRegisterError(InclusionError):
    """A register cannot be read from where it is said to be.

    Attributes:
        source: The file or folder, or what else was given.
        problem: What is wrong with it, and what to do.
    """

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(source, problem)
        self.source = source
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}"


class NoFilesError(InclusionError):
    """A register of frames that somebody else holds has no files, and so no fingerprint."""

    def __str__(self) -> str:
        return (
            "frames that are handed over have no fingerprint: they may change, or be read in "
            "another order; write them to Parquet and register the files"
        )


class AmbiguousCodeError(InclusionError):
    """An official code that several metrics carry.

    Attributes:
        code: The code.
        ids: The ids of the metrics, sorted.
    """

    def __init__(self, code: str, ids: Iterable[str]) -> None:
        self.code = code
        self.ids: tuple[str, ...] = tuple(sorted(ids))
        super().__init__(code, self.ids)

    def __str__(self) -> str:
        return f"{self.code!r} is the code of several; ask for one of: {', '.join(self.ids)}"


class NoSuchSubjectError(InclusionError):
    """The register has no record of that type and id; ids of others are not named.

    Attributes:
        record_type: What was asked for.
        record_id: Its id; empty for what no id can be.
    """

    def __init__(self, record_type: str, record_id: str) -> None:
        super().__init__(record_type, shown(record_id))
        self.record_type = record_type
        self.record_id: str = shown(record_id)

    def __str__(self) -> str:
        named = repr(self.record_id) if self.record_id else "of that id"
        return f"the register has no {self.record_type} {named}; members(...) lists the ids"
