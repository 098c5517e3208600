"""Support that contradicts itself: two answers where there is one, another programme's service."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import day_of
from inclusion_core.checks.examined import Examined
from inclusion_core.fields import Record
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Contract
from inclusion_core.model.labour import LabourSpell, LabourStatus, WorkKind
from inclusion_core.model.participation import DeliverySpell, Participation
from inclusion_core.model.plan import Goal, PlannedAction
from inclusion_core.model.service import Service, ServiceAttendance
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, Unknown

__all__ = ["SUPPORT_CHECKS"]

REACHED_AND_DROPPED = Fault(
    kind="check.reached-and-dropped",
    says=lv("ierakstīts gan, ka tas paveikts, gan, ka no tā atteicās").en(
        "it is entered as reached and as given up"
    ),
    remedy=lv("atstājiet vienu no abām dienām").en("leave one of the two days"),
)
TWO_ENTRIES = Fault(
    kind="check.two-entry-traits",
    says=lv("vienai dalībai pazīmes iestāšanās dienā ierakstītas divreiz").en(
        "the traits at entry are recorded twice for one participation"
    ),
    remedy=lv("atstājiet vienu; otru, {other}, atsauciet").en("leave one; retract {other}"),
)
SINCE_WITHOUT_UNEMPLOYMENT = Fault(
    kind="check.unemployed-since-of-another",
    says=lv("ir bezdarba pirmā diena, bet klients nebija bezdarbnieks").en(
        "there is a first day of unemployment, and the client was not unemployed"
    ),
    remedy=lv("izlabojiet statusu vai izņemiet dienu").en(
        "correct the status, or take the day out"
    ),
)
WORK_WITHOUT_EMPLOYMENT = Fault(
    kind="check.work-without-employment",
    says=lv("ir darba veids, bet klients nav nodarbināts").en(
        "there is a kind of work, and the client is not employed"
    ),
    remedy=lv("izlabojiet statusu vai izņemiet darba veidu").en(
        "correct the status, or take the kind of work out"
    ),
    severity=Severity.WARNING,
)
OTHER_PROGRAMME = Fault(
    kind="check.other-programme",
    says=lv("pakalpojums sniegts pēc citas programmas līguma").en(
        "the service is given under the contract of another programme"
    ),
    remedy=lv("izlabojiet dalību vai līgumu; salīdziniet ar {other}").en(
        "correct the participation or the contract; compare with {other}"
    ),
)


def _reached_and_dropped(examined: Examined) -> Iterator[Finding]:
    found: tuple[tuple[type[Record], str], ...] = ((Goal, "met_on"), (PlannedAction, "done_on"))
    for record_class, reached in found:
        for record in examined.of(record_class):
            days = (day_of(record, reached), day_of(record, "dropped_on"))
            if not any(day is ABSENT or isinstance(day, Unknown) for day in days):
                yield REACHED_AND_DROPPED.at(record, "dropped_on")


def _two_entries(examined: Examined) -> Iterator[Finding]:
    first: dict[str, EntryTraits] = {}
    for traits in sorted(examined.of(EntryTraits), key=lambda each: each.id):
        other = first.setdefault(traits.participation_id, traits)
        if other is not traits:
            yield TWO_ENTRIES.at(traits, "participation_id", other=other)


def _since_without_unemployment(examined: Examined) -> Iterator[Finding]:
    for traits in examined.of(EntryTraits):
        another = traits.labour_status in (LabourStatus.EMPLOYED, LabourStatus.INACTIVE)
        since = traits.unemployed_since
        if another and since is not ABSENT and not isinstance(since, Unknown):
            yield SINCE_WITHOUT_UNEMPLOYMENT.at(traits, "unemployed_since")


def _work_without_employment(examined: Examined) -> Iterator[Finding]:
    for spell in examined.of(LabourSpell):
        another = spell.status in (LabourStatus.UNEMPLOYED, LabourStatus.INACTIVE)
        if another and isinstance(spell.work, WorkKind):
            yield WORK_WITHOUT_EMPLOYMENT.at(spell, "work")


def _other_programme(examined: Examined) -> Iterator[Finding]:
    programme_of = {each.id: each.programme_id for each in examined.of(Contract)}
    participations = {each.id: each for each in examined.of(Participation)}
    contract_of = {each.id: each.contract_id for each in examined.of(Service)}
    delivered: list[tuple[Record, str, str]] = [
        *((each, each.participation_id, each.contract_id) for each in examined.of(DeliverySpell)),
        *(
            (each, each.participation_id, contract_of.get(each.service_id, ""))
            for each in examined.of(ServiceAttendance)
        ),
    ]
    for record, participation_id, contract_id in delivered:
        participation = participations.get(participation_id)
        if participation is None or contract_id not in programme_of:
            continue  # another check tells what is not there
        if participation.programme_id != programme_of[contract_id]:
            yield OTHER_PROGRAMME.at(record, "participation_id", other=participation)


SUPPORT_CHECKS: tuple[Check, ...] = (
    REACHED_AND_DROPPED.check(_reached_and_dropped),
    TWO_ENTRIES.check(_two_entries),
    SINCE_WITHOUT_UNEMPLOYMENT.check(_since_without_unemployment),
    WORK_WITHOUT_EMPLOYMENT.check(_work_without_employment),
    OTHER_PROGRAMME.check(_other_programme),
)
