"""The words of a definition, in which two metrics can differ, and what they can say."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from inclusion_core.metrics.metric import ClassifiedOn, Grain, Measure, Membership
from inclusion_core.texts import Text, lv

__all__ = ["VALUES", "Aspect"]


class Aspect(Enum):
    """A word of a definition: the attribute of a metric that it stands for."""

    SUBJECT = "subject"
    UNIVERSE = "universe"
    WHERE = "where"
    GRAIN = "grain"
    MEMBERSHIP = "membership"
    CLASSIFIED_ON = "classified_on"
    MEASURE = "measure"
    AMOUNT = "amount"
    UNIT = "unit"
    SETTLED_ON = "settled_on"
    TABLE = "table"
    ASSUMES = "assumes"
    BY = "by"
    ADDS_UP = "adds_up"

    @property
    def says(self) -> Text:
        """The word for it."""
        return _ASPECTS[self]


_ASPECTS = {
    Aspect.SUBJECT: lv("skaitāmā vienība").en("subject"),
    Aspect.UNIVERSE: lv("kopa, par kuru jautā").en("universe"),
    Aspect.WHERE: lv("nosacījums").en("condition"),
    Aspect.GRAIN: lv("kur katru skaita vienreiz").en("grain"),
    Aspect.MEMBERSHIP: lv("piederība periodam").en("membership"),
    Aspect.CLASSIFIED_ON: lv("diena, kurā skata pazīmes").en("moment of classification"),
    Aspect.MEASURE: lv("mērs").en("measure"),
    Aspect.AMOUNT: lv("lielums").en("amount"),
    Aspect.UNIT: lv("mērvienība").en("unit"),
    Aspect.SETTLED_ON: lv("diena, kurā atbilde ir galīga").en("day on which the answer stands"),
    Aspect.TABLE: lv("tabula, kuras rindas skaita").en("table whose rows are counted"),
    Aspect.ASSUMES: lv("pieņēmumi").en("assumptions"),
    Aspect.BY: lv("dalījums").en("breakdown"),
    Aspect.ADDS_UP: lv("summējamība").en("adding up"),
}

VALUES: Mapping[Enum, Text] = {
    Grain.FUND: lv("fondā").en("per fund"),
    Grain.OPERATION: lv("projektā").en("per operation"),
    Grain.PROGRAMME: lv("programmā").en("per programme"),
    Grain.EVENT: lv("katrā notikumā").en("per event"),
    Membership.ENTERED: lv("iestājās").en("entered"),
    Membership.ACTIVE: lv("piedalījās").en("active"),
    Membership.LEFT: lv("beidza").en("left"),
    Membership.CUMULATIVE: lv("no paša sākuma").en("cumulative"),
    Membership.STOCK: lv("noteiktā dienā").en("stock on a day"),
    ClassifiedOn.ENTRY: lv("iestāšanās diena").en("day of entry"),
    ClassifiedOn.FIRST_ACTIVE_DAY: lv("pirmā diena periodā").en("first active day"),
    ClassifiedOn.LAST_ACTIVE_DAY: lv("pēdējā diena periodā").en("last active day"),
    ClassifiedOn.STATUS_DAY: lv("diena, kuru ziņojumā sauc par tagad").en("status day"),
    ClassifiedOn.EVENT_DAY: lv("notikuma diena").en("day of the event"),
    ClassifiedOn.NOT_NEEDED: lv("nav vajadzīga").en("not needed"),
    Measure.SUBJECTS: lv("vienību skaits").en("how many subjects"),
    Measure.DIFFERENT_CODES: lv("dažādo kodu skaits").en("how many different codes"),
    Measure.TOTAL: lv("kopsumma").en("total"),
    Measure.MEDIAN: lv("mediāna").en("median"),
}
"""What one of them says, in a few words."""
