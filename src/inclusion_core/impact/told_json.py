"""All that moved, as JSON for other programs of the staff."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, TypeAlias

from inclusion_core.impact.clauses import ClauseMoved
from inclusion_core.impact.counted import Counted
from inclusion_core.impact.figures import Apart
from inclusion_core.impact.file import provenance_json
from inclusion_core.impact.moved import (
    AssumptionMoved,
    Impact,
    MetricImpact,
    Moved,
    VersionBehind,
)
from inclusion_core.impact.saved_definition import words_json
from inclusion_core.impact.standing import Place
from inclusion_core.metrics.tally import Group, NoCode
from inclusion_core.reports.lineage.subjects import State
from inclusion_core.texts import Language
from inclusion_core.truth import Truth

__all__ = ["impact_json"]

KIND = "inclusion_core.impact"
VERSION = 1
_Json: TypeAlias = dict[str, Any]


def impact_json(impact: Impact) -> bytes:
    """All that moved and why, as JSON in UTF-8, with the ids of those who moved."""
    whole = {
        "kind": KIND,
        "version": VERSION,
        "form": impact.form,
        "before": provenance_json(impact.before),
        "after": provenance_json(impact.after),
        "erased": dict(impact.erased),
        "metrics": [_metric(each) for each in impact.metrics],
    }
    written = json.dumps(whole, ensure_ascii=False, indent=2)
    return f"{written}\n".encode(errors="backslashreplace")


def _metric(impact: MetricImpact) -> _Json:
    return {
        "id": impact.metric,
        "says": words_json(impact.says),
        "subject": impact.subject,
        "only": None if impact.only is None else impact.only.value,
        "figures": [_figure(each) for each in impact.figures],
        "assumptions": [_assumption(each) for each in impact.assumptions],
        "definition": [words_json(each) for each in impact.definition],
        "moved": [_moved(each) for each in impact.moved],
    }


def _figure(apart: Apart) -> _Json:
    shown = (State.COUNTED, State.UNKNOWN, State.OPEN)
    return {
        "axis": apart.axis,
        "code": _code(apart.group),
        "says": words_json(apart.says),
        "before": _counted(apart.before),
        "after": _counted(apart.after),
        "joined": {each.value: list(apart.joined(each)) for each in shown},
        "left": {each.value: list(apart.left(each)) for each in shown},
        "amounts": [
            {"id": each.id, "before": each.amounts[0], "after": each.amounts[1]}
            for each in apart.moves
            if each.amounts[0] != each.amounts[1]
        ],
    }


def _counted(counted: Counted | None) -> _Json | None:
    if counted is None:
        return None
    value = f"{counted.value:f}" if isinstance(counted.value, Decimal) else counted.value
    return {"value": value, "unknown": counted.unknown, "open": counted.open}


def _code(group: Group | None) -> str | None:
    """A code; why there is none stands in angle brackets, as in no code."""
    return f"<{group.value}>" if isinstance(group, NoCode) else group


def _assumption(moved: AssumptionMoved) -> _Json:
    return {
        "id": moved.id,
        "before": moved.before,
        "after": moved.after,
        "says": [words_json(each) for each in moved.says],
    }


def _moved(moved: Moved) -> _Json:
    return {
        "id": moved.id,
        "before": _place(moved.before),
        "after": _place(moved.after),
        "versions": [_version(each) for each in moved.versions],
        "clauses": [_clause(each) for each in moved.clauses],
    }


def _place(place: Place | None) -> _Json | None:
    if place is None:
        return None
    return {
        "state": place.state.value,
        "codes": {axis: _code(group) for axis, group in place.codes.items()},
        "amount": place.amount,
    }


def _version(behind: VersionBehind) -> _Json:
    return {
        "type": behind.record_type,
        "id": behind.record_id,
        "version": behind.version,
        "recorded_on": behind.recorded_on.isoformat(),
        "act": behind.act.value,
        "why": behind.why,
    }


def _clause(moved: ClauseMoved) -> _Json:
    source = moved.source
    return {
        "aspect": moved.aspect.value,
        "id": moved.id,
        "says": words_json(moved.says),
        "source": None
        if source is None
        else {each.value: source.citation(each) for each in Language},
        "before": _truth(moved.before),
        "after": _truth(moved.after),
    }


def _truth(truth: Truth | None) -> str | None:
    return None if truth is None else truth.value
