"""Loads plugins one by one, names the ones that fail, and builds the catalogue from the others.

Each plugin has a pluggy manager of its own, so that what one of them does wrong cannot touch
another. Nothing is kept between calls: two catalogues have nothing in common but their values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import EntryPoint, entry_points, version
from typing import Any, TypeVar

import attrs
import pluggy

from inclusion_core import hookspecs
from inclusion_core.catalogue import (
    Catalogue,
    Declared,
    Distribution,
    Identified,
    PluginFault,
    Shelf,
)
from inclusion_core.errors import InclusionError, UnknownNameError
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.markers import PROJECT
from inclusion_core.metrics.metric import Metric
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.formats import FORMATS, ReportFormat
from inclusion_core.samples import Sample

__all__ = ["Plugin", "installed_plugins", "load_catalogue"]

CORE = "inclusion-core"

ValueT = TypeVar("ValueT", bound=Identified)


@attrs.frozen(kw_only=True)
class Plugin:
    """A plugin that can be loaded.

    Attributes:
        name: Of its entry point: the namespace of what it declares.
        distribution: Name of the distribution that brings it.
        version: Version of that distribution.
        load: Imports it; may raise anything.
    """

    name: str
    distribution: str
    version: str
    load: Callable[[], object]


class PluginRefusedError(InclusionError):
    """A plugin, or something that it declares, cannot take part."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return self.problem


def installed_plugins() -> tuple[Plugin, ...]:
    """The plugins of all installed distributions, ordered by name and distribution."""
    return tuple(sorted(map(_plugin, entry_points(group=PROJECT)), key=_order))


def _order(plugin: Plugin) -> tuple[str, str]:
    return plugin.name, plugin.distribution


def _plugin(point: EntryPoint) -> Plugin:
    distribution = point.dist
    return Plugin(
        name=point.name,
        distribution=distribution.name if distribution is not None else point.value,
        version=distribution.version if distribution is not None else "",
        load=point.load,
    )


def load_catalogue(plugins: Iterable[Plugin] | None = None) -> Catalogue:
    """The catalogue of the installed plugins, or of the given ones.

    A plugin that cannot be loaded, or declares something that cannot stand, is named in
    ``catalogue.faults`` and left out whole; the others take part. The order in which plugins are
    given carries no meaning.
    """
    joined = _Joined(_core())
    for plugin in sorted(installed_plugins() if plugins is None else plugins, key=_order):
        joined.add(plugin)
    return joined.catalogue()


def _core() -> _Brought:
    distribution = Distribution(name=CORE, version=version(CORE))
    return _Brought(distribution, formats=FORMATS)


@attrs.frozen
class _Brought:
    """What one distribution declares."""

    distribution: Distribution
    programmes: Sequence[ProgrammeDefinition] = ()
    metrics: Sequence[Metric] = ()
    reports: Sequence[ReportForm] = ()
    formats: Sequence[ReportFormat] = ()
    samples: Sequence[Sample] = ()


class _Hooks:
    """The hooks of one plugin, with the types that pluggy does not give them."""

    def __init__(self, plugin: Plugin) -> None:
        self.plugin = plugin
        self.manager = _registered(plugin.load(), plugin.name)

    def programmes(self) -> Sequence[ProgrammeDefinition]:
        return self._values("inclusion_programmes", ProgrammeDefinition)

    def metrics(self) -> Sequence[Metric]:
        return self._values("inclusion_metrics", Metric)

    def reports(self) -> Sequence[ReportForm]:
        return self._values("inclusion_reports", ReportForm)

    def formats(self) -> Sequence[ReportFormat]:
        return self._values("inclusion_formats", ReportFormat)

    def samples(self) -> Sequence[Sample]:
        return self._values("inclusion_samples", Sample)

    def _values(self, hook: str, kind: type[ValueT]) -> Sequence[ValueT]:
        """What the plugin's hook returned, checked value by value."""
        caller: pluggy.HookCaller = getattr(self.manager.hook, hook)
        returned: list[object] = caller()
        if len(returned) < len(caller.get_hookimpls()):  # pluggy leaves None out
            raise PluginRefusedError(f"{hook} gave nothing: return its values, or () for none")
        values: list[ValueT] = []
        for value in (value for each in returned for value in _listed(hook, each)):
            if not isinstance(value, kind):
                given = type(value).__name__
                raise PluginRefusedError(f"{hook} must give {kind.__name__}, it gave {given}")
            if not f"{value.id}".startswith(f"{self.plugin.name}."):
                raise PluginRefusedError(
                    f"{hook} declares {value.id!r}: ids of this plugin begin with "
                    f"'{self.plugin.name}.'"
                )
            values.append(value)
        return values


