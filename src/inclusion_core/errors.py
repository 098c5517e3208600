"""Everything that this library raises: one root, few kinds, data as attributes.

Faulty *data* about clients is no exception: it is a :class:`~inclusion_core.findings.Finding`.
What is raised here is a fault of a call, a declaration, an installation or a whole file.
No message holds a value of a client.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = [
    "AssumptionError",
    "DeclarationError",
    "DuplicateIdError",
    "EngineFailedError",
    "EngineRefusedError",
    "ExpressionError",
    "InclusionError",
    "MissingExtraError",
    "NotADayError",
    "NotAdditiveError",
    "SchemaError",
    "UnknownNameError",
]


class InclusionError(Exception):
    """Root of every error that this library raises."""


class NotADayError(InclusionError):
    """A text is not a day, a month, a year or an interval of days."""

    def __str__(self) -> str:
        return (
            "not a day: write 2018-04-15, or 2018-04 or 2018 where no more is known, "
            "or 2018-04-15/2018-05-02 for a day inside an interval"
        )


class SchemaError(InclusionError):
    """A record class, or a set of them, does not make a relational schema."""

    def __init__(self, record_type: str, problem: str) -> None:
        super().__init__(record_type, problem)
        self.record_type = record_type
        self.problem = problem

    def __str__(self) -> str:
        return f"record type {self.record_type!r}: {self.problem}"


class ExpressionError(InclusionError):
    """An expression is built wrongly, or a reader cannot read it."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem}; {self.remedy}" if self.remedy else self.problem


class DeclarationError(InclusionError):
    """A declared value (programme, metric, report, format) contradicts itself."""

    def __init__(self, kind: str, key: str, problem: str) -> None:
        super().__init__(kind, key, problem)
        self.kind = kind
        self.key = key
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.kind} {self.key!r}: {self.problem}"


class AssumptionError(InclusionError):
    """What is to be assumed is none of the values that may be, or there is no such assumption."""

    def __init__(self, key: str, allowed: str, known: tuple[str, ...]) -> None:
        super().__init__(key, allowed, known)
        self.key = key
        self.allowed = allowed
        self.known = known

    def __str__(self) -> str:
        if self.allowed:
            return f"assumption {self.key!r} may be {self.allowed}"
        return str(UnknownNameError("assumption", self.key, self.known))


class NotAdditiveError(InclusionError):
    """Two figures are added whose sum would count somebody twice, or means nothing."""

    def __init__(self, one: str, other: str, why: str) -> None:
        super().__init__(one, other, why)
        self.one = one
        self.other = other
        self.why = why

    def __str__(self) -> str:
        return f"{self.one} and {self.other} are not added: {self.why}"


class DuplicateIdError(InclusionError):
    """Two declarations carry the same id."""

    def __init__(self, kind: str, key: str, first: str, second: str) -> None:
        super().__init__(kind, key, first, second)
        self.kind = kind
        self.key = key
        self.first = first
        self.second = second

    def __str__(self) -> str:
        return f"{self.kind} {self.key!r} is in {self.first} and in {self.second}; rename one"


class UnknownNameError(InclusionError):
    """A name that nothing carries; ``near`` holds the names that look like it."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.known: tuple[str, ...] = tuple(sorted(known))
        super().__init__(kind, name, self.known)

    @property
    def near(self) -> tuple[str, ...]:
        """Up to three known names that resemble the one asked for, best first."""
        return tuple(get_close_matches(self.name, self.known, n=3, cutoff=0.5))

    def __str__(self) -> str:
        if self.near:
            return f"no {self.kind} {self.name!r}; did you mean {' or '.join(self.near)}?"
        listed = ", ".join(self.known) or "none"
        return f"no {self.kind} {self.name!r}; there are: {listed}"


class EngineRefusedError(InclusionError):
    """A dataframe engine that is known to count wrongly, or is not known at all."""

    def __init__(self, engine: str, why: str) -> None:
        super().__init__(engine, why)
        self.engine = engine
        self.why = why

    def __str__(self) -> str:
        return f"{self.engine} is refused: {self.why}; use polars or duckdb"


class EngineFailedError(InclusionError):
    """A dataframe engine gave up on tables; its words are not repeated, for they may hold values.

    Attributes:
        engine: Which.
        failure: What the engine calls it.
    """

    def __init__(self, engine: str, failure: str) -> None:
        super().__init__(engine, failure)
        self.engine = engine
        self.failure = failure

    def __str__(self) -> str:
        return (
            f"{self.engine} could not read the tables to their end ({self.failure}): a file is "
            "damaged or was changed meanwhile, or there is no room; write the files anew, and "
            "look at each with `inclusion-core check`"
        )


class MissingExtraError(InclusionError):
    """An optional part of the library is asked for, and its dependency is not installed."""

    def __init__(self, extra: str, needed_for: str) -> None:
        super().__init__(extra, needed_for)
        self.extra = extra
        self.needed_for = needed_for

    def __str__(self) -> str:
        return (
            f"{self.needed_for} needs the extra {self.extra!r}: "
            f"pip install 'inclusion-core[{self.extra}]'"
        )
