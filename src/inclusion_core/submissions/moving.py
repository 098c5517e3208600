"""Why a figure moved: who is counted otherwise than before, and by which versions of records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from inclusion_core.impact.figures import changed
from inclusion_core.impact.standing import Place, owner_of, places_of
from inclusion_core.impact.touching import Key, touched
from inclusion_core.metrics.metric import Metric
from inclusion_core.model.versions import Act, Version
from inclusion_core.reports.lineage.subjects import State, listing_of
from inclusion_core.submissions.asked import Asked, Material

__all__ = ["Key", "Moved", "Touched", "members", "moved"]


@attrs.frozen(kw_only=True)
class Touched:
    """A version of a record that somebody has to look at; it holds no value of it."""

    record_type: str
    record_id: str
    version: int
    recorded_on: date
    act: Act


@attrs.frozen(kw_only=True)
class Moved:
    """A subject that a figure counts otherwise than before.

    Attributes:
        subject_type: Its record type.
        subject_id: Its id.
        before: What it was for the figure; not counted also where it was not there.
        after: What it is; the same as before where its amount or code is another.
        touched_by: The versions recorded in between that name it.
    """

    subject_type: str
    subject_id: str
    before: State
    after: State
    touched_by: tuple[Touched, ...] = ()


def moved(metric: Metric, material: Material, before: Asked, after: Asked) -> tuple[Moved, ...]:
    """Who is counted otherwise: by id.

    Args:
        metric: The figure.
        material: All that was recorded.
        before: What it was asked with first.
        after: What it is asked with now; mostly the same, as known on a later day.
    """
    first, then = _places(metric, material, before), _places(metric, material, after)
    who = changed(first, then)
    if not who:
        return ()
    subject = owner_of(metric)
    behind = touched(material, before.known_on, after.known_on, subject)
    return tuple(
        Moved(
            subject_type=subject,
            subject_id=key,
            before=_state(first.get(key)),
            after=_state(then.get(key)),
            touched_by=tuple(map(_told, behind.get((subject, key), ()))),
        )
        for key in who
    )


def members(metric: Metric, material: Material, asked: Asked) -> tuple[str, ...]:
    """The ids of those whom a metric surely counts, ordered."""
    places = _places(metric, material, asked)
    return tuple(sorted(key for key, at in places.items() if at.state is State.COUNTED))


def _places(metric: Metric, material: Material, asked: Asked) -> Mapping[str, Place]:
    """What each subject is for the figure."""
    known = material.known(asked.known_on)
    given = asked.parameters(metric.all_assumptions)
    return places_of(listing_of(metric, known.data, given, belongings=known.belongings))


def _state(place: Place | None) -> State:
    return State.NOT_COUNTED if place is None else place.state


def _told(version: Version) -> Touched:
    return Touched(
        record_type=version.record_type,
        record_id=version.record_id,
        version=version.version,
        recorded_on=version.recorded_on,
        act=version.act,
    )
