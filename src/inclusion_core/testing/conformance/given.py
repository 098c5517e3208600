"""What the checks of the kit are given: the plugin, what it declares, and its surroundings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import product

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.checks.check import Check
from inclusion_core.checks.examined import Examined
from inclusion_core.expr.schema import Schema
from inclusion_core.manager.brought import Brought
from inclusion_core.manager.loading import load_catalogue
from inclusion_core.manager.plugins import Plugin
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.funding import Programme
from inclusion_core.periods import Period
from inclusion_core.reports.report import Report
from inclusion_core.samples import Sample
from inclusion_core.testing.conformance.declared import Declared, declared_by
from inclusion_core.testing.conformance.filling import Filling
from inclusion_core.testing.conformance.parting import part_of
from inclusion_core.testing.conformance.planting import planted, specimens
from inclusion_core.testing.conformance.retelling import Retold, retold_elsewhere
from inclusion_core.testing.strategies.interests import Interests

__all__ = ["BuiltSample", "Given"]

SOME_DAY = date(2020, 6, 1)
"""Up to which made-up records are known."""
MANY = 60
"""So many persons of a sample are counted for its reports."""
FEW = 20
"""So many persons of a sample stand for all, where much is asked."""
TURNS = 4
"""So often values are planted, each time in other fields."""


@attrs.frozen(kw_only=True, eq=False)
class BuiltSample:
    """A sample of the plugin, built with its own seed.

    Attributes:
        sample: What the plugin declares.
        journal: What it built.
        caseload: All of it, as known after the last entry.
    """

    sample: Sample
    journal: Journal = attrs.field(repr=False)
    caseload: Caseload = attrs.field(repr=False)


@attrs.frozen(kw_only=True, eq=False)
class Given:
    """What a check looks at.

    Attributes:
        plugin: The plugin that is looked through.
        module: Where another process finds it, ``inclusion_cafe``; empty where it cannot.
        brought: All that it declares.
        catalogue: It and the plugins that it cannot do without.
        others: All other plugins that are installed, ordered by name.
        engines: The dataframe engines to count on besides records.
        examples: How many caseloads are drawn for a law.
        seed: By which they are drawn.
    """

    plugin: Plugin
    module: str = ""
    brought: Brought = attrs.field(repr=False)
    catalogue: Catalogue = attrs.field(repr=False)
    others: tuple[Plugin, ...] = attrs.field(repr=False)
    engines: tuple[str, ...]
    examples: int
    seed: int

    @property
    def distribution(self) -> str:
        """The distribution that brings the plugin."""
        return self.plugin.distribution

    @property
    def schema(self) -> Schema:
        """The record types of the core, of the plugin and of those that it needs."""
        return self.catalogue.schema

    @property
    def declared(self) -> Iterator[Declared]:
        """All that it declares, by kind."""
        return declared_by(self.brought)

    @cached_property
    def beside(self) -> Catalogue:
        """The plugin and all others that are installed."""
        return load_catalogue([self.plugin, *self.others])

    @cached_property
    def without(self) -> Catalogue:
        """All others that are installed."""
        return load_catalogue(self.others)

    def examined(self, built: BuiltSample) -> Examined:
        """A sample as checks look at it."""
        return Examined(caseload=built.caseload, schema=self.schema, journal=built.journal)

    def checks_of(self, caseload: Caseload) -> tuple[Check, ...]:
        """All checks of the core and of the plugin that look at such data."""
        return self.catalogue.checks_for(each.declared_as for each in caseload.of(Programme))

    @cached_property
    def elsewhere(self) -> tuple[Retold, ...]:
        """What other processes find, asked once."""
        return retold_elsewhere(self.plugin, self.module)

    @cached_property
    def interests(self) -> Interests:
        """Record types, codes, days and moves that its declarations name."""
        return Interests.of_plugin(self.catalogue, self.distribution)

    @cached_property
    def samples(self) -> tuple[BuiltSample, ...]:
        """Its samples, each built once; one that cannot be built is left out."""
        return tuple(each for each in self._tried.values() if isinstance(each, BuiltSample))

    @cached_property
    def unbuilt(self) -> Mapping[str, Exception]:
        """By the id of a sample that cannot be built: what came of it."""
        return {key: each for key, each in self._tried.items() if isinstance(each, Exception)}

    @cached_property
    def fillings(self) -> Mapping[str, Filling]:
        """A large part of each sample, ready to fill in reports from; by id."""
        forms = self.brought.reports
        return {
            each.sample.id: Filling.of(
                part_of(each.caseload, self.schema, persons=MANY), self.catalogue, forms
            )
            for each in self.samples
        }

    @cached_property
    def reports(self) -> Mapping[tuple[str, str], Report | Exception]:
        """Its reports from its samples, or what filling in raised; by form and sample."""
        return {
            (form.id, sample): filling.report(form)
            for sample, filling in self.fillings.items()
            for form in self.brought.reports
        }

    @cached_property
    def strange(self) -> tuple[Caseload, ...]:
        """Parts of its samples, or made-up records, with values that nobody would write."""
        parts = [part_of(each.caseload, self.schema, persons=FEW) for each in self.samples]
        known_on = max((each.known_on for each in parts), default=SOME_DAY)
        usual = (*parts, specimens(self.schema, known_on))
        return tuple(
            planted(each, self.schema, turn) for turn, each in product(range(TURNS), usual)
        )

    @cached_property
    def strange_reports(self) -> tuple[tuple[str, Report | Exception], ...]:
        """Its reports from those of the first turn, or what filling in raised; by form."""
        forms = self.brought.reports
        period = Period(date(2000, 1, 1), SOME_DAY)
        first = self.strange[: len(self.samples) + 1]
        fillings = [Filling.of(each, self.catalogue, forms, period=period) for each in first]
        return tuple((form.id, filling.report(form)) for filling in fillings for form in forms)

    @cached_property
    def _tried(self) -> dict[str, BuiltSample | Exception]:
        return {each.id: _built(each) for each in self.brought.samples}


def _built(sample: Sample) -> BuiltSample | Exception:
    try:
        journal = sample.build(sample.default_seed)
        last = journal.last_recorded_on
        if last is None:
            raise ValueError("it holds no record")  # noqa: TRY301  told like any other fault
        return BuiltSample(sample=sample, journal=journal, caseload=journal.as_known_on(last))
    except Exception as fault:  # noqa: BLE001  whatever it raises is told by the check of samples
        return fault
