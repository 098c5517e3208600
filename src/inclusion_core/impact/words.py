"""What the parts of an impact are called."""

from __future__ import annotations

from collections.abc import Mapping

from inclusion_core.impact.counted import Counted
from inclusion_core.model.versions import Act
from inclusion_core.reports.formats.wording import cell_text
from inclusion_core.reports.lineage.subjects import State
from inclusion_core.reports.report import Cell, Mark
from inclusion_core.texts import Language, Text, lv
from inclusion_core.truth import Truth

__all__ = ["ACTS", "STANDINGS", "TRUTHS", "counted_cell", "counted_text"]

STANDINGS: Mapping[State, Text] = {
    State.COUNTED: lv("skaitīts").en("counted"),
    State.NOT_COUNTED: lv("nav skaitīts").en("not counted"),
    State.UNKNOWN: lv("nav zināms").en("not known"),
    State.OPEN: lv("termiņš vēl nav beidzies").en("window still open"),
}
ACTS: Mapping[Act, Text] = {
    Act.RECORDED: lv("ierakstīts").en("recorded"),
    Act.CHANGED: lv("mainīts").en("changed"),
    Act.CORRECTED: lv("izlabots").en("corrected"),
    Act.RETRACTED: lv("atsaukts").en("retracted"),
    Act.ERASED: lv("dzēsts").en("erased"),
}
TRUTHS: Mapping[Truth, Text] = {
    Truth.YES: lv("jā").en("yes"),
    Truth.NO: lv("nē").en("no"),
    Truth.UNKNOWN: lv("nav zināms").en("not known"),
}


def counted_cell(counted: Counted | None, empty: Mark) -> Cell:
    """A figure in a cell; what is still open is not known yet."""
    if counted is None:
        return Cell(value=empty)
    value = Mark.NOT_APPLICABLE if counted.value is None else counted.value
    return Cell(value=value, unknown=counted.unknown + counted.open)


def counted_text(counted: Counted | None, empty: Mark = Mark.NOT_APPLICABLE) -> Text:
    """A figure in words, to stand in a sentence."""
    cell = counted_cell(counted, empty)
    words = {each: cell_text(cell, each) for each in Language}
    return Text(lv=words[Language.LV], en=words[Language.EN], filled_in=True)
