"""All rules and limits of a programme together, or a refusal: never some of them."""

from __future__ import annotations

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.limits.limit import Limit
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules.rule import Rule

__all__ = ["Eligibility", "EligibilityRefusedError"]


@attrs.frozen(kw_only=True)
class Eligibility:
    """Whom a programme is for, and how long.

    Attributes:
        programme: The programme.
        rules: What must hold for who takes part, ordered by id.
        limits: From when and until when its services may be given, ordered by id.
    """

    programme: ProgrammeDefinition
    rules: tuple[Rule, ...]
    limits: tuple[Limit, ...]


class EligibilityRefusedError(InclusionError):
    """A distribution whose rules hold for a programme is missing or broken: nobody is judged.

    Attributes:
        programme: Id of the programme.
        gaps: The distributions that are missing or broken, each with the reason.
    """

    def __init__(self, programme: str, gaps: tuple[tuple[str, str], ...]) -> None:
        super().__init__(programme, gaps)
        self.programme = programme
        self.gaps = gaps

    def __str__(self) -> str:
        listed = "; ".join(f"{distribution}: {why}" for distribution, why in self.gaps)
        return (
            f"nobody is judged for {self.programme!r}, because not all of its rules are there "
            f"({listed}); install or repair what is named"
        )
