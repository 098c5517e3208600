"""The figures of the project by plain loops over the records."""

from datetime import date

from inclusion_core.model.client import Client
from inclusion_core.model.funding import Contract, Programme
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.participation import Participation
from inclusion_core.model.service import Service, ServiceAttendance, ServiceKind, ServiceStaff
from inclusion_core.model.staff import (
    CaseAssignment,
    StaffAssignment,
    StaffMember,
    StaffRole,
    StaffTraining,
)

NEVER = date(9999, 1, 1)
ONE_TO_ONE = {
    StaffRole.SOCIAL_WORKER: "psychosocial-work",
    StaffRole.FAMILY_ASSISTANT: "family-assistant",
    StaffRole.PSYCHOLOGIST: "psychologist",
    StaffRole.LAWYER: "legal-advice",
    StaffRole.VOLUNTEER_MENTOR: "volunteer-mentor",
}
TOGETHER = {
    ServiceKind.GROUP: "support-group",
    ServiceKind.FAMILY_GROUP_CONFERENCE: "family-group-conference",
    ServiceKind.CAMP: "summer-camp",
}


def day(value):
    return value if isinstance(value, date) else NEVER


def eighteenth_birthday(born):
    try:
        return born.replace(year=born.year + 18)
    except ValueError:  # born on 29 February: of age on 1 March
        return date(born.year + 18, 3, 1)


class Opinion:
    """What the records of one caseload come to, by any day."""

    def __init__(self, caseload):
        self.caseload = caseload
        self.clients = {each.id: each for each in caseload.of(Client)}
        self.services = {each.id: each for each in caseload.of(Service)}
        self.roles = {each.id: each.role for each in caseload.of(StaffAssignment)}
        projects = {
            each.id for each in caseload.of(Programme) if each.declared_as == "eea.families"
        }
        self.contracts = {
            each.id for each in caseload.of(Contract) if each.programme_id in projects
        }
        self.visits = {
            each.id: each.client_id
            for each in caseload.of(Participation)
            if each.programme_id in projects
        }
        self.given = self._given()
        self.since = {home: min(on for on, _ in given) for home, given in self.given.items()}

    def _activities(self, service):
        found = {TOGETHER[service.kind]} if service.kind in TOGETHER else set()
        if service.kind is ServiceKind.INDIVIDUAL:
            for each in self.caseload.of(ServiceStaff):
                if each.service_id == service.id:
                    found.add(ONE_TO_ONE[self.roles[each.staff_assignment_id]])
        return found

    def _given(self):
        """By household, the days on which it was given something, with what."""
        activities = {key: self._activities(each) for key, each in self.services.items()}
        attended = {}
        for each in self.caseload.of(ServiceAttendance):
            if each.participation_id in self.visits:
                client = self.visits[each.participation_id]
                attended.setdefault(client, []).append(each.service_id)
        given = {}
        for membership in self.caseload.of(HouseholdMembership):
            for key in attended.get(membership.client_id, ()):
                on = day(self.services[key].given_on)
                if day(membership.first_day) <= on <= day(membership.last_day):
                    given.setdefault(membership.household_id, []).append((on, activities[key]))
        return given

    def _children(self, by):
        """Each child that lived in a family on the day its support began, with the family."""
        for membership in self.caseload.of(HouseholdMembership):
            since = self.since.get(membership.household_id, NEVER)
            born = self.clients[membership.client_id].born_on
            lives_there = day(membership.first_day) <= since <= day(membership.last_day)
            if since <= by and lives_there and since < eighteenth_birthday(born):
                yield membership.client_id, membership.household_id

    def figures(self, by):
        """Every figure up to a day."""
        children = list(self._children(by))
        families = {home for _, home in children}
        found = {
            "families": len(families),
            "children": len({child for child, _ in children}),
        }
        for name in (*ONE_TO_ONE.values(), *TOGETHER.values()):
            found[f"by-{name}"] = sum(
                any(on <= by and name in what for on, what in self.given[home]) for home in families
            )
        held = [
            each
            for each in self.services.values()
            if day(each.given_on) <= by and each.contract_id in self.contracts
        ]
        found["services"] = len(held)
        found["camps"] = sum(each.kind is ServiceKind.CAMP for each in held)
        return found | self._staff(by) | {"youths-mentored": self._mentored(by)}

    def _staff(self, by):
        trained = {
            each.staff_member_id
            for each in self.caseload.of(StaffTraining)
            if day(each.completed_on) <= by
        }
        cases = {
            each.staff_assignment_id
            for each in self.caseload.of(CaseAssignment)
            if day(each.first_day) <= by and each.participation_id in self.visits
        }

        def those(role, asked):
            return {
                each.staff_member_id
                for each in self.caseload.of(StaffAssignment)
                if each.role is role and day(each.first_day) <= by and asked(each)
            } & {each.id for each in self.caseload.of(StaffMember)}

        def prepared(assignment):
            return assignment.staff_member_id in trained

        return {
            "volunteer-mentors": len(those(StaffRole.VOLUNTEER_MENTOR, prepared)),
            "trained-social-workers": len(those(StaffRole.SOCIAL_WORKER, prepared)),
            "family-assistants": len(those(StaffRole.FAMILY_ASSISTANT, prepared)),
            "social-workers": len(
                those(StaffRole.SOCIAL_WORKER, lambda assignment: assignment.id in cases)
            ),
        }

    def _mentored(self, by):
        return len(
            {
                self.visits[each.participation_id]
                for each in self.caseload.of(CaseAssignment)
                if self.roles[each.staff_assignment_id] is StaffRole.VOLUNTEER_MENTOR
                and six_months_from(day(each.first_day)) <= min(by, day(each.last_day))
            }
        )


def six_months_from(first_day):
    """The last day of six months; only for days that every month has."""
    months = first_day.month - 1 + 6
    year, month = first_day.year + months // 12, months % 12 + 1
    later = date(year, month, first_day.day)
    return date.fromordinal(later.toordinal() - 1)
