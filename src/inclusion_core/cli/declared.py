"""The cards of everything that the installed distributions declare, by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeAlias

from inclusion_core.catalogue import Catalogue, Declared, Shelf
from inclusion_core.checks.check import Check
from inclusion_core.cli.allowed import allowed_values
from inclusion_core.cli.cards import (
    Card,
    Detail,
    Kind,
    detail,
    details,
    in_force,
    member,
    spelled_out,
)
from inclusion_core.cli.clause_cards import clauses_in, joining_clauses
from inclusion_core.deprecations import Deprecation
from inclusion_core.errors import UnknownNameError
from inclusion_core.expr import nodes
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.table import FactsTable
from inclusion_core.facts.telling import Telling
from inclusion_core.limits.limit import End, Limit, Support
from inclusion_core.metrics.metric import Metric
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules.rule import Rule
from inclusion_core.sources import Source
from inclusion_core.texts import OR, Text, listing

__all__ = ["cards_of"]

_Brought: TypeAlias = tuple[Detail, ...]


def cards_of(catalogue: Catalogue, key: str) -> tuple[Card, ...]:
    """All that is declared under an id: a kind of support and its limit may share one.

    Raises:
        UnknownNameError: Nothing is; near names are listed.
    """
    declared = tuple(_declared(catalogue))
    found = tuple(card() for named, card in declared if named == key)
    if found:
        return found
    parts = [part for _, card in declared for part in card().all_cards()]
    parts += joining_clauses(catalogue)
    known = {card.id: card for card in reversed(parts)}
    if key not in known:
        raise UnknownNameError("rule, limit or other id", key, known)
    return (known[key],)


def _declared(catalogue: Catalogue) -> Iterator[tuple[str, Callable[[], Card]]]:
    """What makes the card of each declared value, by its id."""
    makers: tuple[tuple[Shelf[Any], Callable[[Any, _Brought], Card]], ...] = (
        (catalogue.programmes, partial(_programme, catalogue)),
        (catalogue.rules, _rule),
        (catalogue.limits, _limit),
        (catalogue.facts, _fact),
        (catalogue.facts_tables, _facts_table),
        (catalogue.assumptions, _assumption),
        (catalogue.metrics, _metric),
        (catalogue.checks, _check),
    )
    for shelf, made in makers:
        for each in shelf.declared.values():
            told = _brought(each, catalogue.deprecation(each.value.id))
            yield each.value.id, partial(made, each.value, told)
    supports = {each.value.support.id: each for each in catalogue.limits.declared.values()}
    for key, each in supports.items():
        own = tuple(limit.id for limit in catalogue.limits if limit.support.id == key)
        yield key, partial(_support, own, each.value.support, _brought(each))


def _brought(declared: Declared[Any], deprecation: Deprecation | None = None) -> _Brought:
    told = None if deprecation is None else deprecation.told
    return (*detail("brought_by", declared.distribution), *detail("deprecated", told))


def _programme(catalogue: Catalogue, programme: ProgrammeDefinition, brought: _Brought) -> Card:
    def own(shelf: Shelf[Any]) -> Iterator[str]:
        return (each.id for each in shelf if each.programme == programme.id)

    return Card(
        kind=Kind.PROGRAMME,
        id=programme.id,
        says=programme.says,
        details=(
            *detail("target_group", programme.target_group),
            *detail("operation", programme.operation_number),
            *details("rules", own(catalogue.rules)),
            *details("limits", own(catalogue.limits)),
            *details("forms", own(catalogue.reports)),
            *brought,
        ),
        sources=programme.sources,
    )


def _rule(rule: Rule, brought: _Brought) -> Card:
    return Card(
        kind=Kind.RULE,
        id=rule.id,
        says=rule.says,
        details=(
            *detail("programme", rule.programme),
            *member("role", rule.role),
            *member("judged_at", rule.judged_at),
            *in_force(rule.in_force),
            *_told(rule.tells),
            *spelled_out("condition", rule.holds),
            *brought,
        ),
        sources=(rule.source,),
        parts=tuple(clauses_in(rule.holds.node, rule.id)),
    )


def _limit(limit: Limit, brought: _Brought) -> Card:
    return Card(
        kind=Kind.LIMIT,
        id=limit.id,
        says=limit.says,
        details=(
            *detail("programme", limit.programme),
            *detail("support", limit.support.id),
            *in_force(limit.in_force),
            *spelled_out("first_day", limit.first_day),
            *brought,
        ),
        sources=(limit.source,),
        parts=tuple(_end(end, limit) for end in limit.all_ends),
    )


def _end(end: End, limit: Limit) -> Card:
    return Card(
        kind=Kind.END,
        id=f"{limit.id}.{end.id}",
        says=end.says,
        details=(
            *_told(end.tells),
            *detail("while_open", end.open_says),
            *spelled_out("last_day", end.day),
        ),
        sources=(end.source,),
    )


def _support(limits: tuple[str, ...], support: Support, brought: _Brought) -> Card:
    return Card(
        kind=Kind.SUPPORT,
        id=support.id,
        says=support.says,
        details=(*details("limits", limits), *spelled_out("given", support.given), *brought),
    )


def _fact(fact: Fact[Any], brought: _Brought) -> Card:
    return Card(
        kind=Kind.FACT,
        id=fact.id,
        says=fact.says,
        details=(
            *detail("about", fact.subject.record_type),
            *spelled_out("value", fact.value),
            *brought,
        ),
        sources=_sources(fact.source),
    )


def _facts_table(table: FactsTable, brought: _Brought) -> Card:
    return Card(
        kind=Kind.FACTS_TABLE,
        id=table.id,
        says=_raw(table.says),
        details=(
            *detail("about", table.subject.record_type),
            *details("columns", table.columns),
            *details("assumes", (each.id for each in table.assumes)),
            *brought,
        ),
        sources=_sources(table.source),
    )


def _assumption(assumption: Assumption, brought: _Brought) -> Card:
    return Card(
        kind=Kind.ASSUMPTION,
        id=assumption.id,
        says=_raw(assumption.says),
        details=(
            *detail("default", _raw(assumption.told(assumption.default))),
            *detail("allowed", listing(allowed_values(assumption), OR)),
            *brought,
        ),
        sources=(assumption.source,),
    )


def _metric(metric: Metric, brought: _Brought) -> Card:
    return Card(
        kind=Kind.METRIC,
        id=metric.id,
        says=_raw(metric.says),
        details=(
            *detail("about", metric.subject.record_type),
            *detail("table", None if metric.table is None else metric.table.id),
            *member("grain", metric.grain),
            *member("membership", metric.membership),
            *member("classified_on", metric.classified_on),
            *member("measure", metric.measure),
            *_amount(metric),
            *detail("by", None if metric.by is None else metric.by.says),
            *detail("part_of", metric.part_of),
            *spelled_out("universe", metric.universe),
            *_where(metric),
            *_settled(metric),
            *details("assumes", (each.id for each in metric.all_assumptions)),
            *detail("notes", listing(metric.notes) if metric.notes else None),
            *brought,
        ),
        sources=(metric.source,),
    )


def _where(metric: Metric) -> Iterator[Detail]:
    if metric.where.node != nodes.NO_CONDITION:
        yield from spelled_out("where", metric.where)


def _amount(metric: Metric) -> Iterator[Detail]:
    if metric.amount is not None:
        yield from spelled_out("amount", metric.amount)
        yield from detail("unit", metric.unit)


def _settled(metric: Metric) -> Iterator[Detail]:
    if metric.settled_on is not None:
        yield from spelled_out("settled_on", metric.settled_on)


def _check(check: Check, brought: _Brought) -> Card:
    return Card(
        kind=Kind.CHECK,
        id=check.id,
        says=_raw(check.says),
        details=(*detail("programme", check.programme), *brought),
        sources=_sources(check.source),
    )


def _told(telling: Telling | None) -> Iterator[Detail]:
    return detail("for_one_case", None if telling is None else _raw(telling.words))


def _raw(words: Text) -> Text:
    """Words whose slots are not filled, with the slots shown as the author wrote them."""
    return Text(lv=_shown(words.lv), en=_shown(words.en)) if words.slots else words


def _shown(written: str) -> str:
    return written.replace("{{", "{").replace("}}", "}").replace("{", "{{").replace("}", "}}")


def _sources(source: Source | None) -> tuple[Source, ...]:
    return () if source is None else (source,)
