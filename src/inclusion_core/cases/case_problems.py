"""What can be wrong with the file of a worked case."""

from __future__ import annotations

from inclusion_core.findings import Severity
from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "AMBIGUOUS_QUESTION",
    "AMBIGUOUS_WHAT",
    "BAR_IN_WORDS",
    "FIELD_NOT_THERE",
    "FIELD_TWICE",
    "FIGURE_NEEDS_PERIOD",
    "HEADING_TWICE",
    "KEY_TWICE",
    "NAME_TWICE",
    "NOBODY_ASKED",
    "NOBODY_SO_CALLED",
    "NOTHING_SO_CALLED",
    "NOTHING_TO_BELONG_TO",
    "NOT_ALL_READ",
    "NOT_AN_ANSWER",
    "NOT_A_KNOWN_DAY",
    "NOT_A_PERIOD",
    "NOT_OF_A_PERSON",
    "NO_DAY_FIELD",
    "NO_EXPECTATION",
    "NO_FILES",
    "NO_KNOWN_DAY",
    "NO_PERSON",
    "NO_PROGRAMME",
    "NO_QUESTION",
    "NO_TITLE",
    "NO_WHAT",
    "NO_WHY",
    "ONE_DAY_NEEDED",
    "RAGGED_ROW",
    "RULES_REFUSED",
    "SECOND_TITLE",
    "TABLE_UNKNOWN",
    "TABLE_WITHOUT_RULE",
    "UNKNOWN_HEADING",
    "UNKNOWN_PROGRAMME",
    "UNKNOWN_QUESTION",
    "UNKNOWN_WHAT",
]

# The file.

NO_FILES = Problem(
    kind="cases.no-files",
    says=lv("mapē nav nevienas datnes ar galotni .md").en("no file in the folder ends in .md"),
    remedy=lv("norādiet mapi, kurā ir gadījumu datnes").en(
        "name the folder that holds the files of the cases"
    ),
)
NO_TITLE = Problem(
    kind="cases.no-title",
    says=lv("gadījumam nav virsraksta").en("the case has no title"),
    remedy=lv("pirmajā rindā rakstiet “# ” un virsrakstu").en(
        "write “# ” and the title on the first line"
    ),
)
SECOND_TITLE = Problem(
    kind="cases.second-title",
    says=lv("datnē ir vēl viens gadījuma virsraksts").en("the file has one more title of a case"),
    remedy=lv("katram gadījumam ir sava datne; daļas virsrakstam rakstiet “## ”").en(
        "give each case a file of its own; a heading of a part begins with “## ”"
    ),
)
KEY_TWICE = Problem(
    kind="cases.key-twice",
    says=lv("“{key}” ir pateikts divreiz").en("“{key}” is said twice"),
    remedy=lv("atstājiet to vienreiz").en("leave it once"),
)
NO_KNOWN_DAY = Problem(
    kind="cases.no-known-day",
    says=lv("nav pateikts, kurā dienā tas viss ir zināms").en(
        "it is not said on which day all this is known"
    ),
    remedy=lv("pirms tabulām rakstiet, piemēram, “zināms: 2018-12-03”").en(
        "before the tables write, for example, “known on: 2018-12-03”"
    ),
)
NOT_A_KNOWN_DAY = Problem(
    kind="cases.not-a-known-day",
    says=lv("tā nav viena zināma diena").en("this is not one known day"),
    remedy=lv("rakstiet 2018-12-03 vai 03.12.2018").en("write 2018-12-03 or 03.12.2018"),
)
NOT_A_PERIOD = Problem(
    kind="cases.not-a-period",
    says=lv("tas nav dienu periods ar pēdējo dienu").en("this is no period with a last day"),
    remedy=lv("rakstiet 2018-06-01..2018-11-30, 2018-06 vai 2018").en(
        "write 2018-06-01..2018-11-30, 2018-06 or 2018"
    ),
)
UNKNOWN_PROGRAMME = Problem(
    kind="cases.unknown-programme",
    says=lv("tādas programmas katalogā nav").en("the catalogue has no such programme"),
    remedy=lv("rakstiet tās identifikatoru: {names}").en("write its id: {names}"),
)
NO_EXPECTATION = Problem(
    kind="cases.no-expectation",
    says=lv("gadījumā nekas nav prasīts").en("the case expects nothing"),
    remedy=lv("pievienojiet tabulu ar kolonnām “jautājums” un “jābūt”").en(
        "add a table with the columns “question” and “expected”"
    ),
)

# Tables.

