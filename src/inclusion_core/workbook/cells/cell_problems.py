"""What can be wrong with a cell of a workbook."""

from __future__ import annotations

from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "AMBIGUOUS_WORDS",
    "DAY_NOT_WANTED",
    "DAY_WITH_TIME",
    "LOST_DIGITS",
    "NOT_A_DAY",
    "NOT_A_DECIMAL",
    "NOT_A_MARK",
    "NOT_A_NUMBER",
    "NOT_A_WORD",
    "NOT_MINUTES",
    "NO_SUCH_DAY",
    "NUMBER_NOT_A_DAY",
    "TRUTH_NOT_WANTED",
    "TWO_DIGIT_YEAR",
]

NOT_A_DAY = Problem(
    kind="workbook.not-a-day",
    says=lv("tā nav diena").en("this is not a day"),
    remedy=lv(
        "rakstiet 15.04.2018 vai 2018-04-15; ja vairāk nav zināms, 04.2018 vai 2018; "
        "dienu starp divām dienām kā 2018-04-15/2018-05-02"
    ).en(
        "write 15.04.2018 or 2018-04-15; where no more is known, 04.2018 or 2018; "
        "a day between two days as 2018-04-15/2018-05-02"
    ),
)
NO_SUCH_DAY = Problem(
    kind="workbook.no-such-day",
    says=lv("tādas dienas kalendārā nav, vai tā ir ārpus 1800. līdz 2999. gada").en(
        "the calendar has no such day, or it lies outside the years 1800 to 2999"
    ),
    remedy=lv("pārbaudiet dienu un mēnesi; pirmā ir diena: 15.04.2018").en(
        "check day and month; the day comes first: 15.04.2018"
    ),
)
TWO_DIGIT_YEAR = Problem(
    kind="workbook.two-digit-year",
    says=lv("gadam ir tikai divi cipari").en("the year has only two digits"),
    remedy=lv("rakstiet gadu ar četriem cipariem: 15.04.2018").en(
        "write the year with four digits: 15.04.2018"
    ),
)
DAY_WITH_TIME = Problem(
    kind="workbook.day-with-time",
    says=lv("pie dienas ir pulksteņa laiks").en("the day has a time of day"),
    remedy=lv("ierakstiet tikai dienu, bez laika").en("write the day alone, without a time"),
)
NUMBER_NOT_A_DAY = Problem(
    kind="workbook.number-not-a-day",
    says=lv("šūnā ir skaitlis, nevis diena").en("the cell holds a number, not a day"),
    remedy=lv(
        "ja programma dienu rāda kā skaitli, iestatiet šūnai datuma formātu; "
        "citādi ierakstiet dienu no jauna: 15.04.2018"
    ).en(
        "if the spreadsheet shows a day as a number, give the cell a date format; "
        "otherwise write the day anew: 15.04.2018"
    ),
)
DAY_NOT_WANTED = Problem(
    kind="workbook.day-not-wanted",
    says=lv("šūnā ir datums vai laiks, kam šeit nav vietas").en(
        "the cell holds a date or a time, which has no place here"
    ),
    remedy=lv(
        "iestatiet šūnai teksta formātu un ierakstiet vērtību no jauna; programma to ir "
        "pārvērtusi par datumu"
    ).en(
        "give the cell the text format and write the value anew; the spreadsheet has turned it "
        "into a date"
    ),
)
TRUTH_NOT_WANTED = Problem(
    kind="workbook.truth-value-not-wanted",
    says=lv("šūnā ir patiesuma vērtība (TRUE vai FALSE), kam šeit nav vietas").en(
        "the cell holds a truth value (TRUE or FALSE), which has no place here"
    ),
    remedy=lv("ierakstiet pašu vērtību").en("write the value itself"),
)
LOST_DIGITS = Problem(
    kind="workbook.lost-digits",
    says=lv("skaitlim ir vairāk par 15 cipariem; tik daudz programma neglabā").en(
        "the number has more than 15 digits; the spreadsheet does not keep so many"
    ),
    remedy=lv("iestatiet šūnai teksta formātu un ierakstiet to no jauna").en(
        "give the cell the text format and write it anew"
    ),
)
NOT_A_WORD = Problem(
    kind="workbook.not-a-code",
    says=lv("tādu vārdu sarakstā nav").en("the list has no such words"),
    remedy=lv("rakstiet {codes}").en("write {codes}"),
)
AMBIGUOUS_WORDS = Problem(
    kind="workbook.ambiguous-words",
    says=lv("šie vārdi sarakstā var nozīmēt ko vairāk nekā vienu").en(
        "these words may mean more than one thing in the list"
    ),
    remedy=lv("rakstiet ar visām garumzīmēm un mīkstinājuma zīmēm: {codes}").en(
        "write with all marks above and below the letters: {codes}"
    ),
)
NOT_A_MARK = Problem(
    kind="workbook.not-a-mark",
    says=lv("vārdi iekavās nav neviens no tiem, kas saka, kāpēc vērtības nav").en(
        "the words in parentheses are none of those that say why there is no value"
    ),
    remedy=lv("iekavās rakstiet {marks}; tekstu, kam iekavas pieder, lieciet divkāršās").en(
        "write in parentheses {marks}; a text to which the parentheses belong takes two pairs"
    ),
)
NOT_A_NUMBER = Problem(
    kind="workbook.not-a-number",
    says=lv("tas nav vesels skaitlis").en("this is not a whole number"),
    remedy=lv("rakstiet 1234 vai 1 234, bez komatiem un punktiem").en(
        "write 1234 or 1 234, without commas and points"
    ),
)
NOT_A_DECIMAL = Problem(
    kind="workbook.not-a-decimal",
    says=lv("tas nav decimālskaitlis").en("this is not a decimal number"),
    remedy=lv("rakstiet 85, 83,87 vai 83.87").en("write 85, 83,87 or 83.87"),
)
NOT_MINUTES = Problem(
    kind="workbook.not-minutes",
    says=lv("tas nav minūšu skaits").en("this is not a number of minutes"),
    remedy=lv("rakstiet minūtes kā 90 vai stundas un minūtes kā 1:30").en(
        "write minutes as 90, or hours and minutes as 1:30"
    ),
)
