"""The public modules with their names, as the page on Python lists them."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import getdoc
from types import ModuleType

from site_parts.rooms import PAGES, Page, module_of, names_of

from reference_parts.markdown import code, said, table

__all__ = ["python_names"]


def python_names() -> str:
    """A table of modules for each page of the Python reference."""
    return "\n".join(part for page in PAGES for part in _part(page))


def _part(page: Page) -> Iterator[str]:
    yield f"## {page.title}\n"
    rows = (_row(module_of(name)) for name in page.modules)
    yield table(("module", "what it is for", "names"), rows)


def _row(module: ModuleType) -> tuple[str, str, str]:
    first = said((getdoc(module) or "").split("\n\n", 1)[0])
    return code(module.__name__), first, ", ".join(map(code, names_of(module)))
