"""Whether a plugin declares the same, and builds the same samples, whenever and wherever."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from inclusion_core.manager.declarations import declarations
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.declared import declared_by
from inclusion_core.testing.conformance.described import digest_of_journal, digests_of
from inclusion_core.testing.conformance.faults import fault_told
from inclusion_core.testing.conformance.given import Given

__all__ = ["DECLARED_ALIKE", "SAMPLES_ALIKE"]

AGAIN = "when it is loaded a second time"
ELSEWHERE = "in another process, with another hash seed, on another day, after all other plugins"
REMEDY = "a declaration reads no clock, no environment and no order of a set"


def _differently(given: Given) -> Iterator[Broken]:
    own = digests_of(given.declared)
    yield from _differing(own, digests_of(declared_by(declarations(given.plugin))), AGAIN, given)
    if given.module:
        broken = (_differing(own, retold.own, ELSEWHERE, given) for retold in given.elsewhere)
        yield from dict.fromkeys(chain.from_iterable(broken))


def _differing(
    own: Mapping[str, str], other: Mapping[str, str], when: str, given: Given
) -> Iterator[Broken]:
    for declared in given.declared:
        name = f"{declared.kind} {declared.id!r}"
        if own[name] != other.get(name):
            told = "says something else" if name in other else "is not declared"
            yield Broken(declared.id, f"this {declared.kind} {told} {when}; {REMEDY}")
    for name in sorted(other.keys() - own.keys()):
        yield Broken(given.plugin.name, f"the {name} is declared only {when}; {REMEDY}")


DECLARED_ALIKE = Conformance(
    "declared-alike-each-time",
    "The same is declared whenever it is loaded, in every process and whatever else is there.",
    _differently,
)


def _built_differently(given: Given) -> Iterator[Broken]:
    for key, fault in given.unbuilt.items():
        yield Broken(key, f"the sample cannot be built with its own seed: {fault_told(fault)}")
    for built in given.samples:
        sample = built.sample
        own = digest_of_journal(built.journal)
        if digest_of_journal(sample.build(sample.default_seed)) != own:
            yield Broken(sample.id, f"the same seed builds another journal the second time; {DRAW}")
        elif given.module and any(it.samples.get(sample.id) != own for it in given.elsewhere):
            yield Broken(sample.id, f"the same seed builds another journal {ELSEWHERE}; {DRAW}")


DRAW = "draw with inclusion_core.dice.Dice(seed) alone, and go through no set"

SAMPLES_ALIKE = Conformance(
    "samples-are-the-same-each-time",
    "A sample is built without fault, and the same seed gives the same journal everywhere.",
    _built_differently,
    concerns=lambda given: bool(given.brought.samples),
)
