"""Where in generated code each part of an expression is worked out.

A region is the code that is run for one row: for the record asked about, or for one record of a
list. Conditions are read one after the other until the answer is settled, so that some code of a
region stands in a block that is not always run. A part that is used once is worked out where it is
used; one that is used more often, in the innermost block that leads to all of its uses.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.generated.canonical import REDUCTIONS, Canonical
from inclusion_core.expr.generated.refusal import NotGeneratedError

__all__ = ["GROUP", "Parts", "Path", "Region", "groups", "operand_path"]

Path: TypeAlias = tuple[tuple[Hashable, int], ...]
"""A block: for each node that leads to it, the operand before which it begins."""

GROUP = 50
"""How many operands are read in one function; more are split among several."""
MOST_BLOCKS = 8
"""How many blocks stand in one another; deeper ones are always run."""
VALUES = ("value", "by")
"""What is asked of each record of a list, beside its condition."""


def groups(node: Any) -> Iterator[range]:
    """The operands of a node with many of them, those of one function together."""
    for first in range(0, len(node.of), GROUP):
        yield range(first, min(first + GROUP, len(node.of)))


def operand_path(node: Any, index: int, path: Path) -> Path:
    """The block in which an operand is read, if the node stands in the block ``path``."""
    if not isinstance(node, nodes.AllOf | nodes.AnyOf | nodes.AtLeast | nodes.Extreme):
        return path
    if len(node.of) > GROUP:
        if len(path) > MOST_BLOCKS:
            raise NotGeneratedError("many operands stand deep inside others")
        group, place = divmod(index, GROUP)
        return (*path, (id(node), group), ((id(node), group), place))
    settles = isinstance(node, nodes.AllOf | nodes.AnyOf) and index > 0
    return (*path, (id(node), index)) if settles and len(path) < MOST_BLOCKS else path


def _common(one: Path, other: Path) -> Path:
    """The innermost block that leads to two others."""
    shared: list[tuple[Hashable, int]] = []
    for here, there in zip(one, other, strict=False):
        if here != there:
            if here[0] == there[0]:
                shared.append((here[0], min(here[1], there[1])))
            break
        shared.append(here)
    return tuple(shared)


class Parts:
    """What the parts of an expression are made from."""

    def __init__(self, canonical: Canonical) -> None:
        self.canonical = canonical
        self._of_lists: dict[int, list[nodes.Node]] = {}

    def inputs(self, node: Any) -> list[nodes.Node]:
        """What must be worked out before a part, in order.

        For a list that is whatever its conditions and values need beside its own records.
        """
        if isinstance(node, REDUCTIONS):
            return self._of_list(node)
        if isinstance(node, nodes.IsKnown):
            return [node.field.row]
        return [*nodes.children(node)]

    def roots(self, node: Any) -> list[nodes.Node]:
        """What is worked out for each record of a list."""
        where = [] if node.related.where == nodes.NO_CONDITION else [node.related.where]
        return [*where, *(getattr(node, name) for name in VALUES if hasattr(node, name))]

    def region(self, level: int, roots: Iterable[nodes.Node]) -> tuple[list[Any], list[Any]]:
        """The parts of a region, each before what it is made from; and what it needs beside."""
        after: list[Any] = []
        beside: dict[int, Any] = {}
        seen: set[int] = set()

        def visit(node: Any) -> None:
            if self.canonical.level(node) < level:
                beside.setdefault(id(node), node)
            elif id(node) not in seen:
                seen.add(id(node))
                for each in self.inputs(node):
                    visit(each)
                after.append(node)

        for root in roots:
            visit(root)
        return after[::-1], [*beside.values()]

    def _of_list(self, node: Any) -> list[nodes.Node]:
        found = self._of_lists.get(id(node))
        if found is None:
            owner, through = node.related.owner, node.related.complete_through
            found = [owner.row if isinstance(owner, nodes.Hop) else owner]
            found += [] if through is None else [through]
            found += self.region(self.canonical.level(node) + 1, self.roots(node))[1]
            self._of_lists[id(node)] = found
        return found


@attrs.define
class Region:
    """The code that is run for one row.

    Attributes:
        paths: For each part the block in which it is worked out.
        shared: The parts that are used more than once.
        first: For each block the parts that are worked out when it begins.
        names: What the parts worked out so far are called.
    """

    paths: dict[int, Path] = attrs.field(factory=dict)
    shared: set[int] = attrs.field(factory=set)
    first: dict[Path, list[Any]] = attrs.field(factory=dict)
    names: dict[int, Any] = attrs.field(factory=dict)

    @classmethod
    def of(cls, parts: Parts, level: int, roots: Iterable[nodes.Node]) -> Region:
        """The region of a level in which these parts are asked for."""
        region = cls()
        roots = [*roots]
        uses: dict[int, list[Path]] = {}
        for root in roots:
            uses.setdefault(id(root), []).append(())
        for node in parts.region(level, roots)[0]:
            path = region._placed(node, uses[id(node)])
            for index, part in enumerate(parts.inputs(node)):
                uses.setdefault(id(part), []).append(operand_path(node, index, path))
        return region

    def _placed(self, node: Any, used: list[Path]) -> Path:
        path = used[0]
        for other in used[1:]:
            path = _common(path, other)
        self.paths[id(node)] = path
        if len(used) > 1:
            self.shared.add(id(node))
            if any(each != path for each in used):
                self.first.setdefault(path, []).append(node)
        return path
