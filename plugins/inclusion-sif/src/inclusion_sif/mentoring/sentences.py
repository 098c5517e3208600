"""What is published of the interim report in words, in our own; only the figures are as announced.

The announcement names fourteen countries of which one person came. No sentence here does: to name
a country is to say that somebody came from there. A sentence has few figures, for one that is
hidden from the public takes the others with it.
"""

from __future__ import annotations

from inclusion_core.reports.sentences.sentence import Counted, Sentence
from inclusion_core.texts import Plural, lv
from inclusion_sif.mentoring import metrics
from inclusion_sif.sources import ANNOUNCEMENT_2018

__all__ = ["INTERIM"]

CHILDREN = Plural(
    lv_zero="bērnu", lv_one="bērns", lv_other="bērni", en_one="child", en_other="children"
)


def _came_from(code: str) -> Counted:
    arrived = metrics.ARRIVED_ASYLUM_SEEKERS
    return Counted(metric=arrived.id, groups={metrics.COUNTRY.id: code})


INTERIM = (
    Sentence(
        id="clients",
        says=lv("Pārskata periodā ({period}) pakalpojumu saņēma {clients}.").en(
            "In the period ({period}) the service was received by {clients}."
        ),
        figures={"clients": Counted(metric=metrics.CLIENTS.id)},
        nouns={
            "clients": Plural(
                lv_zero="unikālu klientu",
                lv_one="unikāls klients",
                lv_other="unikāli klienti",
                en_one="unique client",
                en_other="unique clients",
            )
        },
        source=ANNOUNCEMENT_2018,
    ),
    Sentence(
        id="cases",
        says=lv("Starp tiem bija {with_children}, {without_children} un {individuals}.").en(
            "Among them were {with_children}, {without_children} and {individuals}."
        ),
        figures={
            "with_children": Counted(metric=metrics.FAMILIES_WITH_CHILDREN.id),
            "without_children": Counted(metric=metrics.FAMILIES_WITHOUT_CHILDREN.id),
            "individuals": Counted(metric=metrics.INDIVIDUALS.id),
        },
        nouns={
            "with_children": Plural(
                lv_zero="ģimeņu ar bērniem",
                lv_one="ģimene ar bērniem",
                lv_other="ģimenes ar bērniem",
                en_one="family with children",
                en_other="families with children",
            ),
            "without_children": Plural(
                lv_zero="ģimeņu bez bērniem",
                lv_one="ģimene bez bērniem",
                lv_other="ģimenes bez bērniem",
                en_one="family without children",
                en_other="families without children",
            ),
            "individuals": Plural(
                lv_zero="indivīdu",
                lv_one="indivīds",
                lv_other="indivīdi",
                en_one="individual",
                en_other="individuals",
            ),
        },
        source=ANNOUNCEMENT_2018,
    ),
    Sentence(
        id="children",
        says=lv("Klientu vidū pārskata periodā bija {in_period}.").en(
            "Among the clients of the period were {in_period}."
        ),
        figures={"in_period": Counted(metric=metrics.CHILDREN.id)},
        nouns={"in_period": CHILDREN},
        source=ANNOUNCEMENT_2018,
    ),
    Sentence(
        id="children-now",
        says=lv(
            "Patlaban ({status_day:locative}) pakalpojumu saņem {now}, no tiem vispārējās "
            "izglītības iestādē mācās {at_school}."
        ).en(
            "At present ({status_day}) the service is received by {now}, of them {at_school} at a "
            "school of general education."
        ),
        figures={
            "now": Counted(metric=metrics.CHILDREN_ON_STATUS_DAY.id),
            "at_school": Counted(metric=metrics.CHILDREN_AT_SCHOOL.id),
        },
        nouns={"now": CHILDREN, "at_school": CHILDREN},
        source=ANNOUNCEMENT_2018,
    ),
    Sentence(
        id="countries",
        says=lv("Patvēruma meklētāji pārskata periodā ieradās no {countries}.").en(
            "The asylum seekers of the period came from {countries}."
        ),
        figures={"countries": Counted(metric=metrics.COUNTRIES.id)},
        nouns={
            "countries": Plural(
                lv_zero="valstīm",
                lv_one="valsts",
                lv_other="valstīm",
                en_one="country",
                en_other="countries",
            )
        },
        source=ANNOUNCEMENT_2018,
    ),
    Sentence(
        id="countries-of-most",
        says=lv("No Krievijas {russia}, no Irākas {iraq} un no Azerbaidžānas {azerbaijan}.").en(
            "From Russia {russia}, from Iraq {iraq} and from Azerbaijan {azerbaijan}."
        ),
        figures={
            "russia": _came_from("RU"),
            "iraq": _came_from("IQ"),
            "azerbaijan": _came_from("AZ"),
        },
        source=ANNOUNCEMENT_2018,
    ),
    Sentence(
        id="staff",
        says=lv("Ar klientiem strādāja {social_workers} un {social_mentors}.").en(
            "With the clients worked {social_workers} and {social_mentors}."
        ),
        figures={
            "social_workers": Counted(metric=metrics.SOCIAL_WORKERS.id),
            "social_mentors": Counted(metric=metrics.SOCIAL_MENTORS.id),
        },
        nouns={
            "social_workers": Plural(
                lv_zero="sociālo darbinieku",
                lv_one="sociālais darbinieks",
                lv_other="sociālie darbinieki",
                en_one="social worker",
                en_other="social workers",
            ),
            "social_mentors": Plural(
                lv_zero="sociālo mentoru",
                lv_one="sociālais mentors",
                lv_other="sociālie mentori",
                en_one="social mentor",
                en_other="social mentors",
            ),
        },
        source=ANNOUNCEMENT_2018,
    ),
)
"""146 unique clients, of them 19 families with children; 39 children; 26 countries; staff."""
