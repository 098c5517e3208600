"""A synthetic caseload of the motivation programme.

Nobody in it exists. People are drawn with a seed, from quotas from which the published figures
follow whatever is drawn, through the rules of the programme: 168 persons in 2018, 39 of them with a
result (8, 11 and 20 by region), and 60 from September 2020 to 1 May 2021, 18 of them re-included.
Everybody who enters is at risk by a ground of the programme, and nobody is supported for longer
than six months.

Beside those who are counted stand those who are not: results on the day after a period, results
that only the other announcement counts, people who entered in 2019, who came back, who were handed
over from one provider to the next or were known to both, and some who were turned away.

Example:
    >>> from datetime import date
    >>> from inclusion_core.model.outcome import Outcome
    >>> journal = build()
    >>> len(journal.as_known_on(date(2019, 1, 8)).of(Outcome)) >= 39
    True
"""

from __future__ import annotations

from inclusion_core.dice import Dice
from inclusion_core.model.caseload import Journal
from inclusion_core.samples import Sample
from inclusion_core.texts import lv
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample.ledger import Ledger
from inclusion_sif.sample_motivation.funding import Team, funding_chain
from inclusion_sif.sample_motivation.places import write_places
from inclusion_sif.sample_motivation.writing import Writer

__all__ = ["SAMPLE", "build"]


def build(seed: int = 2018) -> Journal:
    """The journal of the sample; the same seed gives the same one everywhere."""
    dice = Dice(seed)
    ids = Ids(dice)
    ledger = Ledger(ids)
    team = Team(ids)
    for day, record in (*funding_chain(), *team.records):
        ledger.record(record, day)
    write_places(ledger)
    Writer(dice, ids, ledger, team).write()
    return Journal(ledger.versions())


SAMPLE = Sample(
    id="sif.motivation",
    says=lv(
        "Sintētiski dati: neviena reāla persona; izpildās publicētie skaitļi par 2018. gadu un par "
        "laiku no 2020. gada septembra līdz 2021. gada 1. maijam"
    ).en(
        "Synthetic data: no real person; the figures published of 2018 and of September 2020 to "
        "1 May 2021 hold"
    ),
    build=build,
    default_seed=2018,
)
"""The sample as the plugin offers it."""
