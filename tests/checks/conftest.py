"""A small world in which nothing is wrong, and a way to ask what is."""

from datetime import date
from decimal import Decimal

import pytest

from inclusion_core.checks.consistency import contradictions
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.cost import BudgetLine
from inclusion_core.model.funding import (
    Contract,
    Fund,
    FundingShare,
    Operation,
    Programme,
    Provider,
)
from inclusion_core.model.household import Household
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import Goal, SupportPlan
from inclusion_core.model.service import Service
from inclusion_core.model.staff import StaffAssignment, StaffMember, StaffRole
from inclusion_core.model.status import ProtectionSpell

WORLD = (
    Fund(id="esf", name="ESF"),
    Fund(id="state", name="State"),
    Operation(id="op", number="9.1.4.4./16/I/001", title="Title", beneficiary="Foundation"),
    FundingShare(id="s-1", operation_id="op", fund_id="esf", percent=Decimal(85)),
    FundingShare(id="s-2", operation_id="op", fund_id="state", percent=Decimal(15)),
    Programme(id="mentoring", operation_id="op", declared_as="sif.mentoring"),
    Programme(id="motivation", operation_id="op", declared_as="sif.motivation"),
    Provider(id="p-1", name="Provider"),
    Contract(id="k-1", programme_id="mentoring", provider_id="p-1", number="1"),
    Household(id="h-1"),
    Household(id="h-2"),
    Client(id="c-1", provider_id="p-1"),
    Client(id="c-2", provider_id="p-1"),
    Participation(id="in-1", client_id="c-1", programme_id="mentoring"),
    ProtectionSpell(id="a-1", client_id="c-1"),
    SupportPlan(id="plan-1", participation_id="in-1"),
    Goal(id="g-1", support_plan_id="plan-1"),
    Service(id="v-1", contract_id="k-1"),
    StaffMember(id="w-1", provider_id="p-1"),
    StaffAssignment(
        id="w-1-worker", staff_member_id="w-1", contract_id="k-1", role=StaffRole.SOCIAL_WORKER
    ),
    BudgetLine(id="b-1", operation_id="op", number="1", title="Services", amount_cents=1_000_000),
)
KNOWN_ON = date(2018, 12, 3)


@pytest.fixture
def found():
    """What is found in the world with some of its records replaced, and others added."""

    def ask(*records):
        keys = {(type(record), record.id) for record in records}
        kept = [record for record in WORLD if (type(record), record.id) not in keys]
        caseload = Caseload.of_records([*kept, *records], known_on=KNOWN_ON)
        return [
            (finding.kind, finding.place.record_id, finding.place.field)
            for finding in contradictions(caseload, SCHEMA)
        ]

    return ask