def _listed(hook: str, returned: object) -> Iterator[object]:
    if isinstance(returned, str) or not isinstance(returned, Iterable):
        given = type(returned).__name__
        raise PluginRefusedError(f"{hook} must give an iterable of values, it gave {given}")
    yield from returned


def _registered(module: object, name: str) -> pluggy.PluginManager:
    """A manager of this one module, all of whose hooks it knows and will call.

    Raises:
        PluginRefusedError: A hook takes an argument that it is not given, is wrapped or lacks its
            mark; or the module implements no hook.
        UnknownNameError: A marked function is named after no hook.
    """
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
    for hook in hookspecs.__all__:
        if hasattr(module, hook) and hook not in implemented:
            raise PluginRefusedError(f"{hook} would not be called: mark it with @hookimpl")
    if not implemented:
        raise PluginRefusedError("it implements no hook: write functions marked with @hookimpl")
    return manager


class _Joined:
    """The declarations of several distributions, joined as far as they can stand together."""

    def __init__(self, core: _Brought) -> None:
        self.brought = [core]
        self.faults: list[PluginFault] = []

    def add(self, plugin: Plugin) -> None:
        """Take a plugin in whole, or leave it out and say why."""
        try:
            self.brought.append(self._loaded(plugin))
        except KeyboardInterrupt:
            raise
        except BaseException as fault:  # noqa: BLE001  one that exits or panics must not stop others
            self.faults.append(
                PluginFault(
                    plugin=plugin.name, distribution=plugin.distribution, problem=_told(fault)
                )
            )

    def _loaded(self, plugin: Plugin) -> _Brought:
        own = self.brought[0].distribution.version
        if plugin.version.split(".")[:2] != own.split(".")[:2]:
            raise PluginRefusedError(
                f"it is version {plugin.version or 'unknown'} and made for another core than "
                f"{own}: install both in the same minor version"
            )
        hooks = _Hooks(plugin)
        loaded = _Brought(
            Distribution(name=plugin.distribution, version=plugin.version, plugin=plugin.name),
            programmes=hooks.programmes(),
            metrics=hooks.metrics(),
            reports=hooks.reports(),
            formats=hooks.formats(),
            samples=hooks.samples(),
        )
        for kind in _KINDS:
            _shelf(kind, [*self.brought, loaded])
        return loaded

    def catalogue(self) -> Catalogue:
        """What there is now."""
        return Catalogue(
            schema=SCHEMA,
            programmes=_shelf("programmes", self.brought),
            metrics=_shelf("metrics", self.brought),
            reports=_shelf("reports", self.brought),
            formats=_shelf("formats", self.brought),
            samples=_shelf("samples", self.brought),
            distributions=tuple(each.distribution for each in self.brought),
            faults=tuple(self.faults),
        )


def _shelf(kind: str, brought: Sequence[_Brought]) -> Shelf[Any]:
    return Shelf.of(
        _KINDS[kind],
        [
            Declared(value, each.distribution.name)
            for each in brought
            for value in getattr(each, kind)
        ],
    )


_KINDS = {
    "programmes": "programme",
    "metrics": "metric",
    "reports": "report",
    "formats": "format",
    "samples": "sample",
}
"""What a distribution can declare, and what one of each is called."""


def _told(fault: BaseException) -> str:
    """The fault in one line: what the library says of it, or its kind and its first words."""
    kind = type(fault).__name__
    try:
        words = str(fault).strip().partition("\n")[0]
    except Exception:  # noqa: BLE001  the plugin's own, and broken in turn
        words = ""
    if isinstance(fault, InclusionError):
        return words or kind
    return f"{kind}: {words}" if words else kind
