"""The same person paid for twice: in two programmes, or twice in one, on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, islice

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import Stay, stay_of
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.offered import Offered
from inclusion_core.checks.persons import person_of
from inclusion_core.errors import DeclarationError
from inclusion_core.findings import Finding, Severity
from inclusion_core.metrics.metric import Grain
from inclusion_core.model.funding import FundingShare, Programme
from inclusion_core.model.participation import Participation
from inclusion_core.periods import Period
from inclusion_core.sources import Source
from inclusion_core.texts import lv

__all__ = ["not_while_in", "once_at_a_time"]

IN_ANOTHER = lv(
    "persona tajā pašā laikā ir citā programmā, kuras dalībniekus šajā nedrīkst atbalstīt"
).en("the person is, at the same time, in another programme whose participants may not be in this")
PERHAPS_IN_ANOTHER = lv(
    "persona, iespējams, tajā pašā laikā ir citā programmā, kuras dalībniekus šajā nedrīkst "
    "atbalstīt"
).en(
    "the person is perhaps, at the same time, in another programme whose participants may not be "
    "in this"
)
COMPARE = lv("salīdziniet dienas ar ierakstu {other}; atbalstu par vienām dienām maksā reizi").en(
    "compare the days with {other}; support for the same days is paid for once"
)
TWICE = lv("persona vienā laikā ir atbalstīta divreiz, lai gan finansē vienu reizi").en(
    "the person is supported twice at the same time, and is paid for once"
)


def not_while_in(
    *,
    id: str,  # noqa: A002  what a declared value is named by
    programme: str,
    others: tuple[str, ...],
    source: Source,
    in_force: Period | None = None,
) -> Check:
    """Looks for persons who are in a programme while they are in another that excludes it.

    Where the two surely have a day in common it is an error, where they may have one a warning.

    Args:
        id: Names the check.
        programme: Id of the programme in the catalogue.
        others: The programmes that exclude it, as records of programmes are declared.
        source: The rule that says so.
        in_force: The days on which the rule holds; all where ``None``.

    Raises:
        DeclarationError: None is named, or the programme itself is among them.
    """
    if not others or programme in others:
        raise DeclarationError("check", id, "name other programmes that exclude this one")
    excluded = _NotWhileIn(
        programme=programme,
        others=others,
        held=Stay.during(in_force),
        surely=Fault(kind=id, says=IN_ANOTHER, remedy=COMPARE, source=source),
        perhaps=Fault(
            kind=id,
            says=PERHAPS_IN_ANOTHER,
            remedy=COMPARE,
            severity=Severity.WARNING,
            source=source,
        ),
    )
    return Check(id=id, says=IN_ANOTHER, find=excluded.find, source=source, programme=programme)


@attrs.frozen(kw_only=True)
class _NotWhileIn:
    """What may not be at the same time, and the days on which it may not."""

    programme: str
    others: tuple[str, ...]
    held: Stay
    surely: Fault
    perhaps: Fault

    def find(self, examined: Examined) -> Iterator[Finding]:
        """A finding for each pair of participations."""
        person = person_of(examined)
        elsewhere: dict[str, list[Participation]] = defaultdict(list)
        for other in self.others:
            for each in Offered(examined, other).participations.values():
                elsewhere[person(each.client_id)].append(each)
        for visit in Offered(examined, self.programme).participations.values():
            for other_visit in sorted(elsewhere[person(visit.client_id)], key=lambda it: it.id):
                fault = self._fault(visit, other_visit)
                if fault is not None:
                    yield fault.at(visit, "entered_on", other=other_visit)

    def _fault(self, visit: Participation, other: Participation) -> Fault | None:
        stays = (self.held, *(stay_of(each, "entered_on", "left_on") for each in (visit, other)))
        known = [stay for stay in stays if stay is not None]
        pairs = list(combinations(known, 2))
        if len(known) < len(stays) or not all(one.may_meet(two) for one, two in pairs):
            return None
        return self.surely if all(one.surely_meets(two) for one, two in pairs) else self.perhaps


def once_at_a_time(
    *,
    id: str,  # noqa: A002  what a declared value is named by
    programme: str,
    grain: Grain,
    source: Source,
) -> Check:
    """Looks for persons who are in a programme while they are in it, or beside it, once more.

    That a person is in one programme twice on one day is told of every programme, as a warning
    (``check.entered-twice``). This check tells it as an error where a rule forbids it, in place of
    the warning, and looks beyond the one programme where the rule does.

    Args:
        id: Names the check.
        programme: Id of the programme in the catalogue.
        grain: Inside what there may be one: the programme, all programmes of the operation, or
            all that share a fund.
        source: The rule that says so.

    Raises:
        DeclarationError: The grain is the event, inside which nobody is twice.
    """
    if grain is Grain.EVENT:
        raise DeclarationError("check", id, "grain must be PROGRAMME, OPERATION or FUND")
    once = _Once(
        programme=programme,
        grain=grain,
        fault=Fault(kind=id, says=TWICE, remedy=COMPARE, source=source),
    )
    return Check(
        id=id,
        says=TWICE,
        find=once.find,
        source=source,
        programme=programme,
        stands_for=("check.entered-twice",),
    )


@attrs.frozen(kw_only=True)
class _Once:
    """Inside what nobody may be twice at the same time."""

    programme: str
    grain: Grain
    fault: Fault

    def find(self, examined: Examined) -> Iterator[Finding]:
        """A finding for each participation in the programme that meets another, which it names.

        Of two in the programme, the later one is told of.
        """
        person, inside = person_of(examined), self._inside(examined)
        stays: dict[str, list[tuple[Stay, Participation]]] = defaultdict(list)
        for each in examined.of(Participation):
            stay = stay_of(each, "entered_on", "left_on")
            if stay is not None:
                stays[person(each.client_id)].append((stay, each))
        own = Offered(examined, self.programme).participations
        for its in stays.values():
            its.sort(key=lambda pair: (pair[0].begun_by, pair[1].id))
            for place, (stay, visit) in enumerate(its):
                if visit.id in own:
                    later = (pair for pair in its[place + 1 :] if pair[1].id not in own)
                    met = (
                        other
                        for days, other in (*its[:place], *later)
                        if days.surely_meets(stay) and inside(visit, other)
                    )
                    for rival in islice(met, 1):
                        yield self.fault.at(visit, "entered_on", other=rival)

    def _inside(self, examined: Examined) -> Callable[[Participation, Participation], bool]:
        """Tells whether two participations are inside what there may be one in."""
        within = self._grains(examined)
        nothing: frozenset[str] = frozenset()

        def inside(one: Participation, other: Participation) -> bool:
            grains = (within.get(each.programme_id, nothing) for each in (one, other))
            return bool(frozenset.intersection(*grains))

        return inside

    def _grains(self, examined: Examined) -> Mapping[str, frozenset[str]]:
        """By recorded programme, the ids of what nobody may be twice in."""
        programmes = examined.of(Programme)
        if self.grain is Grain.PROGRAMME:
            return {each.id: frozenset({each.id}) for each in programmes}
        if self.grain is Grain.OPERATION:
            return {each.id: frozenset({each.operation_id}) for each in programmes}
        funds: dict[str, set[str]] = defaultdict(set)
        for share in examined.of(FundingShare):
            funds[share.operation_id].add(share.fund_id)
        return {each.id: frozenset(funds[each.operation_id]) for each in programmes}
