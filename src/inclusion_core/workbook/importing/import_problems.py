"""What can be wrong with a key file, and with rows beside the records that are there already."""

from __future__ import annotations

from inclusion_core.findings import Severity
from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "ERASED_RECORD",
    "FROZEN_FIELD",
    "KEY_FILE_HEADING",
    "KEY_FILE_ROW",
    "KEY_TWICE",
    "LEFT_OUT_RECORD",
    "NO_KEY_FILE",
    "NO_SUCH_RECORD",
    "RECORDED_EARLIER",
    "RECORD_TWICE",
    "RETRACTED_RECORD",
    "UNKNOWN_NUMBER",
]

KEY_FILE_HEADING = Problem(
    kind="workbook.key-file-heading",
    says=lv("tā nav atslēgu datne").en("this is not a key file"),
    remedy=lv("norādiet datni, kuras pirmā rinda ir {heading}").en(
        "name the file whose first line is {heading}"
    ),
)
KEY_FILE_ROW = Problem(
    kind="workbook.key-file-row",
    says=lv("rindā nav ieraksta veida, numura un identifikatora").en(
        "the row is not a record type, a number and an id"
    ),
    remedy=lv("atjaunojiet atslēgu datni no rezerves kopijas; importam tā vajadzīga vesela").en(
        "restore the key file from a backup; an import needs it whole"
    ),
)
KEY_TWICE = Problem(
    kind="workbook.key-twice",
    says=lv("šis numurs vai identifikators atslēgu datnē ir otrreiz").en(
        "this number or id stands in the key file a second time"
    ),
    remedy=lv(
        "atstājiet to vienreiz: vienam numuram ir viens ieraksts, un vienam ierakstam viens numurs"
    ).en("leave it once: one number has one record, and one record has one number"),
)
NO_KEY_FILE = Problem(
    kind="workbook.no-key-file",
    says=lv("atslēgu datnes nav, lai gan ieraksti jau ir; jaunie var būt tie paši otrreiz").en(
        "there is no key file though there are records; new ones may be the same once more"
    ),
    remedy=lv("ja no šīs darbgrāmatas jau ir importēts, norādiet tā importa atslēgu datni").en(
        "if this workbook was imported before, name the key file of that import"
    ),
    severity=Severity.WARNING,
)
RECORD_TWICE = Problem(
    kind="workbook.record-twice",
    says=lv("šis ieraksts ir vairākās rindās").en("this record is on more than one row"),
    remedy=lv("atstājiet vienu rindu; citam ierakstam dodiet citu numuru").en(
        "leave one row; give another record another number"
    ),
)
UNKNOWN_NUMBER = Problem(
    kind="workbook.unknown-number",
    says=lv("ieraksta ar šādu numuru nav nevienā derīgā rindā, un agrāk tāda nav bijis").en(
        "a record of this number is on no good row, and none was there before"
    ),
    remedy=lv("izlabojiet numuru, pievienojiet trūkstošo rindu vai izlabojiet to").en(
        "correct the number, or add or correct the row that is missing"
    ),
)
NO_SUCH_RECORD = Problem(
    kind="workbook.no-such-record",
    says=lv("numurs ir zināms, bet tā ieraksta vairs nav, un nav arī tādas rindas").en(
        "the number is known, but its record is no longer there, nor is it on a row"
    ),
    remedy=lv("pievienojiet trūkstošo rindu vai norādiet citu ierakstu").en(
        "add the missing row, or name another record"
    ),
)
LEFT_OUT_RECORD = Problem(
    kind="workbook.refers-to-left-out",
    says=lv("ieraksts, uz ko šis norāda, nav pieņemts, jo tā rinda ir kļūdaina").en(
        "the record that this one names is left out, because its row is faulty"
    ),
    remedy=lv("vispirms izlabojiet to rindu; šī tad der, kāda tā ir").en(
        "correct that row first; this one may then stay as it is"
    ),
)
FROZEN_FIELD = Problem(
    kind="workbook.frozen-field",
    says=lv("šo vērtību nosaka vienreiz; vēlākas pārmaiņas to neskar").en(
        "this value is settled once; what changes later does not move it"
    ),
    remedy=lv("ja tā bija ierakstīta kļūdaini, importējiet to kā labojumu; citādi atjaunojiet").en(
        "if it was written wrongly, import it as a correction; if not, put it back"
    ),
)
ERASED_RECORD = Problem(
    kind="workbook.erased-record",
    says=lv("šis ieraksts ir dzēsts").en("this record was erased"),
    remedy=lv("izņemiet rindu; ja dati atkal drīkst būt, dodiet jaunu numuru").en(
        "take the row out; where data may be kept again, give a new number"
    ),
)
RETRACTED_RECORD = Problem(
    kind="workbook.retracted-record",
    says=lv("šis ieraksts ir atsaukts").en("this record was taken back"),
    remedy=lv("izņemiet rindu; ja ieraksts tomēr pareizs, dodiet jaunu numuru").en(
        "take the row out; if the record is right after all, give a new number"
    ),
)
RECORDED_EARLIER = Problem(
    kind="workbook.recorded-earlier",
    says=lv("ieraksta pēdējā versija ierakstīta vēlāk nekā šī").en(
        "the last version of the record was recorded later than this one"
    ),
    remedy=lv("importējiet ar dienu, kas nav agrāka par {recorded_on:accusative}").en(
        "import with a day not before {recorded_on}"
    ),
)
