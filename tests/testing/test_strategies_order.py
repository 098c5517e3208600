"""What is settled while a caseload is drawn, with draws that are written down here."""

from datetime import date

import pytest

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.cost import CostBasis, CostCap, CostCapPer, CostEntry
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.labour import LabourSpell, LabourStatus
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_core.testing.strategies.alone import after_the_others
from inclusion_core.testing.strategies.casebook import Casebook
from inclusion_core.testing.strategies.caseloads import setting_of
from inclusion_core.testing.strategies.costs import settled_cap, settled_cost
from inclusion_core.values import ABSENT, ALWAYS, NEVER, NOT_ASKED, PartialDay

MAY, JUNE = date(2018, 5, 1), date(2018, 6, 1)
SETTING = setting_of(SCHEMA, interests=None, programmes=(), tidy=True)


def book(*records):
    """A book that holds these records; whatever is drawn is the plainest."""
    found = Casebook(lambda _: 0, SETTING, date(2020, 1, 1), careless=False)
    for record in records:
        found.add(record)
    return found


def protection(key, client_id, kind, last_day=ABSENT):
    return ProtectionSpell(id=key, client_id=client_id, kind=kind, first_day=MAY, last_day=last_day)


def test_a_spell_begins_after_those_that_have_ended():
    stays = book(
        HouseholdMembership(
            id="hm1", client_id="c1", household_id="h1", first_day=MAY, last_day=JUNE
        )
    )
    after = (date(2018, 6, 2), NEVER)

    assert after_the_others(stays, "household_membership", {"client_id": "c1"}) == {
        "first_day": after,
        "last_day": after,
    }
    assert after_the_others(stays, "household_membership", {"client_id": "c2"}) == {
        "first_day": (ALWAYS, NEVER),
        "last_day": (ALWAYS, NEVER),
    }
    assert after_the_others(stays, "need", {"client_id": "c1"}) == {}


def test_beside_a_stay_that_lasts_there_is_no_other():
    stays = book(HouseholdMembership(id="hm1", client_id="c1", household_id="h1", first_day=MAY))

    assert after_the_others(stays, "household_membership", {"client_id": "c1"}) is None


def test_a_status_may_begin_on_the_last_day_of_the_one_before_whoever_keeps_the_record():
    spells = book(protection("ps1", "c1", ProtectionKind.ASYLUM_SEEKER, JUNE))
    spells.persons["c2"] = "c1"
    room = after_the_others(spells, "protection_spell", {"client_id": "c2"})

    assert room["first_day"] == (JUNE, NEVER)


def test_beside_a_status_that_lasts_there_is_the_same_alone():
    values = {"client_id": "c1"}
    spells = book(protection("ps1", "c1", ProtectionKind.REFUGEE))

    assert after_the_others(spells, "protection_spell", values) is not None
    assert values == {"client_id": "c1", "kind": ProtectionKind.REFUGEE}


def test_beside_two_statuses_that_contradict_there_is_none():
    spells = book(
        protection("ps1", "c1", ProtectionKind.REFUGEE),
        protection("ps2", "c1", ProtectionKind.REJECTED),
    )

    assert after_the_others(spells, "protection_spell", {"client_id": "c1"}) is None


def test_a_status_that_is_not_known_binds_nothing():
    values = {"client_id": "c1"}
    spells = book(LabourSpell(id="ls1", client_id="c1", status=NOT_ASKED, first_day=MAY))

    assert after_the_others(spells, "labour_spell", values) is not None
    assert values == {"client_id": "c1"}


def test_a_spell_that_is_told_backwards_bounds_nothing():
    spells = book(
        LabourSpell(
            id="ls1",
            client_id="c1",
            status=LabourStatus.EMPLOYED,
            first_day=JUNE,
            last_day=MAY,
        )
    )

    assert after_the_others(spells, "labour_spell", {"client_id": "c1"})["first_day"][0] == ALWAYS


@pytest.mark.parametrize(
    ("month", "written"),
    [(date(2018, 2, 3), PartialDay.of_month(2018, 2)), (NOT_ASKED, NOT_ASKED)],
)
def test_a_cost_is_for_a_month(month, written):
    values = {"budget_line_id": "bl1", "month": month, "net_cents": NOT_ASKED, "units": 1}
    settled_cost(book(), values)

    assert values["month"] == written
    assert values["net_cents"] == NOT_ASKED


@pytest.mark.parametrize(("units", "net_cents"), [(2, 200), (0, 0)])
def test_a_cost_keeps_within_its_cap(units, net_cents):
    cap = CostCap(id="cc1", budget_line_id="bl1", per=CostCapPer.MONTH, cap_cents=100)
    values = {"budget_line_id": "bl1", "month": ABSENT, "net_cents": 480, "units": units}
    settled_cost(book(cap), values)

    assert values["net_cents"] == net_cents


@pytest.mark.parametrize(("line", "cents"), [("bl1", 241), ("bl2", 60)])
def test_a_cap_is_not_below_what_was_claimed(line, cents):
    cost = CostEntry(
        id="ce1",
        budget_line_id="bl1",
        contract_id="co1",
        basis=CostBasis.ACTUAL,
        month=ABSENT,
        units=2,
        net_cents=481,
    )
    values = {"budget_line_id": line, "cap_cents": 60}
    settled_cap(book(cost), values)

    assert values["cap_cents"] == cents
