"""A value that a plugin declares, with its kind and id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.table import FactsTable
from inclusion_core.manager.brought import KINDS, Brought, named
from inclusion_core.metrics.metric import Metric
from inclusion_core.programmes import ProgrammeDefinition

__all__ = ["BY_THEMSELVES", "Declared", "declared_by"]

BY_THEMSELVES = (Assumption, FactsTable, Metric, ProgrammeDefinition)
"""What other declarations use; it is looked at where it is declared."""


@attrs.frozen
class Declared:
    """A value that the plugin declares.

    Attributes:
        kind: What it is, ``rule``.
        id: Its id; of a record class, the name of its type.
        value: It.
    """

    kind: str
    id: str
    value: Any = attrs.field(repr=False)


def declared_by(brought: Brought) -> Iterator[Declared]:
    """All that a plugin declares, by kind."""
    for kind, said in KINDS.items():
        for value in getattr(brought, kind):
            yield Declared(said, named(kind)(value), value)
