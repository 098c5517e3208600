"""What the figures of the fund must keep to: parts and wholes, and the brackets of age.

The sub-items of O.2.3 overlap, so that they do not make it up. Those of O.1.1 do, less the persons
of whom it is not known whether they had legal assistance.
"""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_amif.indicator import brackets_of, code_of
from inclusion_amif.metrics import ON_PERSONS
from inclusion_amif.sources import REGULATION
from inclusion_core.metrics.inequalities import Inequality, Relation
from inclusion_core.metrics.metric import Metric
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv

__all__ = ["INEQUALITIES", "OF_RESULTS"]

ANNEX: Source = REGULATION.annex("VIII").own_reading(
    lv("izriet no definīcijām; SFC2021 pārbaudes nebija pieejamas").en(
        "follows from the definitions; the tests of SFC2021 were not at hand"
    )
)
PART = lv("{part} ir daļa no {whole}.").en("{part} is a part of {whole}.")
AGES = lv("{whole}: vecuma grupas nepārklājas; atlikums ir tie, kam vecums nav zināms.").en(
    "{whole}: the age brackets do not overlap; the rest are those whose age is not known."
)


def _at_most(key: str, left: tuple[str, ...], right: str, says: Text) -> Inequality:
    return Inequality(
        id=f"amif.inequality.{key}",
        left=left,
        relation=Relation.AT_MOST,
        right=(right,),
        source=ANNEX,
        says=says,
    )


def _of(metric: Metric) -> Iterator[Inequality]:
    """That it is part of another, and that its brackets are parts of it."""
    code = code_of(metric)
    if metric.part_of:
        whole = metric.part_of.removeprefix("amif.2021.").upper()
        says = PART.filled(part=code, whole=whole)
        yield _at_most(code.lower(), (metric.id,), metric.part_of, says)
    brackets = tuple(each.id for each in brackets_of(metric))
    yield _at_most(f"{code.lower()}.ages", brackets, metric.id, AGES.filled(whole=code))


BOTH_PARTS = _at_most(
    "o.1.1.parts",
    ("amif.2021.o.1.1.1", "amif.2021.o.1.1.2"),
    "amif.2021.o.1.1",
    lv("O.1.1.2 ir O.1.1 bez O.1.1.1; atlikums ir tie, par kuriem tas nav zināms.").en(
        "O.1.1.2 is O.1.1 without O.1.1.1; the rest are those of whom it is not known."
    ),
)

INEQUALITIES: tuple[Inequality, ...] = (
    BOTH_PARTS,
    *(each for metric in ON_PERSONS for each in _of(metric)),
)
"""For all indicators on persons."""

OF_RESULTS: tuple[Inequality, ...] = tuple(
    each for each in INEQUALITIES if each.id.startswith("amif.inequality.r.")
)
"""For the results alone."""
