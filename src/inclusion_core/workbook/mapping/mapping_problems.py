"""What can be wrong with a mapping file, and with a sheet that is read through it."""

from __future__ import annotations

from inclusion_core.findings import Severity
from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "COLUMN_NOT_FOUND",
    "COLUMN_NOT_MAPPED",
    "COLUMN_TWICE",
    "ERROR_ABOVE",
    "FIELD_TWICE",
    "MISSING_FIELD",
    "MISSING_OPTION",
    "NOT_TOML",
    "NO_NUMBER",
    "NUMBER_TWICE",
    "RECORD_DIFFERS",
    "ROW_WITHOUT_NUMBER",
    "SHEETS_NOT_MAPPED",
    "SHEET_NOT_FOUND",
    "SHEET_TWICE",
    "TOO_ENTANGLED",
    "UNKNOWN_FIELD",
    "UNKNOWN_OPTION",
    "UNKNOWN_TYPE",
    "WORDS_WITHOUT_COLUMN",
    "WORD_TWICE",
    "WRONG_FORM",
]

NOT_TOML = Problem(
    kind="workbook.mapping-not-toml",
    says=lv("kartējums nav TOML; kļūda ir {line}. rindā, {column}. zīmē").en(
        "the mapping is not TOML; the fault is in line {line}, character {column}"
    ),
    remedy=lv(
        "izlabojiet to: tekstus liek pēdiņās, un vienu nosaukumu tabulā raksta tikai reizi"
    ).en("correct it: texts stand between quotation marks, and a name stands only once in a table"),
)
TOO_ENTANGLED = Problem(
    kind="wire.too-deep",
    says=lv("kartējumā iekavas ir pārāk dziļi cita citā vai skaitlī ir pārāk daudz ciparu").en(
        "the mapping has brackets nested too deep, or a number of too many digits"
    ),
    remedy=lv("uzrakstiet to no jauna, kā pamācībā").en("write it anew, as the guide shows"),
)
WRONG_FORM = Problem(
    kind="workbook.mapping-wrong-form",
    says=lv("šeit jābūt kam citam").en("something else must stand here"),
    remedy=lv("rakstiet {expected}").en("write {expected}"),
)
UNKNOWN_OPTION = Problem(
    kind="workbook.mapping-unknown-option",
    says=lv("{position}. nosaukums šajā tabulā nav zināms").en(
        "name {position} of this table is not known"
    ),
    remedy=lv("rakstiet zināmu nosaukumu: {names}").en("write a known one: {names}"),
)
MISSING_OPTION = Problem(
    kind="workbook.mapping-incomplete",
    says=lv("šajā tabulā trūkst {name}").en("{name} is missing in this table"),
    remedy=lv("pierakstiet to").en("add it"),
)
UNKNOWN_TYPE = Problem(
    kind="workbook.mapping-unknown-type",
    says=lv("programmai tāda ieraksta veida nav").en("the programme has no such type of record"),
    remedy=lv("rakstiet zināmu: {names}").en("write a known one: {names}"),
)
UNKNOWN_FIELD = Problem(
    kind="workbook.mapping-unknown-field",
    says=lv("{position}. nosaukums nav šī ieraksta lauks").en(
        "name {position} is no field of this record"
    ),
    remedy=lv("rakstiet tā lauku: {names}").en("write one of its fields: {names}"),
)
MISSING_FIELD = Problem(
    kind="workbook.mapping-missing-field",
    says=lv("trūkst lauka {name}, kas jāaizpilda katrā ierakstā").en(
        "the field {name}, which every record must fill in, is missing"
    ),
    remedy=lv("norādiet tā kolonnu zem fields vai vērtību zem constants").en(
        "name its column under fields, or its value under constants"
    ),
)
NO_NUMBER = Problem(
    kind="workbook.mapping-no-number",
    says=lv("nav teikts, kuras kolonnas veido ieraksta numuru").en(
        "it is not said which columns make the number of the record"
    ),
    remedy=lv('rakstiet number = "…", tajā kolonnas virsrakstu vai sarakstu ar vairākiem').en(
        'write number = "…" with the heading of a column, or a list of several'
    ),
)
FIELD_TWICE = Problem(
    kind="workbook.mapping-twice",
    says=lv("lauks ir gan zem fields, gan zem constants").en(
        "the field stands both under fields and under constants"
    ),
    remedy=lv("atstājiet to vienā vietā").en("leave it in one of them"),
)
SHEET_TWICE = Problem(
    kind="workbook.mapping-twice",
    says=lv("lapa kartējumā ir divreiz").en("the sheet is in the mapping twice"),
    remedy=lv("visus tās ierakstus lieciet vienā tabulā").en("put all its records into one table"),
)
NUMBER_TWICE = Problem(
    kind="workbook.mapping-twice",
    says=lv("divi viena veida ieraksti no vienas rindas dabūtu vienu un to pašu numuru").en(
        "two records of one type would have the same number out of one row"
    ),
    remedy=lv(
        'dariet numurus atšķirīgus: pievienojiet kolonnu vai tekstu, ["…", {{text = "a"}}]'
    ).en('make the numbers different: add a column or a text, ["…", {{text = "a"}}]'),
)
WORDS_WITHOUT_COLUMN = Problem(
    kind="workbook.mapping-words-without-column",
    says=lv("vārdi doti laukam, kam nav kolonnas").en(
        "words are given for a field that has no column"
    ),
    remedy=lv("norādiet kolonnu zem fields vai izņemiet vārdus").en(
        "name its column under fields, or take the words out"
    ),
)
WORD_TWICE = Problem(
    kind="workbook.mapping-twice",
    says=lv("viens un tas pats vārds nozīmē divas dažādas lietas").en(
        "one and the same word means two things"
    ),
    remedy=lv("atstājiet vienu; lielos un mazos burtus vārdos nešķiro").en(
        "leave one; small and capital letters are not told apart"
    ),
)
SHEET_NOT_FOUND = Problem(
    kind="workbook.sheet-not-found",
    says=lv("darbgrāmatā nav lapas, ko nosauc kartējums").en(
        "the workbook has no sheet of the title that the mapping names"
    ),
    remedy=lv("izlabojiet lapas nosaukumu kartējumā").en(
        "correct the title of the sheet in the mapping"
    ),
)
SHEETS_NOT_MAPPED = Problem(
    kind="workbook.sheet-not-mapped",
    says=lv("lapas, kas kartējumā nav minētas un netika lasītas, pēc kārtas: {positions}").en(
        "sheets that the mapping does not name and that were not read, by position: {positions}"
    ),
    remedy=lv("ja tur ir ieraksti, pievienojiet tās kartējumam").en(
        "if they hold records, add them to the mapping"
    ),
    severity=Severity.WARNING,
)
COLUMN_NOT_FOUND = Problem(
    kind="workbook.column-not-found",
    says=lv("virsrakstu rindā nav kolonnas, ko nosauc kartējums").en(
        "the row of headings has no column that the mapping names"
    ),
    remedy=lv("izlabojiet virsrakstu vai heading_row kartējumā").en(
        "correct the heading, or heading_row, in the mapping"
    ),
)
COLUMN_TWICE = Problem(
    kind="workbook.column-twice",
    says=lv("kolonnas ar šo virsrakstu ir vairākas: {letters}").en(
        "several columns have this heading: {letters}"
    ),
    remedy=lv('kartējumā norādiet kolonnas burtu: {{letter = "C"}}').en(
        'name the column by its letter in the mapping: {{letter = "C"}}'
    ),
)
COLUMN_NOT_MAPPED = Problem(
    kind="workbook.column-not-mapped",
    says=lv("no šīm kolonnām nekas netika ņemts: {letters}").en(
        "nothing was taken from these columns: {letters}"
    ),
    remedy=lv("ja kādā ir vajadzīgais, pievienojiet to kartējumam").en(
        "if one of them holds what is needed, add it to the mapping"
    ),
    severity=Severity.WARNING,
)
ROW_WITHOUT_NUMBER = Problem(
    kind="workbook.row-without-number",
    says=lv("rindā ir ieraksts, bet nav aizpildīts viss, kas veido tā numuru").en(
        "the row has a record, but not all that makes its number is filled in"
    ),
    remedy=lv(
        "aizpildiet numuru; ja tā nav ieraksta rinda, pievienojiet to kartējumā pie skip_rows"
    ).en("fill in the number; if the row is no record, add it to skip_rows in the mapping"),
)
ERROR_ABOVE = Problem(
    kind="workbook.error-above",
    says=lv("šūna ir tukša, un augstākajā šūnā, kuras vērtība šeit derētu, ir kļūda").en(
        "the cell is empty, and the one above it whose value would count here holds an error"
    ),
    remedy=lv("izlabojiet augstāko šūnu vai ierakstiet vērtību šeit").en(
        "correct the cell above, or write the value here"
    ),
)
RECORD_DIFFERS = Problem(
    kind="workbook.record-differs",
    says=lv("tas pats ieraksts lapā „{sheet}”, {row}. rindā, ir ar citām vērtībām").en(
        "the same record has other values on sheet {sheet}, row {row}"
    ),
    remedy=lv("rakstiet visur vienu un to pašu vai pievienojiet numuram kolonnu, kas tās šķir").en(
        "write the same everywhere, or add to the number the column that tells them apart"
    ),
)
