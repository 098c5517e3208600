"""Spells that surely share a day although only one of them can hold on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from typing import Generic, TypeVar

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import ONE_DAY, Stay, stay_of
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.persons import person_of
from inclusion_core.fields import Record
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.labour import LabourSpell
from inclusion_core.model.participation import DeliverySpell, Participation
from inclusion_core.model.status import ProtectionSpell, ResidenceSpell
from inclusion_core.texts import lv
from inclusion_core.values import NEVER, Unknown

__all__ = ["OVERLAP_CHECKS", "Overlap"]

SpellT = TypeVar("SpellT", bound=Record)


def _any_two(one: object, other: object) -> bool:  # noqa: ARG001  asked of every pair
    return True


@attrs.frozen(kw_only=True)
class Overlap(Generic[SpellT]):
    """Spells of which no two may surely share a day.

    Attributes:
        fault: What is wrong where two do.
        spells: The record class.
        ends: The fields that hold the first and the last day.
        of: What the two have in common, given the person that each client is.
        cannot_both_hold: Whether these two exclude each other.
        meets: Whether a later one surely shares days with an earlier one that it must not.
    """

    fault: Fault
    spells: type[SpellT]
    ends: tuple[str, str] = ("first_day", "last_day")
    of: Callable[[SpellT, Callable[[str], str]], Hashable]
    cannot_both_hold: Callable[[SpellT, SpellT], bool] = _any_two
    meets: Callable[[Stay, Stay], bool] = Stay.surely_meets


def _two_kinds(one: ProtectionSpell, other: ProtectionSpell) -> bool:
    known = not isinstance(one.kind, Unknown) and not isinstance(other.kind, Unknown)
    return known and one.kind is not other.kind


def _beyond_the_first_day(later: Stay, earlier: Stay) -> bool:
    """On the day of a decision somebody may be both asylum seeker and status holder."""
    if max(later.begun_by, earlier.begun_by) == NEVER:
        return False
    in_both = max(later.begun_by + ONE_DAY, earlier.begun_by)
    return in_both <= min(later.lasts_until, earlier.lasts_until)


def _two_statuses(one: LabourSpell, other: LabourSpell) -> bool:
    known = not isinstance(one.status, Unknown) and not isinstance(other.status, Unknown)
    return known and one.status is not other.status


PROTECTION = Overlap(
    fault=Fault(
        kind="check.two-protections",
        says=lv("personai vienā dienā, kas nav lēmuma diena, ir divi dažādi aizsardzības veidi").en(
            "the person has two kinds of protection on one day that is not the day of decision"
        ),
        remedy=lv("salīdziniet ar ierakstu {other} un izlabojiet dienas vai veidu").en(
            "compare with {other} and correct the days or the kind"
        ),
    ),
    spells=ProtectionSpell,
    of=lambda spell, person: person(spell.client_id),
    cannot_both_hold=_two_kinds,
    meets=_beyond_the_first_day,
)
MEMBERSHIPS = Overlap(
    fault=Fault(
        kind="check.two-memberships",
        says=lv("klients vienā dienā mājsaimniecībās ierakstīts divreiz").en(
            "the client is entered twice in households on one day"
        ),
        remedy=lv(
            "salīdziniet ar ierakstu {other}; pārceļoties vienu beidziet, pirms sākas otrs"
        ).en("compare with {other}; on a move, end the one before the other begins"),
    ),
    spells=HouseholdMembership,
    of=lambda membership, _: membership.client_id,
)
PARTICIPATIONS = Overlap(
    fault=Fault(
        kind="check.entered-twice",
        says=lv("persona vienā dienā tajā pašā programmā ir divreiz").en(
            "the person is in the same programme twice on one day"
        ),
        remedy=lv("salīdziniet ar {other}; ja mainījies tikai sniedzējs, apvienojiet abus").en(
            "compare with {other}; where only the provider changed, make one of the two"
        ),
        severity=Severity.WARNING,
    ),
    spells=Participation,
    ends=("entered_on", "left_on"),
    of=lambda each, person: (person(each.client_id), each.programme_id),
)
DELIVERY = Overlap(
    fault=Fault(
        kind="check.two-deliveries",
        says=lv("vienu dalību vienā dienā nodrošina divreiz").en(
            "one participation is delivered twice on one day"
        ),
        remedy=lv("salīdziniet ar {other}; nododot klientu, vienu beidziet, pirms sākas otrs").en(
            "compare with {other}; on a handover, end the one before the other begins"
        ),
    ),
    spells=DeliverySpell,
    of=lambda spell, _: spell.participation_id,
)
RESIDENCE = Overlap(
    fault=Fault(
        kind="check.two-residences",
        says=lv("klientam vienā dienā ir divas dzīvesvietas").en(
            "the client has two places of residence on one day"
        ),
        remedy=lv("salīdziniet ar {other}; pārceļoties vienu beidziet, pirms sākas otra").en(
            "compare with {other}; on a move, end the one before the other begins"
        ),
        severity=Severity.WARNING,
    ),
    spells=ResidenceSpell,
    of=lambda spell, _: spell.client_id,
)
LABOUR = Overlap(
    fault=Fault(
        kind="check.two-labour-statuses",
        says=lv("klientam vienā dienā ir divi dažādi statusi darba tirgū").en(
            "the client has two labour-market statuses on one day"
        ),
        remedy=lv("salīdziniet ar {other} un izlabojiet dienas vai statusu").en(
            "compare with {other} and correct the days or the status"
        ),
    ),
    spells=LabourSpell,
    of=lambda spell, _: spell.client_id,
    cannot_both_hold=_two_statuses,
)


def _sharing_days(overlap: Overlap[SpellT], examined: Examined) -> Iterator[Finding]:
    """A finding for each spell that meets an earlier one, which it names."""
    person = person_of(examined)
    groups: dict[Hashable, list[tuple[Stay, SpellT]]] = defaultdict(list)
    for spell in examined.of(overlap.spells):
        stay = stay_of(spell, *overlap.ends)
        if stay is not None:
            groups[overlap.of(spell, person)].append((stay, spell))
    for group in groups.values():
        group.sort(key=lambda each: (each[0].begun_by, each[1].id))
        for place, (stay, spell) in enumerate(group):
            other = _first_met(overlap, stay, spell, group[:place])
            if other is not None:
                yield overlap.fault.at(spell, overlap.ends[0], other=other)


def _first_met(
    overlap: Overlap[SpellT], stay: Stay, spell: SpellT, earlier: Sequence[tuple[Stay, SpellT]]
) -> SpellT | None:
    return next(
        (
            other
            for its, other in earlier
            if overlap.meets(stay, its) and overlap.cannot_both_hold(spell, other)
        ),
        None,
    )


def _check(overlap: Overlap[SpellT]) -> Check:
    return overlap.fault.check(partial(_sharing_days, overlap))


OVERLAP_CHECKS: tuple[Check, ...] = (
    _check(PROTECTION),
    _check(MEMBERSHIPS),
    _check(PARTICIPATIONS),
    _check(DELIVERY),
    _check(RESIDENCE),
    _check(LABOUR),
)
