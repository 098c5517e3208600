"""What can be wrong with the rows of a register; each is told once for a column, with how many."""

from __future__ import annotations

from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = ["MISSING_REFERENCE", "NOT_IN_LIST", "RECORD_TWICE"]

RECORD_TWICE = Problem(
    kind="register.record-twice",
    says=lv("rindas, kuru id ir arī citām; saskaita katru: {rows}").en(
        "rows whose id others have too, each of which is counted: {rows}"
    ),
    remedy=lv("paturiet pareizo vai dodiet katrai savu id").en(
        "keep the one that is right, or give each an id of its own"
    ),
)
NOT_IN_LIST = Problem(
    kind="register.not-in-list",
    says=lv("rindas ar kodu, kura nav sarakstā: {rows}").en(
        "rows with a code that is not in the list: {rows}"
    ),
    remedy=lv("izmantojiet saraksta kodus: {codes}").en("use the codes of the list: {codes}"),
)
MISSING_REFERENCE = Problem(
    kind="register.missing-reference",
    says=lv("rindas, kas nosauc ierakstu, kura nav: {rows}").en(
        "rows that name a record which is not there: {rows}"
    ),
    remedy=lv("pievienojiet to vai labojiet atsauci").en("add it, or correct the reference"),
)
