"""Lays the windows of the library beside the days of the oracle, as things stand."""

from functools import partial

from inclusion_core.truth import Truth
from oracle_lab import opinion
from oracle_lab.answers import NO, OPEN, YES, answer
from oracle_lab.calendar_days import A_DAY, days_between
from oracle_lab.completing import possible
from oracle_lab.judged import Judged, id_of
from oracle_lab.pen import EARLIEST, LATEST

SAID = {Truth.YES: YES, Truth.NO: NO, Truth.UNKNOWN: OPEN}
WALKED = 200
"""One life of so many has its windows walked day by day; the others at their edges."""


def of_windows(life, service, case, on, support):
    """The windows of one kind of support, asked on a day."""
    windows = service.windows(support, case, on)
    limits = opinion.PROGRAMMES[life.programme].LIMITS[support]
    there = sorted(window.limit.id for window in windows) == sorted(limits)
    yield Judged(life.seed, f"limits of {support}", True, answer(there), YES)
    for window in windows:
        yield from (of_whole_window if life.whole else of_open_window)(life, window, on)


def of_whole_window(life, window, on):
    """Its days, and what ends it, where all is known."""
    limit = window.limit.id
    days = days_of(life, limit, on, life.caseload, stay_in(life, window))
    for day in candidates(life, window, days, on):
        said = SAID[window.covers(day)]
        yield Judged(life.seed, f"a day of {limit}", True, said, answer(days.has(day)))
    if days.first is not None and (days.last is None or days.first <= days.last):
        ended, will_end = ids_of(window.ended_by), ids_of(window.will_end_by)
        is_over = days.last is not None and days.last < on
        same = (ended, will_end) == (
            (days.first_ends, frozenset()) if is_over else (frozenset(), days.first_ends)
        )
        yield Judged(life.seed, f"what ends {limit}", True, answer(same), YES)


def ids_of(ends):
    return frozenset(each.id for each in ends)


def of_open_window(life, window, on):
    """Its days, where not all is known."""
    limit, stay_id = window.limit.id, id_of(stay_in(life, window))

    def asked(day, caseload, stay):
        return answer(days_of(life, limit, on, caseload, stay).has(day))

    for day in few(window, on):
        ask = partial(asked, day)
        oracle = possible(ask, life.caseload, stay_id, on, may_come=False, also=(day,))
        yield Judged(life.seed, f"a day of {limit}", False, SAID[window.covers(day)], oracle)


def stay_in(life, window):
    """The participation that the library shows the window of."""
    standing = window.standing
    if standing.applicant:
        return None
    return opinion.participation_by_id(life.caseload, standing.participation.id)


def days_of(life, limit, on, caseload, stay):
    return opinion.support_days(caseload, life.programme, limit, life.client_id, stay, on=on)


def candidates(life, window, days, on):
    """Days about every edge that either side has; of some lives, every day there is."""
    if life.seed % WALKED == 0:
        return days_between(EARLIEST, LATEST)
    edges = {on, days.first, *days.ends.values(), *window.first, *window.last}
    inside = [edge for edge in edges if edge is not None and EARLIEST <= edge <= LATEST]
    return sorted({edge + step * A_DAY for edge in inside for step in (-1, 0, 1)})


def few(window, on):
    edges = {on, window.first.earliest, window.last.earliest, window.last.latest + A_DAY}
    return sorted(day for day in edges if EARLIEST <= day <= LATEST)
