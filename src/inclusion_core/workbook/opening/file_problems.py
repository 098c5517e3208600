"""What can be wrong with a workbook as a file, or unusual about its cells."""

from __future__ import annotations

from inclusion_core.findings import Severity
from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "DAMAGED",
    "ERROR_VALUE",
    "EXPANDS",
    "FAR_CELLS",
    "FORMULAS",
    "FORMULA_WITHOUT_VALUE",
    "HIDDEN_COLUMNS",
    "HIDDEN_ROWS",
    "HIDDEN_SHEET",
    "LOCKED",
    "MERGED_CELLS",
    "NOT_A_WORKBOOK",
    "OLD_WORKBOOK",
    "TOO_MANY_CELLS",
]

NOT_A_WORKBOOK = Problem(
    kind="workbook.not-a-workbook",
    says=lv("tā nav Excel vai LibreOffice darbgrāmata").en(
        "this is not a workbook of Excel or LibreOffice"
    ),
    remedy=lv("saglabājiet to kā .xlsx; mainīt tikai nosaukuma galu nelīdz").en(
        "save it as .xlsx; to change only the end of its name does not help"
    ),
)
OLD_WORKBOOK = Problem(
    kind="workbook.old-workbook",
    says=lv("darbgrāmata ir vecajā .xls formātā").en("the workbook has the old .xls format"),
    remedy=lv("saglabājiet to kā .xlsx").en("save it as .xlsx"),
)
LOCKED = Problem(
    kind="workbook.locked",
    says=lv("darbgrāmatu sargā parole").en("the workbook is protected by a password"),
    remedy=lv("saglabājiet to bez paroles un pēc importa kopiju izdzēsiet").en(
        "save it without a password, and delete that copy after the import"
    ),
)
DAMAGED = Problem(
    kind="workbook.damaged",
    says=lv("darbgrāmata ir bojāta").en("the workbook is damaged"),
    remedy=lv("atveriet to ar Excel vai LibreOffice un saglabājiet no jauna kā .xlsx").en(
        "open it with Excel or LibreOffice and save it anew as .xlsx"
    ),
)
EXPANDS = Problem(
    kind="workbook.expands",
    says=lv("izpakota darbgrāmata būtu pārmērīgi liela; tā nav atvērta").en(
        "unpacked, the workbook would be exceedingly large; it was not opened"
    ),
    remedy=lv("pārbaudiet, no kurienes tā nāk; iekopējiet vajadzīgās šūnas jaunā darbgrāmatā").en(
        "check where it comes from; copy the cells that are needed into a new workbook"
    ),
)
TOO_MANY_CELLS = Problem(
    kind="workbook.too-many-cells",
    says=lv("aizpildīto šūnu ir vairāk par {most}").en("more than {most} cells are filled in"),
    remedy=lv("sadaliet darbgrāmatu vairākās").en("divide the workbook into several"),
)
FAR_CELLS = Problem(
    kind="workbook.far-cells",
    says=lv(
        "{sheet}. lapā aizpildītās šūnas ir pārāk tālu cita no citas; pēdējās ir {row}. rindā un "
        "{column} kolonnā"
    ).en(
        "in sheet {sheet} the cells that are filled in lie too far apart; the last ones are in "
        "row {row} and column {column}"
    ),
    remedy=lv("izdzēsiet nejauši aizpildītās rindas un kolonnas aiz datiem").en(
        "delete the rows and columns beyond the data that were filled in by chance"
    ),
)
FORMULAS = Problem(
    kind="workbook.formulas",
    says=lv("kolonnā ir formulas; ņemta vērtība, ko programma pēdējoreiz izrēķināja").en(
        "the column has formulas; the value that the spreadsheet last worked out was taken"
    ),
    remedy=lv("pārbaudiet vērtības vai ielīmējiet tās formulu vietā").en(
        "check the values, or paste them in place of the formulas"
    ),
    severity=Severity.WARNING,
)
FORMULA_WITHOUT_VALUE = Problem(
    kind="workbook.formula-without-value",
    says=lv("formula nekad nav izrēķināta").en("the formula was never worked out"),
    remedy=lv("atveriet darbgrāmatu ar Excel vai LibreOffice un saglabājiet").en(
        "open the workbook with Excel or LibreOffice and save it"
    ),
)
ERROR_VALUE = Problem(
    kind="workbook.error-value",
    says=lv("šūnā ir kļūda, piemēram, #REF!").en("the cell holds an error, such as #REF!"),
    remedy=lv("izlabojiet formulu vai ierakstiet vērtību").en(
        "correct the formula, or write the value"
    ),
)
MERGED_CELLS = Problem(
    kind="workbook.merged-cells",
    says=lv("lapā ir sapludinātas šūnas ({count}); vērtība ņemta tikai pirmajai no tām").en(
        "the sheet has merged cells ({count}); the value is taken for the first of them alone"
    ),
    remedy=lv("atceliet sapludināšanu un ierakstiet vērtību katrā rindā").en(
        "undo the merging, and write the value into every row"
    ),
    severity=Severity.WARNING,
)
HIDDEN_ROWS = Problem(
    kind="workbook.hidden-rows",
    says=lv("lapā ir paslēptas rindas ({count}); tās ir lasītas kā pārējās").en(
        "the sheet has hidden rows ({count}); they were read like the others"
    ),
    remedy=lv("parādiet tās, pārbaudiet un izdzēsiet, ja nevajag").en(
        "show them, check them, and delete them if they are not needed"
    ),
    severity=Severity.WARNING,
)
HIDDEN_COLUMNS = Problem(
    kind="workbook.hidden-columns",
    says=lv("lapā ir paslēptas kolonnas ({count}); tās ir lasītas kā pārējās").en(
        "the sheet has hidden columns ({count}); they were read like the others"
    ),
    remedy=lv("parādiet tās, pārbaudiet un izdzēsiet, ja nevajag").en(
        "show them, check them, and delete them if they are not needed"
    ),
    severity=Severity.WARNING,
)
HIDDEN_SHEET = Problem(
    kind="workbook.hidden-sheet",
    says=lv("lapa ir paslēpta; tā ir lasīta kā pārējās").en(
        "the sheet is hidden; it was read like the others"
    ),
    remedy=lv("parādiet to, pārbaudiet un izdzēsiet, ja nevajag").en(
        "show it, check it, and delete it if it is not needed"
    ),
    severity=Severity.WARNING,
)
