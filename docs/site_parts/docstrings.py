"""Docstrings and signatures of the library, as Sphinx wants to be told them."""

from __future__ import annotations

import ast
import inspect
import sys
import typing
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

from site_parts.rooms import places

__all__ = ["bare_types", "sentences_without_types", "where_it_is_shown"]

SECTIONS = ("Returns:", "Yields:")
VALUES = ("attribute", "data", "property")


def sentences_without_types(*told: Any) -> None:
    """Say that what a sentence begins with is no type: types stand in the signature."""
    _, kind, _, _, _, lines = told
    starts = [place + 1 for place, line in enumerate(lines) if line.strip() in SECTIONS]
    for place in (*starts, *((0,) if kind in VALUES and lines else ())):
        words = lines[place].lstrip()
        lines[place] = f"{lines[place][: -len(words)]}: {words}"


def bare_types(_app: Sphinx, value: Any, _bound: bool) -> None:
    """Show the type of a field, and not what the schema is told beside it."""
    function = inspect.unwrap(getattr(value, "__func__", value))
    module = sys.modules.get(getattr(function, "__module__", ""))
    if module is not None and getattr(function, "__annotations__", None):
        names = {**_public(), **vars(module), **for_type_checkers(module)}
        function.__annotations__ = typing.get_type_hints(function, localns=names)


@cache
def for_type_checkers(module: ModuleType) -> Mapping[str, object]:
    """What a module imports where only type checkers look."""
    tree = ast.parse(inspect.getsource(module))
    found: dict[str, object] = {}
    for block in tree.body:
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING":
            for each in block.body:
                found |= _imported(each)
    return found


def _imported(statement: ast.stmt) -> dict[str, object]:
    match statement:
        case ast.ImportFrom(module=str() as module, names=names):
            source = import_module(module)
            return {each.asname or each.name: getattr(source, each.name) for each in names}
        case ast.Import(names=names):
            return {each.asname or each.name: import_module(each.name) for each in names}
        case _:
            return {}


@cache
def _public() -> Mapping[str, object]:
    """All public names, for fields that a class has from a class of another module."""
    return {name: getattr(sys.modules[module], name) for module, name in places()}


def where_it_is_shown(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, words: nodes.Element
) -> nodes.Element | None:
    """Find what a docstring calls by its own name, or by the module that makes it."""
    if node.get("refdomain") != "py":
        return None
    target, python = node["reftarget"].lstrip("."), env.domains.python_domain
    if "." in target and not target.startswith("inclusion_core"):
        return None
    here = f"{node.get('py:module')}.{target}"
    alone = target[:1].isupper() and "." not in target
    named_alone = [name for name in python.objects if alone and name.endswith(f".{target}")]
    for way in (_shown_as(target), _shown_as(here), here, *named_alone[:1]):
        if way in python.objects:
            place = python.objects[way]
            page = node.get("refdoc", place.docname)
            return make_refnode(app.builder, page, place.docname, place.node_id, words, way)
    return None


def _shown_as(name: str) -> str:
    """The way to a name, or to what it is a part of, under which it is shown."""
    ways = _ways()
    owner, part = name, ""
    while owner not in ways and "." in owner:
        owner, _, last = owner.rpartition(".")
        part = f".{last}{part}"
    return f"{ways.get(owner, owner)}{part}"


@cache
def _ways() -> Mapping[str, str]:
    """By each name that a thing has its way."""
    found: dict[str, str] = {}
    for (module, name), place in places().items():
        found[f"{module}.{name}"] = place.way
        value = getattr(sys.modules[module], name)
        if hasattr(value, "__qualname__"):
            found.setdefault(f"{value.__module__}.{value.__qualname__}", place.way)
    return found
