"""Which records expressions can reach from the record that they are about, and by which links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from inclusion_core.expr import nodes
from inclusion_core.expr.frames.beginnings import REDUCTIONS

__all__ = ["Path", "paths_reached"]

Path: TypeAlias = tuple[str, ...]
"""Links from the record asked about; none for the record itself."""
Places: TypeAlias = Mapping[nodes.Variable, Path]
"""Where the record is for which a variable stands."""


def paths_reached(expressions: Iterable[nodes.Node], case: nodes.Variable) -> tuple[Path, ...]:
    """All paths along which expressions follow links; shorter ones first, each with its beginnings.

    Raises:
        ExpressionError: An expression is nested too deep.
    """
    found: set[Path] = {()}
    seen: set[tuple[int, tuple[Path, ...]]] = set()
    for node in expressions:
        nodes.checked_depth(node)
        _follow(node, {case: ()}, found, seen)
    whole = {path[:length] for path in found for length in range(len(path) + 1)}
    return tuple(sorted(whole, key=lambda path: (len(path), path)))


def _follow(
    node: nodes.Node, places: Places, found: set[Path], seen: set[tuple[int, tuple[Path, ...]]]
) -> None:
    """Add the paths of a node; one that is used in two places is followed once from each place."""
    here = (id(node), tuple(places.values()))
    if here in seen:
        return
    seen.add(here)
    if isinstance(node, nodes.Variable | nodes.Hop):
        found.add(_path(node, places))
        return
    inside = places
    if isinstance(node, REDUCTIONS):
        related = node.related
        path = (*_path(related.owner, places), *related.path)
        found.add(path)
        inside = {**places, related.variable: path}
        _follow(related.where, inside, found, seen)
        if related.complete_through is not None:
            _follow(related.complete_through, places, found, seen)
    for part in nodes.children(node):
        if not isinstance(part, nodes.Related):
            _follow(part, inside, found, seen)


def _path(row: nodes.RowNode, places: Places) -> Path:
    """The way to a row; one that nothing binds is nowhere, and readers refuse it."""
    if isinstance(row, nodes.Variable):
        return places.get(row, ())
    return (*_path(row.row, places), row.link)
