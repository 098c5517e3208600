"""Sees modules of other plugins as they are when they are new, before an importer can change them.

A plugin may import what another one declares, and may do so before it is that one's turn.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TypeAlias

__all__ = ["onlooking"]

Tell: TypeAlias = Callable[[ModuleType], None]


@contextmanager
def onlooking(packages: Collection[str], tell: Tell) -> Generator[None]:
    """Tell of the modules of these packages as soon as the import is done that brought them.

    Args:
        packages: Top-level packages, ``inclusion_sif``.
        tell: Is given the module.
    """
    onlooker = _Onlooker(frozenset(packages), tell)
    sys.meta_path.insert(0, onlooker)
    try:
        yield
    finally:
        sys.meta_path[:] = [each for each in sys.meta_path if each is not onlooker]


class _Onlooker(MetaPathFinder):
    """Finds what the others find, and puts itself beside the loader."""

    def __init__(self, packages: frozenset[str], tell: Tell) -> None:
        self.packages = packages
        self.tell = tell
        self.running = 0
        self.new: list[ModuleType] = []

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        """The module as the other finders find it."""
        if fullname.partition(".")[0] not in self.packages:
            return None
        others = (each for each in tuple(sys.meta_path) if each is not self)
        found = (each.find_spec(fullname, path, target) for each in others)
        spec = next((each for each in found if each is not None), None)
        if spec is not None and spec.loader is not None:
            spec.loader = _Telling(spec, spec.loader, self)
        return spec

    def run(self, loader: Loader, module: ModuleType) -> None:
        """Run the code of a module; the outermost one tells of all that it brought."""
        self.running += 1
        try:
            loader.exec_module(module)
            self.new.append(module)
        finally:
            self.running -= 1
            if not self.running:
                for each in self.new:
                    self.tell(each)
                self.new.clear()


class _Telling(Loader):
    """A loader that is looked at, and then is not seen any more."""

    def __init__(self, spec: ModuleSpec, loader: Loader, onlooker: _Onlooker) -> None:
        self.spec = spec
        self.loader = loader
        self.onlooker = onlooker

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """As the loader does."""
        return self.loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Run the code of the module, with its own loader in its place."""
        module.__loader__ = self.loader
        self.spec.loader = self.loader
        self.onlooker.run(self.loader, module)
