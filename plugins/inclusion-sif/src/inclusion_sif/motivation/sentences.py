"""What is published of the results in words, in our own; only the figures are as announced."""

from __future__ import annotations

from inclusion_core.metrics.metric import Metric
from inclusion_core.reports.sentences.sentence import Counted, Sentence, ShareOf
from inclusion_core.sources import Source
from inclusion_core.texts import Plural, Text, lv
from inclusion_sif.motivation import metrics
from inclusion_sif.sources import ANNOUNCEMENT_2019, ANNOUNCEMENT_2021

__all__ = ["RESULTS_2018", "RESULTS_2021"]

PERSONS = Plural(
    lv_zero="personu", lv_one="persona", lv_other="personas", en_one="person", en_other="persons"
)
CLIENTS = Counted(metric=metrics.CLIENTS.id)
SERVED = lv("Motivācijas un atbalsta pakalpojumus ({period}) saņēma {clients}.").en(
    "Motivation and support services ({period}) were received by {clients}."
)


def _served(source: Source) -> Sentence:
    return Sentence(
        id="clients",
        says=SERVED,
        figures={"clients": CLIENTS},
        nouns={"clients": PERSONS},
        source=source,
    )


def _results(says: Text, metric: Metric, source: Source) -> Sentence:
    """How many had a result, and what part that is."""
    results = Counted(metric=metric.id)
    return Sentence(
        id="results",
        says=says,
        figures={"results": results, "share": ShareOf(part=results, whole=CLIENTS)},
        source=source,
    )


def _in(code: str) -> Counted:
    return Counted(metric=metrics.OUTCOMES_2018.id, groups={metrics.REGION.id: code})


RESULTS_2018 = (
    _served(ANNOUNCEMENT_2019),
    _results(
        lv(
            "Darbu meklē, strādā, mācās, apgūst prasmes vai kvalifikāciju ieguva {results}, tas ir "
            "{share} no visiem saņēmējiem."
        ).en(
            "In job search, employment, education or training, or with a qualification are "
            "{results}, which is {share} of all recipients."
        ),
        metrics.OUTCOMES_2018,
        ANNOUNCEMENT_2019,
    ),
    Sentence(
        id="regions",
        says=lv(
            "Rezultāts pa reģioniem: Rīgā {riga}, Vidzemē {vidzeme}, Ziemeļlatgalē {latgale}."
        ).en("Results by region: Rīga {riga}, Vidzeme {vidzeme}, Northern Latgale {latgale}."),
        figures={
            "riga": _in("RIGA"),
            "vidzeme": _in("VIDZEME"),
            "latgale": _in("ZIEMELLATGALE"),
        },
        source=ANNOUNCEMENT_2019,
    ),
)
"""168 persons, 39 with a result; the share of them was not published, but follows."""

RESULTS_2021 = (
    _served(ANNOUNCEMENT_2021),
    _results(
        lv(
            "Nodarbinātībā vai izglītībā atgriezās {results}, tas ir {share} no visiem saņēmējiem."
        ).en("Back in employment or education are {results}, which is {share} of all recipients."),
        metrics.OUTCOMES_2021,
        ANNOUNCEMENT_2021,
    ),
)
"""60 persons, 18 of them back in employment or education."""
