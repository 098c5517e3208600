"""Records about a person, and why they may be held: every field names a ground and a time.

How long they are kept follows the funder's documents. A plugin or embedder whose law says
otherwise gives the fields of its own record types a holding of their own.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from inclusion_core.fields import Holding, LegalGround, Record
from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import lv

__all__ = ["PUBLIC_TASK", "SPECIAL_CATEGORY", "PersonalRecord", "SpecialRecord"]

GDPR = Source(
    lv("Regula (ES) 2016/679 (Vispārīgā datu aizsardzības regula)").en(
        "Regulation (EU) 2016/679 (General Data Protection Regulation)"
    ),
    issued=date(2016, 4, 27),
    confidence=Confidence.REMEMBERED,
    note=lv(
        "Pamats ir paša lasījums; glabāšanas laiks ir pieņēmums, ko nosaka finansētāja līgums"
    ).en("The ground is an own reading; the time is assumed, the funder's contract settles it"),
)

PUBLIC_TASK = Holding(ground=LegalGround.PUBLIC_TASK, months=36, source=GDPR.article("6(1)(e)"))
"""A task in the public interest; kept three years after the operation's last day."""

SPECIAL_CATEGORY = Holding(
    ground=LegalGround.SOCIAL_PROTECTION, months=36, source=GDPR.article("9(2)(b)")
)
"""Health, ethnic origin and the like, for social protection; kept as long."""


class PersonalRecord(Record):
    """Base of what is recorded about one person."""

    __slots__ = ()

    held: ClassVar[Holding | None] = PUBLIC_TASK


class SpecialRecord(Record):
    """Base of what is recorded about one person and is a special category of personal data."""

    __slots__ = ()

    held: ClassVar[Holding | None] = SPECIAL_CATEGORY
