"""What the parts of a submission are called."""

from __future__ import annotations

from collections.abc import Mapping

from inclusion_core.impact.words import ACTS, STANDINGS
from inclusion_core.submissions.corrections import Span
from inclusion_core.submissions.cover import Edition
from inclusion_core.submissions.form import Duty
from inclusion_core.texts import Text, lv

__all__ = ["ACTS", "DUTIES", "EDITIONS", "NONE", "NOT_SAID", "SPANS", "STANDINGS", "verbatim"]

NONE = lv("nav").en("none")
NOT_SAID = lv("nav teikts").en("not said")
DUTIES: Mapping[Duty, Text] = {
    Duty.PREPARED: lv("sagatavoja").en("prepared"),
    Duty.CHECKED: lv("pārbaudīja").en("checked"),
    Duty.APPROVED: lv("apstiprināja").en("approved"),
}
EDITIONS: Mapping[Edition, Text] = {
    Edition.ORIGINAL: lv("sākotnējais").en("original"),
    Edition.REVISION: lv("labotais").en("revision"),
}
SPANS: Mapping[Span, Text] = {
    Span.PERIOD: lv("periodā").en("in the period"),
    Span.CUMULATIVE: lv("no sākuma").en("from the first day"),
}


def verbatim(words: str) -> Text:
    """Somebody's words as they are, in both languages; ``repr`` does not show them."""
    doubled = words.replace("{", "{{").replace("}", "}}")
    return Text(lv=doubled, en=doubled, filled_in=True)
