"""A small world in which nothing is wrong, and a way to ask what is."""

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from inclusion_core.checks.consistency import contradictions
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.looking import findings_in
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

sys.path.insert(0, str(Path(__file__).parent))  # makes the laboratory of this folder importable

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


def world(*records, known_on=KNOWN_ON):
    """The world with some of its records replaced, and others added; of two alike, the last."""
    there = {(type(record), record.id): record for record in (*WORLD, *records)}
    return Caseload.of_records(there.values(), known_on=known_on)


@pytest.fixture
def found():
    """What is found in the world with some of its records replaced, and others added."""

    def ask(*records):
        return [
            (finding.kind, finding.place.record_id, finding.place.field)
            for finding in contradictions(world(*records), SCHEMA)
        ]

    return ask


@pytest.fixture
def look():
    """What one check finds in that world: how much it weighs, where, and in which words."""

    def ask(check, *records, known_on=KNOWN_ON):
        examined = Examined(caseload=world(*records, known_on=known_on), schema=SCHEMA)
        findings = findings_in(examined, [check])
        for finding in findings:
            assert (finding.kind, finding.source) == (check.id, check.source)
            assert finding.in_("lv") != finding.in_("en")
        return [
            (each.severity.value, each.place.record_id, each.place.field, each.says.in_("en"))
            for each in findings
        ]

    return ask
