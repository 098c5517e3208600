"""The social worker and social mentor service, by Cabinet regulation 102 as we read it.

`participation` is `None` for an applicant, who is judged as if they entered on the day asked about.
"""

from datetime import date, timedelta

from inclusion_core.model.plan import ClosingReason
from inclusion_core.model.status import Arrival, LegalBasis, ProtectionKind
from oracle_lab.answers import NO, OPEN, YES, answer, either
from oracle_lab.calendar_days import A_DAY, months_later
from oracle_lab.records import day_or_never, holds_on, operation_end, plans_of, spells_of
from oracle_lab.support_days import NO_DAYS, SupportDays

ID = "sif.mentoring"
REGULATION = date(2016, 2, 9)
UKRAINIANS = date(2022, 3, 5)
STATUSES = (ProtectionKind.REFUGEE, ProtectionKind.ALTERNATIVE_STATUS)
TARGET = (ProtectionKind.ASYLUM_SEEKER, *STATUSES)
ENDS_THE_SERVICE = (
    ClosingReason.LEFT_COUNTRY,
    ClosingReason.REFUSED,
    ClosingReason.BREACH_OF_DUTIES,
)


def eligible(caseload, client_id, entry, on):
    """Whether a client who entered on a day may be in the service."""
    return either(
        target_group(caseload, client_id, entry),
        answer(entry >= UKRAINIANS and ukrainian_civilian(caseload, client_id, entry)),
    )


def target_group(caseload, client_id, entry):
    """3.3: protection on the day of entry; spells that contradict each other leave it open."""
    if entry < REGULATION:
        return NO
    inside = outside = 0
    for spell in spells_of(caseload, client_id):
        if holds_on(spell, entry):
            if spell.kind in TARGET:
                inside += 1
            else:
                outside += 1
    if inside == 0:
        return NO
    return OPEN if outside else YES


def ukrainian_civilian(caseload, client_id, entry):
    """3.4: temporary protection on the Ukrainian civilians law covers the day of entry."""
    for spell in spells_of(caseload, client_id):
        if spell.kind is not ProtectionKind.TEMPORARY_PROTECTION:
            continue
        if spell.legal_basis is not LegalBasis.UKRAINIAN_CIVILIANS_LAW:
            continue
        if holds_on(spell, entry):
            return True
    return False


def asylum(caseload, client_id, participation, entry, on):
    """32.1: as long as the procedure of who is an asylum seeker; nothing else ends it."""
    first = last = None
    endless = False
    for spell in spells_of(caseload, client_id):
        if spell.kind is not ProtectionKind.ASYLUM_SEEKER:
            continue
        begun = day_or_never(spell.first_day)
        if begun is None or begun > on:
            continue
        first = begun if first is None or begun > first else first
        until = day_or_never(spell.last_day)
        endless = endless or until is None
        if until is not None:
            last = until if last is None or until > last else last
    if first is None:
        return NO_DAYS
    lost = None if endless else last
    over = procedure_over(caseload, client_id, lost, on)
    return SupportDays(first, {"procedure-over": over, "status-lost": lost})


def procedure_over(caseload, client_id, lost, on):
    """The later of three months after the latest arrival by a day and the end of the procedure.

    It does not come for who did not arrive: they were born here.
    """
    arrived = None
    for arrival in caseload.of(Arrival):
        day = day_or_never(arrival.arrived_on)
        if arrival.client_id == client_id and day is not None and day <= on:
            arrived = day if arrived is None or day > arrived else arrived
    if arrived is None or lost is None:
        return None
    return max(lost, months_later(arrived, 3))


def status_day(caseload, client_id):
    """The day on which the first status was notified; a second one begins nothing anew."""
    notified = None
    for spell in spells_of(caseload, client_id):
        if spell.kind in STATUSES:
            day = day_or_never(spell.notified_on)
            if day is not None and (notified is None or day < notified):
                notified = day
    return notified


def plan_fulfilled(caseload, participation, on):
    """The day on which all plans there were by a day were fulfilled, but for one handed over."""
    if participation is None:
        return None
    latest = None
    for plan in plans_of(caseload, participation.id):
        if plan.closing_reason is ClosingReason.TRANSFER:
            continue
        drawn_up, fulfilled = day_or_never(plan.drawn_up_on), day_or_never(plan.fulfilled_on)
        if not any(day is not None and day <= on for day in (drawn_up, fulfilled)):
            continue
        if fulfilled is None:
            return None
        if latest is None or fulfilled > latest:
            latest = fulfilled
    return latest


def closure(caseload, participation):
    """34: the client left the country, refused, or did not do what the plan asks."""
    if participation is None:
        return None
    first = None
    for plan in plans_of(caseload, participation.id):
        if plan.closing_reason in ENDS_THE_SERVICE:
            closed = day_or_never(plan.closed_on)
            if closed is not None and (first is None or closed < first):
                first = closed
    return first


def day_before_revoked(caseload, client_id):
    first = None
    for spell in spells_of(caseload, client_id):
        if spell.kind is ProtectionKind.REVOKED:
            day = day_or_never(spell.first_day)
            if day is not None and (first is None or day < first):
                first = day
    return None if first is None else first - A_DAY


def mentor_after_status(caseload, client_id, participation, entry, on):
    """33.2: from the day of status, at most twelve months after it."""
    notified = status_day(caseload, client_id)
    if notified is None:
        return NO_DAYS
    return SupportDays(
        notified,
        {
            "twelve-months": months_later(notified, 12),
            "closure": closure(caseload, participation),
            "status-revoked": day_before_revoked(caseload, client_id),
            "programme-end": operation_end(caseload, ID, participation),
        },
    )


def worker_after_status(caseload, client_id, participation, entry, on):
    """32.2: the same, and until the plan is fulfilled."""
    until = mentor_after_status(caseload, client_id, participation, entry, on)
    if until is NO_DAYS:
        return until
    fulfilled = plan_fulfilled(caseload, participation, on)
    return SupportDays(until.first, {"plan-fulfilled": fulfilled, **until.ends})


def mentor_for_ukrainians(caseload, client_id, participation, entry, on):
    """33.1: sixty days after entry, for who entered as a Ukrainian civilian."""
    if not ukrainian_civilian(caseload, client_id, entry):
        return NO_DAYS
    return SupportDays(
        entry,
        {
            "sixty-days": entry + timedelta(days=60),
            "closure": closure(caseload, participation),
            "programme-end": operation_end(caseload, ID, participation),
        },
        in_force_from=UKRAINIANS,
    )


LIMITS = {
    "sif.mentoring.social-worker": {
        "sif.mentoring.social-worker-asylum": asylum,
        "sif.mentoring.social-worker-status": worker_after_status,
    },
    "sif.mentoring.social-mentor": {
        "sif.mentoring.social-mentor-asylum": asylum,
        "sif.mentoring.social-mentor-status": mentor_after_status,
        "sif.mentoring.social-mentor-ukraine": mentor_for_ukrainians,
    },
}
