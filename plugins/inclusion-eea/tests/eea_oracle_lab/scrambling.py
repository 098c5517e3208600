"""A few families of the sample with days moved to where it matters: to a border and beside it."""

from datetime import date, timedelta
from random import Random

import attrs

from inclusion_core import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.household import Household, HouseholdMembership
from inclusion_core.model.participation import Participation
from inclusion_core.model.service import Service, ServiceAttendance
from inclusion_core.model.staff import CaseAssignment

KEPT = 12


def near(random, on):
    return on + timedelta(days=random.choice((-1, 0, 0, 1, 40)))


def scrambled(caseload, seed):
    """Some families, in which people come, go and come of age about the day of a service."""
    random = Random(seed)
    homes = {each.id for each in random.sample(caseload.of(Household), KEPT)}
    members = [each for each in caseload.of(HouseholdMembership) if each.household_id in homes]
    clients = {each.client_id for each in members}
    visits = {each.id: each for each in caseload.of(Participation) if each.client_id in clients}
    attended = [each for each in caseload.of(ServiceAttendance) if each.participation_id in visits]
    days = {each.id: each.given_on for each in caseload.of(Service)}
    served = {visits[each.participation_id].client_id: days[each.service_id] for each in attended}
    by_home = {each.household_id: served.get(each.client_id) for each in members}
    moved = {}
    for each in members:
        border = served.get(each.client_id) or by_home[each.household_id] or date(2014, 6, 2)
        if random.random() < 0.4:
            moved[each.id] = attrs.evolve(each, first_day=near(random, border))
        elif random.random() < 0.4:
            moved[each.id] = attrs.evolve(each, last_day=near(random, border))
        if random.random() < 0.4:
            born = near(random, border.replace(year=border.year - 18, day=min(border.day, 28)))
            client = next(one for one in caseload.of(Client) if one.id == each.client_id)
            moved[client.id] = attrs.evolve(client, born_on=born)
    about = (*caseload.of(EntryTraits), *caseload.of(CaseAssignment))
    told = [each for each in about if each.participation_id in visits]
    keep = {*homes, *clients, *visits, *(each.id for each in (*members, *attended, *told))}
    records = [
        moved.get(each.id, each)
        for name, listed in caseload.records.items()
        if name not in ("person", "enrolment")
        for each in listed
        if not isinstance(each, LIMITED) or each.id in keep
    ]
    return Caseload.of_records(records, known_on=caseload.known_on)


LIMITED = (
    *(Household, HouseholdMembership, Client, Participation, ServiceAttendance),
    *(EntryTraits, CaseAssignment),
)
