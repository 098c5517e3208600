"""What is due and what was erased, for programs: JSON values and the rows of one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from inclusion_core.keeping.done import Done
from inclusion_core.keeping.due import Due, Held
from inclusion_core.keeping.missing import Missing
from inclusion_core.truth import Truth
from inclusion_core.values import ALWAYS, NEVER

__all__ = ["COLUMNS", "done_fields", "done_row", "due_fields", "due_rows"]

COLUMNS = (
    *("state", "about_type", "about_id", "record_type", "fields", "records", "due"),
    *("ground", "months", "source", "operations", "until_earliest", "until_latest", "due_since"),
    *("missing", "erased_on", "erased_by", "because", "before_due"),
)
"""The columns of a table in which what is due and what was erased stand below one another."""

_STATES: Mapping[Truth, str] = {
    Truth.YES: "due",
    Truth.NO: "kept",
    Truth.UNKNOWN: "not_known",
}


def due_fields(due: Due) -> dict[str, object]:
    """What is held about one client, or another, as JSON values."""
    return {
        "record_type": due.record_type,
        "record_id": due.record_id,
        "state": _STATES[due.due],
        "due_since": _day(due.due_since),
        "missing": [_missing_fields(each) for each in due.missing],
        "held": [_held_fields(each) for each in due.held],
    }


def _held_fields(held: Held) -> dict[str, object]:
    return {
        "record_type": held.record_type,
        "fields": list(held.fields),
        "records": list(held.records),
        "ground": held.holding.ground.value,
        "months": held.holding.months,
        "source": held.holding.source.citation("en"),
        "operations": list(held.operations),
        "until_earliest": _day(held.until.earliest),
        "until_latest": _day(held.until.latest),
        "state": _STATES[held.due],
        "due_since": _day(held.due_since),
    }


def _missing_fields(missing: Missing) -> dict[str, object]:
    return {
        "lack": missing.lack.value,
        "record_type": missing.record_type,
        "record_id": missing.record_id,
        "field": missing.field,
    }


def _day(day: date | None) -> str | None:
    return None if day in (None, ALWAYS, NEVER) else day.isoformat()


def done_fields(done: Done) -> dict[str, object]:
    """An erasure as JSON values."""
    return {
        "record_type": done.record_type,
        "record_id": done.record_id,
        "fields": list(done.fields),
        "erased_on": done.erased_on.isoformat(),
        "erased_by": done.erased_by,
        "because": done.because,
        "before_due": done.before_due.value,
    }


def due_rows(due: Due) -> Iterator[dict[str, str]]:
    """A row for each record type and ground; one that says what is missing where there is none."""
    about = {
        "state": _STATES[due.due],
        "about_type": due.record_type,
        "about_id": due.record_id,
        "missing": " ".join(_named(each) for each in due.missing),
    }
    for held in due.held:
        told = _held_fields(held)
        told["due"] = told.pop("state")
        yield {**about, **{name: _cell(value) for name, value in told.items()}}
    if not due.held:
        yield about


def _named(missing: Missing) -> str:
    parts = (missing.lack.value, missing.record_type, missing.record_id, missing.field)
    return ":".join(part for part in parts if part)


def done_row(done: Done) -> dict[str, str]:
    """An erasure as a row; of a whole record no field is named."""
    told = done_fields(done)
    told["records"] = told.pop("record_id")
    return {"state": "erased", **{name: _cell(value) for name, value in told.items()}}


def _cell(value: object) -> str:
    if isinstance(value, list):
        return " ".join(str(each) for each in value)
    return "" if value is None else str(value)
