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
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, islice
from operator import is_
from types import ModuleType
from typing import Any, cast

import attrs

from inclusion_core.manager.brought import KINDS, Brought
from inclusion_core.manager.held import Held, can_hold, held_by, kind_of, nothing_changed
from inclusion_core.manager.plugins import Plugin
from inclusion_core.manager.shape import is_of_the_core
from inclusion_core.manager.spaces import Space, nothing_renamed, spaces_of

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
    """The core, and the plugins, as they were left by those who may change them."""

    def __init__(self) -> None:
        self._seen: dict[int, object] = {}
        self._packages: dict[str, _Package] = {}
        self._of("builtins").spaces.append(Space(builtins, "builtins"))

    def _of(self, package: str) -> _Package:
        return self._packages.setdefault(package, _Package(self._seen))

    def add_core(self) -> None:
        """Watch the modules of the core, and all that they hold."""
        core, modules = self._of("inclusion_core"), modules_of(["inclusion_core"])
        for module in modules:
            core.add_module(module)
        for module in modules:  # a value is named after the module that offers it
            core.add_values(module, getattr(module, "__all__", ()))
        for module in modules:
            core.add_values(module, vars(module))

    def add_plugin_module(self, module: ModuleType) -> None:
        """Watch the names of a module of a plugin, and the values of the core's classes in it."""
        self._of(module.__name__.partition(".")[0]).add_plugin_module(module)

    def after_its_turn(self, plugin: Plugin, brought: Brought | None) -> None:
        """Watch a plugin as it is now: what it changed of its own is not the next one's doing.

        Args:
            plugin: The plugin whose turn it was.
            brought: What it declares; nothing where it cannot take part.
        """
        package = self._of(plugin.package)
        modules = modules_of([plugin.package]) if plugin.package else ()
        if not package.is_as_it_was(modules):
            package.look_again(modules)
        if brought is not None:
            said = f"what plugin {plugin.name!r} declares"
            package.declared += [(said, each) for kind in KINDS for each in getattr(brought, kind)]
            package.add_held(package.declared)

    def undone(self, own: str) -> tuple[str, ...]:
        """Put back what was changed, and name it, each once.

        Args:
            own: The top-level package whose turn it was: it may change what is its own.
        """
        others = (each for name, each in self._packages.items() if name != own)
        return tuple(dict.fromkeys(chain.from_iterable(each.put_back() for each in others)))


class _Package:
    """What is watched of one top-level package.

    Attributes:
        modules: Its modules, by name.
        spaces: Their names, and those of their classes.
        held: The values that can be reached from there.
        declared: What its plugins gave from their hooks, each value with what it is called.
    """

    def __init__(self, seen: dict[int, object]) -> None:
        self.modules: dict[str, ModuleType] = {}
        self.spaces: list[Space] = []
        self.held: list[Held] = []
        self.declared: list[tuple[str, object]] = []
        self._seen = seen
        self._found: list[int] = []

    def add_module(self, module: ModuleType) -> None:
        """Watch the names of a module, and of the classes that it defines."""
        if module.__name__ not in self.modules:
            self.modules[module.__name__] = module
            self.spaces.extend(spaces_of(module))

    def add_plugin_module(self, module: ModuleType) -> None:
        self.add_module(module)
        self.add_held(
            (f"{module.__name__}.{name}", value)
            for name, value in vars(module).items()
            if _is_value(kind_of(value))
        )

    def add_values(self, module: ModuleType, names: Iterable[str]) -> None:
        own = vars(module)
        self.add_held(
            (f"{module.__name__}.{name}", own[name])
            for name in names
            if name in own and can_hold(own[name]) and not name.startswith("__")
        )

    def add_held(self, roots: Iterable[tuple[str, object]]) -> None:
        """Watch what can be changed and be reached from there, and is not watched already."""
        before = len(self._seen)
        self.held.extend(held_by(roots, self._seen))
        self._found.extend(islice(reversed(self._seen), len(self._seen) - before))

    def look_again(self, modules: Iterable[ModuleType]) -> None:
        """Watch it as it is now, with these modules."""
        for each in self._found:
            del self._seen[each]
        for watched in (self.modules, self.spaces, self.held, self._found):
            watched.clear()
        for module in modules:
            self.add_plugin_module(module)
        self.add_held(self.declared)

    def is_as_it_was(self, modules: Collection[ModuleType]) -> bool:
        """Whether it has these modules, and nothing in them was changed."""
        there = len(modules) == len(self.modules) and self._stands_in_its_place
        return there and nothing_renamed(self.spaces) and nothing_changed(self.held)

    @property
    def _stands_in_its_place(self) -> bool:
        return all(map(is_, map(sys.modules.get, self.modules), self.modules.values()))

    def put_back(self) -> Iterator[str]:
        """Make everything again what it was, and say what was not."""
        if not self._stands_in_its_place:
            changed = {n: m for n, m in self.modules.items() if sys.modules.get(n) is not m}
            sys.modules.update(changed)
            yield from changed
        if not nothing_renamed(self.spaces):
            for space in self.spaces:
                if not nothing_renamed([space]):
                    yield from space.put_back()
        if not nothing_changed(self.held):
            for held in self.held:
                if held.changed:
                    held.put_back()
                    yield held.said


@cache
def _is_value(kind: Any) -> bool:
    return attrs.has(kind) and is_of_the_core(kind)
