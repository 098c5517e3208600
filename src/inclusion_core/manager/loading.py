"""Joins what plugins declare to a catalogue, and names those that cannot take part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import version
from logging import getLogger
from threading import RLock

import attrs

from inclusion_core.catalogue import Catalogue, Distribution, PluginFault
from inclusion_core.checks.consistency import CONSISTENCY_CHECKS
from inclusion_core.manager.added_types import joined_schema
from inclusion_core.manager.brought import Brought, shelf
from inclusion_core.manager.built_in import is_built_in, with_built_in
from inclusion_core.manager.patience import SECONDS, in_a_turn
from inclusion_core.manager.plugins import Plugin, PluginRefusedError, installed_plugins
from inclusion_core.manager.together import problems_together
from inclusion_core.manager.told import in_one_line, told
from inclusion_core.manager.turn import turn_of
from inclusion_core.manager.watch import Watch, modules_of
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.reports.formats import FORMATS
from inclusion_core.tables.reader import PARQUET_READER
from inclusion_core.wire.readers import READERS
from inclusion_core.words import WORDS

__all__ = ["load_catalogue"]

CORE = "inclusion-core"

_LOG = getLogger("inclusion_core.plugins")

_ONE_AT_A_TIME = RLock()
"""What a plugin changes of the process is seen, and put back, while nobody else loads any."""


def load_catalogue(
    plugins: Iterable[Plugin] | None = None, *, patience: float = SECONDS
) -> Catalogue:
    """The catalogue of the installed plugins, or of the given ones.

    A plugin that cannot be loaded, or declares something that cannot stand, is named in
    ``catalogue.faults`` and left out whole; the others take part. The order in which plugins are
    given carries no meaning.

    Each plugin is loaded on a thread of its own and waited for. What hangs is given up, and named;
    its thread cannot be ended, and stays until the process ends, with whatever it holds (see
    :class:`~inclusion_core.manager.patience.Patience`). What a plugin changes of the core, of
    other plugins or of the process while it is loaded is put back; so one catalogue is loaded at a
    time, and other threads wait.

    Args:
        plugins: Those to load; the installed ones where none are given.
        patience: How many seconds each of them may take.

    Raises:
        PluginRefusedError: It is a plugin that asks, while it is loaded itself.
    """
    if in_a_turn():
        raise PluginRefusedError(
            "while it is loaded it loads the catalogue, which waits for it: take what you need of "
            "the catalogue where you are given it"
        )
    with _ONE_AT_A_TIME:
        catalogue = _loaded(installed_plugins() if plugins is None else plugins, patience)
    _tell(catalogue)
    return catalogue


def _tell(catalogue: Catalogue) -> None:
    """Log who takes part, who does not and why, and what should be looked at."""
    for each in catalogue.distributions[1:]:  # the first is the core
        told = {
            "event": "plugin.loaded",
            "plugin": each.plugin,
            "distribution": each.name,
            "version": each.version,
        }
        _LOG.info("plugin %(plugin)s of %(distribution)s %(version)s takes part", told, extra=told)
    for fault in catalogue.faults:
        told = {
            "event": "plugin.left_out",
            "plugin": fault.plugin,
            "distribution": fault.distribution,
            "problem": fault.problem,
        }
        _LOG.warning(
            "plugin %(plugin)s of %(distribution)s is left out: %(problem)s", told, extra=told
        )
    for remark in catalogue.remarks:
        told = {
            "event": "plugin.remark",
            "plugin": remark.plugin,
            "distribution": remark.distribution,
            "problem": remark.problem,
        }
        _LOG.warning("plugin %(plugin)s of %(distribution)s: %(problem)s", told, extra=told)


def _loaded(named: Iterable[Plugin], patience: float) -> Catalogue:
    core, given, faults = _parted(sorted(named, key=lambda each: each.order))
    watch = Watch()
    packages = frozenset(each.package for each in given if each.package)
    if given:
        watch.add_core()
    for module in modules_of(packages):
        watch.add_plugin_module(module)
    standing: list[Brought] = []
    remarks: dict[int, tuple[str, ...]] = {}
    for plugin in given:
        turn = turn_of(plugin, core, watch=watch, packages=packages, patience=patience)
        if turn.brought is None:
            faults.append(_fault(_of(plugin), turn.problem))
        else:
            standing.append(turn.brought)
            remarks[id(turn.brought)] = turn.remarks
        watch.after_its_turn(plugin, turn.brought)
    beside: dict[int, PluginFault] = {}
    for brought, problem in problems_together(standing, [fault.plugin for fault in faults]):
        beside.setdefault(id(brought), _fault(brought.distribution, problem))
    taking_part = [each for each in standing if id(each) not in beside]
    return _catalogue(
        [core, *taking_part],
        sorted([*faults, *beside.values()], key=attrs.astuple),
        [_fault(each.distribution, said) for each in taking_part for said in remarks[id(each)]],
    )


def _core() -> Brought:
    return Brought(
        distribution=Distribution(name=CORE, version=version(CORE)),
        checks=CONSISTENCY_CHECKS,
        record_types=RECORD_CLASSES,
        formats=FORMATS,
        readers=(*READERS, PARQUET_READER),
        texts=(WORDS,),
    )


def _parted(plugins: Iterable[Plugin]) -> tuple[Brought, list[Plugin], list[PluginFault]]:
    """The core with its optional parts, the plugins of others, and the parts that are broken."""
    core, others = _core(), list[Plugin]()
    faults: list[PluginFault] = []
    for plugin in plugins:
        if not is_built_in(plugin, core):
            others.append(plugin)
            continue
        try:
            core = with_built_in(core, plugin)
        except Exception as fault:  # noqa: BLE001  of a damaged installation, the rest works
            faults.append(_fault(_of(plugin), told(fault)))
    return core, others, faults


def _of(plugin: Plugin) -> Distribution:
    return Distribution(name=plugin.distribution, version=plugin.version, plugin=plugin.name)


def _fault(distribution: Distribution, problem: str) -> PluginFault:
    return PluginFault(
        plugin=distribution.plugin,
        distribution=in_one_line(distribution.name),
        problem=in_one_line(problem),
    )


def _catalogue(
    brought: Sequence[Brought], faults: Sequence[PluginFault], remarks: Iterable[PluginFault]
) -> Catalogue:
    core, *plugins = brought
    added_types = [record_class for each in plugins for record_class in each.record_types]
    words = sorted((each for one in plugins for each in one.words), key=lambda each: each.id)
    return Catalogue(
        schema=joined_schema(added_types),
        programmes=shelf("programmes", brought, faults),
        rules=shelf("rules", brought, faults),
        limits=shelf("limits", brought, faults),
        checks=shelf("checks", brought, faults),
        metrics=shelf("metrics", brought, faults),
        facts=shelf("facts", brought, faults),
        facts_tables=shelf("facts_tables", brought, faults),
        assumptions=shelf("assumptions", brought, faults),
        record_types=shelf("record_types", brought, faults),
        reports=shelf("reports", brought, faults),
        formats=shelf("formats", brought, faults),
        readers=shelf("readers", brought, faults),
        texts=shelf("texts", brought, faults),
        samples=shelf("samples", brought, faults),
        deprecations=shelf("deprecations", brought, faults),
        vocabulary=core.texts[0].joined(words),
        distributions=tuple(each.distribution for each in brought),
        faults=tuple(faults),
        remarks=tuple(remarks),
    )
