"""One set of data for two funds: their indicators side by side, and why the figures differ."""

from __future__ import annotations

from inclusion_core.reports.form import PairTable, ReportForm, SectionForm
from inclusion_core.texts import Text, lv
from inclusion_esf.pairs import OF_EVERY_PAIR, PAIRS, WITHOUT_COUNTERPART

__all__ = ["BOTH_FUNDS"]

TITLE = lv("ESF un ESF+ rādītāji blakus").en("Indicators of the ESF and the ESF+ side by side")

BOTH_FUNDS: ReportForm = ReportForm(
    id="esf.both-funds",
    title=lv("Vieni dati, divi fondi").en("One data set, two funds"),
    subtitle=lv("ESF 2014-2020 un ESF+ 2021-2027, {period}").en(
        "ESF 2014-2020 and ESF+ 2021-2027, {period}"
    ),
    sections=(
        SectionForm(
            id="pairs",
            title=TITLE,
            paragraphs=(OF_EVERY_PAIR, WITHOUT_COUNTERPART),
            tables=(
                PairTable(
                    id="pairs",
                    title=TITLE,
                    row_heading=lv("Rādītāji").en("Indicators"),
                    one=Text.same("ESF 2014-2020"),
                    other=Text.same("ESF+ 2021-2027"),
                    pairs=PAIRS,
                ),
            ),
        ),
    ),
)
"""The same participants, counted as each of the funds counts them."""
