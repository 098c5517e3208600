"""What both programmes must be able to tell of everybody who enters, and of every outcome."""

from __future__ import annotations

from inclusion_core.checks.check import Check
from inclusion_core.checks.evidence import outcomes_evidenced
from inclusion_core.checks.needed import needed_answers
from inclusion_core.model.entry import EntryTraits
from inclusion_core.texts import lv
from inclusion_sif.sources import MK102

__all__ = ["needed_of_everybody"]

RESULTS = MK102.point("39.6, 39.7").own_reading(
    lv(
        "noteikumi nosauc rezultātus, par kuriem ziņo, nevis jautājumus; lai tos noteiktu, jāzina "
        "statuss darba tirgū un dalība izglītībā iestāšanās dienā"
    ).en(
        "the rules name the results to report, not the questions; to tell them, labour status and "
        "education on the day of entry must be known"
    )
)

EVIDENCE = MK102.point("4.2.2").own_reading(
    lv("kas der par rezultāta pierādījumu, lasītais teksts nenosaka").en(
        "what counts as evidence of an outcome is not said in the text that was read"
    )
)


def needed_of_everybody(programme: str) -> tuple[Check, ...]:
    """The checks that the two programmes share, as those of one of them."""
    return (
        needed_answers(
            id=f"{programme}.needed-answers",
            programme=programme,
            record_class=EntryTraits,
            fields=("labour_status", "in_education"),
            source=RESULTS,
        ),
        outcomes_evidenced(
            id=f"{programme}.outcomes-evidenced", programme=programme, source=EVIDENCE
        ),
    )
