"""A sentence that is published again and again, with figures of a form in its slots."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, TypeAlias, assert_never

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.tally import Group
from inclusion_core.reports.behind import Count, Shows
from inclusion_core.sources import Source
from inclusion_core.texts import Plural, SlotError, SlotValue, Text

__all__ = [
    "OF_THE_REPORT",
    "Counted",
    "Figured",
    "Promised",
    "Rest",
    "Sentence",
    "ShareOf",
    "marker",
]

OF_THE_REPORT: Final = frozenset({"period", "status_day"})
"""Slots that a sentence may have besides those of figures."""
MARK: Final = "\ue000"
"""A sign of no script; it stands for a number in a template."""


@attrs.frozen(kw_only=True)
class Counted:
    """A figure of a metric, for all of its subjects or for those of one code on some axes.

    Attributes:
        metric: Its id.
        groups: The code on each axis, by the id of the axis; nothing for all subjects.
        shows: The figure, for how many the answer is not known, or for how many it is open.

    Example:
        >>> Counted(metric="toy.persons", groups={"region": "RIGA"}).count.groups
        (('region', ('RIGA',)),)
    """

    metric: str
    groups: Mapping[str, Group] = attrs.field(factory=dict[str, Group], hash=False)
    shows: Shows = Shows.FIGURE

    @property
    def count(self) -> Count:
        """What stands behind the cells that show it."""
        groups = tuple((axis, (code,)) for axis, code in sorted(self.groups.items()))
        return Count(metric=self.metric, groups=groups, shows=self.shows)


@attrs.frozen(kw_only=True)
class ShareOf:
    """What per cent one count is of another, with one decimal place, half of one rounded up.

    Attributes:
        part: Counts the part.
        whole: Counts the whole.
    """

    part: Counted
    whole: Counted


@attrs.frozen(kw_only=True)
class Rest:
    """How many of a count are left without a part of it.

    Attributes:
        whole: Counts them all.
        part: Counts those that are taken off.
    """

    whole: Counted
    part: Counted


@attrs.frozen(kw_only=True)
class Promised:
    """The target of a metric, as amended, as a table of targets shows it.

    Attributes:
        metric: Its id.
        of: The operation or place that it is promised for, as the id of the row ends,
            ``BAUSKA``; empty for all together.
    """

    metric: str
    of: str = ""


Figured: TypeAlias = Counted | ShareOf | Rest | Promised
"""What can stand in a slot of a sentence."""


@attrs.frozen(kw_only=True)
class Sentence:
    """A published sentence as a template: words with a slot for each figure.

    Attributes:
        id: Names it inside its form.
        says: Its words. It may have the slots ``period`` and ``status_day`` too.
        figures: What stands in each slot.
        nouns: What follows the number in a slot, in the form that the number asks for.
        source: Where such a sentence was published.

    Raises:
        DeclarationError: A slot has no figure, or a figure no slot; a noun stands beside nothing or
            beside a share; or it cannot be told which number of a text belongs to a slot.

    Example:
        >>> from inclusion_core.texts import lv
        >>> children = Sentence(
        ...     id="children",
        ...     says=lv("Skolā mācās {at_school}.").en("At school are {at_school}."),
        ...     figures={"at_school": Counted(metric="toy.at-school")},
        ...     nouns={
        ...         "at_school": Plural(
        ...             lv_zero="bērnu", lv_one="bērns", lv_other="bērni",
        ...             en_one="child", en_other="children",
        ...         )
        ...     },
        ...     source=Source("Paziņojums"),
        ... )
        >>> children.metrics
        ('toy.at-school',)
    """

    id: str
    says: Text
    figures: Mapping[str, Figured] = attrs.field(hash=False)
    nouns: Mapping[str, Plural] = attrs.field(factory=dict[str, Plural], hash=False)
    source: Source

    def __attrs_post_init__(self) -> None:
        if uneven := sorted((self.says.slots - OF_THE_REPORT) ^ self.figures.keys()):
            raise self._refused(f"slots and figures differ: {', '.join(uneven)}")
        if astray := sorted(slot for slot in self.nouns if not self._may_have_noun(slot)):
            raise self._refused(f"a noun goes with a whole number: {', '.join(astray)}")
        try:
            template = self.says.filled(**self._marked())
        except SlotError as error:
            problem = f"only a day has a case: {', '.join(error.unsuitable)}"
            raise self._refused(problem) from None
        for words in (template.lv, template.en):
            if _TOUCHING.search(words) or not _WORD.search(words):
                raise self._refused("write words between the numbers, so that a text can be read")

    @property
    def metrics(self) -> tuple[str, ...]:
        """The ids of the metrics that it tells of, each once."""
        named = (metric for figure in self.figures.values() for metric in _metrics_of(figure))
        return tuple(dict.fromkeys(named))

    def _may_have_noun(self, slot: str) -> bool:
        return slot in self.figures and not isinstance(self.figures[slot], ShareOf)

    def _marked(self) -> dict[str, SlotValue]:
        """Signs in place of the numbers, and any period and day."""
        days: dict[str, SlotValue] = {"period": "x", "status_day": date.min}
        slots = {slot: days[slot] for slot in self.says.slots & OF_THE_REPORT}
        for place, slot in enumerate(sorted(self.figures)):
            slots[slot] = f"{marker(place)} x" if slot in self.nouns else marker(place)
        return slots

    def _refused(self, problem: str) -> DeclarationError:
        return DeclarationError("sentence", self.id, problem)


def _metrics_of(figure: Figured) -> tuple[str, ...]:
    match figure:
        case ShareOf() | Rest():
            return (figure.part.metric, figure.whole.metric)
        case Counted() | Promised():
            return (figure.metric,)
        case _:
            assert_never(figure)


def marker(place: int) -> str:
    """What stands for the number of a slot where no number is known."""
    return f"{MARK}{chr(ord(MARK) + 1 + place)}"


_TOUCHING = re.compile(f"{MARK}[^\\w{MARK}]*{MARK}")
_WORD = re.compile(r"[^\W\d_]")
