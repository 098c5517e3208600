"""Erasing single fields: in every version the value becomes *unknown, erased*; the record stays.

A last version is added that changes nothing else: it says when, by whom and why. What was never
asked stays so, for nothing was ever held. A field that must always be known, such as the client
whom a participation names, can only go with its record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

import attrs

from inclusion_core.checks.held import ERASED, holds_something
from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Record
from inclusion_core.lives.belonging import Key
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version

__all__ = ["HeldField", "blanked"]


@attrs.frozen(kw_only=True)
class HeldField:
    """One field of one record."""

    record_type: str
    record_id: str
    field: str


def blanked(  # noqa: PLR0913  when, by whom and why are all to be said
    journal: Journal,
    fields: Iterable[HeldField],
    schema: Schema,
    *,
    on: date,
    by: str,
    because: str,
) -> Journal:
    """The journal without the values of these fields; versions ordered by type, id and number.

    Erasing again changes nothing. Fields that must always be known are passed over.

    Args:
        journal: All versions of all records.
        fields: What is erased.
        schema: The record types that there are.
        on: The day that the added versions bear.
        by: Who erases; an opaque id.
        because: Why; no values of clients.
    """
    asked: dict[Key, set[str]] = defaultdict(set)
    for each in fields:
        if schema[each.record_type].field(each.field).may_be_unknown:
            asked[each.record_type, each.record_id].add(each.field)
    added = Version(
        record_type="", record_id="", recorded_on=on, recorded_by=by,
        act=Act.CORRECTED, why=because, record=None,
    )  # fmt: skip
    histories: dict[Key, list[Version]] = defaultdict(list)
    for version in sorted(journal.versions, key=lambda each: each.order):
        histories[version.record_type, version.record_id].append(version)
    kept = [
        version
        for key, versions in histories.items()
        for version in (_history(versions, asked[key], added) if key in asked else versions)
    ]
    return Journal(tuple(kept))


def _history(versions: list[Version], names: set[str], added: Version) -> list[Version]:
    """The versions of one record without what it held in some fields, and one that says so."""
    history = [_without(version, names) for version in versions]
    last = history[-1]
    if history == versions or last.record is None:
        return history
    following = attrs.evolve(
        added,
        record_type=last.record_type,
        record_id=last.record_id,
        version=last.version + 1,
        sequence=last.sequence + 1 if last.recorded_on == added.recorded_on else 1,
        record=last.record,
    )
    return [*history, following]


def _without(version: Version, names: set[str]) -> Version:
    if version.record is None:
        return version
    erased = {
        name: ERASED for name in sorted(names) if holds_something(getattr(version.record, name))
    }
    return attrs.evolve(version, record=_with(version.record, erased)) if erased else version


def _with(record: Record, changed: Mapping[str, object]) -> Record:
    whole: Any = record
    return cast("Record", attrs.evolve(whole, **changed))
