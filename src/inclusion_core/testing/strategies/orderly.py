"""What an orderly register keeps to: read off the consistency checks, so that the two agree.

For each day of a record: after which days it comes, before which, and whether it has happened.
What no table of the checks says stands here in words of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import attrs

from inclusion_core.checks.consistency.people.lifetimes import LIVED
from inclusion_core.checks.consistency.times.future import HAPPENINGS
from inclusion_core.checks.consistency.times.halves import HALVES
from inclusion_core.checks.consistency.times.orders import ORDERS
from inclusion_core.checks.consistency.times.withins import WITHINS
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import type_name
from inclusion_core.testing.strategies.noticing import FieldName

__all__ = ["ONLY_WITH", "Alone", "Bounds", "alone_in", "bounds_of", "codes_of_days"]


@attrs.frozen(kw_only=True)
class Bounds:
    """Between which other days one lies; each is a link, empty for the record itself, and a field.

    Attributes:
        after: It is not before these.
        before: It is not after these.
        ends_by: Where such a day has come, something must have ended too.
        ends_with: Where there is such a day, something ends by then.
        past: It has happened by the day on which the data are known.
    """

    after: tuple[FieldName, ...] = ()
    before: tuple[FieldName, ...] = ()
    ends_by: tuple[FieldName, ...] = ()
    ends_with: tuple[FieldName, ...] = ()
    past: bool = False


def bounds_of(schema: Schema) -> Mapping[FieldName, Bounds]:
    """The bounds of the days of a schema, by record type and field."""
    bounds: dict[FieldName, dict[str, list[FieldName]]] = defaultdict(lambda: defaultdict(list))
    for record_type in schema:
        for order in ORDERS:
            own = order.record_type in ("", record_type.name)
            if own and {order.earlier, order.later} <= record_type.fields.keys():
                bounds[record_type.name, order.later]["after"].append(("", order.earlier))
    for within in WITHINS:
        if not within.of and _has(schema, within.records, within.days, within.inside):
            for field in within.days:
                found = bounds[within.records, field]
                found["after"].append((within.inside, within.first))
                if within.last:
                    found["before"].append((within.inside, within.last))
            if within.lasts:
                bounds[within.records, within.lasts]["ends_by"].append((within.inside, within.last))
    for lived in LIVED:
        name, link = type_name(lived.records), lived.client.removesuffix("_id")
        fields = tuple(field for field in (lived.first, lived.last) if field)
        if _has(schema, name, fields, link):
            bounds[name, lived.first]["after"].append((link, "born_on"))
            for field in fields:
                bounds[name, field]["before"].append((link, "died_on"))
            if lived.last:
                bounds[name, lived.last]["ends_with"].append((link, "died_on"))
    past = {(type_name(of), field) for of, fields in HAPPENINGS for field in fields}
    return {
        key: Bounds(**{name: tuple(days) for name, days in bounds[key].items()}, past=key in past)
        for key in (*bounds, *past)
    }


def _has(schema: Schema, name: str, fields: tuple[str, ...], link: str) -> bool:
    found = schema.record_types.get(name)
    return found is not None and link in found.links and set(fields) <= found.fields.keys()


def codes_of_days(record_type: RecordType) -> Mapping[str, str]:
    """The fields that say more of a day, and are empty where the day is: a reason for leaving."""
    return {
        each.code: each.day
        for each in HALVES
        if each.records is record_type.record_class and each.code in record_type.fields
    }


@attrs.frozen(kw_only=True)
class Alone:
    """Spells of which one ends before the next begins.

    Attributes:
        of: The reference that they have in common.
        code: The field in which those that share days agree; empty where none may share any.
        shares_a_day: The next may begin on the last day of the one before.
        of_person: All clients who are one person have them together.
    """

    of: str
    code: str = ""
    shares_a_day: bool = False
    of_person: bool = False


ALONE: Mapping[str, Alone] = {
    "protection_spell": Alone(of="client_id", code="kind", shares_a_day=True, of_person=True),
    "household_membership": Alone(of="client_id"),
    "residence_spell": Alone(of="client_id"),
    "labour_spell": Alone(of="client_id", code="status"),
    "delivery_spell": Alone(of="participation_id"),
}
"""By record type, as the checks of overlapping spells have it."""


def alone_in(schema: Schema) -> Mapping[str, Alone]:
    """Those of a schema."""
    return {
        name: alone
        for name, alone in ALONE.items()
        if name in schema.record_types
        and {alone.of, "first_day", "last_day", alone.code or "id"} <= schema[name].fields.keys()
    }


ONLY_WITH: Mapping[FieldName, tuple[str, tuple[str, ...]]] = {
    ("labour_spell", "work"): ("status", ("employed",)),
    ("labour_spell", "contract"): ("status", ("employed",)),
    ("labour_spell", "working_time"): ("status", ("employed",)),
    ("entry_traits", "unemployed_since"): ("labour_status", ("unemployed",)),
    ("citizenship_spell", "country"): ("kind", ("citizen",)),
}
"""Fields that are empty unless another one holds one of these codes."""
