"""What a plugin finds when its turn comes: compared afterwards, and put back where it was changed.

A plugin could set a function of the core to one of its own, empty a mapping, or reach into a
frozen value. Python prevents none of that. Compared are, by identity:

- the names of modules, and of the classes in them, and the built-in names,
- what those modules hold in mappings, lists and sets,
- the fields of every value that can be reached from there.

Not looked at are the code inside of a function, closures, caches, and modules of other projects.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any, cast

import attrs

from inclusion_core.manager.brought import KINDS, Brought
from inclusion_core.manager.held import Held, can_hold, held_by
from inclusion_core.manager.plugins import Plugin
from inclusion_core.manager.shape import is_of_the_core
from inclusion_core.manager.spaces import Space, spaces_of

__all__ = ["Watch", "modules_of"]


def modules_of(packages: Iterable[str]) -> tuple[ModuleType, ...]:
    """The modules of these top-level packages that are imported.

    Some are named only so that nobody can import them.
    """
    wanted = frozenset(packages)
    found = tuple(cast("Mapping[str, ModuleType | None]", sys.modules).items())
    return tuple(
        each for name, each in found if each is not None and name.partition(".")[0] in wanted
    )


class Watch:
    """The core, and the plugins that had their turn, as they were left."""

    def __init__(self) -> None:
        self._modules: dict[str, ModuleType] = {}
        self._spaces: list[Space] = [Space(builtins, "builtins")]
        self._held: list[Held] = []
        self._seen: dict[int, object] = {}

    def add_core(self) -> None:
        """Watch the modules of the core, and all that they hold."""
        modules = modules_of(["inclusion_core"])
        for module in modules:
            self.add_module(module)
        for module in modules:  # a value is named after the module that offers it
            self._add(module, getattr(module, "__all__", ()))
        for module in modules:
            self._add(module, vars(module))

    def add_module(self, module: ModuleType) -> None:
        """Watch the names of a module, and of the classes that it defines."""
        if self._modules.setdefault(module.__name__, module) is module:
            self._spaces.extend(spaces_of(module))

    def add_plugin_module(self, module: ModuleType) -> None:
        """Watch the names of a module of a plugin, and the values of the core's classes in it."""
        self.add_module(module)
        roots = [
            (f"{module.__name__}.{name}", value)
            for name, value in vars(module).items()
            if _is_value(type(value))
        ]
        package = module.__name__.partition(".")[0]
        self._held.extend(held_by(roots, package, self._seen))

    def add_plugin(self, plugin: Plugin, brought: Brought) -> None:
        """Watch the modules of a plugin, and what it declares."""
        for module in modules_of([plugin.package]) if plugin.package else ():
            self.add_plugin_module(module)
        said = f"what plugin {plugin.name!r} declares"
        values = [(said, value) for kind in KINDS for value in getattr(brought, kind)]
        self._held.extend(held_by(values, plugin.package, self._seen))

    def _add(self, module: ModuleType, names: Iterable[str]) -> None:
        own = vars(module)
        roots = [
            (f"{module.__name__}.{name}", own[name])
            for name in names
            if name in own and can_hold(own[name]) and not name.startswith("__")
        ]
        self._held.extend(held_by(roots, "inclusion_core", self._seen))

    def undone(self, own: str) -> tuple[str, ...]:
        """Put back what was changed, and name it, each once.

        Args:
            own: The top-level package whose turn it was: it may change what is its own.
        """
        return tuple(dict.fromkeys(self._undone(own)))

    def _undone(self, own: str) -> Iterator[str]:
        for name, module in self._modules.items():
            if name.partition(".")[0] != own and sys.modules.get(name) is not module:
                sys.modules[name] = module
                yield name
        for space in self._spaces:
            if space.package != own:
                yield from space.put_back()
        for held in self._held:
            if held.package != own and held.changed:
                held.put_back()
                yield held.said


def _is_value(kind: Any) -> bool:
    return attrs.has(kind) and is_of_the_core(kind)
