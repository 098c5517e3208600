"""The names of a module or class, and what they stood for before somebody else had a turn."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from operator import is_, methodcaller
from types import ModuleType
from typing import Any

__all__ = ["Space", "nothing_renamed", "spaces_of"]

_OF_EVERY_MODULE = frozenset({"__doc__", "__loader__", "__name__", "__package__", "__spec__"})


class Space:
    """What is compared of a module or class: by identity, so that no code of a plugin runs.

    Attributes:
        said: What it is called.
        before: What its names stood for.
        now: What they stand for.
    """

    __slots__ = ("_kind", "_owner", "before", "now", "said")

    def __init__(self, owner: ModuleType | type, said: str) -> None:
        self.said: str = said
        self._owner = owner
        self._kind: Any = type if isinstance(owner, type) else ModuleType
        self.now: Mapping[str, Any] = vars(owner)
        self.before: Mapping[str, Any] = dict(self.now)

    def put_back(self) -> Iterator[str]:
        """Make the names stand again for what they did, and say which did not."""
        now = self.now
        changed = [
            name
            for name, before in self.before.items()
            if name not in now or (now[name] is not before and not self._imported_anew(name))
        ]
        added = [name for name in now if name not in self.before and self._matters(name, now[name])]
        for name in changed:
            self._kind.__setattr__(self._owner, name, self.before[name])
        for name in added:
            self._kind.__delattr__(self._owner, name)
        yield from (f"{self.said}.{name}" for name in (*changed, *added))
        self.before = dict(now)

    def _imported_anew(self, name: str) -> bool:
        """Whether a submodule, which somebody had taken out of ``sys.modules``, came in again."""
        module = self.now[name]
        return isinstance(module, ModuleType) and sys.modules.get(f"{self.said}.{name}") is module

    def _matters(self, name: str, value: object) -> bool:
        """Whether a new name changes what others do: most are submodules, and change nothing."""
        if isinstance(self._owner, type):
            return callable(value) or hasattr(type(value), "__get__")
        shadows = name in vars(builtins) and name not in _OF_EVERY_MODULE
        return shadows and self._owner is not builtins


def spaces_of(module: ModuleType) -> Iterator[Space]:
    """The names of a module and those of the classes that it defines."""
    yield Space(module, module.__name__)
    for name, value in tuple(vars(module).items()):
        if isinstance(value, type) and value.__module__ == module.__name__:
            yield Space(value, f"{module.__name__}.{name}")


def nothing_renamed(spaces: Sequence[Space]) -> bool:
    """Whether all names stand for what they did; asked in few steps, for there are thousands."""
    now, before = [each.now for each in spaces], [each.before for each in spaces]
    return (
        list(map(len, now)) == list(map(len, before))
        and all(map(is_, chain.from_iterable(now), chain.from_iterable(before)))
        and all(map(is_, _held(now), _held(before)))
    )


def _held(names: Sequence[Mapping[str, Any]]) -> Iterator[Any]:
    return chain.from_iterable(map(_VALUES, names))


_VALUES = methodcaller("values")
