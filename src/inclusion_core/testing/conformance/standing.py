"""Whether a plugin takes part, alone and beside all others that are installed."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given

__all__ = ["IT_LOADS", "RULES_ASK"]


def _loads(given: Given) -> Iterator[Broken]:
    """What keeps it, or somebody beside it, out of a catalogue of all."""
    without = {(each.plugin, each.distribution) for each in given.without.faults}
    for fault in given.beside.faults:
        own = fault.plugin == given.plugin.name
        if own or (fault.plugin, fault.distribution) not in without:
            whom = "it" if own else f"plugin {fault.plugin!r} of {fault.distribution}"
            yield Broken(
                given.plugin.name,
                f"beside all installed plugins {whom} cannot be loaded: {fault.problem}",
            )


IT_LOADS = Conformance(
    "it-loads",
    "The plugin can be loaded, alone and beside every other that is installed.",
    _loads,
)


def _asks(given: Given) -> Iterator[Broken]:
    for remark in given.catalogue.remarks:
        if remark.distribution == given.distribution:
            rule = next(each.id for each in given.brought.rules if repr(each.id) in remark.problem)
            yield Broken(
                rule,
                f"{remark.problem} A rule whose condition asks nothing decides by itself; "
                "build it from fields that somebody fills in.",
            )


RULES_ASK = Conformance(
    "rules-ask-something",
    "No rule is decided for somebody of whom nothing is known.",
    _asks,
    concerns=lambda given: bool(given.brought.rules),
)
