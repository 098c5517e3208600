"""What came of a check: whether the promise is kept, and if not, by what and how it breaks."""

from __future__ import annotations

from enum import Enum

import attrs

from inclusion_core.testing.conformance.check import Broken

__all__ = ["CheckRecord", "Outcome"]


class Outcome(Enum):
    """How a check came out."""

    PASSED = "passed"
    FAILED = "failed"
    EXPECTED_FAILURE = "expected_failure"
    """All that is broken was said to be, with a reason."""
    UNEXPECTED_PASS = "unexpected_pass"  # noqa: S105  no password
    """Something was said to be broken and is not: the expectation can go."""
    NOTHING_TO_CHECK = "nothing_to_check"
    """The plugin declares nothing that the promise is about."""


@attrs.frozen
class CheckRecord:
    """What came of one check.

    Attributes:
        check: Id of the check.
        says: The promise.
        outcome: Whether it is kept.
        broken: What breaks it, the expected included, ordered by declaration.
        why: The reasons of what was expected; or what was expected and did not come.
    """

    check: str
    says: str
    outcome: Outcome
    broken: tuple[Broken, ...] = ()
    why: str = ""

    def __str__(self) -> str:
        head = f"{self.check}: {self.outcome.value.replace('_', ' ')}. {self.says}"
        lines = [head, *([self.why] if self.why else []), *map(_listed, self.broken)]
        return "\n".join(lines)


def _listed(broken: Broken) -> str:
    first, *rest = str(broken).split("\n")
    return "\n".join([f"  - {first}", *(f"    {line}" for line in rest)])
