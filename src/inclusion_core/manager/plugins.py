"""Plugins that can be loaded: found by their entry points, made for one version of the core."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.metadata import Distribution, EntryPoint, entry_points

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.markers import PROJECT

__all__ = ["Plugin", "PluginRefusedError", "check_version", "installed_plugins", "type_prefix"]


@attrs.frozen(kw_only=True)
class Plugin:
    """A plugin that can be loaded.

    Attributes:
        name: Of its entry point: the namespace of what it declares.
        distribution: Name of the distribution that brings it.
        version: Version of that distribution.
        load: Imports it; may raise anything.
        module: Where its code is, ``inclusion_sif``; empty where it is made on the spot.
    """

    name: str
    distribution: str
    version: str
    load: Callable[[], object]
    module: str = attrs.field(default="", eq=False)

    @property
    def package(self) -> str:
        """The top-level package of its module: what is in there is its own."""
        return self.module.partition(".")[0]

    @property
    def order(self) -> tuple[str, str, str]:
        """Sorts plugins by name, distribution and version."""
        return self.name, self.distribution, self.version


class PluginRefusedError(InclusionError):
    """A plugin, or something that it declares, cannot take part."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return self.problem


def installed_plugins() -> tuple[Plugin, ...]:
    """The plugins of all installed distributions, ordered by name and distribution."""
    found = map(_plugin, entry_points(group=PROJECT))
    return tuple(sorted(found, key=lambda plugin: plugin.order))


def _plugin(point: EntryPoint) -> Plugin:
    return Plugin(
        name=point.name,
        distribution=_told(point.dist, "name") or point.value,
        version=_told(point.dist, "version"),
        load=point.load,
        module=re.split(r"[:\s\[]", point.value, maxsplit=1)[0],
    )


def _told(distribution: Distribution | None, what: str) -> str:
    """What the metadata of a distribution say; nothing where they are damaged."""
    try:
        told: object = getattr(distribution, what, None)
    except Exception:  # noqa: BLE001  damaged metadata raise whatever they raise
        told = None
    return told if isinstance(told, str) else ""


def type_prefix(namespace: str) -> str:
    """What the record types of a namespace begin with, and the lists that they add to others.

    Example:
        >>> type_prefix("garden"), type_prefix("Home-Visits")
        ('garden_', 'home_visits_')
    """
    return f"{re.sub('[-.]+', '_', namespace).lower()}_"


def check_version(plugin: Plugin, core: str) -> None:
    """Refuse a plugin that is made for another core.

    Args:
        plugin: The plugin; the first two numbers of its version are those of its core.
        core: The version of this core.

    Raises:
        PluginRefusedError: They differ, or there are none.
    """
    made_for, own = _first_two(plugin.version), _first_two(core)
    if made_for is None or own is None:
        raise PluginRefusedError(
            "nobody can tell for which core it is made, because its version is not known: install "
            "it as a distribution with a version"
        )
    if made_for == own:
        return
    newer = made_for > own
    told = f"it is version {plugin.version} and made for a{' newer' if newer else 'n older'} core"
    remedy = (
        f"install inclusion-core {made_for[0]}.{made_for[1]}"
        if newer
        else f"install a newer version of {plugin.distribution}"
    )
    raise PluginRefusedError(f"{told} than {core}: {remedy}")


def _first_two(version: str) -> tuple[int, int] | None:
    found = re.match(r"(\d+)(?:\.(\d+))?", version, re.ASCII)
    return (int(found[1]), int(found[2] or 0)) if found else None
