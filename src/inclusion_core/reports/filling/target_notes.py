"""What the notes under a table of targets tell: amendments, and where a target has no figure."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from inclusion_core.metrics.targets import OPERATION, PLACE, TargetProgress
from inclusion_core.model.target import Target
from inclusion_core.periods import Period
from inclusion_core.texts import SlotValue, Text, date_text, lv, period_text
from inclusion_core.values import Absent, Day, PartialDay

__all__ = [
    "BY_AXIS",
    "CONTESTED",
    "NOT_COUNTED",
    "NOT_KNOWN",
    "NOT_TOLD_APART",
    "NO_FIGURE",
    "NO_TARGET",
    "OF_PLACE",
    "ONE_OF_SEVERAL",
    "PLACE_NOT_KNOWN",
    "amendments",
    "day_words",
]

NOT_KNOWN = lv("nav zināms").en("not known")
NONE = lv("nav").en("none")
SOME_DAY = lv("kāda diena {period}").en("some day of {period}")
OF_PLACE = lv("{what} ({place})").en("{what} ({place})")
ONE_OF_SEVERAL = lv("Mērķis {amount}, termiņš: {due}").en("Target {amount}, due day: {due}")

AMENDMENT = lv("{what}: {after}, iepriekš {before}; vienošanās diena: {agreed_on}.").en(
    "{what}: {after}, before that {before}; day of agreement: {agreed_on}."
)
DUE_DAY_MOVED = lv(
    "{what}: {after}, iepriekš {before}; termiņš: {due}, iepriekš: {was_due}; vienošanās diena: "
    "{agreed_on}."
).en(
    "{what}: {after}, before that {before}; due day: {due}, before that: {was_due}; day of "
    "agreement: {agreed_on}."
)
CONTESTED = lv("{what}: nav zināms, kurš mērķis {status_day:locative} ir spēkā.").en(
    "{what}: it is not known which target is in force on {status_day}."
)
NO_TARGET = lv("{what}: mērķa {status_day:locative} nav.").en(
    "{what}: there is no target on {status_day}."
)
NO_FIGURE = lv("{what}: mērķis ir, bet par to datos nav nekā.").en(
    "{what}: there is a target, but the data tell nothing of it."
)
NOT_TOLD_APART = lv("{what}: ir {axis} mērķi, bet skaits tā nav izdalīts.").en(
    "{what}: there are targets {axis}, but the figure is not told apart so."
)
BY_AXIS = {
    OPERATION: lv("vairāku projektu").en("of several operations"),
    PLACE: lv("atsevišķu vietu").en("of single places"),
}
PLACE_NOT_KNOWN = lv("{what}: nav zināms, par kuru vietu ir mērķis {amount}.").en(
    "{what}: it is not known of which place the target of {amount} is."
)
NOT_COUNTED = lv("Ir arī mērķi, kurus šajā ziņojumā neskaita: {metrics}.").en(
    "There are also targets that this report does not count: {metrics}."
)


def day_words(day: Day) -> Text:
    """A day in words, whatever is known of it."""
    match day:
        case date():
            return date_text(day)
        case PartialDay():
            return SOME_DAY.filled(period=period_text(Period(day.earliest, day.latest)))
        case Absent():
            return NONE
        case _:
            return NOT_KNOWN


def amendments(progress: TargetProgress, what: Text) -> tuple[Text, ...]:
    """Each amendment with its day, the first one first."""
    return tuple(
        _amendment(before, after, what)
        for before, after in pairwise((*progress.amends, progress.target))
    )


def _amendment(before: Target, after: Target, what: Text) -> Text:
    slots: dict[str, SlotValue] = {
        "what": what,
        "before": before.amount,
        "after": after.amount,
        "agreed_on": day_words(after.agreed_on),
    }
    if before.due_on == after.due_on:
        return AMENDMENT.filled(**slots)
    due, was_due = day_words(after.due_on), day_words(before.due_on)
    return DUE_DAY_MOVED.filled(**slots, due=due, was_due=was_due)
