"""One life to begin a worked case with, and short ways to ask the oracle about it."""

from datetime import date

from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import SupportPlan
from inclusion_core.model.status import LegalBasis, ProtectionKind, ProtectionSpell
from inclusion_core.model.traits import RiskSpell
from inclusion_core.values import ABSENT
from oracle_lab import opinion
from oracle_lab.calendar_days import days_between
from oracle_lab.completing import possible

KNOWN_ON = date(2024, 6, 30)
WORKER, MENTOR = "sif.mentoring.social-worker", "sif.mentoring.social-mentor"
SERVICES = "sif.motivation.services"
OPERATION = Operation(
    id="o-1",
    number="9.1.4.4./16/I/001",
    title="Operation",
    beneficiary="Beneficiary",
    last_day=date(2023, 12, 31),
)
STAY = Participation(
    id="a-1", client_id="c-1", programme_id="g-1", entered_on=date(2018, 4, 10), left_on=ABSENT
)
ANNA = Client(id="c-1", provider_id="v-1", born_on=date(1990, 1, 1))
REFUGEE = ProtectionSpell(
    id="s-1",
    client_id="c-1",
    kind=ProtectionKind.REFUGEE,
    legal_basis=LegalBasis.ASYLUM_LAW,
    first_day=date(2018, 4, 10),
    last_day=ABSENT,
    notified_on=date(2018, 4, 15),
)
PLAN = SupportPlan(id="p-1", participation_id="a-1", drawn_up_on=date(2018, 5, 2))


def caseload(*records, programme="sif.mentoring", known_on=KNOWN_ON):
    offered = Programme(id="g-1", operation_id="o-1", declared_as=programme)
    clients = () if any(isinstance(each, Client) for each in records) else (ANNA,)
    return Caseload.of_records((OPERATION, offered, *clients, *records), known_on=known_on)


def eligible(known, on=None, programme="sif.mentoring", stay_id="a-1"):
    """What it may be whether somebody is eligible; by entry where no day is given."""
    on = on or opinion.participation_by_id(known, stay_id).entered_on

    def asked(complete, stay):
        return opinion.eligible(complete, programme, "c-1", stay, on=on)

    return possible(asked, known, stay_id, on, may_come=True)


def receives(known, support, on, programme="sif.mentoring", stay_id="a-1"):
    """What it may be whether support may be given."""

    def asked(complete, stay):
        return opinion.may_receive(complete, programme, support, "c-1", stay, on=on)

    return possible(asked, known, stay_id, on, may_come=True)


def days_of(known, limit, on=date(2018, 12, 3), programme="sif.mentoring"):
    """The first and the last day of a limit, found by walking from 2015 to 2025."""
    stay = opinion.participation_by_id(known, "a-1")
    window = opinion.support_days(known, programme, limit, "c-1", stay, on=on)
    walked = window.days(days_between(date(2015, 1, 1), date(2025, 12, 31)))
    return (walked[0], walked[-1]) if walked else None


def risk(ground, **days):
    return RiskSpell(
        id="k-1", client_id="c-1", ground=ground, **{"first_day": date(2018, 1, 1), **days}
    )


def motivated(*records, known_on=KNOWN_ON):
    return caseload(STAY, *records, programme="sif.motivation", known_on=known_on)
