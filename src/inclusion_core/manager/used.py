"""What metrics and forms rest on: facts tables and assumptions, declared by who owns their ids.

Counting tells facts tables apart by their ids, and a report shows an assumption or a metric under
its id: two values with one id would be taken for each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Record, type_name
from inclusion_core.manager.added_types import unfit
from inclusion_core.manager.brought import Brought
from inclusion_core.manager.plugins import PluginRefusedError, type_prefix
from inclusion_core.metrics.metric import Metric

__all__ = ["check_rows", "check_used", "used_of_others"]

Value: TypeAlias = FactsTable | Assumption | Metric
Declared: TypeAlias = Mapping[tuple[str, str], Value]


@attrs.frozen
class Used:
    """A facts table, an assumption or a metric, and what uses it.

    Attributes:
        said: What uses it.
        value: The value that it uses.
    """

    said: str
    value: Value

    @property
    def key(self) -> tuple[str, str]:
        """Its kind and its id."""
        return _SAID[type(self.value)], self.value.id

    def in_one_of(self, namespaces: Iterable[str]) -> bool:
        """Whether its id is in one of these namespaces."""
        return any(self.value.id.startswith(f"{each}.") for each in namespaces)

    def problem(self, declared: Declared) -> str:
        """Why it cannot be used, where nobody declares it, or somebody declares another one."""
        kind, key = self.key
        uses = f"{self.said} uses the {kind} {key!r}"
        if self.key not in declared:
            if isinstance(self.value, Metric):  # a form may count what it alone shows
                return ""
            return f"{uses}, which nobody declares: return it from its hook"
        first = declared[self.key]
        if first is not self.value and first != self.value:  # to compare them takes long
            return f"{uses}, and another one is declared under this id: rename one"
        return ""


_SAID: Mapping[type, str] = {FactsTable: "facts table", Assumption: "assumption", Metric: "metric"}


def declared_by(brought: Iterable[Brought]) -> Declared:
    """The facts tables, assumptions and metrics that distributions declare, by kind and id."""
    declared: dict[tuple[str, str], Value] = {}
    for each in brought:
        declared |= {("metric", metric.id): metric for metric in each.metrics}
        declared |= {("facts table", table.id): table for table in each.facts_tables}
        declared |= {("assumption", assumed.id): assumed for assumed in each.assumptions}
    return declared


def used_by(brought: Brought) -> Iterator[Used]:
    """All that the declarations of a distribution rest on."""
    for table in brought.facts_tables:
        yield from (Used(f"facts table {table.id!r}", each) for each in table.assumes)
    for metric in brought.metrics:
        said = f"metric {metric.id!r}"
        if metric.table is not None:
            yield Used(said, metric.table)
        yield from (Used(said, each) for each in metric.assumes)
    for form in brought.reports:
        said = f"report {form.id!r}"
        yield from (Used(said, table) for table in form.facts_tables)
        yield from (Used(said, each) for each in form.assumptions)
        yield from (Used(said, each) for each in form.metrics)


def check_used(own: Brought) -> None:
    """Refuse what rests on something that the plugin ought to declare, and does not.

    Raises:
        PluginRefusedError: A facts table or an assumption in its namespace is not declared, or
            one of them or a metric is another than the one declared.
    """
    declared = declared_by([own])
    for used in used_by(own):
        if used.in_one_of([own.namespace]) and (problem := used.problem(declared)):
            raise PluginRefusedError(problem)


def used_of_others(
    brought: Sequence[Brought], broken_namespaces: Sequence[str]
) -> Iterator[tuple[Brought, str]]:
    """Whoever rests on what no other declares, or what another declares otherwise.

    Args:
        brought: What each plugin declares.
        broken_namespaces: The names of plugins that cannot take part; nobody knows what is theirs.
    """
    declared = declared_by(brought)
    for each in brought:
        for used in used_by(each):
            looked_at = not used.in_one_of([each.namespace, *broken_namespaces])
            if looked_at and (problem := used.problem(declared)):
                yield each, problem


def check_rows(own: Brought, core: Brought) -> None:
    """Refuse facts tables whose rows could be taken for other records, or show what they hold.

    Raises:
        PluginRefusedError: They could.
    """
    prefix = type_prefix(own.namespace)
    taken = {type_name(each) for each in (*core.record_types, *own.record_types)}
    for table in own.facts_tables:
        name, said = table.record_type.name, f"facts table {table.id!r}"
        if not name.startswith(prefix):
            raise PluginRefusedError(
                f"{said}: the name of its rows, {name!r}, must begin with {prefix!r}"
            )
        if name in taken:
            raise PluginRefusedError(
                f"{said}: there are other records called {name!r}; rename them"
            )
        if table.record.__repr__ is not Record.__repr__:
            raise PluginRefusedError(
                f"{said}: the repr of a row would show what it holds: decorate its class with "
                "attrs.frozen(repr=False)"
            )
        for problem in unfit(table.record_type):
            raise PluginRefusedError(f"{said}: {problem}")
        taken.add(name)
