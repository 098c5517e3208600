"""The catalogue: every declared value by id, and the distribution that brought it; immutable."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, Generic, TypeVar

import attrs

from inclusion_core.checks.check import Check
from inclusion_core.checks.limits_kept import limits_refused, services_within
from inclusion_core.deprecations import Deprecation
from inclusion_core.errors import DuplicateIdError, UnknownNameError
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Record
from inclusion_core.limits.limit import Limit
from inclusion_core.metrics.metric import Metric
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.rules.eligibility import Eligibility, EligibilityRefusedError
from inclusion_core.rules.rule import Rule
from inclusion_core.samples import Sample
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.readers import DataReader

__all__ = [
    "Catalogue",
    "Declared",
    "Distribution",
    "NotLoadedError",
    "PluginFault",
    "Shelf",
    "same_distribution",
]

ValueT = TypeVar("ValueT")

_id_of: Callable[[Any], str] = attrgetter("id")


@attrs.frozen(kw_only=True)
class Distribution:
    """An installed distribution that takes part.

    Attributes:
        name: Its name, ``inclusion-sif``.
        version: Its version.
        plugin: The name of its entry point, and so of its namespace; empty for the core.
    """

    name: str
    version: str
    plugin: str = ""


@attrs.frozen(kw_only=True)
class PluginFault:
    """Why a plugin is not in the catalogue, or a value that it declared should be looked at.

    Attributes:
        plugin: The name of its entry point.
        distribution: The distribution that brought it.
        problem: What is wrong, and what to do; for its author.
    """

    plugin: str
    distribution: str
    problem: str

    def __str__(self) -> str:
        return f"plugin {self.plugin!r} ({self.distribution}): {self.problem}"

    def may_have_brought(self, key: str) -> bool:
        """Whether an id is in the namespace of the plugin."""
        return key.startswith(f"{self.plugin}.")


class NotLoadedError(UnknownNameError):
    """A name that nothing carries, because the plugin that would bring it could not be loaded."""

    def __init__(
        self, kind: str, name: str, known: Iterable[str], faults: tuple[PluginFault, ...]
    ) -> None:
        super().__init__(kind, name, known)
        self.faults = faults
        self.args: tuple[Any, ...] = (kind, name, self.known, faults)

    def __str__(self) -> str:
        told = "; ".join(f"{fault} (not loaded)" for fault in self.faults)
        return f"no {self.kind} {self.name!r}: {told}"


@attrs.frozen
class Declared(Generic[ValueT]):
    """A declared value, and the distribution that brought it."""

    value: ValueT
    distribution: str


@attrs.frozen(repr=False)
class Shelf(Generic[ValueT]):
    """The declared values of one kind, ordered by id.

    Attributes:
        kind: What one of them is called.
        declared: The values, each with who brought it, by id.
        faults: The plugins that could not be loaded: what they would have brought is missing.
    """

    kind: str
    declared: Mapping[str, Declared[ValueT]]
    faults: tuple[PluginFault, ...] = attrs.field(default=(), repr=False)

    @classmethod
    def of(
        cls,
        kind: str,
        declared: Iterable[Declared[ValueT]],
        named: Callable[[ValueT], str] = _id_of,
        faults: Iterable[PluginFault] = (),
    ) -> Shelf[ValueT]:
        """The shelf of these values.

        Args:
            kind: What one of them is called.
            declared: The values.
            named: Gives the id of one; where none is given, the id that it has.
            faults: The plugins that could not be loaded.

        Raises:
            DuplicateIdError: Two of them have the same id.
        """
        by_id: dict[str, Declared[ValueT]] = {}
        for each in declared:
            key = named(each.value)
            first = by_id.setdefault(key, each)
            if first is not each:
                raise DuplicateIdError(kind, key, first.distribution, each.distribution)
        return cls(kind, dict(sorted(by_id.items())), tuple(faults))

    def __getitem__(self, key: str) -> ValueT:
        try:
            return self.declared[key].value
        except KeyError:
            faults = tuple(each for each in self.faults if each.may_have_brought(key))
            if faults:
                raise NotLoadedError(self.kind, key, self.declared, faults) from None
            raise UnknownNameError(self.kind, key, self.declared) from None

    def __repr__(self) -> str:
        return f"Shelf({self.kind}: {', '.join(self.declared) or 'none'})"

    def __iter__(self) -> Iterator[ValueT]:
        return (declared.value for declared in self.declared.values())

    def __len__(self) -> int:
        return len(self.declared)

    def brought_by(self, key: str) -> str:
        """The distribution that brought a value.

        Raises:
            UnknownNameError: There is no such value.
        """
        self[key]
        return self.declared[key].distribution


@attrs.frozen(kw_only=True, repr=False)
class Catalogue:
    """All that the installed distributions declare.

    Attributes:
        schema: Record types, fields and links, of the core and of all plugins.
        programmes: Definitions of programmes.
        rules: Who may be in a programme; :meth:`eligibility` gives all of one programme.
        limits: From when and until when services may be given.
        checks: What is looked for in data.
        metrics: What can be counted.
        facts: What rules, limits and metrics are built with.
        facts_tables: The flat tables over which metrics are declared.
        assumptions: What is taken for granted at the uncertain points of definitions.
        record_types: The classes behind the schema, by the name of the record type.
        reports: Report forms.
        formats: How a report can be written.
        readers: What data can be read.
        texts: The words that distributions brought; :attr:`vocabulary` joins them.
        samples: Synthetic caseloads to try things with.
        deprecations: Which ids will go, and what takes their place.
        vocabulary: What record types, fields and codes are called.
        distributions: Who takes part, the core first.
        faults: What could not be loaded; the rest works.
        remarks: What was loaded and should be looked at: rules that ask nothing of anybody.
    """

    schema: Schema
    programmes: Shelf[ProgrammeDefinition]
    rules: Shelf[Rule]
    limits: Shelf[Limit]
    checks: Shelf[Check]
    metrics: Shelf[Metric]
    facts: Shelf[Fact[Any]]
    facts_tables: Shelf[FactsTable]
    assumptions: Shelf[Assumption]
    record_types: Shelf[type[Record]]
    reports: Shelf[ReportForm]
    formats: Shelf[ReportFormat]
    readers: Shelf[DataReader]
    texts: Shelf[Vocabulary]
    samples: Shelf[Sample]
    deprecations: Shelf[Deprecation]
    vocabulary: Vocabulary
    distributions: tuple[Distribution, ...]
    faults: tuple[PluginFault, ...]
    remarks: tuple[PluginFault, ...] = ()

    def __repr__(self) -> str:
        names = ", ".join(f"{each.name} {each.version}" for each in self.distributions)
        return f"Catalogue({names}; {len(self.faults)} faults)"

    def programme(self, key: str) -> ProgrammeDefinition:
        """The definition of a programme.

        Raises:
            NotLoadedError: The plugin that would bring it could not be loaded.
            UnknownNameError: No installed distribution declares it; near names are listed.
        """
        return self.programmes[key]

    def report(self, key: str) -> ReportForm:
        """A report form; raises as :meth:`programme` does."""
        return self.reports[key]

    def eligibility(self, key: str) -> Eligibility:
        """All rules and limits of a programme, of its owner and of whom it takes rules from.

        Raises:
            EligibilityRefusedError: One of these distributions is missing or broken, so that some
                rules may not be there.
            UnknownNameError: No installed distribution declares the programme.
        """
        gaps = tuple(self._gaps(key))
        if gaps:
            raise EligibilityRefusedError(key, gaps)
        return Eligibility(
            programme=self.programme(key),
            rules=tuple(rule for rule in self.rules if rule.programme == key),
            limits=tuple(limit for limit in self.limits if limit.programme == key),
        )

    def deprecation(self, key: str) -> Deprecation | None:
        """What is said of an id that will go; ``None`` of one that stays."""
        declared = self.deprecations.declared.get(key)
        return None if declared is None else declared.value

    def checks_for(self, programmes: Iterable[str]) -> tuple[Check, ...]:
        """All that is looked for in data that have these programmes.

        Besides the declared checks, that is whether services were given within the limits of each
        programme. Where its rules are refused, a check takes their place that tells so.

        Args:
            programmes: Ids of programmes; those that nobody declares are passed over.
        """
        declared = sorted(key for key in set(programmes) if self._declares(key))
        return (*self.checks, *(self._within_limits(key) for key in declared))

    def _declares(self, key: str) -> bool:
        """Whether a programme is declared, or would be by a plugin that failed."""
        return key in self.programmes.declared or any(self._gaps(key))

    def _within_limits(self, key: str) -> Check:
        try:
            return services_within(self.eligibility(key))
        except EligibilityRefusedError as refusal:
            return limits_refused(refusal)

    def _gaps(self, key: str) -> Iterator[tuple[str, str]]:
        """The distributions whose rules may be missing, each with the reason."""
        if key not in self.programmes.declared:
            for fault in self.faults:
                if fault.may_have_brought(key):
                    yield fault.distribution, fault.problem
            return
        there = {same_distribution(each.name) for each in self.distributions}
        named = (self.programmes.brought_by(key), *self.programmes[key].rules_from)
        for name in dict.fromkeys(named):
            faults = [each for each in self.faults if _is_of(each, name)]
            yield from ((name, fault.problem) for fault in faults)
            if not faults and same_distribution(name) not in there:
                yield name, "it is not installed, or brings no plugin"

    def versions_behind(self, form: ReportForm) -> tuple[tuple[str, str], ...]:
        """The distributions that a report rests on, with their versions."""
        behind: tuple[tuple[Shelf[Any], Iterable[Any]], ...] = (
            (self.metrics, form.metrics),
            (self.facts_tables, form.facts_tables),
            (self.assumptions, form.assumptions),
        )
        names = {self.reports.brought_by(form.id)} | {
            shelf.brought_by(each.id)
            for shelf, used in behind
            for each in used
            if each.id in shelf.declared
        }
        versions = (
            (distribution.name, distribution.version)
            for distribution in self.distributions
            if distribution.name in names or not distribution.plugin
        )
        return tuple(dict.fromkeys(versions))


def _is_of(fault: PluginFault, distribution: str) -> bool:
    return same_distribution(fault.distribution) == same_distribution(distribution)


def same_distribution(name: str) -> str:
    """A name under which all writings of the name of one distribution are the same.

    Example:
        >>> same_distribution("Inclusion_SIF") == same_distribution("inclusion-sif")
        True
    """
    return re.sub(r"[-_.]+", "-", name).lower()
