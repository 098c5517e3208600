"""The operation that pays for both programmes, and that ends them."""

from __future__ import annotations

from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.facts.telling import Telling
from inclusion_core.limits.limit import End
from inclusion_core.texts import lv
from inclusion_sif.sources import MK102

__all__ = ["OPERATION_NUMBER", "programme_end"]

OPERATION_NUMBER = "9.1.4.4./16/I/001"

_last_day = PARTICIPATION.programme.operation.last_day

programme_end: End = End(
    id="programme-end",
    says=lv("projekts ir beidzies").en("the operation is over"),
    day=_last_day,
    source=MK102.own_reading(
        lv("pēc projekta pēdējās dienas atbalstu vairs nav, kas apmaksā").en(
            "after the last day of the operation there is nobody to pay for the support"
        )
    ),
    tells=Telling(
        lv("projekta pēdējā diena ir {last_day}").en("the operation's last day is {last_day}"),
        {"last_day": _last_day},
    ),
)