TABLE_WITHOUT_RULE = Problem(
    kind="cases.table-without-rule",
    says=lv("zem tabulas virsrakstiem nav svītru rindas; tabula nav lasīta").en(
        "there is no line of dashes under the headings; the table was not read"
    ),
    remedy=lv("zem virsrakstiem pievienojiet rindu |---|---|, katrai kolonnai savu |---").en(
        "add the line |---|---| under the headings, one |--- for each column"
    ),
)
BAR_IN_WORDS = Problem(
    kind="cases.bar-in-words",
    says=lv("rindā ir “|”, bet tā nesākas ar to; tā nav lasīta kā tabulas rinda").en(
        "the line has a “|” and does not begin with one; it was not read as a row of a table"
    ),
    remedy=lv("sāciet tabulas rindu ar “|”; tekstā rakstiet “\\|”").en(
        "begin a row of a table with “|”; in words write “\\|”"
    ),
)
RAGGED_ROW = Problem(
    kind="cases.ragged-row",
    says=lv("rindā ir šūnas: {cells}, virsraksti: {headings}; rinda nav lasīta").en(
        "the row has {cells} cells under {headings} headings; it was not read"
    ),
    remedy=lv("dodiet katram virsrakstam vienu šūnu, tukšai šūnai arī savu “|”").en(
        "give each heading one cell; an empty one needs its “|” too"
    ),
)
TABLE_UNKNOWN = Problem(
    kind="cases.table-unknown",
    says=lv("nav zināms, kas tā par tabulu; tā nav lasīta").en(
        "it is not known what table this is; it was not read"
    ),
    remedy=lv("ierakstītajam vajag kolonnu “kas”, prasītajam kolonnas “jautājums” un “jābūt”").en(
        "what is recorded needs a column “what”; what is expected, “question” and “expected”"
    ),
)
UNKNOWN_HEADING = Problem(
    kind="cases.unknown-heading",
    says=lv("kolonnas virsraksts nav zināms; kolonna nav lasīta").en(
        "the heading of the column is not known; the column was not read"
    ),
    remedy=lv("rakstiet lauka nosaukumu: {names}").en("write what a field is called: {names}"),
)
HEADING_TWICE = Problem(
    kind="cases.heading-twice",
    says=lv("divām kolonnām ir viens virsraksts; otrā nav lasīta").en(
        "two columns have one heading; the second was not read"
    ),
    remedy=lv("atstājiet vienu no tām").en("leave one of them"),
)

# What is recorded.

NO_WHAT = Problem(
    kind="cases.no-what",
    says=lv("nav pateikts, kas ir ierakstīts").en("it is not said what is recorded"),
    remedy=lv("kolonnā “kas” rakstiet ieraksta veidu, piemēram, “dalība programmā”").en(
        "write a kind of record into the column “what”, such as “participation”"
    ),
)
UNKNOWN_WHAT = Problem(
    kind="cases.unknown-what",
    says=lv("tāda ieraksta veida nav").en("there is no such kind of record"),
    remedy=lv("rakstiet veidu vai veidu un kodu (“rezultāts: apmācība”): {names}").en(
        "write a kind, or a kind and a code (“outcome: training”): {names}"
    ),
)
AMBIGUOUS_WHAT = Problem(
    kind="cases.ambiguous-what",
    says=lv("tas var būt vairāku veidu ieraksts").en("this may be a record of several kinds"),
    remedy=lv("rakstiet veidu un kodu: {names}").en("write the kind and the code: {names}"),
)
NO_PERSON = Problem(
    kind="cases.no-person",
    says=lv("nav pateikts, kura cilvēka ieraksts tas ir").en("it is not said whose record this is"),
    remedy=lv("kolonnā “persona” rakstiet cilvēka vārdu").en(
        "write a name into the column “person”"
    ),
)
NO_DAY_FIELD = Problem(
    kind="cases.no-day-field",
    says=lv("šāda veida ierakstam tādas dienas nav").en("a record of this kind has no such day"),
    remedy=lv("atstājiet šūnu tukšu; šī veida lauki ir, piemēram, {names}").en(
        "leave the cell empty; fields of this kind are, for example, {names}"
    ),
)
FIELD_NOT_THERE = Problem(
    kind="cases.field-not-there",
    says=lv("šāda veida ierakstam tāda lauka nav").en("a record of this kind has no such field"),
    remedy=lv("atstājiet šūnu tukšu; šī veida lauki ir, piemēram, {names}").en(
        "leave the cell empty; fields of this kind are, for example, {names}"
    ),
)
FIELD_TWICE = Problem(
    kind="cases.field-twice",
    says=lv("šo lauku rinda aizpilda divreiz").en("the row fills in this field twice"),
    remedy=lv("atstājiet vienu no vērtībām").en("leave one of the values"),
)
NAME_TWICE = Problem(
    kind="cases.name-twice",
    says=lv("tāds ieraksts šajā gadījumā jau ir").en("the case has such a record already"),
    remedy=lv("dodiet tam citu numuru; klientam ir viena rinda").en(
        "give it another number; a client has one row"
    ),
)
NOTHING_SO_CALLED = Problem(
    kind="cases.nothing-so-called",
    says=lv("nekā ar tādu numuru augstāk nav ({type})").en(
        "nothing above has that number ({type})"
    ),
    remedy=lv(
        "rakstiet augstāk ierakstīta ieraksta numuru vai personas vārdu, vai atstājiet tukšu"
    ).en("write the number of a record above, or a name, or leave the cell empty"),
)
NOTHING_TO_BELONG_TO = Problem(
    kind="cases.nothing-to-belong-to",
    says=lv("augstāk nav ieraksta, pie kura tas pieder ({type})").en(
        "nothing is written above to which it belongs ({type})"
    ),
    remedy=lv("vispirms ierakstiet to").en("write that first"),
)

