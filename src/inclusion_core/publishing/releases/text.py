"""A release as JSON and back, strictly: what has another form is named with its place.

::

    {"behind": {"metric": "esf.co01", "groups": [], "shows": "figure"}, "count": 146}
    {"behind": {..., "groups": [{"axis": "region", "codes": ["LV001"]}], ...}, "count": 39}
    {"behind": {..., "groups": [{"axis": "region", "codes": ["*"]}], ...}, "hidden": true}

What is counted is written as in the JSON of a report. Each entry names the SHA-256 of the one
before it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from inclusion_core.disclosure.threshold import Threshold
from inclusion_core.errors import DeclarationError
from inclusion_core.periods import BackwardsPeriodError, Period
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.releases.errors import LedgerError
from inclusion_core.publishing.releases.release import HIDDEN, Number, Release, Shown
from inclusion_core.reports.behind import Count
from inclusion_core.reports.formats.json_behind import behind_json, behind_of
from inclusion_core.reports.formats.json_values import (
    Fault,
    JsonValue,
    ReportFileError,
    document,
)

__all__ = ["FIRST", "release_from", "release_text"]

KIND = "inclusion_core.release"
VERSION = 1
FIRST = "0" * 64
"""What the first entry of a ledger names as the one before it."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_FIELDS = (
    *("kind", "version", "before", "id", "day", "form", "audience", "period"),
    *("counted_from", "known_on", "threshold", "document", "numbers"),
)


def release_text(release: Release, before: str) -> bytes:
    """A release as an entry: the same bytes for the same release in the same place.

    Args:
        release: What was published.
        before: SHA-256 of the entry before it.
    """
    values = (
        *(KIND, VERSION, before, release.id, release.day.isoformat(), release.form),
        *(release.audience.value, _period(release.period), _day(release.counted_from)),
        *(_day(release.known_on), _threshold(release.threshold), release.document),
        [_number(each) for each in release.numbers],
    )
    whole = dict(zip(_FIELDS, values, strict=True))
    return (json.dumps(whole, ensure_ascii=True, indent=1) + "\n").encode()


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _period(period: Period) -> Mapping[str, object]:
    return {"first_day": period.first_day.isoformat(), "last_day": _day(period.last_day)}


def _threshold(threshold: Threshold) -> Mapping[str, object]:
    return {
        "persons": threshold.persons,
        "households": threshold.households,
        "because": threshold.because,
    }


def _number(number: Number) -> Mapping[str, object]:
    return {"behind": behind_json(number.count), **_shown(number.value)}


def _shown(value: Shown) -> Mapping[str, object]:
    if value is HIDDEN:
        return {"hidden": True}
    return {"count": value} if isinstance(value, int) else {"decimal": f"{value:f}"}


# Back.


def release_from(data: bytes, name: str) -> tuple[Release, str]:
    """The release of an entry, and the SHA-256 of the entry before it.

    Args:
        data: The bytes of the entry.
        name: What its file is called.

    Raises:
        LedgerError: It is no entry, or it contradicts itself.
    """
    faults: list[Fault] = []
    try:
        release, before = _read(document(data, faults))
    except ReportFileError as error:
        raise LedgerError(name, "; ".join(map(str, error.faults))) from None
    except DeclarationError as error:
        raise LedgerError(name, str(error)) from None
    if faults:
        raise LedgerError(name, "; ".join(map(str, faults[:5])))
    return release, before


def _read(place: JsonValue) -> tuple[Release, str]:
    fields = dict(zip(_FIELDS, place.fields(*_FIELDS), strict=True))
    fields["kind"].exactly(KIND)
    fields["version"].exactly(VERSION)
    day = fields["day"].day()
    release = Release(
        id=fields["id"].words(),
        day=day,
        form=fields["form"].words(),
        audience=fields["audience"].member(Audience),
        period=_read_period(fields["period"]),
        counted_from=_read_day(fields["counted_from"]),
        known_on=_read_day(fields["known_on"]),
        threshold=_read_threshold(fields["threshold"]),
        document=_sha256(fields["document"]),
        numbers=map(_read_number, fields["numbers"].items()),
    )
    return release, _sha256(fields["before"])


def _sha256(place: JsonValue) -> str:
    return place.words_like(_SHA256, "write 64 digits, 0 to 9 and a to f")


def _read_day(place: JsonValue) -> date | None:
    return place.day() if place.given else None


def _read_period(place: JsonValue) -> Period:
    first_day, last_day = place.fields("first_day", "last_day")
    first = first_day.day()
    try:
        return Period(first, last_day.day(instead=first))
    except BackwardsPeriodError:
        place.fault("the last day lies before the first")
        return Period(first, first)


def _read_threshold(place: JsonValue) -> Threshold:
    persons, households, because = place.fields("persons", "households", "because")
    return Threshold(
        persons=persons.number(), households=households.number(), because=because.words()
    )


def _read_number(place: JsonValue) -> Number:
    held = [name for name in ("count", "decimal", "hidden") if name in place.names]
    if len(held) != 1:
        place.fault("write one of count, decimal, hidden")
        return Number(count=Count(metric=""), value=0)
    behind, value = place.fields("behind", held[0])
    count = behind_of(behind)
    if not isinstance(count, Count):
        behind.fault("write what is counted: metric, groups, shows")
        count = Count(metric="")
    return Number(count=count, value=_read_shown(held[0], value))


def _read_shown(name: str, place: JsonValue) -> Shown:
    if name == "count":
        return place.number()
    if name == "decimal":
        return Decimal(place.words_like(_DECIMAL, 'write a number in quotation marks, "4.5"') or 0)
    place.exactly(expected=True)
    return HIDDEN
