"""What is assumed where the texts of the two funds leave a point open.

Each report shows what it assumed; the asker may assume otherwise. What concerns one period alone
stands with that period.
"""

from __future__ import annotations

from inclusion_core.facts.assumption import Assumption
from inclusion_core.texts import lv
from inclusion_esf.period_2014.assumptions import ASSUMPTIONS_2014
from inclusion_esf.period_2021.assumptions import ASSUMPTIONS_2021
from inclusion_esf.sources import REGULATION_2021, SCOTTISH_GUIDANCE

__all__ = ["ASSUMPTIONS", "NON_CITIZENS_ARE_THIRD_COUNTRY", "RESULTS_SINCE"]

RESULTS_SINCE = Assumption(
    id="esf.results-since",
    says=lv("no kuras dienas rezultātu skaita").en("from which day on a result counts"),
    default=0,
    choices={
        0: lv(
            "rezultāts, kas noticis no iestāšanās dienas līdz 28. dienai pēc aiziešanas, ir "
            "rezultāts pēc aiziešanas: kas atradis darbu dalības laikā, aizejot strādā"
        ).en(
            "what happened from the day of entry to the 28th day after leaving is a result upon "
            "leaving: who found work while in the operation is in work upon leaving"
        ),
        1: lv("skaita tikai to, kas noticis no aiziešanas dienas līdz 28. dienai pēc tās").en(
            "only what happened from the day of leaving to the 28th day after it counts"
        ),
    },
    source=SCOTTISH_GUIDANCE.own_reading(
        lv("teksti nosauc tikai loga beigas: četras nedēļas pēc aiziešanas").en(
            "the texts name only the end of the window: four weeks after leaving"
        )
    ),
)

NON_CITIZENS_ARE_THIRD_COUNTRY = Assumption(
    id="esf.non-citizens-are-third-country-nationals",
    says=lv("vai Latvijas nepilsoņi ir trešo valstu valstspiederīgie").en(
        "whether Latvian non-citizens are third-country nationals"
    ),
    default=1,
    choices={
        1: lv(
            "Latvijas nepilsoņi ir trešo valstu valstspiederīgie: viņi nav Savienības pilsoņi"
        ).en("Latvian non-citizens are third-country nationals: they are no citizens of the Union"),
        0: lv("Latvijas nepilsoņi nav trešo valstu valstspiederīgie").en(
            "Latvian non-citizens are no third-country nationals"
        ),
    },
    source=REGULATION_2021.article("2").own_reading(
        lv("jāsaskaņo ar vadošo iestādi").en("to be confirmed by the managing authority")
    ),
)

ASSUMPTIONS: tuple[Assumption, ...] = (
    RESULTS_SINCE,
    NON_CITIZENS_ARE_THIRD_COUNTRY,
    *ASSUMPTIONS_2014,
    *ASSUMPTIONS_2021,
)
"""All of them."""
