"""What can stand in the way of writing a template."""

from __future__ import annotations

from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = ["TOO_MANY_RECORDS"]

TOO_MANY_RECORDS = Problem(
    kind="workbook.too-many-records",
    says=lv("ierakstu ir vairāk, nekā lapā ir rindu ({most})").en(
        "there are more records than a sheet has rows ({most})"
    ),
    remedy=lv("rakstiet datus CSV datnēs").en("write the data to CSV files"),
)
