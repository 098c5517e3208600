"""Joins what plugins declare to a catalogue, and names those that cannot take part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version

import attrs

from inclusion_core.catalogue import Catalogue, Distribution, PluginFault
from inclusion_core.checks.consistency import CONSISTENCY_CHECKS
from inclusion_core.errors import InclusionError
from inclusion_core.expr.schema import Schema
from inclusion_core.manager.added_types import joined_schema
from inclusion_core.manager.belonging import check_alone
from inclusion_core.manager.brought import Brought, shelf
from inclusion_core.manager.declarations import declarations
from inclusion_core.manager.plugins import Plugin, check_version, installed_plugins
from inclusion_core.manager.together import problems_together
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.reports.formats import FORMATS
from inclusion_core.rules.knowing import without_knowing
from inclusion_core.wire.readers import READERS
from inclusion_core.words import WORDS

__all__ = ["load_catalogue"]

CORE = "inclusion-core"


def load_catalogue(plugins: Iterable[Plugin] | None = None) -> Catalogue:
    """The catalogue of the installed plugins, or of the given ones.

    A plugin that cannot be loaded, or declares something that cannot stand, is named in
    ``catalogue.faults`` and left out whole; the others take part. The order in which plugins are
    given carries no meaning.
    """
    core = _core()
    standing: list[Brought] = []
    faults: list[PluginFault] = []
    given = installed_plugins() if plugins is None else plugins
    for plugin in sorted(given, key=lambda each: each.order):
        loaded = _loaded(plugin, core)
        if isinstance(loaded, Brought):
            standing.append(loaded)
        else:
            faults.append(loaded)
    broken = [fault.plugin for fault in faults]
    beside: dict[int, PluginFault] = {}
    for brought, problem in problems_together(standing, broken):
        beside.setdefault(id(brought), _fault(brought.distribution, problem))
    return _catalogue(
        [core, *(each for each in standing if id(each) not in beside)],
        sorted([*faults, *beside.values()], key=attrs.astuple),
    )


def _core() -> Brought:
    return Brought(
        distribution=Distribution(name=CORE, version=version(CORE)),
        checks=CONSISTENCY_CHECKS,
        record_types=RECORD_CLASSES,
        formats=FORMATS,
        readers=READERS,
        texts=(WORDS,),
    )


def _loaded(plugin: Plugin, core: Brought) -> Brought | PluginFault:
    """What a plugin declares if all of it can stand alone; otherwise what is wrong with it."""
    try:
        check_version(plugin, core.distribution.version)
        brought = declarations(plugin)
        check_alone(core, brought)
    except KeyboardInterrupt:
        raise
    except BaseException as fault:  # noqa: BLE001  one that exits or panics must not stop others
        distribution = Distribution(
            name=plugin.distribution, version=plugin.version, plugin=plugin.name
        )
        return _fault(distribution, _told(fault))
    return brought


def _fault(distribution: Distribution, problem: str) -> PluginFault:
    return PluginFault(plugin=distribution.plugin, distribution=distribution.name, problem=problem)


def _catalogue(brought: Sequence[Brought], faults: Iterable[PluginFault]) -> Catalogue:
    core, *plugins = brought
    added_types = [record_class for each in plugins for record_class in each.record_types]
    schema = joined_schema(added_types)
    words = sorted((each for one in plugins for each in one.words), key=lambda each: each.id)
    return Catalogue(
        schema=schema,
        programmes=shelf("programmes", brought),
        rules=shelf("rules", brought),
        limits=shelf("limits", brought),
        checks=shelf("checks", brought),
        metrics=shelf("metrics", brought),
        facts=shelf("facts", brought),
        facts_tables=shelf("facts_tables", brought),
        assumptions=shelf("assumptions", brought),
        record_types=shelf("record_types", brought),
        reports=shelf("reports", brought),
        formats=shelf("formats", brought),
        readers=shelf("readers", brought),
        texts=shelf("texts", brought),
        samples=shelf("samples", brought),
        vocabulary=core.texts[0].joined(words),
        distributions=tuple(each.distribution for each in brought),
        faults=tuple(faults),
        remarks=tuple(_remarks(plugins, schema)),
    )


def _remarks(plugins: Iterable[Brought], schema: Schema) -> Iterator[PluginFault]:
    """Rules that are decided for who knows whom: their authors will want to know."""
    for brought in plugins:
        for rule in sorted(brought.rules, key=lambda each: each.id):
            truth = without_knowing(rule, schema)
            if truth.decided:
                problem = f"rule {rule.id!r} is {truth.value} for somebody of whom nothing is known"
                yield _fault(brought.distribution, f"{problem}: what does it ask of them?")


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
