"""Asks one check of the kit about a plugin made on the spot."""

from __future__ import annotations

import attrs

from conformance_lab.cafe import cafe
from inclusion_core.manager.plugins import Plugin
from inclusion_core.testing.conformance.check import Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.judging import judged
from inclusion_core.testing.conformance.loading import given_of
from inclusion_core.testing.conformance.meaning import Meant
from inclusion_core.testing.conformance.outcomes import CheckRecord


def given(plugin: Plugin, *others: Plugin, module: str = "") -> Given:
    """What the checks look at, where only these others are installed."""
    meant = Meant(plugin=plugin, module=module, others=others)
    found = given_of(meant, engines=(), examples=1, seed=1)
    assert isinstance(found, Given), found
    return found


def of_cafe(check: Conformance, **instead: object) -> CheckRecord:
    """What came of a check for the sound plugin, or for one that declares something else."""
    return judged(check, given(cafe(**instead)))


def broken(check: Conformance, **instead: object) -> list[tuple[str, str]]:
    """What a check finds broken: about what, and the problem."""
    record = of_cafe(check, **instead)
    return [(each.about, each.problem) for each in record.broken]


def evolved(value: object, **changes: object) -> object:
    """A declared value with something else in it."""
    return attrs.evolve(value, **changes)
