"""The participant report: each person and supported activity, for the intermediate body."""

from __future__ import annotations

from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.reports.form import ListColumn, ListTable, ReportForm, SectionForm
from inclusion_core.texts import lv
from inclusion_esf.assumptions import NON_CITIZENS_ARE_THIRD_COUNTRY, RESULTS_SINCE
from inclusion_esf.participants import PARTICIPANT_COLUMNS, is_in_period
from inclusion_esf.sources import ANNEX_I_2013, INTERMEDIATE_BODY

__all__ = ["PARTICIPANT_REPORT", "participant_report"]

TITLE = lv("Dalībnieki pa atbalstāmajām darbībām").en("Participants by supported activity")


def participant_report(
    key: str, columns: tuple[ListColumn, ...], different: tuple[tuple[str, ...], ...] = ()
) -> ReportForm:
    """The participant report in a layout.

    Args:
        key: Id of the form.
        columns: From left to right.
        different: See :class:`~inclusion_core.reports.tables.lists.ListTable`.
    """
    return ReportForm(
        id=key,
        title=lv("Dalībnieku pārskats").en("Participant report"),
        subtitle=lv("Eiropas Sociālā fonda projektu dalībnieki, {period}").en(
            "Participants of operations of the European Social Fund, {period}"
        ),
        sections=(
            SectionForm(
                id="participants",
                title=TITLE,
                paragraphs=(
                    lv(
                        "Viena rinda ir viena cilvēka viena dalība vienā atbalstāmajā darbībā, "
                        "kuras kaut viena diena ir periodā. Kas atgriežas tajā pašā darbībā, tam "
                        "ir vēl viena rinda; ESF rādītāji cilvēku projektā skaita vienreiz, ar "
                        "pirmās iestāšanās pazīmēm un pēdējās aiziešanas rezultātu."
                    ).en(
                        "A row is one participation of one person in one supported activity, at "
                        "least one day of which lies in the period. Who comes back to the same "
                        "activity has another row; the indicators of the ESF count a person once "
                        "in an operation, with the traits of the first entry and the result of the "
                        "last exit."
                    ),
                    lv(
                        "Rezultāts ir tas, kas noticis līdz 28. dienai pēc aiziešanas. Kam šis "
                        "logs vēl atvērts, tam rezultāta vēl nav; kas periodā nav aizgājis, par "
                        "to nejautā."
                    ).en(
                        "A result is what happened by the 28th day after leaving. Of whose window "
                        "is still open there is none yet; who did not leave in the period is not "
                        "asked."
                    ),
                ),
                tables=(
                    ListTable(
                        id="participants",
                        title=TITLE,
                        row_heading=lv("Dalība").en("Participation"),
                        row=ParticipationRow,
                        among=is_in_period,
                        columns=columns,
                        in_order=tuple(each for each in _ORDER if each in _ids(columns)),
                        different=different,
                        assumes=(RESULTS_SINCE, NON_CITIZENS_ARE_THIRD_COUNTRY),
                        source=INTERMEDIATE_BODY,
                    ),
                ),
            ),
        ),
        notes=(
            lv(
                "Pārskats nosauc dalībniekus pēc to necaurspīdīgajiem numuriem un nav publicējams. "
                "Par iepriekšējo gadu to iesniedz līdz 30. janvārim."
            ).en(
                "The report names participants by their opaque ids, and is not for publication. "
                "It is due on 30 January for the year before."
            ),
        ),
        sources=(ANNEX_I_2013,),
    )


_ORDER = ("person", "activity", "entered_on")


def _ids(columns: tuple[ListColumn, ...]) -> frozenset[str]:
    return frozenset(each.id for each in columns)


PARTICIPANT_REPORT: ReportForm = participant_report(
    "esf.participant-report",
    PARTICIPANT_COLUMNS,
    different=(("person",), ("person", "activity")),
)
"""In our own layout; another is ``participant_report`` with other columns."""
