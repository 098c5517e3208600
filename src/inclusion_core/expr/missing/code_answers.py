"""The codes that are to be tried as answers: one for each set of codes that come to the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from inclusion_core.expr import nodes
from inclusion_core.expr.missing.open_fact import OpenFact
from inclusion_core.expr.missing.sightings import Sightings
from inclusion_core.expr.schema import Field

__all__ = ["codes_to_try"]

ANY_OTHER = "any other code"
"""Stands for every code of a list kept elsewhere that nothing names."""


def codes_to_try(
    field: Field, fact: OpenFact, condition: nodes.TruthNode, seen: Sightings
) -> Mapping[str, int]:
    """Codes, each with how many of the field's codes it stands for.

    Codes come to the same where each set that they are looked for in holds all of them or none,
    and no other record was seen to hold one of them.
    """
    own = [node for node, facts in seen.facts_of.items() if fact in facts]
    sets = [members for bottom, members in _looked_for(condition, seen) if bottom in own]
    held = {code for bottom, codes in seen.codes.items() if bottom in own for code in codes}
    alike: dict[object, list[str]] = defaultdict(list)
    for code in field.codes or (*sorted(held.union(*sets)), ANY_OTHER):
        alike[code if code in held else tuple(code in members for members in sets)].append(code)
    return {codes[0]: len(codes) for codes in alike.values()}


def _looked_for(
    condition: nodes.TruthNode, seen: Sightings
) -> Iterator[tuple[nodes.CodeField, frozenset[str]]]:
    """The fields of which a condition asks whether they are in a set, with the set."""
    for node in nodes.walk(condition):
        if isinstance(node, nodes.IsIn):
            bottom = node.of
            while not isinstance(bottom, nodes.CodeField):
                bottom = bottom.value
            members = node.members
            yield (
                bottom,
                seen.parameters.set_of_codes(members) if isinstance(members, str) else members,
            )
