"""Loads a plugin as a catalogue does, and gives the checks what they look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inclusion_core.catalogue import Catalogue, same_distribution
from inclusion_core.manager.declarations import declarations
from inclusion_core.manager.loading import load_catalogue
from inclusion_core.manager.plugins import Plugin
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.meaning import Meant

__all__ = ["given_of"]


def given_of(meant: Meant, *, engines: Sequence[str], examples: int, seed: int) -> Given | str:
    """What the checks look at; where the plugin cannot take part, why."""
    catalogue = _catalogue(meant)
    problem = problem_of(meant.plugin, catalogue)
    if problem:
        return problem
    return Given(
        plugin=meant.plugin,
        module=meant.module,
        brought=declarations(meant.plugin),
        catalogue=catalogue,
        others=meant.others,
        engines=tuple(engines),
        examples=examples,
        seed=seed,
    )


def problem_of(plugin: Plugin, catalogue: Catalogue) -> str:
    """What a catalogue says is wrong with a plugin; empty where it takes part."""
    told = (
        fault.problem
        for fault in catalogue.faults
        if (fault.plugin, fault.distribution) == (plugin.name, plugin.distribution)
    )
    return "; ".join(told)


def _catalogue(meant: Meant) -> Catalogue:
    """The plugin with whom it takes rules from; with all others where it cannot stand so."""
    alone = load_catalogue([meant.plugin])
    named = {name for each in alone.programmes for name in each.rules_from}
    if not problem_of(meant.plugin, alone) and not named:
        return alone
    needed = load_catalogue([meant.plugin, *_of_distributions(meant.others, named)])
    if not problem_of(meant.plugin, needed):
        return needed
    return load_catalogue([meant.plugin, *meant.others])


def _of_distributions(plugins: Iterable[Plugin], names: Iterable[str]) -> list[Plugin]:
    same = {same_distribution(name) for name in names}
    return [each for each in plugins if same_distribution(each.distribution) in same]
