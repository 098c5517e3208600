"""What a plugin declares: its hooks, called once and typed, and what came back looked through."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import pluggy

from inclusion_core import hookspecs
from inclusion_core.catalogue import Distribution
from inclusion_core.checks.check import Check
from inclusion_core.deprecations import Deprecation
from inclusion_core.errors import UnknownNameError
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Record
from inclusion_core.limits.limit import Limit
from inclusion_core.manager.brought import Brought
from inclusion_core.manager.plugins import Plugin, PluginRefusedError
from inclusion_core.markers import PROJECT
from inclusion_core.metrics.metric import Metric
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.rules.rule import Rule
from inclusion_core.samples import Sample
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.readers import DataReader

__all__ = ["MOST", "declarations"]

ValueT = TypeVar("ValueT")
ClassT = TypeVar("ClassT")

MOST = 10_000
"""How many values a hook may give: one that yields without end is stopped there."""


def declarations(plugin: Plugin, over: Callable[[], bool] = lambda: False) -> Brought:
    """Everything that a plugin declares.

    Args:
        plugin: The plugin; it is loaded here.
        over: Whether nobody waits for it any more: then no further hook is called.

    Raises:
        PluginRefusedError: A hook takes an argument that it is not given, is wrapped or lacks its
            mark, gives something else than it should, or more than :data:`MOST` values; or the
            module implements no hook.
        UnknownNameError: A function is named after no hook.
        Exception: Whatever the plugin raises.
    """
    hooks = _Hooks(plugin, over)
    return Brought(
        distribution=Distribution(
            name=plugin.distribution, version=plugin.version, plugin=plugin.name
        ),
        programmes=hooks.programmes(),
        rules=hooks.rules(),
        limits=hooks.limits(),
        checks=hooks.checks(),
        metrics=hooks.metrics(),
        facts=hooks.facts(),
        facts_tables=hooks.facts_tables(),
        assumptions=hooks.assumptions(),
        record_types=hooks.record_types(),
        reports=hooks.reports(),
        formats=hooks.formats(),
        readers=hooks.readers(),
        texts=hooks.texts(),
        samples=hooks.samples(),
        deprecations=hooks.deprecations(),
    )


class _Hooks:
    """The hooks of one plugin, with the types that pluggy does not give them."""

    def __init__(self, plugin: Plugin, over: Callable[[], bool]) -> None:
        self.over = over
        self.manager = _registered(plugin.load(), plugin.name)

    def programmes(self) -> tuple[ProgrammeDefinition, ...]:
        return self._values("inclusion_programmes", ProgrammeDefinition)

    def rules(self) -> tuple[Rule, ...]:
        return self._values("inclusion_rules", Rule)

    def limits(self) -> tuple[Limit, ...]:
        return self._values("inclusion_limits", Limit)

    def checks(self) -> tuple[Check, ...]:
        return self._values("inclusion_checks", Check)

    def metrics(self) -> tuple[Metric, ...]:
        return self._values("inclusion_metrics", Metric)

    def facts(self) -> tuple[Fact[Any], ...]:
        return self._values("inclusion_facts", Fact)

    def facts_tables(self) -> tuple[FactsTable, ...]:
        return self._values("inclusion_facts_tables", FactsTable)

    def assumptions(self) -> tuple[Assumption, ...]:
        return self._values("inclusion_assumptions", Assumption)

    def record_types(self) -> tuple[type[Record], ...]:
        return self._classes("inclusion_record_types", Record)

    def reports(self) -> tuple[ReportForm, ...]:
        return self._values("inclusion_reports", ReportForm)

    def formats(self) -> tuple[ReportFormat, ...]:
        return self._values("inclusion_formats", ReportFormat)

    def readers(self) -> tuple[DataReader, ...]:
        return self._values("inclusion_readers", DataReader)

    def texts(self) -> tuple[Vocabulary, ...]:
        return self._values("inclusion_texts", Vocabulary)

    def samples(self) -> tuple[Sample, ...]:
        return self._values("inclusion_samples", Sample)

    def deprecations(self) -> tuple[Deprecation, ...]:
        return self._values("inclusion_deprecations", Deprecation)

    def _values(self, hook: str, kind: type[ValueT]) -> tuple[ValueT, ...]:
        values: list[ValueT] = []
        for value in self._returned(hook):
            if type(value) is not kind:  # what a subclass says of itself may change
                raise _other_kind(hook, kind.__name__, value)
            values.append(value)
        return tuple(values)

    def _classes(self, hook: str, base: type[ClassT]) -> tuple[type[ClassT], ...]:
        classes: list[type[ClassT]] = []
        for value in self._returned(hook):
            if not (type(value) is type and issubclass(value, base)):
                raise _other_kind(hook, f"classes that extend {base.__name__}", value)
            classes.append(value)
        return tuple(classes)

    def _returned(self, hook: str) -> Iterator[object]:
        if self.over():
            raise PluginRefusedError(f"{hook} was not called: nobody waits for it any more")
        caller: pluggy.HookCaller = getattr(self.manager.hook, hook)
        returned: list[object] = caller()
        if len(returned) < len(caller.get_hookimpls()):  # pluggy leaves None out
            raise PluginRefusedError(f"{hook} gave nothing: return its values, or () for none")
        given = 0
        for each in returned:
            for value in _listed(hook, each):
                given += 1
                if given > MOST:
                    raise PluginRefusedError(
                        f"{hook} gave more than {MOST} values and was stopped: does it ever end?"
                    )
                yield value


def _listed(hook: str, returned: object) -> Iterable[object]:
    if isinstance(returned, str | bytes | Mapping) or not isinstance(returned, Iterable):
        raise _other_kind(hook, "an iterable of values", returned)
    return returned


def _other_kind(hook: str, wanted: str, given: object) -> PluginRefusedError:
    if isinstance(given, type):
        told = f"the class {given.__name__}"
    else:
        kind = type(given)
        parents = [parent.__name__ for parent in kind.__mro__[1:]]
        told = f"{kind.__name__}, which extends it" if wanted in parents else kind.__name__
    return PluginRefusedError(f"{hook} must give {wanted}, it gave {told}")


def _registered(module: object, name: str) -> pluggy.PluginManager:
    """A manager of this one module, all of whose hooks it knows and will call."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(module, name)
    except pluggy.PluginValidationError as fault:
        raise PluginRefusedError(" ".join(str(fault).split())) from None
    implemented = {caller.name: caller for caller in manager.get_hookcallers(module) or ()}
    for hook, caller in sorted(implemented.items()):
        if not caller.has_spec():
            raise UnknownNameError("hook", hook, hookspecs.__all__)
        if any(each.wrapper or each.hookwrapper for each in caller.get_hookimpls()):
            raise PluginRefusedError(f"{hook} cannot be wrapped: return its values")
    for hook in _unmarked(module, manager):
        if hook not in hookspecs.__all__:
            raise UnknownNameError("hook", hook, hookspecs.__all__)
        raise PluginRefusedError(f"{hook} would not be called: mark it with @hookimpl")
    if not implemented:
        raise PluginRefusedError("it implements no hook: write functions marked with @hookimpl")
    return manager


def _unmarked(module: object, manager: pluggy.PluginManager) -> Iterator[str]:
    """The functions that look like hooks and are not marked as such."""
    for name in dir(module):
        if not name.startswith("inclusion_") or manager.parse_hookimpl_opts(module, name):
            continue
        if name in hookspecs.__all__ or inspect.isroutine(getattr(module, name)):
            yield name
