"""What the command line itself raises."""

from __future__ import annotations

from inclusion_core.errors import InclusionError

__all__ = ["MisuseError", "NothingReadError"]


class MisuseError(InclusionError):
    """The command line cannot be read, or asks for what cannot be done."""

    def __init__(self, problem: str, program: str = "") -> None:
        super().__init__(problem, program)
        self.problem = problem
        self.program = program

    def __str__(self) -> str:
        return f"{self.problem} (see {self.program} --help)" if self.program else self.problem


class NothingReadError(InclusionError):
    """Nothing of the data could be read.

    Attributes:
        path: Where they should be, as it was given.
        why: What is wrong, each in a line.
    """

    def __init__(self, path: str, why: tuple[str, ...]) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why

    def __str__(self) -> str:
        first, *others = self.why
        more = f" (and {len(others)} more)" if others else ""
        return f"nothing could be read from {self.path}: {first}{more}"
