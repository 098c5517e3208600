"""Which plugin is meant: an installed one, a module, or one that is given as it is."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.metadata import entry_points, version
from types import ModuleType

import attrs

from inclusion_core.manager.plugins import Plugin, installed_plugins
from inclusion_core.markers import PROJECT

__all__ = ["Meant", "plugin_meant"]

CORE = "inclusion-core"
PREFIX = "inclusion_"


@attrs.frozen(kw_only=True)
class Meant:
    """The plugin that is meant.

    Attributes:
        plugin: It.
        module: Where another process finds it: ``inclusion_cafe``; empty where it cannot.
        others: All other plugins that are installed.
    """

    plugin: Plugin
    module: str
    others: tuple[Plugin, ...]


def plugin_meant(plugin: ModuleType | str | Plugin) -> Meant | None:
    """The plugin of that name, in that module, or as given; ``None`` where none has the name.

    A module without an entry point is taken for the plugin of its own name, made for this core:
    ``inclusion_cafe`` for ``cafe``.
    """
    installed = installed_plugins()
    match plugin:
        case Plugin():
            found = plugin
        case ModuleType():
            found = _of_module(plugin, installed)
        case _:
            named = (each for each in installed if each.name == plugin)
            one = next(named, None)
            if one is None:
                return None
            found = one
    return Meant(
        plugin=found,
        module=_importable(found.module),
        others=tuple(each for each in installed if each.name != found.name),
    )


def _of_module(module: ModuleType, installed: Iterable[Plugin]) -> Plugin:
    name = _entry_names().get(module.__name__)
    for each in installed:
        if each.name == name:
            return each
    own = module.__name__.rpartition(".")[2].removeprefix(PREFIX).replace("_", "-")
    return Plugin(
        name=own,
        distribution=f"inclusion-{own}",
        version=version(CORE),
        load=lambda: module,
        module=module.__name__,
    )


def _entry_names() -> dict[str, str]:
    return {point.value: point.name for point in entry_points(group=PROJECT)}


def _importable(module: str) -> str:
    """The name of a module that another process can import; empty where it is made on the spot."""
    there = sys.modules.get(module)
    return module if there is None or there.__spec__ is not None else ""
