"""Outcomes that rest on nothing."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.offered import Offered
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.outcome import Outcome, OutcomeKind
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED

__all__ = ["outcomes_evidenced"]

SAYS = lv("nav ierakstīts, uz ko balstās šis iznākums").en(
    "it is not recorded on what this outcome rests"
)
REMEDY = lv("ierakstiet pierādījumu; ja tā nav, iznākumu nevar attiecināt").en(
    "enter the evidence; an outcome without any cannot be claimed"
)


def outcomes_evidenced(
    *,
    id: str,  # noqa: A002  what a declared value is named by
    programme: str,
    source: Source,
    kinds: tuple[OutcomeKind, ...] | None = None,
) -> Check:
    """Looks for outcomes without evidence: there is none, or nobody has asked for any.

    Args:
        id: Names the check.
        programme: Id of the programme in the catalogue.
        source: The rule that wants evidence.
        kinds: The kinds of outcomes that need it; all where ``None``.
    """
    fault = Fault(kind=id, says=SAYS, remedy=REMEDY, severity=Severity.WARNING, source=source)
    evidenced = _Evidenced(programme=programme, kinds=kinds, fault=fault)
    return Check(id=id, says=SAYS, find=evidenced.find, source=source, programme=programme)


@attrs.frozen(kw_only=True)
class _Evidenced:
    """Which outcomes need evidence."""

    programme: str
    kinds: tuple[OutcomeKind, ...] | None
    fault: Fault

    def find(self, examined: Examined) -> Iterator[Finding]:
        """A finding for each outcome that has none."""
        visits = Offered(examined, self.programme).participations
        for outcome in examined.of(Outcome):
            asked = self.kinds is None or outcome.kind in self.kinds
            if asked and outcome.participation_id in visits and outcome.evidence in _NONE:
                yield self.fault.at(outcome, "evidence")


_NONE = (ABSENT, NOT_ASKED)
