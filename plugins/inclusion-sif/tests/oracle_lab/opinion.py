"""What the oracle says of one client on one day, where every field is known or absent."""

from inclusion_core.model.participation import Participation
from oracle_lab import mentoring, motivation
from oracle_lab.answers import NO, answer, both
from oracle_lab.records import participations_of, stays_on

PROGRAMMES = {each.ID: each for each in (mentoring, motivation)}


def participation_on(caseload, programme, client_id, on):
    """The stay that a client is in on a day, the latest of several; `None` of an applicant."""
    found = None
    for stay in participations_of(caseload, {client_id}, programme):
        if stays_on(stay, on) and (found is None or order(stay) > order(found)):
            found = stay
    return found


def latest_participation(caseload, programme, client_id, on):
    """The stay that was begun last by a day; `None` where none was."""
    found = None
    for stay in participations_of(caseload, {client_id}, programme):
        if stay.entered_on <= on and (found is None or order(stay) > order(found)):
            found = stay
    return found


def order(stay):
    return stay.entered_on, stay.id


def participation_by_id(caseload, participation_id):
    for stay in caseload.of(Participation):
        if stay.id == participation_id:
            return stay
    return None


def entry_of(participation, on):
    """The day of entry; an applicant would enter on the day asked about."""
    return on if participation is None else participation.entered_on


def eligible(caseload, programme, client_id, participation, *, on):
    """Whether a participant or applicant is eligible, judged on a day."""
    law = PROGRAMMES[programme]
    return law.eligible(caseload, client_id, entry_of(participation, on), on)


def support_days(caseload, programme, limit, client_id, participation, *, on):
    """The days of support by one limit, asked on a day."""
    limits = {}
    for of_support in PROGRAMMES[programme].LIMITS.values():
        limits |= of_support
    return limits[limit](caseload, client_id, participation, entry_of(participation, on), on)


def may_receive(caseload, programme, support, client_id, participation, *, on):
    """Whether a kind of support may be given on a day: in the programme, eligible, in time."""
    if participation is not None and not stays_on(participation, on):
        return NO
    in_time = any(
        support_days(caseload, programme, limit, client_id, participation, on=on).has(on)
        for limit in PROGRAMMES[programme].LIMITS[support]
    )
    return both(answer(in_time), eligible(caseload, programme, client_id, participation, on=on))
