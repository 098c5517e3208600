"""What is looked for in the data of the project, besides its rules and limits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

import attrs

from inclusion_core.checks.check import Check, Fault, Find
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.needed import needed_answers
from inclusion_core.checks.offered import Offered
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import FundingShare, ShareRule
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.service import Service, ServiceAttendance, ServiceKind
from inclusion_core.texts import lv
from inclusion_eea.programme import FAMILIES
from inclusion_eea.sources import ANNOUNCEMENT_2013, CALL

__all__ = ["CHECKS"]

LEAST_COFINANCING = Decimal(10)
"""Per cent of the eligible cost of a project that its promoter pays at least."""

TWO_PLACES = Fault(
    kind="eea.families.two-places",
    says=lv("viena ģimene ierakstīta divās vietās").en("one family is recorded in two places"),
    remedy=lv("izlabojiet vietu šeit vai ierakstā {other}; ģimeni skaita vienā vietā").en(
        "correct the place here or in {other}; a family is counted in one place"
    ),
    source=ANNOUNCEMENT_2013.own_reading(
        lv("50 un 50 ģimenes ir divas vietas kopā 100 ģimenēm, tāpēc ģimene ir vienā").en(
            "50 and 50 families in two places make 100 families, so that a family is in one"
        )
    ),
)

CAMP_WITHOUT_FAMILY = Fault(
    kind="eea.families.camp-without-family",
    says=lv("nometnē bija kāds, kura ģimene projektā nepiedalās").en(
        "somebody was at a camp whose family does not take part in the project"
    ),
    remedy=lv(
        "ierakstiet ģimenes dalību vai mājsaimniecību; ja tās nav, nometnes vieta nav attiecināma"
    ).en(
        "record the participation of the family, or the household; without one the place at the "
        "camp is not eligible"
    ),
    severity=Severity.WARNING,
    source=ANNOUNCEMENT_2013.own_reading(
        lv("nometnes ir atbalstīto ģimeņu bērniem").en(
            "the camps are for children of the families that are supported"
        )
    ),
)

COFINANCING = Fault(
    kind="eea.families.cofinancing",
    says=lv("projekta īstenotājs sedz mazāk par 10 % attiecināmo izmaksu").en(
        "the promoter pays less than 10 % of the eligible cost"
    ),
    remedy=lv("pārbaudiet finansējuma daļas; īstenotāja daļa ir atlikums").en(
        "check the shares of the funds; the promoter's is the remainder"
    ),
    source=CALL.own_reading(
        lv("īstenotāja daļa datos ir tā, kas paņem noapaļošanas atlikumu").en(
            "the promoter's share is the one that takes the remainder of rounding in the data"
        )
    ),
)


def _homes(examined: Examined) -> dict[str, set[str]]:
    """The households in which each client lives or lived."""
    homes: dict[str, set[str]] = defaultdict(set)
    for membership in examined.of(HouseholdMembership):
        homes[membership.client_id].add(membership.household_id)
    return homes


def _in_two_places(examined: Examined) -> Iterator[Finding]:
    """A finding for each record of a place that differs from the first one for a family."""
    visits, homes = Offered(examined, FAMILIES.id).participations, _homes(examined)
    first: dict[str, EntryTraits] = {}
    for traits in examined.of(EntryTraits):
        visit = visits.get(traits.participation_id)
        if visit is None or not isinstance(traits.region, str):
            continue
        of_family = [first.setdefault(home, traits) for home in sorted(homes[visit.client_id])]
        others = [each for each in of_family if each.region != traits.region]
        if others:
            yield TWO_PLACES.at(traits, "region", other=others[0])


def _camp_without_family(examined: Examined) -> Iterator[Finding]:
    """A finding for each attendance of a camp by somebody with whom nobody else takes part."""
    visits, homes = Offered(examined, FAMILIES.id).participations, _homes(examined)
    taking_part: dict[str, set[str]] = defaultdict(set)
    for visit in visits.values():
        for home in homes[visit.client_id]:
            taking_part[home].add(visit.client_id)
    camps = {each.id for each in examined.of(Service) if each.kind is ServiceKind.CAMP}
    for attendance in examined.of(ServiceAttendance):
        if attendance.service_id in camps and attendance.participation_id in visits:
            client = visits[attendance.participation_id].client_id
            if not any(taking_part[home] - {client} for home in homes[client]):
                yield CAMP_WITHOUT_FAMILY.at(attendance, "participation_id")


def _too_little_of_their_own(examined: Examined) -> Iterator[Finding]:
    """A finding for each promoter's share that is below the least."""
    operations = {each.operation_id for each in Offered(examined, FAMILIES.id).programmes.values()}
    for share in examined.of(FundingShare):
        own = share.rule is ShareRule.REMAINDER and share.operation_id in operations
        if own and share.percent < LEAST_COFINANCING:
            yield COFINANCING.at(share, "percent")


def _of_project(fault: Fault, find: Find) -> Check:
    return attrs.evolve(fault.check(find), programme=FAMILIES.id)


PLACE_ASKED = needed_answers(
    id="eea.families.place-asked",
    programme=FAMILIES.id,
    record_class=EntryTraits,
    fields=("region",),
    source=ANNOUNCEMENT_2013.own_reading(
        lv("ģimenes skaita Bauskā un Valmierā, tāpēc vieta jāzina par katru").en(
            "families are counted in Bauska and in Valmiera, so that the place of each is needed"
        )
    ),
)

CHECKS: tuple[Check, ...] = (
    _of_project(TWO_PLACES, _in_two_places),
    _of_project(CAMP_WITHOUT_FAMILY, _camp_without_family),
    _of_project(COFINANCING, _too_little_of_their_own),
    PLACE_ASKED,
)
