"""Output indicators CO20 to CO23: projects and enterprises, in both texts of Annex I."""

from __future__ import annotations

from inclusion_core.metrics.metric import Metric
from inclusion_core.texts import lv
from inclusion_esf.period_2014.notes import FROM_ANNEX_ORDER
from inclusion_esf.sources import ANNEX_I_2018
from inclusion_esf.supported import different_entities, is_small_enterprise, project, projects

__all__ = ["ESF_PROJECT_INDICATORS"]

CO20 = projects(
    "esf.co20",
    lv(
        "CO20 projektu skaits, ko pilnīgi vai daļēji īsteno sociālie partneri vai nevalstiskās "
        "organizācijas"
    ).en(
        "CO20 number of projects fully or partially implemented by social partners or "
        "non-governmental organisations"
    ),
    project.by_partners,
    source=ANNEX_I_2018,
    notes=(FROM_ANNEX_ORDER,),
)
CO21 = projects(
    "esf.co21",
    lv(
        "CO21 projektu skaits, kas paredzēti sieviešu ilgtspējīgai dalībai un izaugsmei "
        "nodarbinātībā"
    ).en(
        "CO21 number of projects dedicated at sustainable participation and progress of women in "
        "employment"
    ),
    project.for_women_in_employment,
    source=ANNEX_I_2018,
    notes=(FROM_ANNEX_ORDER,),
)
CO22 = projects(
    "esf.co22",
    lv(
        "CO22 projektu skaits, kas vērsti uz valsts pārvaldi vai sabiedriskajiem pakalpojumiem "
        "valsts, reģionālā vai vietējā līmenī"
    ).en(
        "CO22 number of projects targeting public administrations or public services at national, "
        "regional or local level"
    ),
    project.for_public_administration,
    source=ANNEX_I_2018,
    notes=(FROM_ANNEX_ORDER,),
)
CO23 = different_entities(
    "esf.co23",
    lv(
        "CO23 atbalstīto mikrouzņēmumu, mazo un vidējo uzņēmumu skaits (tostarp kooperatīvie un "
        "sociālās ekonomikas uzņēmumi)"
    ).en(
        "CO23 number of supported micro, small and medium-sized enterprises (including cooperative "
        "enterprises, enterprises of the social economy)"
    ),
    is_small_enterprise,
    source=ANNEX_I_2018,
    notes=(FROM_ANNEX_ORDER,),
)

ESF_PROJECT_INDICATORS: tuple[Metric, ...] = (CO20, CO21, CO22, CO23)
