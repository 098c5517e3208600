"""An indicator on persons, and the age brackets into which its figure is told apart."""

from __future__ import annotations

import attrs

from inclusion_amif.notes import CODE_REMEMBERED, CUMULATIVE, ONCE
from inclusion_amif.participation import AmifParticipationRow
from inclusion_amif.sources import OBJECTIVE_A, OBJECTIVE_B
from inclusion_amif.table import PARTICIPATIONS
from inclusion_amif.terms import participation
from inclusion_core.expr import Condition, all_of
from inclusion_core.metrics.metric import ClassifiedOn, Grain, Membership, Metric
from inclusion_core.model.yes_no import YesNo
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv

__all__ = ["OnPersons", "brackets_of", "code_of", "with_brackets"]

PREFIX = "amif.2021."
NAMED = lv("{code} {name}").en("{code} {name}")

is_below_18: Condition = participation.below_18.is_in(YesNo.YES)
is_above_60: Condition = participation.above_60.is_in(YesNo.YES)
BRACKETS: dict[str, tuple[Text, Condition]] = {
    "below-18": (lv("jaunāki par 18 gadiem").en("below 18"), is_below_18),
    "18-to-60": (lv("18 līdz 60 gadi").en("18 to 60"), ~is_below_18 & ~is_above_60),
    "above-60": (lv("vecāki par 60 gadiem").en("above 60"), is_above_60),
}
"""Who is 60 is in the middle bracket."""

BRACKET_NOTE = lv(
    "Vecums ir pilnos gados; kam ir 60, tas ir vidējā grupā. Kam vecums nav zināms, to skaita "
    "kopā, bet nevienā vecuma grupā."
).en(
    "The age is in completed years; who is 60 is in the middle bracket. Whose age is not known is "
    "in the total and in no bracket."
)


def code_of(metric: Metric) -> str:
    """The code of an indicator, ``O.2.3.1``."""
    return metric.id.removeprefix(PREFIX).upper()


@attrs.frozen(kw_only=True, eq=False)
class OnPersons:
    """An indicator that counts each person once in a project.

    Attributes:
        code: As the fund writes it.
        name: Its official name.
        means: The definition in our words.
        of_whom: Of which participants it is asked; all must hold.
        who: Which of them are counted.
        source: The item of the annex.
        part_of: Code of the indicator of which it counts a part.
        notes: What else a reader must know.
    """

    code: str
    name: Text
    means: Text
    of_whom: tuple[Condition, ...]
    who: Condition
    source: Source
    part_of: str = ""
    notes: tuple[Text, ...] = ()

    @property
    def metric(self) -> Metric:
        """What the library counts."""
        told = NAMED.filled(code=self.code, name=self.means)
        return Metric(
            id=f"{PREFIX}{self.code.lower()}",
            says=NAMED.filled(code=self.code, name=self.name),
            subject=AmifParticipationRow,
            table=PARTICIPATIONS,
            universe=all_of(*self.of_whom),
            where=self.who,
            grain=Grain.OPERATION,
            membership=Membership.CUMULATIVE,
            classified_on=ClassifiedOn.ENTRY,
            part_of=f"{PREFIX}{self.part_of.lower()}" if self.part_of else "",
            source=self.source,
            notes=(told, *self.notes, ONCE, CUMULATIVE, CODE_REMEMBERED),
        )


def brackets_of(indicator: Metric) -> tuple[Metric, ...]:
    """The same persons by age, youngest first."""
    breakdown = OBJECTIVE_A if code_of(indicator).startswith("O.1") else OBJECTIVE_B
    return tuple(
        Metric(
            id=f"{indicator.id}.{key}",
            says=NAMED.filled(code=code_of(indicator), name=says),
            subject=AmifParticipationRow,
            table=PARTICIPATIONS,
            universe=indicator.universe & indicator.where,
            where=in_bracket,
            grain=indicator.grain,
            membership=indicator.membership,
            classified_on=indicator.classified_on,
            part_of=indicator.id,
            source=breakdown,
            notes=(BRACKET_NOTE,),
        )
        for key, (says, in_bracket) in BRACKETS.items()
    )


def with_brackets(*indicators: Metric) -> tuple[Metric, ...]:
    """Each indicator, and below it its persons by age."""
    return tuple(each for one in indicators for each in (one, *brackets_of(one)))
