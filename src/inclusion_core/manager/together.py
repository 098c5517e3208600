"""What plugins may declare beside one another: looked at when all are there, in no order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from inclusion_core.catalogue import same_distribution
from inclusion_core.errors import UnknownNameError
from inclusion_core.limits.limit import Limit
from inclusion_core.manager.added_types import references_of
from inclusion_core.manager.brought import KINDS, Brought, named
from inclusion_core.manager.parts import parts_of_themselves
from inclusion_core.manager.used import used_of_others
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules.rule import Rule

__all__ = ["problems_together"]


@attrs.frozen
class _Owned:
    """A programme, and the distribution that declares it."""

    programme: ProgrammeDefinition
    distribution: str

    def takes_rules_from(self, distribution: str) -> bool:
        allowed = (self.distribution, *self.programme.rules_from)
        return same_distribution(distribution) in map(same_distribution, allowed)


def problems_together(
    brought: Sequence[Brought], broken_namespaces: Iterable[str]
) -> Iterator[tuple[Brought, str]]:
    """What cannot stand beside the rest, with whom it is to be said.

    Args:
        brought: What each plugin declares that can stand alone, ordered by name, distribution.
        broken_namespaces: The names of the plugins that cannot.
    """
    broken = tuple(broken_namespaces)
    inside = list(_inside_of_others(brought, broken))
    yield from inside
    brought = [each for each in brought if all(each is not other for other, _ in inside)]
    broken = (*broken, *(each.namespace for each, _ in inside))
    yield from _claimed_twice(brought)
    yield from _suffixes_taken(brought)
    yield from _parts_of_one_another(brought)
    yield from _rules_of_others(brought, broken)
    yield from used_of_others(brought, broken)


def _inside_of_others(
    brought: Iterable[Brought], broken_namespaces: Sequence[str]
) -> Iterator[tuple[Brought, str]]:
    """Namespaces that lie in one of another distribution: that one was there before its parts."""
    listed = list(brought)
    owners = [(each.namespace, each.distribution.name) for each in listed]
    owners += [(namespace, "") for namespace in broken_namespaces]
    for each in listed:
        for namespace, owner in owners:
            inside = each.namespace.casefold().startswith(f"{namespace.casefold()}.")
            if inside and same_distribution(owner) != same_distribution(each.distribution.name):
                problem = f"its namespace {each.namespace!r} lies in that of plugin {namespace!r}"
                yield each, f"{problem}: give its entry point another name"


def _parts_of_one_another(brought: Iterable[Brought]) -> Iterator[tuple[Brought, str]]:
    """Metrics of several plugins that are parts of themselves by way of one another."""
    listed = list(brought)
    found = parts_of_themselves(metric for each in listed for metric in each.metrics)
    for each in listed:
        yield from ((each, found[metric.id]) for metric in each.metrics if metric.id in found)


def _claimed_twice(brought: Iterable[Brought]) -> Iterator[tuple[Brought, str]]:
    """Each is in its namespace, so that two who claim one name share the namespace: both fail.

    Names that differ by case alone are one name: people and file systems take them for each other.
    """
    claims: dict[tuple[str, str], list[Brought]] = defaultdict(list)
    for each in brought:
        for claim in dict.fromkeys((kind, name.casefold()) for kind, name in _claims(each)):
            claims[claim].append(each)
    for (kind, name), claiming in claims.items():
        for each in claiming:
            others = [other.distribution.name for other in claiming if other is not each]
            if others:
                listed = " and in ".join([each.distribution.name, *others])
                problem = f"{kind} {name!r} is in {listed}, which share a namespace"
                yield each, f"{problem}: give one of their entry points another name"


def _claims(brought: Brought) -> Iterator[tuple[str, str]]:
    for kind, said in KINDS.items():
        for value in getattr(brought, kind):
            yield said, named(kind)(value)
    for table in brought.facts_tables:
        yield KINDS["record_types"], table.record_type.name
    for record_class in brought.record_types:
        for reference in references_of(record_class):
            yield f"list of {reference.to}", reference.inverse


def _suffixes_taken(brought: Iterable[Brought]) -> Iterator[tuple[Brought, str]]:
    """Of two readers for one suffix, that of the plugin that is named later fails."""
    taken = dict[str, tuple[Brought, str]]()
    for each in brought:
        for reader in each.readers:
            for suffix in reader.suffixes:
                first, reader_id = taken.setdefault(suffix, (each, reader.id))
                if first is not each:
                    problem = f"reader {reader.id!r} would read files ending in {suffix}"
                    other = f"{reader_id!r} of {first.distribution.name}"
                    yield each, f"{problem}, as {other} does: name another suffix"


def _rules_of_others(
    brought: Iterable[Brought], broken_namespaces: tuple[str, ...]
) -> Iterator[tuple[Brought, str]]:
    """Rules come from the owner of a programme, and from whom it names."""
    listed = list(brought)
    owned: dict[str, list[_Owned]] = defaultdict(list)
    for each in listed:
        for programme in each.programmes:
            owned[programme.id].append(_Owned(programme, each.distribution.name))
    for each in listed:
        for kind, value in _rules_and_limits(each):
            owners = owned.get(value.programme, [])
            said = f"{kind} {value.id!r} is for {value.programme!r}"
            if not owners and not _in_one_of(value.programme, broken_namespaces):
                yield each, f"{said}: {UnknownNameError('programme', value.programme, owned)}"
            elif owners and not any(o.takes_rules_from(each.distribution.name) for o in owners):
                refusing = f"which takes no rules from {each.distribution.name}"
                problem = f"{said} of {owners[0].distribution}, {refusing}"
                yield each, f"{problem}: it must name it in rules_from"


def _rules_and_limits(brought: Brought) -> Iterator[tuple[str, Rule | Limit]]:
    yield from (("rule", rule) for rule in brought.rules)
    yield from (("limit", limit) for limit in brought.limits)


def _in_one_of(key: str, namespaces: Iterable[str]) -> bool:
    """Whether it may be declared by a plugin that is broken for another reason."""
    return any(key.startswith(f"{namespace}.") for namespace in namespaces)
