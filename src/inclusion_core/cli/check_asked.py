"""Which findings ``check`` is asked for: of a programme, of a kind, of a weight."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.checks.check import Check
from inclusion_core.cli.parser import Parser, one_of
from inclusion_core.errors import UnknownNameError
from inclusion_core.findings import Finding, Severity

__all__ = ["Asked", "add_filters", "asked_for"]

OF_FILES = frozenset({"cli", "wire", "workbook"})
"""Where kinds of findings about files begin; what a plugin's reader finds begins as it likes."""


@attrs.frozen(kw_only=True)
class Asked:
    """What is asked for; empty for all.

    Attributes:
        kinds: The kinds of the findings of one programme; ``None`` where all are asked for.
        kind: A kind, or what kinds begin with, ``sif.mentoring``.
        severity: How much they weigh.
    """

    kinds: frozenset[str] | None
    kind: str
    severity: Severity | None

    def asks_for(self, kind: str) -> bool:
        """Whether findings of a kind are asked for."""
        begins = not self.kind or kind == self.kind or kind.startswith(f"{self.kind}.")
        return begins and (self.kinds is None or kind in self.kinds)

    def of(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Those of the findings that are asked for."""
        return tuple(
            each
            for each in findings
            if self.asks_for(each.kind) and self.severity in (None, each.severity)
        )


def add_filters(parser: Parser) -> None:
    """Let a command take what findings it shows."""
    parser.add_argument(
        "--programme",
        metavar="PROGRAMME",
        help="show only what the rules and limits of this programme find; `programmes` lists them",
    )
    parser.add_argument(
        "--kind",
        metavar="KIND",
        help="show only findings of this kind, or of all that begin so: check.before-birth, check",
    )
    parser.add_argument(
        "--severity",
        metavar="SEVERITY",
        type=one_of("severity", tuple(each.value for each in Severity)),
        help="show only errors (error) or only warnings (warning)",
    )


def asked_for(arguments: Namespace, catalogue: Catalogue, checks: Sequence[Check]) -> Asked:
    """What a command is asked for.

    Raises:
        UnknownNameError: There is no such programme, or nothing makes findings of that kind.
    """
    programme, kind, severity = arguments.programme, arguments.kind or "", arguments.severity
    of_programme = frozenset(each.id for each in checks if each.programme == programme)
    if programme is not None and not of_programme:
        catalogue.programme(programme)
    asked = Asked(
        kinds=None if programme is None else of_programme,
        kind=kind,
        severity=None if severity is None else Severity(severity),
    )
    known = {each.id for each in checks}
    if kind.split(".")[0] not in {"", *OF_FILES}:
        by_kind = attrs.evolve(asked, kinds=None)
        if not any(by_kind.asks_for(each) for each in known):
            raise UnknownNameError("kind of finding", kind, known)
    return asked
