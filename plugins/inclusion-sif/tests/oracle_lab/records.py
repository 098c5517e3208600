"""What one life holds, found by loops; every field is known or absent here."""

from datetime import date

from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import SupportPlan
from inclusion_core.model.status import ProtectionSpell


def day_or_never(day):
    """The day, or `None` for one that does not come."""
    return day if isinstance(day, date) else None


def holds_on(spell, day):
    """Whether a spell covers a day."""
    if not isinstance(spell.first_day, date) or day < spell.first_day:
        return False
    return not isinstance(spell.last_day, date) or day <= spell.last_day


def stays_on(participation, day):
    """Whether a participation covers a day."""
    if not isinstance(participation.entered_on, date) or day < participation.entered_on:
        return False
    return not isinstance(participation.left_on, date) or day <= participation.left_on


def spells_of(caseload, client_id):
    return [each for each in caseload.of(ProtectionSpell) if each.client_id == client_id]


def plans_of(caseload, participation_id):
    return [each for each in caseload.of(SupportPlan) if each.participation_id == participation_id]


def client_of(caseload, client_id):
    return next(each for each in caseload.of(Client) if each.id == client_id)


def operation_end(caseload, programme, participation):
    """The last day of the operation that a participant is in, or an applicant would be."""
    offered = next(
        each
        for each in caseload.of(Programme)
        if (participation is None and each.declared_as == programme)
        or (participation is not None and each.id == participation.programme_id)
    )
    paying = next(each for each in caseload.of(Operation) if each.id == offered.operation_id)
    return day_or_never(paying.last_day)


def participations_of(caseload, client_ids, programme):
    """The stays of these clients in a declared programme."""
    found = []
    for stay in caseload.of(Participation):
        for offered in caseload.of(Programme):
            if offered.id == stay.programme_id and offered.declared_as == programme:
                found += [stay] if stay.client_id in client_ids else []
    return found


def same_person(caseload, client_id):
    """All clients that are one person with a client, by the links that hold on the known day."""
    joined = {client_id}
    while True:
        more = set(joined)
        for link in caseload.of(SamePersonLink):
            undone = isinstance(link.undone_on, date) and link.undone_on <= caseload.known_on
            if link.linked_on <= caseload.known_on and not undone:
                pair = {link.client_id, link.other_client_id}
                more |= pair if pair & joined else set()
        if more == joined:
            return joined
        joined = more
