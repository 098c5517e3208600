"""The times of support of a life: from when and until when each kind of support may be given.

In the picture they stand above what was recorded, a lane for each kind of support; in words, with
what ends them and by which point of which act, they stand in a table below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from inclusion_core.expr.schema import Schema
from inclusion_core.facts.cases import Cases
from inclusion_core.limits.limit import Limit
from inclusion_core.limits.window import SupportWindow, window_of
from inclusion_core.lives.axis import Axis
from inclusion_core.lives.lanes import Item, Lane, Seen, label_for, packed
from inclusion_core.lives.life import Life
from inclusion_core.lives.shapes import Bar, Stretch
from inclusion_core.model.caseload import Caseload
from inclusion_core.texts import LanguageCode, date_text, lv
from inclusion_core.truth import Truth
from inclusion_core.values import ALWAYS, NEVER, DaySpan

__all__ = ["days_of", "window_lanes", "windows_of", "words_for_days"]

MAY_BE_GIVEN = lv("drīkst sniegt").en("may be given")
NEVER_ENDS = lv("bez beigu termiņa").en("without a last day")
NOT_BEFORE = lv("ne agrāk kā {day:locative}").en("not before {day}")
NOT_AFTER = lv("ne vēlāk kā {day:locative}").en("not after {day}")
BETWEEN = lv("no {earliest:genitive} līdz {latest:dative}").en("between {earliest} and {latest}")
NOT_KNOWN = lv("diena nav zināma").en("day not known")


def windows_of(
    life: Life, caseload: Caseload, schema: Schema, limits: Iterable[Limit]
) -> tuple[SupportWindow, ...]:
    """The windows that limits open for the clients of a life, those with any day inside.

    Args:
        life: The life.
        caseload: The records that it was read from.
        schema: Record types and how they are linked.
        limits: The limits of the programmes; those that the client was never in open nothing.
    """
    cases, each_limit = Cases.of(caseload, schema), tuple(limits)
    windows = (
        window_of(limit, case.in_(participation), life.known_on)
        for case in map(cases.__getitem__, life.clients)
        for limit in each_limit
        for participation in case.participations(limit.programme)
    )
    there = (each for each in windows if each.is_empty is not Truth.YES)
    return tuple(sorted(there, key=_order))


def _order(window: SupportWindow) -> tuple[str, DaySpan, DaySpan, str]:
    return window.limit.support.id, window.first, window.last, window.standing.participation.id


def days_of(windows: Sequence[SupportWindow]) -> Iterator[DaySpan]:
    """The days that a picture of the windows is to show, as far as there are any."""
    for window in windows:
        for span in (window.first, window.last):
            if span.earliest > ALWAYS and span.latest < NEVER:
                yield span


def window_lanes(
    windows: Sequence[SupportWindow], axis: Axis, language: LanguageCode
) -> Iterator[Lane]:
    """A lane for each kind of support."""
    for key, listed in groupby(windows, key=lambda each: each.limit.support.id):
        of_one = tuple(listed)
        items = [
            Item(seen=seen, label=label_for(_why(window, language), Item(seen=seen), axis))
            for window in of_one
            for seen in _seen(window, axis, language)
        ]
        rows = tuple(packed(items))
        yield Lane(
            record_type=key,
            name=of_one[0].limit.support.says.in_(language),
            remark=MAY_BE_GIVEN.in_(language),
            items=rows,
            rows=max((item.row + 1 for item in rows), default=1),
            left_out=0,
        )


def _seen(window: SupportWindow, axis: Axis, language: LanguageCode) -> Iterator[tuple[Seen, ...]]:
    shape = _bar(window, axis)
    if shape is not None:
        says = (
            window.limit.support.says.in_(language),
            words_for_days(window, language),
            window.explain(language),
        )
        yield (Seen(record_id=window.limit.id, shape=shape, says=" \N{EN DASH} ".join(says)),)


def _why(window: SupportWindow, language: LanguageCode) -> str:
    """What ends it, or may."""
    ends = window.ended_by or window.will_end_by or window.may_end_by
    return ", ".join(dict.fromkeys(end.says.in_(language) for end in ends))


def _bar(window: SupportWindow, axis: Axis) -> Bar | None:
    """The bar of a window; ``None`` where nothing of it lies on the axis."""
    first, last = window.first, window.last
    whole = _shown(axis, DaySpan(first.earliest, last.latest))
    if whole is None:
        return None
    inside = window.inside
    sure = None
    if inside is not None:
        sure = _shown(axis, DaySpan(inside.first_day, inside.last_day or axis.last_day))
    unsure = (_shown(axis, span) for span in (first, last) if not span.exact)
    return Bar(
        whole=whole,
        sure=sure,
        unsure=(whole,) if inside is None else tuple(each for each in unsure if each is not None),
        open_from=None,
        before=first.earliest < axis.first_day,
        after=last.latest > axis.last_day,
    )


def _shown(axis: Axis, span: DaySpan) -> Stretch | None:
    if span.earliest > axis.last_day or span.latest < axis.first_day:
        return None
    return Stretch.of(axis, max(span.earliest, axis.first_day), min(span.latest, axis.last_day))


def words_for_days(window: SupportWindow, language: LanguageCode) -> str:
    """From when until when, as far as it is known."""
    first, last = (_day(span, language) for span in (window.first, window.last))
    return f"{first} \N{EN DASH} {last}"


def _day(span: DaySpan, language: LanguageCode) -> str:
    earliest, latest = span
    if span.exact:
        text = NEVER_ENDS if earliest == NEVER else date_text(earliest)
    elif earliest == ALWAYS:
        text = NOT_KNOWN if latest == NEVER else NOT_AFTER.filled(day=latest)
    elif latest == NEVER:
        text = NOT_BEFORE.filled(day=earliest)
    else:
        text = BETWEEN.filled(earliest=earliest, latest=latest)
    return text.in_(language)
