"""The Python reference as Sphinx reads it: for each public module its names."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from enum import Enum
from types import ModuleType

from site_parts.rooms import FACE, PAGES, Name, Page, Place, given, module_of, names_of, places

__all__ = ["python_pages"]


def python_pages() -> Mapping[str, str]:
    """By name of the file its text."""
    shown = places()
    return {page.name: "\n".join(_page(page, shown)) + "\n" for page in PAGES}


def _page(page: Page, shown: Mapping[Name, Place]) -> Iterator[str]:
    yield from _heading(page.title, "=")
    for name in page.modules:
        yield from _module(module_of(name), shown)
    if page.given:
        yield from _heading("What they hand out and raise", "-")
        for way, value in given(page):
            yield from _shown(value, way)


def _module(module: ModuleType, shown: Mapping[Name, Place]) -> Iterator[str]:
    yield from _heading(module.__name__, "-")
    yield f".. automodule:: {module.__name__}\n"
    named = {name: shown[module.__name__, name] for name in names_of(module)}
    others = [each for each in named.values() if each.module != module.__name__]
    if others:
        words = "All of them" if module.__name__ == FACE else "Also here"
        yield f"{words}: {', '.join(f':py:obj:`{each.way}`' for each in others)}.\n"
    for name, place in named.items():
        if place.module == module.__name__:
            yield from _shown(getattr(module, name), place.way)


def _shown(value: object, way: str) -> Iterator[str]:
    if inspect.isclass(value):
        kind = "exception" if issubclass(value, BaseException) else "class"
        every = "   :undoc-members:\n" if issubclass(value, Enum) else ""
        yield f".. auto{kind}:: {way}\n   :members:\n{every}"
    elif inspect.isroutine(value):
        yield f".. autofunction:: {way}\n"
    else:
        yield f".. autodata:: {way}\n   :no-value:\n"


def _heading(words: str, line: str) -> Iterator[str]:
    yield f"{words}\n{line * len(words)}\n"
