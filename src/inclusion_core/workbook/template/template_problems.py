"""What can stand in the way of writing a template."""

from __future__ import annotations

from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = ["NO_CHARACTER", "TOO_MANY_RECORDS"]

NO_CHARACTER = Problem(
    kind="workbook.no-character",
    says=lv("tekstā ir kods, kas nav zīme un ko darbgrāmata nevar glabāt").en(
        "the text holds a code that is no character and that no workbook can hold"
    ),
    remedy=lv("uzrakstiet tekstu no jauna").en("write the text anew"),
)

TOO_MANY_RECORDS = Problem(
    kind="workbook.too-many-records",
    says=lv("ierakstu ir vairāk, nekā lapā ir rindu ({most})").en(
        "there are more records than a sheet has rows ({most})"
    ),
    remedy=lv("rakstiet datus CSV datnēs").en("write the data to CSV files"),
)
