"""What can be wrong with a file, a heading or a row as a whole."""

from __future__ import annotations

from inclusion_core.findings import Severity
from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "BAD_CSV",
    "DUPLICATE_COLUMN",
    "EMPTY_FILE",
    "LONG_ROW",
    "MISSING_COLUMN",
    "NEWER_VERSION",
    "NOT_AN_OBJECT",
    "NOT_A_FILE",
    "NOT_A_FOLDER",
    "NOT_A_LIST",
    "NOT_A_VERSION",
    "NOT_JSON",
    "NOT_THERE",
    "NOT_UTF_8",
    "NO_HEADING",
    "NO_TAG",
    "OTHER_SCHEMA",
    "OUTSIDE",
    "SHORT_ROW",
    "TOO_BIG",
    "TOO_DEEP",
    "UNKNOWN_COLUMN",
    "UNKNOWN_FILE",
    "UNREADABLE",
    "UNTAGGED_FOLDER",
]

NOT_THERE = Problem(
    kind="wire.not-there",
    says=lv("tādas datnes vai mapes nav").en("there is no such file or folder"),
    remedy=lv("pārbaudiet ceļu").en("check the path"),
)
NOT_A_FOLDER = Problem(
    kind="wire.not-a-folder",
    says=lv("tā nav mape").en("this is not a folder"),
    remedy=lv("norādiet mapi, kurā ir CSV datnes").en("name the folder that holds the CSV files"),
)
NOT_A_FILE = Problem(
    kind="wire.not-a-file",
    says=lv("tā nav parasta datne").en("this is not an ordinary file"),
    remedy=lv("ielieciet tās vietā datni vai izņemiet to").en(
        "put a file in its place, or take it out"
    ),
)
OUTSIDE = Problem(
    kind="wire.leads-outside",
    says=lv("saite ved ārpus mapes").en("the link leads out of the folder"),
    remedy=lv("iekopējiet pašu datni mapē").en("copy the file itself into the folder"),
)
UNREADABLE = Problem(
    kind="wire.unreadable",
    says=lv("to nevar atvērt").en("it cannot be opened"),
    remedy=lv("pārbaudiet, vai drīkstat to lasīt").en("check whether you may read it"),
)
TOO_BIG = Problem(
    kind="wire.too-big",
    says=lv("datne ir lielāka par {most} baitiem").en("the file is larger than {most} bytes"),
    remedy=lv("sadaliet to vai pieļaujiet lielāku").en("divide it, or allow a larger one"),
)
EMPTY_FILE = Problem(
    kind="wire.empty-file",
    says=lv("datne ir tukša").en("the file is empty"),
    remedy=lv("pirmajā rindā ierakstiet kolonnu nosaukumus").en(
        "write the headings of the columns into the first row"
    ),
)
NOT_UTF_8 = Problem(
    kind="wire.not-utf-8",
    says=lv("teksts nav UTF-8 kodējumā").en("the text is not in UTF-8"),
    remedy=lv("saglabājiet datni UTF-8 kodējumā").en("save the file in UTF-8"),
)
UNKNOWN_FILE = Problem(
    kind="wire.unknown-file",
    says=lv("starp mapes CSV datnēm, sakārtotām pēc nosaukuma, {position}. nav neviena veida").en(
        "of the CSV files in the folder, sorted by name, number {position} is of no known type"
    ),
    remedy=lv("izņemiet to vai dodiet tai zināmu nosaukumu: {names}").en(
        "take it out, or give it a known name: {names}"
    ),
)
NO_TAG = Problem(
    kind="wire.no-schema-tag",
    says=lv("nav teikts, kas tie par datiem un kura ir apraksta versija").en(
        "it is not said what data these are, and of which version"
    ),
    remedy=lv('ierakstiet "schema": "{name}", "schema_version": {version}').en(
        'write "schema": "{name}", "schema_version": {version}'
    ),
)
UNTAGGED_FOLDER = Problem(
    kind="wire.no-schema-tag",
    says=lv("mapē nav schema.json; lasīts kā {version}. versija").en(
        "the folder has no schema.json; it is read as version {version}"
    ),
    remedy=lv('pievienojiet schema.json: {{"schema": "{name}", "schema_version": {version}}}').en(
        'add a schema.json: {{"schema": "{name}", "schema_version": {version}}}'
    ),
    severity=Severity.WARNING,
)
OTHER_SCHEMA = Problem(
    kind="wire.other-schema",
    says=lv("dati pieder citam aprakstam").en("the data are of another schema"),
    remedy=lv("norādiet datus, kuriem schema ir {name}").en("name data whose schema is {name}"),
)
NEWER_VERSION = Problem(
    kind="wire.newer-version",
    says=lv("datu apraksts ir jaunāks par {version}. versiju, ko te prot lasīt").en(
        "the data are of a later version than {version}, the latest that can be read here"
    ),
    remedy=lv("atjauniniet inclusion_core; nekas nav nolasīts").en(
        "update inclusion_core; nothing was read"
    ),
)
NOT_A_VERSION = Problem(
    kind="wire.not-a-version",
    says=lv("tādas apraksta versijas nav").en("there is no such version of the schema"),
    remedy=lv('rakstiet "schema_version": {version}').en('write "schema_version": {version}'),
)
NOT_JSON = Problem(
    kind="wire.not-json",
    says=lv("dokuments nav JSON; kļūda ir {line}. rindā, {column}. zīmē").en(
        "the document is not JSON; the fault is in line {line}, character {column}"
    ),
    remedy=lv("izlabojiet to vai izveidojiet dokumentu no jauna").en(
        "correct it, or make the document anew"
    ),
)
TOO_DEEP = Problem(
    kind="wire.too-deep",
    says=lv("dokumentā iekavas ir cita citā dziļāk par {most}").en(
        "brackets of the document are nested more than {most} deep"
    ),
    remedy=lv("izveidojiet dokumentu pēc apraksta").en("make the document as described"),
)
NOT_AN_OBJECT = Problem(
    kind="wire.not-an-object",
    says=lv("šeit jābūt JSON objektam").en("a JSON object must stand here"),
    remedy=lv("rakstiet nosaukumus un vērtības figūriekavās").en(
        "write names and values between braces"
    ),
)
NOT_A_LIST = Problem(
    kind="wire.not-a-list",
    says=lv("šeit jābūt ierakstu sarakstam").en("a list of records must stand here"),
    remedy=lv("rakstiet ierakstus kvadrātiekavās").en("write the records between square brackets"),
)
NO_HEADING = Problem(
    kind="wire.no-heading",
    says=lv("pirmajā rindā nav neviena zināma kolonnas nosaukuma").en(
        "the first row has none of the known headings"
    ),
    remedy=lv("ierakstiet pirmajā rindā nosaukumus, atdalītus ar komatu vai semikolu: {names}").en(
        "write the headings into the first row, with commas or semicolons between: {names}"
    ),
)
UNKNOWN_COLUMN = Problem(
    kind="wire.unknown-column",
    says=lv("{position}. kolonnas nosaukums nav zināms").en(
        "the heading of column {position} is not known"
    ),
    remedy=lv("rakstiet zināmu nosaukumu: {names}").en("write a known one: {names}"),
)
DUPLICATE_COLUMN = Problem(
    kind="wire.duplicate-column",
    says=lv("kolonna ir divreiz").en("the column is there twice"),
    remedy=lv("atstājiet vienu").en("leave one"),
)
MISSING_COLUMN = Problem(
    kind="wire.missing-column",
    says=lv("trūkst kolonnas, kurai jābūt").en("a column that must be there is missing"),
    remedy=lv("pievienojiet to").en("add it"),
)
SHORT_ROW = Problem(
    kind="wire.short-row",
    says=lv("rindā ir mazāk šūnu nekā nosaukumu").en("the row has fewer cells than headings"),
    remedy=lv("izlabojiet atdalītājus un pēdiņas").en("correct the separators and quotation marks"),
)
LONG_ROW = Problem(
    kind="wire.long-row",
    says=lv("rindā ir vairāk šūnu nekā nosaukumu").en("the row has more cells than headings"),
    remedy=lv("izlabojiet atdalītājus un pēdiņas").en("correct the separators and quotation marks"),
)
BAD_CSV = Problem(
    kind="wire.bad-csv",
    says=lv("rindu nevar sadalīt šūnās: pēdiņas nav aizvērtas vai šūna ir pārāk gara").en(
        "the row cannot be divided into cells: a quotation mark is not closed, or a cell is "
        "too long"
    ),
    remedy=lv("izlabojiet pēdiņas; pēdiņas šūnā raksta divreiz").en(
        "correct the quotation marks; inside a cell they are doubled"
    ),
)
