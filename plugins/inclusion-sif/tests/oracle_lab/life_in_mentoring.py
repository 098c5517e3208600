"""A random life in the social worker and mentor service."""

from datetime import date

from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import ClosingReason, SupportPlan
from inclusion_core.model.status import Arrival, LegalBasis, ProtectionKind, ProtectionSpell
from inclusion_core.values import ABSENT
from oracle_lab.calendar_days import A_DAY
from oracle_lab.completing import CLIENT_ID
from oracle_lab.mentoring import UKRAINIANS

KINDS = tuple(ProtectionKind)
BASES = tuple(LegalBasis)
REASONS = (*ClosingReason, ClosingReason.TRANSFER, ClosingReason.REFUSED)


def write_mentoring(pen):
    """Arrival, procedure, statuses, stays and plans."""
    if pen.chance(0.15):
        pen.days = [UKRAINIANS + pen.rng.choice((-1, 0, 1, 40)) * A_DAY]
    for _ in range(pen.rng.choice((0, 1, 1, 1, 1, 2))):
        pen.add(Arrival(id=pen.name("r"), client_id=CLIENT_ID, arrived_on=pen.day()))
    write_protection(pen)
    for _ in range(pen.rng.choice((0, 1, 1, 1, 1, 1, 2))):
        write_plans(pen, write_stay(pen, CLIENT_ID, pen.programme_id))
    if pen.chance(0.1):
        write_others(pen)


def write_protection(pen):
    way = 0.6 if pen.days[0] >= UKRAINIANS else pen.rng.random()
    if way < 0.5:
        write_procedure(pen)
    elif way < 0.7:
        write_temporary(pen)
    for _ in range(pen.rng.choice((1, 1, 2, 3) if way >= 0.7 else (0, 0, 0, 1, 1, 2))):
        write_spell(pen, pen.rng.choice(KINDS))


def write_procedure(pen):
    """An asylum seeker who is given a status on the last day of the procedure, or the day after."""
    begun = pen.day()
    decided = pen.day(after=begun)
    write_spell(pen, ProtectionKind.ASYLUM_SEEKER, begun, decided - pen.rng.choice((0, 1)) * A_DAY)
    status = pen.rng.choice((ProtectionKind.REFUGEE, ProtectionKind.ALTERNATIVE_STATUS))
    ended = pen.day_or_none(0.75, after=decided)
    notified = decided + pen.rng.choice((0, 0, 1, 5)) * A_DAY
    write_spell(pen, status, decided, ended, notified_on=notified)
    if ended is not ABSENT and pen.chance(0.7):
        taken = pen.rng.choice((ProtectionKind.REVOKED, ProtectionKind.ANNULLED, status))
        write_spell(pen, taken, ended + A_DAY, ABSENT)


def write_temporary(pen):
    begun = pen.day()
    basis = pen.rng.choice((*BASES, *(LegalBasis.UKRAINIAN_CIVILIANS_LAW,) * 4))
    ended = pen.day_or_none(0.7, after=begun)
    write_spell(pen, ProtectionKind.TEMPORARY_PROTECTION, begun, ended, legal_basis=basis)


def write_spell(pen, kind, first_day=None, last_day=None, **fields):
    """A spell of protection; what is not said is drawn."""
    first_day = pen.day() if first_day is None else first_day
    pen.days.append(first_day)
    last_day = pen.day_or_none(0.6, after=first_day) if last_day is None else last_day
    notified_on = ABSENT if pen.chance(0.2) else first_day if pen.chance(0.5) else pen.day()
    drawn = {"legal_basis": pen.rng.choice(BASES), "notified_on": notified_on}
    pen.add(
        ProtectionSpell(
            id=pen.name("s"),
            client_id=CLIENT_ID,
            kind=kind,
            first_day=first_day,
            last_day=last_day,
            decided_on=ABSENT,
            final_on=ABSENT,
            **{**drawn, **fields},
        )
    )


def write_stay(pen, client_id, programme_id):
    entered_on = pen.rng.choice(pen.days) if pen.chance(0.4) else pen.day()
    return pen.add(
        Participation(
            id=pen.name("a"),
            client_id=client_id,
            programme_id=programme_id,
            entered_on=entered_on,
            left_on=pen.day_or_none(0.55, after=entered_on),
        )
    )


def write_plans(pen, stay):
    """No plan, one, or several: open, fulfilled, closed, handed over."""
    for _ in range(pen.rng.choice((0, 0, 1, 1, 1, 1, 2, 3))):
        fulfilled_on = ABSENT if pen.chance(0.5) else day_of_plan(pen, stay)
        closed = pen.chance(0.5)
        pen.add(
            SupportPlan(
                id=pen.name("p"),
                participation_id=stay.id,
                drawn_up_on=stay.entered_on if pen.chance(0.6) else pen.day(),
                fulfilled_on=fulfilled_on,
                closed_on=day_of_plan(pen, stay) if closed and pen.chance(0.95) else ABSENT,
                closing_reason=pen.rng.choice(REASONS) if closed else ABSENT,
            )
        )


def day_of_plan(pen, stay):
    """A day in the first weeks of a stay, or any other."""
    if pen.chance(0.5):
        return pen.day()
    return stay.entered_on + pen.rng.choice((0, 1, 20, 30, 59, 60)) * A_DAY


def write_others(pen):
    """Somebody else, and a stay of the client elsewhere: nothing of it may count."""
    pen.add(Client(id="c-2", provider_id="v-1", born_on=date(1980, 1, 1)))
    pen.add(
        ProtectionSpell(
            id=pen.name("s"),
            client_id="c-2",
            kind=pen.rng.choice(KINDS),
            legal_basis=pen.rng.choice(BASES),
            first_day=pen.day(),
            notified_on=pen.day(),
        )
    )
    write_plans(pen, write_stay(pen, "c-2", pen.programme_id))
    pen.add(Programme(id="g-2", operation_id=pen.operation_id, declared_as="sif.motivation"))
    write_plans(pen, write_stay(pen, CLIENT_ID, "g-2"))
