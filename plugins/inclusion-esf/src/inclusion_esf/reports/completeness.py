"""Who lacks which answers, so that they can be asked before a report is due."""

from __future__ import annotations

from inclusion_core.metrics.gaps import Gaps
from inclusion_core.reports.form import GapsTable, ReportForm, SectionForm
from inclusion_core.texts import Text, lv
from inclusion_esf.gaps import GAPS_2014, GAPS_PLUS

__all__ = ["COMPLETENESS", "COMPLETENESS_PLUS"]


def _section(gaps: Gaps) -> SectionForm:
    key = gaps.id.rpartition(".gaps.")[2]
    return SectionForm(
        id=key, title=gaps.says, tables=(GapsTable(id=key, title=gaps.says, gaps=gaps),)
    )


def _form(key: str, title: Text, subtitle: Text, gaps: tuple[Gaps, ...]) -> ReportForm:
    return ReportForm(
        id=key,
        title=title,
        subtitle=subtitle,
        sections=tuple(_section(each) for each in gaps),
        notes=(
            lv(
                "Ziņojums nosauc dalībniekus pēc to necaurspīdīgajiem numuriem un nav publicējams."
            ).en("The report names participants by their opaque ids, and is not for publication."),
        ),
    )


COMPLETENESS: ReportForm = _form(
    "esf.completeness",
    lv("Ko vēl vajag pajautāt: ESF 2014-2020").en("What is still to be asked: ESF 2014-2020"),
    lv("ESF 2014-2020 dalībnieki, {period}").en("Participants of the ESF 2014-2020, {period}"),
    GAPS_2014,
)
COMPLETENESS_PLUS: ReportForm = _form(
    "esf.plus.completeness",
    lv("Ko vēl vajag pajautāt: ESF+").en("What is still to be asked: ESF+"),
    lv("ESF+ dalībnieki, {period}").en("Participants of the ESF+, {period}"),
    GAPS_PLUS,
)
