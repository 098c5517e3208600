"""A synthetic caseload of four operations, to try the indicators of the fund with.

Nobody in it exists. One project is under specific objective (a), two are under (b), one of these of
a municipality; the fourth operation is paid for by another fund, and some people are in both.
People are drawn with a seed: some take two courses or come back, some are citizens of the Union,
some are tested at one end of a course alone, get worse, refuse an answer, or are refused what they
applied for.

Example:
    >>> from datetime import date
    >>> from inclusion_core.model.participation import Enrolment
    >>> len(build().as_known_on(date(2024, 12, 31)).of(Enrolment))
    72
"""

from __future__ import annotations

from inclusion_amif.sample.funding import OPERATIONS, funding_chain
from inclusion_amif.sample.notebook import Notebook
from inclusion_amif.sample.people import People
from inclusion_core.dice import Dice
from inclusion_core.model.caseload import Journal
from inclusion_core.samples import Sample
from inclusion_core.texts import lv

__all__ = ["SAMPLE", "build"]


def build(seed: int = 2021) -> Journal:
    """The journal of the sample; the same seed gives the same one everywhere."""
    notebook = Notebook()
    for day, record in funding_chain():
        notebook.write(record, day)
    people = People(Dice(seed), notebook)
    for operation in OPERATIONS:
        people.enter(operation)
    return Journal(notebook.versions())


SAMPLE = Sample(
    id="amif.participants",
    says=lv(
        "Sintētiski dati: neviena reāla persona; trīs PMIF projekti un viens cita fonda projekts"
    ).en("Synthetic data: no real person; three projects of the AMIF and one of another fund"),
    build=build,
    default_seed=2021,
)
"""The sample as the plugin offers it."""
