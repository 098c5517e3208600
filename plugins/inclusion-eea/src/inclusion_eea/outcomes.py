"""The expected outcomes of programme area 10 of the EEA Grants 2009-2014, and what tells of them.

The Blue Book names outcomes and numbers none: the codes are our own ordinals. Which figure of the
project tells of which outcome is our own reading; no official indicator of them was found.
"""

from __future__ import annotations

import attrs

from inclusion_core.metrics.metric import Metric
from inclusion_core.texts import Text, lv
from inclusion_eea import metrics

__all__ = ["OUTCOMES", "Outcome"]


@attrs.frozen(kw_only=True)
class Outcome:
    """An outcome that the programme area expects.

    Attributes:
        code: Our own ordinal, in the order of the Blue Book; not official.
        says: The outcome, as the Blue Book words it.
        in_latvia: Whether the programme in Latvia names it too.
        told_by: The figures of the project that tell of it; none for most.
    """

    code: str
    says: Text
    in_latvia: bool = False
    told_by: tuple[Metric, ...] = ()


OUTCOMES: tuple[Outcome, ...] = (
    Outcome(
        code="PA10-01",
        says=lv("Sekmēta aktīva pilsoniskā līdzdalība").en("Active citizenship fostered"),
        in_latvia=True,
        told_by=(metrics.VOLUNTEER_MENTORS,),
    ),
    Outcome(
        code="PA10-02",
        says=lv(
            "Palielināta NVO iesaiste politikas veidošanā un lēmumu pieņemšanā vietējā, reģionālā "
            "un valsts līmenī"
        ).en(
            "Increased involvement of NGOs in policy and decision-making processes with local, "
            "regional and national governments"
        ),
    ),
    Outcome(
        code="PA10-03",
        says=lv("Attīstīta starpsektoru partnerība, īpaši ar valsts un pašvaldību iestādēm").en(
            "Cross-sectoral partnerships developed, particularly with government organisations"
        ),
        told_by=(metrics.TRAINED_SOCIAL_WORKERS,),
    ),
    Outcome(
        code="PA10-04",
        says=lv("Veicinātas demokrātijas vērtības, arī cilvēktiesības").en(
            "Democratic values, including human rights, promoted"
        ),
        in_latvia=True,
    ),
    Outcome(
        code="PA10-05",
        says=lv("Attīstīta interešu aizstāvība un uzraudzība").en(
            "Advocacy and watchdog role developed"
        ),
    ),
    Outcome(
        code="PA10-06",
        says=lv("Izveidoti partnerībā strādājošu NVO tīkli un koalīcijas").en(
            "Developed networks and coalitions of NGOs working in partnership"
        ),
    ),
    Outcome(
        code="PA10-07",
        says=lv("Stiprināta NVO spēja un veicināta nozarei labvēlīga vide").en(
            "Strengthened capacity of NGOs and an enabling environment for the sector promoted"
        ),
    ),
    Outcome(
        code="PA10-08",
        says=lv("Palielināts ieguldījums ilgtspējīgā attīstībā").en(
            "Increased contribution to sustainable development achieved"
        ),
    ),
    Outcome(
        code="PA10-09",
        says=lv("Palielināta sociālo un pamatpakalpojumu sniegšana noteiktām mērķa grupām").en(
            "Provision of welfare and basic services to defined target groups increased"
        ),
        in_latvia=True,
        told_by=(metrics.FAMILIES, metrics.CHILDREN, metrics.FAMILY_ASSISTANTS),
    ),
    Outcome(
        code="PA10-10",
        says=lv("Neaizsargāto grupu iespēju palielināšana").en("Empowerment of vulnerable groups"),
        told_by=(metrics.YOUTHS_MENTORED,),
    ),
)
