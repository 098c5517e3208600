"""The catalogue: every declared value by id, and the distribution that brought it; immutable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar

import attrs

from inclusion_core.errors import DuplicateIdError, UnknownNameError
from inclusion_core.expr.schema import Schema
from inclusion_core.metrics.metric import Metric
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.samples import Sample

__all__ = ["Catalogue", "Declared", "Distribution", "PluginFault", "Shelf"]


class Identified(Protocol):
    """Something declared: it has an id."""

    @property
    def id(self) -> str:
        """Its name, of which there is only one in a catalogue."""
        ...


ValueT = TypeVar("ValueT", bound=Identified)


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
    """Why a plugin, or a value that it declared, is not in the catalogue.

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


@attrs.frozen
class Declared(Generic[ValueT]):
    """A declared value, and the distribution that brought it."""

    value: ValueT
    distribution: str


@attrs.frozen
class Shelf(Generic[ValueT]):
    """The declared values of one kind, ordered by id."""

    kind: str
    declared: Mapping[str, Declared[ValueT]]

    @classmethod
    def of(cls, kind: str, declared: Iterable[Declared[ValueT]]) -> Shelf[ValueT]:
        """The shelf of these values.

        Raises:
            DuplicateIdError: Two of them have the same id.
        """
        by_id: dict[str, Declared[ValueT]] = {}
        for each in declared:
            first = by_id.setdefault(each.value.id, each)
            if first is not each:
                raise DuplicateIdError(kind, each.value.id, first.distribution, each.distribution)
        return cls(kind, dict(sorted(by_id.items())))

    def __getitem__(self, key: str) -> ValueT:
        try:
            return self.declared[key].value
        except KeyError:
            raise UnknownNameError(self.kind, key, self.declared) from None

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


@attrs.frozen(kw_only=True)
class Catalogue:
    """All that the installed distributions declare.

    Attributes:
        schema: Record types, fields and links.
        programmes: Definitions of programmes.
        metrics: What can be counted.
        reports: Report forms.
        formats: How a report can be written.
        samples: Synthetic caseloads to try things with.
        distributions: Who takes part, the core first.
        faults: What could not be loaded; the rest works.
    """

    schema: Schema
    programmes: Shelf[ProgrammeDefinition]
    metrics: Shelf[Metric]
    reports: Shelf[ReportForm]
    formats: Shelf[ReportFormat]
    samples: Shelf[Sample]
    distributions: tuple[Distribution, ...]
    faults: tuple[PluginFault, ...]

    def programme(self, key: str) -> ProgrammeDefinition:
        """The definition of a programme.

        Raises:
            UnknownNameError: No installed distribution declares it; near names are listed.
        """
        return self.programmes[key]

    def report(self, key: str) -> ReportForm:
        """A report form; raises as :meth:`programme` does."""
        return self.reports[key]

    def versions_behind(self, form: ReportForm) -> tuple[tuple[str, str], ...]:
        """The distributions that a report rests on, with their versions."""
        names = {self.reports.brought_by(form.id)} | {
            self.metrics.brought_by(metric.id)
            for metric in form.metrics
            if metric.id in self.metrics.declared
        }
        versions = (
            (distribution.name, distribution.version)
            for distribution in self.distributions
            if distribution.name in names or not distribution.plugin
        )
        return tuple(dict.fromkeys(versions))
