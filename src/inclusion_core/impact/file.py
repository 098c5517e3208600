"""A standing as a file: saved under one installation, compared later under another.

It holds ids, states, truths, codes and amounts of clients, and no other value of theirs. It is for
the staff of the programme, as the records are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from inclusion_core.impact.saved_definition import definition_json, words_json
from inclusion_core.impact.standing import MetricStanding, Place, Standing
from inclusion_core.metrics.tally import Group, NoCode
from inclusion_core.reports.report import Provenance
from inclusion_core.truth import Truth

__all__ = ["KIND", "LETTERS", "VERSION", "provenance_json", "standing_json"]

KIND = "inclusion_core.standing"
VERSION = 1
LETTERS: Mapping[Truth, str] = {Truth.YES: "y", Truth.NO: "n", Truth.UNKNOWN: "?"}
"""How whether a clause holds is written: a letter for each, in their order."""


def standing_json(standing: Standing) -> bytes:
    """A standing as JSON in UTF-8; equal standings give equal bytes.

    Raises:
        ExpressionError: An expression of a metric is nested too deep, or too large.
    """
    whole = {
        "kind": KIND,
        "version": VERSION,
        "form": standing.form,
        "provenance": provenance_json(standing.provenance),
        "metrics": [_metric(each) for each in standing.metrics],
    }
    written = json.dumps(whole, ensure_ascii=False, indent=1)
    return f"{written}\n".encode(errors="backslashreplace")


def provenance_json(made_from: Provenance) -> dict[str, Any]:
    """From what figures were made."""
    period = made_from.period
    last_day = None if period.last_day is None else period.last_day.isoformat()
    return {
        "period": {"first_day": period.first_day.isoformat(), "last_day": last_day},
        "status_day": made_from.status_day.isoformat(),
        "known_on": made_from.known_on.isoformat(),
        "fingerprint": made_from.fingerprint,
        "records": made_from.records,
        "schema_version": made_from.schema_version,
        "versions": [list(each) for each in made_from.versions],
    }


def _metric(standing: MetricStanding) -> dict[str, Any]:
    places = standing.places
    return {
        "id": standing.id,
        "says": words_json(standing.says),
        "subject": standing.subject,
        "table": standing.table,
        "measure": standing.measure.value,
        "by": standing.by,
        "axes": [{"id": key, "says": words_json(says)} for key, says in standing.axes.items()],
        "assumptions": [
            {"id": key, "value": value} for key, value in sorted(standing.assumptions.items())
        ],
        "definition": definition_json(standing),
        "places": None
        if places is None
        else [_place(key, places[key], standing.axes) for key in sorted(places)],
    }


def _place(key: str, place: Place, axes: Iterable[str]) -> dict[str, Any]:
    """One subject; a code stands after a colon, why there is none without."""
    codes = [_code(place.codes[axis]) for axis in axes]
    return {
        "id": key,
        "state": place.state.value,
        "truths": "".join(LETTERS[each] for each in place.truths),
        **({"codes": codes} if codes else {}),
        **({} if place.amount is None else {"amount": place.amount}),
    }


def _code(group: Group) -> str:
    return group.value if isinstance(group, NoCode) else f":{group}"
