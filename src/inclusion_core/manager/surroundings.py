"""What a whole process shares, and a plugin must leave as it is: compared, and put back."""

from __future__ import annotations

import locale
import os
import random
import sys
import warnings
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

__all__ = ["Surroundings"]

_Get: TypeAlias = Callable[[], Any]
_Put: TypeAlias = Callable[[Any], object]


@attrs.frozen
class Surroundings:
    """The surroundings as they were at one time.

    What is not among them is not looked at: files, open connections, threads that were started,
    signals, the state of other libraries.
    """

    _before: tuple[Any, ...]

    @classmethod
    def as_they_are(cls) -> Surroundings:
        """As they are."""
        return cls(tuple(get() for get, _ in _PARTS.values()))

    def put_back(self) -> tuple[str, ...]:
        """Make them again what they were, and say what was not; never the values."""
        return tuple(self._put_back())

    def _put_back(self) -> Iterator[str]:
        for (said, (get, put)), before in zip(_PARTS.items(), self._before, strict=True):
            now = get()
            if now != before:
                put(before)
                yield said if said != _ENVIRONMENT else f"{said} ({_names(before, now)})"


_ENVIRONMENT = "the environment"


def _names(before: dict[str, str], now: dict[str, str]) -> str:
    changed = {name for name, _ in before.items() ^ now.items()}
    return ", ".join(sorted(changed))


def _folder() -> str | None:
    try:
        return os.getcwd()  # noqa: PTH109  a path object costs more, and is no better here
    except OSError:
        return None


def _into(folder: str | None) -> None:
    if folder is not None:
        os.chdir(folder)


def _put_environment(before: dict[str, str]) -> None:
    for name in os.environ.keys() - before.keys():
        del os.environ[name]
    os.environ.update(before)


def _put_path(before: tuple[str, ...]) -> None:
    sys.path[:] = before


def _put_filters(before: tuple[Any, ...]) -> None:
    warnings.filters[:] = before  # type: ignore[index]  # a list, whatever its stub says
    with warnings.catch_warnings():
        pass  # what was remembered under other filters is forgotten by going in and out


def _streams() -> tuple[Any, ...]:
    return sys.stdin, sys.stdout, sys.stderr


def _put_streams(before: tuple[Any, ...]) -> None:
    sys.stdin, sys.stdout, sys.stderr = before


def _logging() -> tuple[int, tuple[Any, ...]]:
    """Level and handlers of the root logger; those it would have, where nobody has asked yet."""
    module = sys.modules.get("logging")
    return (30, ()) if module is None else (module.root.level, tuple(module.root.handlers))


def _put_logging(before: tuple[int, tuple[Any, ...]]) -> None:
    root = sys.modules["logging"].root
    root.level, root.handlers[:] = before


_PARTS: MappingProxyType[str, tuple[_Get, _Put]] = MappingProxyType(
    {
        "the working folder": (_folder, _into),
        _ENVIRONMENT: (lambda: dict(os.environ), _put_environment),
        "the locale": (
            lambda: locale.setlocale(locale.LC_ALL),
            lambda before: locale.setlocale(locale.LC_ALL, before),
        ),
        "the state of random numbers": (random.getstate, random.setstate),
        "the filters of warnings": (lambda: tuple(warnings.filters), _put_filters),
        "where modules are found (sys.path)": (lambda: tuple(sys.path), _put_path),
        "the limit of recursion": (sys.getrecursionlimit, sys.setrecursionlimit),
        "the standard streams": (_streams, _put_streams),
        "the root logger": (_logging, _put_logging),
    }
)
