"""A synthetic caseload of three operations, to try the indicators of both funds with.

Nobody in it exists. One operation is paid for by the ESF 2014-2020 and spans the change of its
Annex I on 2 August 2018; one by the ESF+; one is for the most deprived, under specific objective
(l). People are drawn with a seed: some come back to the same operation, some enter the next one,
some are not asked everything, some refuse. What is written down wrongly in 2018 is corrected in
2019, so that results are restated.

Example:
    >>> from datetime import date
    >>> from inclusion_core.model.participation import Enrolment
    >>> len(build().as_known_on(date(2025, 3, 31)).of(Enrolment))
    415
"""

from __future__ import annotations

from inclusion_core.dice import Dice
from inclusion_core.model.caseload import Journal
from inclusion_core.samples import Sample
from inclusion_core.texts import lv
from inclusion_esf.sample.funding import OPERATIONS, funding_chain
from inclusion_esf.sample.notebook import Notebook
from inclusion_esf.sample.people import People

__all__ = ["SAMPLE", "build"]


def build(seed: int = 2014) -> Journal:
    """The journal of the sample; the same seed gives the same one everywhere."""
    dice = Dice(seed)
    notebook = Notebook()
    for day, record in funding_chain():
        notebook.record(record, day)
    people = People(dice, notebook)
    for operation in OPERATIONS:
        people.enter(operation)
    return Journal(notebook.versions())


SAMPLE = Sample(
    id="esf.participants",
    says=lv("Sintētiski dati: neviena reāla persona; trīs projekti, divi fondi").en(
        "Synthetic data: no real person; three operations, two funds"
    ),
    build=build,
    default_seed=2014,
)
"""The sample as the plugin offers it."""