# What is expected.

NO_QUESTION = Problem(
    kind="cases.no-question",
    says=lv("rindā nav jautājuma").en("the row asks nothing"),
    remedy=lv("rakstiet, piemēram, “tiesības piedalīties” vai noteikuma identifikatoru").en(
        "write, for example, “eligible”, or the id of a rule"
    ),
)
UNKNOWN_QUESTION = Problem(
    kind="cases.unknown-question",
    says=lv("tāda noteikuma, atbalsta, ierobežojuma, rādītāja vai pārbaudes nav").en(
        "there is no such rule, support, limit, metric or check"
    ),
    remedy=lv("rakstiet {names}").en("write {names}"),
)
AMBIGUOUS_QUESTION = Problem(
    kind="cases.ambiguous-question",
    says=lv("tas var nozīmēt ko vairāk nekā vienu").en("this may mean more than one thing"),
    remedy=lv("rakstiet pilnu identifikatoru: {names}").en("write the full id: {names}"),
)
NO_PROGRAMME = Problem(
    kind="cases.no-programme",
    says=lv("nav pateikts, par kuru programmu jautā").en(
        "it is not said which programme is asked about"
    ),
    remedy=lv("pirms tabulām rakstiet, piemēram, “programma: sif.mentoring”").en(
        "before the tables write, for example, “programme: sif.mentoring”"
    ),
)
RULES_REFUSED = Problem(
    kind="cases.rules-refused",
    says=lv("programmas noteikumi nav visi; pēc tiem nevienu nevērtē").en(
        "not all rules of the programme are there; nobody is judged by them"
    ),
    remedy=lv("instalējiet vai salabojiet nosaukto: {gaps}").en(
        "install or repair what is named: {gaps}"
    ),
)
NOBODY_ASKED = Problem(
    kind="cases.nobody-asked",
    says=lv("nav pateikts, par ko jautā").en("it is not said whom it is about"),
    remedy=lv("kolonnā “persona” rakstiet vienu no augstāk ierakstītajiem").en(
        "write one of those recorded above into the column “person”"
    ),
)
NOBODY_SO_CALLED = Problem(
    kind="cases.nobody-so-called",
    says=lv("par cilvēku ar šo vārdu nekas nav ierakstīts").en(
        "nothing is recorded of anybody of this name"
    ),
    remedy=lv("rakstiet vārdu tāpat kā tabulā ar ierakstīto").en(
        "write the name as in the table of what is recorded"
    ),
)
NOT_OF_A_PERSON = Problem(
    kind="cases.not-of-a-person",
    says=lv("ko tas skaita, nepieder vienam cilvēkam").en(
        "what it counts does not belong to one person"
    ),
    remedy=lv("atstājiet šūnu tukšu un rakstiet, cik tam jābūt kopā").en(
        "leave the cell empty, and write how many there must be in all"
    ),
)
ONE_DAY_NEEDED = Problem(
    kind="cases.one-day-needed",
    says=lv("jautājumam vajag vienu zināmu dienu").en("the question needs one known day"),
    remedy=lv(
        "rakstiet 2018-12-03; tukša šūna ir diena, kurā viss zināms, un pārbaudei cita neder"
    ).en(
        "write 2018-12-03; an empty cell is the day on which all is known, and a check takes "
        "no other"
    ),
)
FIGURE_NEEDS_PERIOD = Problem(
    kind="cases.figure-needs-period",
    says=lv("rādītājam vajag periodu ar pēdējo dienu").en(
        "a figure needs a period with a last day"
    ),
    remedy=lv(
        "kolonnā “diena” rakstiet 2018-06-01..2018-11-30 vai pirms tabulām “periods: 2018”"
    ).en("write 2018-06-01..2018-11-30 into the column “day”, or “period: 2018” above the tables"),
)
NOT_AN_ANSWER = Problem(
    kind="cases.not-an-answer",
    says=lv("tā šim jautājumam nav atbilde").en("this is no answer to the question"),
    remedy=lv("rakstiet {answers}").en("write {answers}"),
)
NO_WHY = Problem(
    kind="cases.no-why",
    says=lv("nav pateikts, kāpēc").en("it is not said why"),
    remedy=lv("nosauciet akta punktu, no kura tas izriet").en(
        "name the point of the act from which it follows"
    ),
    severity=Severity.WARNING,
)
NOT_ALL_READ = Problem(
    kind="cases.not-asked",
    says=lv("nav jautāts: ierakstītais, uz kā tas balstās, nav izlasīts viss").en(
        "not asked: not all that it rests on could be read"
    ),
    remedy=lv("vispirms labojiet augstāk nosaukto").en("first correct what is named above"),
    severity=Severity.WARNING,
)
