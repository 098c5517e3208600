"""What is published of the project in words, in our own; only the figures are as announced.

Promised and reached are two sentences, from two announcements.
"""

from __future__ import annotations

import attrs

from inclusion_core.reports.sentences.sentence import Counted, Promised, Sentence
from inclusion_core.texts import Plural, lv
from inclusion_eea import metrics
from inclusion_eea.sources import ANNOUNCEMENT_2013, FINISHED_PROJECTS

__all__ = ["FINAL", "PROGRESS"]

FAMILIES = Plural(
    lv_zero="ģimeņu ar bērniem",
    lv_one="ģimeni ar bērniem",
    lv_other="ģimenes ar bērniem",
    en_one="family with children",
    en_other="families with children",
)
CHILDREN = Plural(
    lv_zero="bērnu", lv_one="bērnu", lv_other="bērnus", en_one="child", en_other="children"
)

PROMISED = (
    Sentence(
        id="promised-families",
        says=lv(
            "Projektā iecerēts atbalstīt {families}: Bauskā {bauska}, Valmierā {valmiera}; tajās "
            "iecerēts sasniegt {children}."
        ).en(
            "The project means to support {families}: Bauska {bauska}, Valmiera {valmiera}; in "
            "them it means to reach {children}."
        ),
        figures={
            "families": Promised(metric=metrics.FAMILIES.id),
            "bauska": Promised(metric=metrics.FAMILIES.id, of="BAUSKA"),
            "valmiera": Promised(metric=metrics.FAMILIES.id, of="VALMIERA"),
            "children": Promised(metric=metrics.CHILDREN.id),
        },
        nouns={"families": FAMILIES, "children": CHILDREN},
        source=ANNOUNCEMENT_2013,
    ),
    Sentence(
        id="promised-staff",
        says=lv(
            "Iecerēts sagatavot {mentors} un {assistants}, bet ģimenes konferencēm apmācīt "
            "{trained}; rīkos {camps}."
        ).en(
            "To be prepared are {mentors} and {assistants}, to be trained in family group "
            "conferences {trained}; there will be {camps}."
        ),
        figures={
            "mentors": Promised(metric=metrics.VOLUNTEER_MENTORS.id),
            "assistants": Promised(metric=metrics.FAMILY_ASSISTANTS.id),
            "trained": Promised(metric=metrics.TRAINED_SOCIAL_WORKERS.id),
            "camps": Promised(metric=metrics.CAMPS.id),
        },
        nouns={
            "mentors": Plural(
                lv_zero="brīvprātīgo mentoru",
                lv_one="brīvprātīgo mentoru",
                lv_other="brīvprātīgos mentorus",
                en_one="volunteer mentor",
                en_other="volunteer mentors",
            ),
            "assistants": Plural(
                lv_zero="ģimenes asistentu",
                lv_one="ģimenes asistentu",
                lv_other="ģimenes asistentus",
                en_one="family assistant",
                en_other="family assistants",
            ),
            "trained": Plural(
                lv_zero="sociālo darbinieku",
                lv_one="sociālo darbinieku",
                lv_other="sociālos darbiniekus",
                en_one="social worker",
                en_other="social workers",
            ),
            "camps": Plural(
                lv_zero="vasaras nometņu",
                lv_one="vasaras nometni",
                lv_other="vasaras nometnes",
                en_one="summer camp",
                en_other="summer camps",
            ),
        },
        source=ANNOUNCEMENT_2013,
    ),
)

PROGRESS = (
    *PROMISED,
    Sentence(
        id="families",
        says=lv("Līdz šim atbalstu saņēma {families}, un tajās auga {children}.").en(
            "So far support was given to {families}; in them grew up {children}."
        ),
        figures={
            "families": Counted(metric=metrics.FAMILIES.id),
            "children": Counted(metric=metrics.CHILDREN.id),
        },
        nouns={
            "families": attrs.evolve(FAMILIES, lv_one="ģimene ar bērniem"),
            "children": attrs.evolve(CHILDREN, lv_one="bērns", lv_other="bērni"),
        },
        source=ANNOUNCEMENT_2013,
    ),
)
"""100 families were promised, 50 in each place, with 200 children."""

FINAL = (
    Sentence(
        id="families",
        says=lv(
            "Projektā atbalstu saņēma {families}, iecerētas bija {promised}; tajās auga {children}."
        ).en("Support was given to {families}; meant were {promised}; in them grew up {children}."),
        figures={
            "families": Counted(metric=metrics.FAMILIES.id),
            "promised": Promised(metric=metrics.FAMILIES.id),
            "children": Counted(metric=metrics.CHILDREN.id),
        },
        nouns={
            "families": attrs.evolve(FAMILIES, lv_one="ģimene ar bērniem"),
            "children": attrs.evolve(CHILDREN, lv_one="bērns", lv_other="bērni"),
        },
        source=FINISHED_PROJECTS,
    ),
    Sentence(
        id="mentoring",
        says=lv("Mentors bija {youths}.").en("A mentor was beside {youths}."),
        figures={"youths": Counted(metric=metrics.YOUTHS_MENTORED.id)},
        nouns={
            "youths": Plural(
                lv_zero="jauniešiem",
                lv_one="jaunietim",
                lv_other="jauniešiem",
                en_one="young person",
                en_other="young people",
            )
        },
        source=FINISHED_PROJECTS,
    ),
)
"""116 families were planned in the end; 129 were supported, with 271 children."""
