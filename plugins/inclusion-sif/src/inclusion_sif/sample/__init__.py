"""A synthetic caseload of the social worker and social mentor service.

Nobody in it exists. Lives are drawn, with a seed, from quotas (so many families, so many people
who came within the half year, one who died) from which every published figure of the service
follows, whatever is drawn: those of April 2016 as known on 24 May 2016, and those of June to
November 2018 as known on 3 December 2018. Later entries correct some of them.

Between those lives stand some that are told rather than drawn, the same whatever the seed: worked
cases of what is untidy in the field (:mod:`inclusion_sif.sample.lives`). Around all of them lies
the daily work: cases, plans, services, outcomes, costs. Whatever was still open is closed when the
second contract ends in November 2019, and the regions are redrawn on 1 January 2024.

Example:
    >>> from datetime import date
    >>> from inclusion_core.model.client import Person
    >>> journal = build()
    >>> len(journal.as_known_on(date(2016, 5, 24)).of(Person))
    82
"""

from __future__ import annotations

from inclusion_core.dice import Dice
from inclusion_core.model.caseload import Journal
from inclusion_sif.sample.cards import Cards
from inclusion_sif.sample.closing import close
from inclusion_sif.sample.corrections import correct
from inclusion_sif.sample.costs import write_costs
from inclusion_sif.sample.funding import funding_chain
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample.ledger import Ledger
from inclusion_sif.sample.lives import tell_lives
from inclusion_sif.sample.places import write_places
from inclusion_sif.sample.plan import drawn_plan
from inclusion_sif.sample.team import write_team
from inclusion_sif.sample.work import write_work
from inclusion_sif.sample.work.cases import Desk
from inclusion_sif.sample.writing import Writer

__all__ = ["build"]


def build(seed: int = 2018) -> Journal:
    """The journal of the sample; the same seed gives the same one everywhere."""
    dice = Dice(seed)
    ids = Ids(dice)
    ledger = Ledger(ids)
    writer = Writer(dice, ids, ledger)
    plan = drawn_plan(Cards(dice))
    for day, record in funding_chain():
        ledger.record(record, day)
    team = write_team(dice, ids, ledger)
    written = [
        *(one for home in plan.homes for one in writer.home(home)),
        *(one for life in plan.singles for one in writer.life(life)),
        *writer.taken_for_one(plan.taken_for_one),
    ]
    correct(ledger, written)
    write_places(ledger)
    desk = Desk(dice, Ids(dice, digits=5), ledger)
    write_costs(dice, desk.ids, ledger, team)
    write_work(desk, team, written, tell_lives(ledger, team))
    close(ledger)
    return Journal(ledger.versions())
