"""Two conditions laid side by side: what can be said of their difference in codes and bounds.

Conditions are compared as they are written, but for the names of clauses. Bounds are not looked for
inside a negation, or a list that is reduced to a day or number: said in a few words they would be
said wrongly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

import attrs

from inclusion_core.expr import nodes
from inclusion_core.metrics.bounds import Bounded, Bounds, bounds_of

__all__ = ["BoundsApart", "CodesApart", "ConditionsApart", "conditions_apart"]

NodeT = TypeVar("NodeT", bound=nodes.Node)


@attrs.frozen(kw_only=True)
class CodesApart:
    """Codes of one field that only one of two conditions names.

    Attributes:
        code: The field, or what is worked out of a list of them.
        only_one: Codes that only the first names, sorted.
        only_other: Codes that only the second names, sorted.
    """

    code: nodes.CodeNode
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]

    @property
    def field(self) -> nodes.CodeField:
        """The field that holds the codes."""
        code = self.code
        while not isinstance(code, nodes.CodeField):
            code = code.value
        return code


@attrs.frozen(kw_only=True)
class BoundsApart:
    """Bounds of one number, day or time that differ in two conditions.

    Attributes:
        of: What is bounded.
        one: Its bounds in the first.
        other: Its bounds in the second.
    """

    of: Bounded
    one: Bounds
    other: Bounds


@attrs.frozen(kw_only=True)
class ConditionsApart:
    """All in which two conditions differ.

    Attributes:
        codes: The codes that only one of them names.
        bounds: The numbers, days and times that they bound otherwise.
        otherwise: Whether they differ in more than these.
    """

    codes: tuple[CodesApart, ...] = ()
    bounds: tuple[BoundsApart, ...] = ()
    otherwise: bool = False


def conditions_apart(one: nodes.TruthNode, other: nodes.TruthNode) -> ConditionsApart | None:
    """In what two conditions differ; ``None`` where they are written alike."""
    left, right = _unnamed(one), _unnamed(other)
    if left == right:
        return None
    codes = tuple(_codes_apart(left, right))
    left, right = _without_codes(left), _without_codes(right)
    bounds = tuple(_bounds_apart(_bounded(left), _bounded(right)))
    told = frozenset(each.of for each in bounds)
    otherwise = _shape(left, told) != _shape(right, told)
    if not (codes or bounds or otherwise):
        return None
    return ConditionsApart(codes=codes, bounds=bounds, otherwise=otherwise)


def _unnamed(node: nodes.TruthNode) -> nodes.TruthNode:
    """A condition without the names of its clauses: they say nothing of who is counted."""
    named = [part for part in nodes.walk(node) if isinstance(part, nodes.Named)]
    return nodes.rebuilt(node, {part: _unnamed(part.of) for part in named})


# Codes.


def _without_codes(node: NodeT) -> NodeT:
    """A condition in which every set of codes is empty."""
    asked = (part for part in nodes.walk(node) if isinstance(part, nodes.IsIn))
    return nodes.rebuilt(
        node,
        {
            part: nodes.IsIn(_without_codes(part.of), frozenset())
            for part in asked
            if isinstance(part.members, frozenset)
        },
    )


def _codes_apart(one: nodes.TruthNode, other: nodes.TruthNode) -> Iterator[CodesApart]:
    left, right = _codes(one), _codes(other)
    for code in left:
        if code in right and left[code] != right[code]:
            yield CodesApart(
                code=code,
                only_one=tuple(sorted(left[code] - right[code])),
                only_other=tuple(sorted(right[code] - left[code])),
            )


def _codes(condition: nodes.TruthNode) -> dict[nodes.CodeNode, frozenset[str]]:
    """The codes that a condition names, by what they are codes of."""
    found: dict[nodes.CodeNode, frozenset[str]] = {}
    for part in nodes.walk(condition):
        if isinstance(part, nodes.IsIn) and isinstance(part.members, frozenset):
            found[part.of] = found.get(part.of, frozenset()) | part.members
    return found


# Bounds.

_Places: TypeAlias = Mapping[Bounded, Sequence[Bounds]]


def _bounds_apart(one: _Places, other: _Places) -> Iterator[BoundsApart]:
    """The bounds that differ, of what both bound in one place."""
    for of in one:
        if len(one[of]) == len(other.get(of, ())) == 1 and one[of] != other[of]:
            yield BoundsApart(of=of, one=one[of][0], other=other[of][0])


def _bounded(node: nodes.TruthNode) -> dict[Bounded, list[Bounds]]:
    """The bounds that a condition sets, in each place where it sets them.

    Two ends that must both be met are one place.
    """
    found: dict[Bounded, list[Bounds]] = {}
    here: dict[Bounded, Bounds] = {}
    for part in node.of if isinstance(node, nodes.AllOf) else (node,):
        bounded = bounds_of(part)
        if bounded is None:
            for inner in _inside(part):
                for of, bounds in _bounded(inner).items():
                    found.setdefault(of, []).extend(bounds)
            continue
        of, bounds_here = bounded
        both = here[of].met(bounds_here) if of in here else bounds_here
        if both is None:
            found.setdefault(of, []).append(bounds_here)
        else:
            here[of] = both
    for of, bounds_here in here.items():
        found.setdefault(of, []).append(bounds_here)
    return found


def _inside(node: nodes.TruthNode) -> tuple[nodes.TruthNode, ...]:
    """The conditions inside one that are looked into."""
    match node:
        case nodes.AllOf() | nodes.AnyOf() | nodes.AtLeast():
            return node.of
        case nodes.Exists():
            return (node.related.where,)
        case _:
            return ()


def _shape(node: nodes.TruthNode, told: frozenset[Bounded]) -> Any:
    """A condition in which the bounds that are told only leave their place."""
    bounded = bounds_of(node)
    if bounded is not None and bounded[0] in told:
        return ("all", frozenset({bounded[0]}), ())
    match node:
        case nodes.AllOf(of):
            return _together([_shape(each, told) for each in of])
        case nodes.AnyOf(of):
            return ("any", tuple(_shape(each, told) for each in of))
        case nodes.AtLeast(n, of):
            return (n, tuple(_shape(each, told) for each in of))
        case nodes.Exists(related):
            inside = attrs.evolve(related, where=nodes.NO_CONDITION)
            return (inside, _shape(related.where, told))
        case _:
            return ("all", frozenset(), (node,))


def _together(parts: list[Any]) -> Any:
    """The shape of several conditions that must all be met: bounds in any order, then the rest."""
    bounds: set[Any] = set()
    rest: list[Any] = []
    for part in parts:
        if part[0] == "all":
            bounds |= part[1]
            rest += part[2]
        else:
            rest.append(part)
    return ("all", frozenset(bounds), tuple(rest))
