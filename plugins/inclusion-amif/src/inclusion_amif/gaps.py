"""Which answers the indicators need of whom, so that they can be had before a report is due."""

from __future__ import annotations

from inclusion_amif import terms
from inclusion_amif.integration import SUPPORTED
from inclusion_amif.records import AmifObjective
from inclusion_amif.results import LEFT_COURSE
from inclusion_amif.sources import ANNEX_V, OBJECTIVE_A, REGULATION, item_b
from inclusion_amif.table import PARTICIPATIONS
from inclusion_core.expr import all_of
from inclusion_core.metrics.gaps import Gaps
from inclusion_core.texts import lv

__all__ = ["GAPS"]

OF_THE_FUND = terms.participation.objective.is_in(AmifObjective.ASYLUM, AmifObjective.INTEGRATION)
OF_ASYLUM = terms.participation.objective.is_in(AmifObjective.ASYLUM)

OF_ALL = Gaps(
    id="amif.gaps.all",
    says=lv("Visi rādītāji: valstspiederība, dzimums, vecums").en(
        "All indicators: nationality, gender, age"
    ),
    table=PARTICIPATIONS,
    among=OF_THE_FUND & terms.had_entered,
    fields=("third_country_national", "gender", "born_on"),
    source=REGULATION.annex("VIII"),
)
ASYLUM = Gaps(
    id="amif.gaps.asylum",
    says=lv("O.1.1 un O.1.1.3: aizsardzības statuss iestājoties, neaizsargātība").en(
        "O.1.1 and O.1.1.3: protection on entry, vulnerability"
    ),
    table=PARTICIPATIONS,
    among=OF_ASYLUM & terms.had_entered,
    fields=("in_asylum_phase", "vulnerable_on"),
    source=OBJECTIVE_A,
)
LANGUAGE = Gaps(
    id="amif.gaps.language",
    says=lv("R.2.8: kas aizgāja no valodas kursiem un nav pārbaudīts sākumā un beigās").en(
        "R.2.8: who left a language course and was not tested at both ends"
    ),
    table=PARTICIPATIONS,
    among=all_of(*LEFT_COURSE),
    fields=("level_up_on",),
    source=item_b("8"),
)
SURVEY = Gaps(
    id="amif.gaps.survey",
    says=lv("R.2.9: kam nav jautāts, vai darbība bija noderīga").en(
        "R.2.9: who was not asked whether the activity was helpful"
    ),
    table=PARTICIPATIONS,
    among=all_of(*SUPPORTED),
    fields=("found_helpful_on",),
    source=item_b("9"),
)
APPLICATIONS = Gaps(
    id="amif.gaps.applications",
    says=lv("R.2.10 un R.2.11: pieteikumi, kuru diena nav zināma").en(
        "R.2.10 and R.2.11: applications whose day is not known"
    ),
    table=PARTICIPATIONS,
    among=all_of(*SUPPORTED),
    fields=("recognition_on", "long_term_residence_on"),
    source=ANNEX_V,
)

GAPS: tuple[Gaps, ...] = (OF_ALL, ASYLUM, LANGUAGE, SURVEY, APPLICATIONS)
