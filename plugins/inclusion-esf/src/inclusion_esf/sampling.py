"""Of whom the samples for the longer-term results are drawn, and in which strata.

The results six months after leaving rest on a representative sample: for each investment priority
in 2014-2020, for each specific objective in the ESF+. Everybody who left and whose record is
complete is in the frame, children too. With ``inclusion_core.metrics.sampling`` a sample is drawn
that anybody can draw again, and what those drawn answer becomes an estimate with its interval.
"""

from __future__ import annotations

import attrs

from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv
from inclusion_esf.axes import GENDER, OBJECTIVE
from inclusion_esf.rates import ASKED
from inclusion_esf.sources import ANSWERS_2014, REGULATION_2021

__all__ = ["LONGER_TERM", "SAMPLING_FRAMES", "SAMPLING_FRAME_2014", "SAMPLING_FRAME_PLUS", "STRATA"]

STRATA: tuple[Axis, ...] = (OBJECTIVE, GENDER)
"""What makes the strata: the grain at which the sample must be representative, and gender."""

_WHO_LEFT = {metric.id: metric for metric in ASKED}


def _frame(key: str, says: Text, who_left: str, source: Source) -> Metric:
    """Everybody who left, whether or not a window is still open."""
    left = _WHO_LEFT[who_left]
    return attrs.evolve(left, id=key, says=says, settled_on=None, source=source)


SAMPLING_FRAME_2014: Metric = _frame(
    "esf.sampling-frame",
    lv("ESF 2014-2020: visi, no kuriem izvēlas izlasi").en(
        "ESF 2014-2020: all of whom a sample is drawn"
    ),
    "esf.asked.cr03",
    ANSWERS_2014,
)
SAMPLING_FRAME_PLUS: Metric = _frame(
    "esf.plus.sampling-frame",
    lv("ESF+: visi, no kuriem izvēlas izlasi").en("ESF+: all of whom a sample is drawn"),
    "esf.asked.plus.eecr03",
    REGULATION_2021.at(lv("I pielikuma 4. punkts").en("Annex I, point 4")),
)
SAMPLING_FRAMES: tuple[Metric, ...] = (SAMPLING_FRAME_2014, SAMPLING_FRAME_PLUS)

LONGER_TERM: tuple[str, ...] = (
    *("esf.cr06", "esf.cr07", "esf.cr08", "esf.2013.cr09", "esf.2018.cr09"),
    *("esf.plus.eecr05", "esf.plus.eecr06"),
)
"""Ids of the indicators that rest on a sample."""
