"""Names for the records of lists, given anew where one expression is put into another.

A list names its records by how deep it lies, so that expressions built alike are equal. Where an
expression with lists takes the place of a day inside of others, the same name can come to stand
for two records at once; each list is then named again.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any, cast

import attrs

from inclusion_core.expr import nodes

__all__ = ["EACH", "renumbered"]

EACH = "each"
"""What the name of a record of a list begins with."""

_Names = Mapping[nodes.Variable, nodes.Variable]


def renumbered(node: nodes.NodeT) -> nodes.NodeT:
    """The same expression, each list named by how deep it lies; no name stands for two records."""
    return cast("nodes.NodeT", _by_depth(_told_apart(node, {}, count())))


def depth(*parts: nodes.Node) -> int:
    """How deep lists lie inside of each other; 0 where there is none."""
    bound = (v for part in parts for v in nodes.bound_variables(part))
    return max((int(v.name.removeprefix(EACH)) for v in bound), default=0)


def _told_apart(node: Any, names: _Names, fresh: count[int]) -> Any:
    """The same with a name of its own for each list; a list hides what is named alike outside."""
    if isinstance(node, tuple):
        parts: tuple[Any, ...] = node
        return tuple(_told_apart(each, names, fresh) for each in parts)
    if isinstance(node, nodes.Variable):
        return names.get(node, node)
    if type(node) not in nodes.NODE_CLASSES:
        return node
    own = names
    changed: dict[str, Any] = {}
    if isinstance(node, nodes.Reduction):
        related = node.related
        variable = attrs.evolve(related.variable, name=f"~{next(fresh)}")
        own = {**names, related.variable: variable}
        changed["related"] = attrs.evolve(
            related,
            owner=_told_apart(related.owner, names, fresh),
            variable=variable,
            where=_told_apart(related.where, own, fresh),
            complete_through=_told_apart(related.complete_through, names, fresh),
        )
    for attribute in attrs.fields(type(node)):
        if attribute.name not in changed:
            changed[attribute.name] = _told_apart(getattr(node, attribute.name), own, fresh)
    return attrs.evolve(node, **changed)


def _by_depth(node: Any) -> Any:
    """The same with each list named by how deep it lies, the innermost first."""
    if isinstance(node, tuple):
        parts: tuple[Any, ...] = node
        return tuple(_by_depth(each) for each in parts)
    if type(node) not in nodes.NODE_CLASSES or isinstance(node, nodes.Variable):
        return node
    inside = {a.name: _by_depth(getattr(node, a.name)) for a in attrs.fields(type(node))}
    done = attrs.evolve(node, **inside)
    if not isinstance(done, nodes.Reduction):
        return done
    related = done.related
    values = [each for each in nodes.children(done) if each is not related]
    named = attrs.evolve(related.variable, name=f"{EACH}{depth(related.where, *values) + 1}")
    return nodes.rebuilt(done, {related.variable: named})
