"""The laws that neither the order of records nor their ids make a difference."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.model.caseload import Caseload
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.everything import (
    Said,
    filled_in,
    found,
    said,
    without_names,
)
from inclusion_core.testing.conformance.laws.gathering import different, few_different
from inclusion_core.testing.conformance.laws.renaming import Renamed
from inclusion_core.testing.conformance.laws.searching import Law, Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting, drawn
from inclusion_core.texts import Language

__all__ = [
    "IDS_TELL_NOTHING",
    "ORDER_TELLS_NOTHING",
    "ids_tell_checks_nothing",
    "ids_tell_nothing",
    "ids_tell_reports_nothing",
    "order_tells_checks_nothing",
    "order_tells_nothing",
    "order_tells_reports_nothing",
]


def order_tells_nothing(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """What comes out otherwise when the records stand in another order."""
    turned = setting.holding(_turned(setting.caseload))
    for key in _differing(said(asked, setting), said(asked, turned)):
        yield key, "it gives another answer when the same records stand in another order"


def order_tells_checks_nothing(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """The same of checks."""
    turned = setting.holding(_turned(setting.caseload))
    for key in _differing(found(asked, setting), found(asked, turned)):
        yield key, "it finds something else when the same records stand in another order"


def order_tells_reports_nothing(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """The same of report forms and formats."""
    turned = setting.holding(_turned(setting.caseload))
    for form in asked.reports:
        one, other = (filled_in(form, asked, each) for each in (setting, turned))
        if one != other:
            yield form.id, "it is filled in otherwise when the records stand in another order"
        for each in asked.formats:
            if each.render(one, Language.EN) != each.render(other, Language.EN):
                yield each.id, "it writes the same records otherwise when their order is another"


def _turned(caseload: Caseload) -> Caseload:
    """The same records, each list from its end."""
    lists = {name: records[::-1] for name, records in reversed(list(caseload.records.items()))}
    return attrs.evolve(caseload, records=lists)


def ids_tell_nothing(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """What comes out otherwise when every record has another id."""
    renamed = Renamed.of(setting.caseload, asked.schema)
    again = setting.holding(renamed.caseload)
    for key in _differing(said(asked, setting), said(asked, again, renamed.back)):
        yield key, "it gives another answer when the same records have other ids"


def ids_tell_checks_nothing(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """The same of checks."""
    again = setting.holding(Renamed.of(setting.caseload, asked.schema).caseload)
    for key in _differing(found(asked, setting), found(asked, again)):
        yield key, "it finds something else when the same records have other ids"


def ids_tell_reports_nothing(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """The same of report forms, the tables that name records aside."""
    again = setting.holding(Renamed.of(setting.caseload, asked.schema).caseload)
    for form in asked.reports:
        one, other = (without_names(filled_in(form, asked, each)) for each in (setting, again))
        if one != other:
            yield form.id, "it shows other figures when the same records have other ids"


def _differing(one: Said, other: Said) -> Iterator[str]:
    return (key for key in one if one[key] != other[key])


def _look_order(given: Given) -> Iterator[Broken]:
    yield from broken(given, drawn(given), order_tells_nothing, first=different(given))
    yield from broken(given, drawn(given), order_tells_reports_nothing, first=few_different(given))
    yield from _of_checks(given, order_tells_checks_nothing)


def _look_ids(given: Given) -> Iterator[Broken]:
    yield from broken(given, drawn(given), ids_tell_nothing, first=different(given))
    yield from broken(given, drawn(given), ids_tell_reports_nothing, first=few_different(given))
    yield from _of_checks(given, ids_tell_checks_nothing)


def _of_checks(given: Given, law: Law[Setting]) -> Iterator[Broken]:
    """What checks do on caseloads with everything in them."""
    if given.brought.checks:
        of_all = different(given, of_all=True)
        yield from broken(given, drawn(given, of_all=True), law, first=of_all)


def _concerns(given: Given) -> bool:
    own = given.brought
    asked = (own.metrics, own.rules, own.limits, own.facts_tables, own.checks, own.reports)
    return any(asked)


ORDER_TELLS_NOTHING = Conformance(
    "order-of-records-is-irrelevant",
    "The order in which records stand makes no difference to any answer.",
    _look_order,
    concerns=_concerns,
)

IDS_TELL_NOTHING = Conformance(
    "ids-are-irrelevant",
    "Ids name records and mean nothing: with other ids every answer is the same.",
    _look_ids,
    concerns=_concerns,
)
