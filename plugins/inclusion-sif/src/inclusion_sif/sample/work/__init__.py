"""The daily work of the service: whose case is whose, plans, services, and what comes of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inclusion_core.dice import Deck
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import Unknown
from inclusion_sif.sample.cards import REFUSED
from inclusion_sif.sample.life import Tale
from inclusion_sif.sample.team import Team
from inclusion_sif.sample.work.assignments import share_out
from inclusion_sif.sample.work.cases import Case, Desk
from inclusion_sif.sample.work.company import ALONE, company_in
from inclusion_sif.sample.work.entries import Entries
from inclusion_sif.sample.work.labour import Labour
from inclusion_sif.sample.work.outcomes import Outcomes
from inclusion_sif.sample.work.plans import Plans
from inclusion_sif.sample.work.services import Services
from inclusion_sif.sample.work.situations import Situations
from inclusion_sif.sample.writing import Written

__all__ = ["write_work"]

_TAKEN_BACK = (Tale.RETRACTED, Tale.ERASED)


def write_work(desk: Desk, team: Team, written: Sequence[Written], told: Sequence[Case]) -> None:
    """Writes what staff did with the clients.

    Args:
        desk: Where it is written.
        team: Who works when.
        written: The clients that were drawn; of those whose records are taken back later,
            nothing more is written.
        told: Cases that are told elsewhere; only who is responsible for them is written.
    """
    kept = [one for one in written if one.life.tale not in _TAKEN_BACK]
    cases = [case for one in kept for case in _cases(one)]
    responsible = share_out(desk, team, [*cases, *told])
    _write_lives(desk, kept)
    plans, services = Plans(desk), Services(desk, team, responsible)
    reported = [case for case in cases if case.is_reported]
    for case in reported:
        plans.write(case)
        services.talks(case)
    services.for_many(reported)


def _cases(one: Written) -> Iterator[Case]:
    for visit in one.file.participations:
        yield Case(
            client=one.file.client,
            participation=visit,
            diary=one.diary,
            known_from=one.settled_on[visit.id],
        )


def _write_lives(desk: Desk, kept: Sequence[Written]) -> None:
    """Writes what the clients brought along, what they lack, and what they have reached."""
    labour, situations, entries = Labour(desk), Situations(desk), Entries(desk)
    outcomes = Outcomes(desk)
    told: Deck[YesNo | Unknown] = Deck(desk.dice, (*[YesNo.NO] * 9, REFUSED))
    for one in kept:
        cases = list(_cases(one))
        reported = [case for case in cases if case.is_reported]
        if not reported:
            continue
        first = cases[0]
        company = ALONE
        if one.home is not None:
            company = company_in(one.home, first.days.first, is_adult=first.is_adult)
        past = labour.write(cases) if first.is_adult else None
        situations.write(first, company)
        disability = situations.disability(first) if first.is_adult else None
        disabled = told.deal() if disability is None else YesNo.YES
        for case in reported:
            entries.write(case, company, one.file.residence, past, disabled)
            outcomes.write(case, None if past is None else past.found_work_on)
