"""The last section of a report: what was taken for granted at the uncertain points."""

from __future__ import annotations

from collections.abc import Iterable

from inclusion_core.errors import DeclarationError
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.assumption import Assumption
from inclusion_core.reports.filling.cells import NO, YES
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.report import Cell, Section, Table, TableRow
from inclusion_core.sources import Source
from inclusion_core.texts import Language, Text, lv

__all__ = ["ASSUMPTIONS_TABLE", "assumptions_once", "assumptions_section"]

ASSUMPTIONS_TABLE = "assumptions"
"""The id of the table, and of the section, that says what is taken for granted."""

ASSUMPTIONS = lv("Pieņēmumi").en("Assumptions")
WHY = lv(
    "Šajos punktos avoti atstāj izvēli vai nav pārbaudīti. Citu vērtību var pieņemt, aizpildot "
    "ziņojumu."
).en(
    "At these points the sources leave a choice or were not checked. Other values can be assumed "
    "when the report is made."
)
ASSUMPTION = lv("Pieņēmums").en("Assumption")
ASSUMED = lv("Kas pieņemts").en("What is assumed")
DEFAULT = lv("Pēc noklusējuma").en("By default")
SOURCE = lv("Avots").en("Source")
SURE = lv("Cik droši").en("How sure")
OPEN_POINTS = lv("Kas pieņemts neskaidros punktos").en("What is assumed at uncertain points")


def assumptions_once(assumptions: Iterable[Assumption]) -> tuple[Assumption, ...]:
    """Each of them once, ordered by id.

    Raises:
        DeclarationError: Two that differ have the same id.
    """
    by_id: dict[str, Assumption] = {}
    for each in assumptions:
        first = by_id.setdefault(each.id, each)
        if first is not each and first != each:
            raise DeclarationError("assumption", each.id, "two have this id; rename one")
    return tuple(by_id[key] for key in sorted(by_id))


def assumptions_section(
    assumptions: Iterable[Assumption], parameters: Parameters, found: Found
) -> tuple[Section, ...]:
    """What the figures take for granted, in words; nothing where they take nothing."""
    rows = tuple(_row(each, parameters.numbers[each.id], found) for each in assumptions)
    if not rows:
        return ()
    table = Table(
        id=ASSUMPTIONS_TABLE,
        title=OPEN_POINTS,
        row_heading=ASSUMPTION,
        columns=(ASSUMED, DEFAULT, SOURCE, SURE),
        rows=rows,
    )
    return (Section(id=ASSUMPTIONS_TABLE, title=ASSUMPTIONS, paragraphs=(WHY,), tables=(table,)),)


def _row(assumption: Assumption, value: int, found: Found) -> TableRow:
    return TableRow(
        id=assumption.id,
        heading=Text.same(assumption.id),
        cells=(
            Cell(value=found.filled(assumption.told(value))),
            Cell(value=YES if value == assumption.default else NO),
            Cell(value=_cited(assumption.source)),
            Cell(value=assumption.source.confidence.says),
        ),
    )


def _cited(source: Source) -> Text:
    lv_words, en_words = (
        Text.same(source.citation(language)) for language in (Language.LV, Language.EN)
    )
    return Text(lv=lv_words.lv, en=en_words.en)
