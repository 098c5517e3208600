"""The cards of clauses: those inside a rule, and those in which rules and limits are joined."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.cards import Card, Kind, detail, details
from inclusion_core.expr import nodes
from inclusion_core.expr.spelled import spelled
from inclusion_core.rules.conditions import eligible, in_programme, within

__all__ = ["clauses_in", "joining_clauses"]


def clauses_in(node: nodes.Node, owner: str = "") -> Iterator[Card]:
    """The clauses inside a condition; those without a namespace are named after their owner."""
    for part in nodes.walk(node):
        if isinstance(part, nodes.Named):
            yield _clause(part, owner)


def _clause(named: nodes.Named, owner: str) -> Card:
    inside = dict.fromkeys(_key(part, owner) for part in _outermost(named.of))
    told = details("made_of", inside) if inside else detail("condition", spelled(named.of))
    return Card(
        kind=Kind.CLAUSE,
        id=_key(named, owner),
        says=named.clause.says,
        details=tuple(told),
        sources=() if named.clause.source is None else (named.clause.source,),
    )


def _outermost(node: nodes.Node) -> Iterator[nodes.Named]:
    """The clauses in a condition that are in no other clause of it."""
    if isinstance(node, nodes.Named):
        yield node
        return
    for part in nodes.children(node):
        yield from _outermost(part)


def _key(named: nodes.Named, owner: str) -> str:
    key = named.clause.id
    return key if "." in key or not owner else f"{owner}.{key}"


def joining_clauses(catalogue: Catalogue) -> Iterator[Card]:
    """The clauses in which the rules and limits of each programme are joined."""
    for programme in catalogue.programmes:
        rules = tuple(each for each in catalogue.rules if each.programme == programme.id)
        limits = tuple(each for each in catalogue.limits if each.programme == programme.id)
        yield from clauses_in(eligible(programme, rules).node)
        yield from clauses_in(in_programme(programme).node)
        for support in dict.fromkeys(limit.support.id for limit in limits):
            own = tuple(limit for limit in limits if limit.support.id == support)
            yield from clauses_in(within(own).node)
