"""What stands behind a cell, as JSON: it is written where it is known, and read back as strictly.

A count of a metric, for all of its subjects or for those with some codes; what is worked out of
counts; and what somebody wrote down::

    {"metric": "sif.mentoring.clients", "groups": [], "shows": "figure"}
    {"metric": "esf.co01", "groups": [{"axis": "region", "codes": ["LV001", "LV002"]}],
     "shows": "unknown"}
    {"derived": [...]}
    {"stated": true}

Among codes, ``{"no_code": "absent"}`` is for those who have none, ``"unknown"`` for those of whom
it is not known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias, assert_never

from inclusion_core.metrics.tally import Group, NoCode
from inclusion_core.reports.behind import STATED, Behind, Count, Derived, Shows, Stated
from inclusion_core.reports.formats.json_values import JsonValue

__all__ = ["behind_json", "behind_of"]

_Json: TypeAlias = "str | int | Mapping[str, _Json] | Sequence[_Json] | None"


def behind_json(behind: Behind) -> Mapping[str, _Json]:
    """What is written of it."""
    match behind:
        case Count():
            return _count_json(behind)
        case Derived():
            return {"derived": [_count_json(each) for each in behind.of]}
        case Stated():
            return {"stated": True}
        case _:
            assert_never(behind)


def _count_json(count: Count) -> Mapping[str, _Json]:
    return {
        "metric": count.metric,
        "groups": [
            {"axis": axis, "codes": [_group_json(code) for code in codes]}
            for axis, codes in count.groups
        ],
        "shows": count.shows.value,
    }


def _group_json(group: Group) -> _Json:
    return {"no_code": group.value} if isinstance(group, NoCode) else group


def behind_of(place: JsonValue) -> Behind:
    """What was written, or a harmless stand-in for what nobody wrote so."""
    if "stated" in place.names:
        (stated,) = place.fields("stated")
        stated.exactly(expected=True)
        return STATED
    if "derived" in place.names:
        (derived,) = place.fields("derived")
        return Derived(of=tuple(map(_count, derived.items())))
    return _count(place)


def _count(place: JsonValue) -> Count:
    metric, groups, shows = place.fields("metric", "groups", "shows")
    return Count(
        metric=metric.words(),
        groups=tuple(map(_groups, groups.items())),
        shows=shows.member(Shows),
    )


def _groups(place: JsonValue) -> tuple[str, tuple[Group, ...]]:
    axis, codes = place.fields("axis", "codes")
    return axis.words(), tuple(map(_group, codes.items()))


def _group(place: JsonValue) -> Group:
    if not place.names:
        return place.words()
    (no_code,) = place.fields("no_code")
    return no_code.member(NoCode)
