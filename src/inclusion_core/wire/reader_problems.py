"""What can be wrong with data for which a reader must be found, or with the reader."""

from __future__ import annotations

from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = ["NO_READER", "READER_FAILED", "TWO_FORMS"]

NO_READER = Problem(
    kind="wire.not-a-journal",
    says=lv("tam nav lasītāja").en("there is no reader for this"),
    remedy=lv("te lasa: {forms}; citiem datiem uzstādiet spraudni, kas tos lasa").en(
        "what is read here: {forms}; for other data install a plugin that reads them"
    ),
)
READER_FAILED = Problem(
    kind="wire.reader-failed",
    says=lv("lasītājs {reader} netika galā, un nekas nav nolasīts").en(
        "the reader {reader} failed, and nothing was read"
    ),
    remedy=lv("ziņojiet tam, kas šo lasītāju izplata").en("tell those who distribute this reader"),
)
TWO_FORMS = Problem(
    kind="wire.two-forms",
    says=lv("mapē ir gan CSV, gan citas datu datnes; nolasītas tikai CSV").en(
        "there are both CSV files and other files of data in the folder; only CSV was read"
    ),
    remedy=lv("katrai formai dodiet savu mapi").en("give each form a folder of its own"),
)
