"""A synthetic caseload of the project; nobody in it exists.

Families are drawn, with a seed, from quotas from which the figures follow, whatever is drawn: at
the announced end, 30 April 2015, those of the plan (100 families, 50 and 50; 200 children; five
mentors, 20 social workers, four assistants, two camps); at the end, 31 July 2015, those that were
published then (129 families with 271 children, six young people mentored for six months).

Example:
    >>> from datetime import date
    >>> from inclusion_core.model.household import Household
    >>> len(build().as_known_on(date(2015, 7, 31)).of(Household))
    129
"""

from __future__ import annotations

from inclusion_core.dice import Dice
from inclusion_core.model.caseload import Journal
from inclusion_core.samples import Sample
from inclusion_core.texts import lv
from inclusion_eea.sample.activities import write_activities
from inclusion_eea.sample.families import write_families
from inclusion_eea.sample.funding import write_funding
from inclusion_eea.sample.notebook import Notebook
from inclusion_eea.sample.team import write_team

__all__ = ["SAMPLE", "build"]


def build(seed: int = 2013) -> Journal:
    """The journal of the sample; the same seed gives the same one everywhere."""
    dice, notebook = Dice(seed), Notebook()
    write_funding(notebook)
    team = write_team(dice, notebook)
    write_activities(dice, notebook, team, write_families(dice, notebook))
    return notebook.journal()


SAMPLE = Sample(
    id="eea.families",
    says=lv("Sintētiski dati: neviena reāla persona; plāna un noslēguma skaitļi izpildās").en(
        "Synthetic data: no real person; the figures of the plan and of the end hold"
    ),
    build=build,
    default_seed=2013,
)
"""The sample as the plugin offers it."""
