"""What can be wrong with rows that are read through a mapping."""

from __future__ import annotations

from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "CONDITION_FAILED",
    "DOUBLED_COLUMN",
    "EMPTY_VALUE",
    "FAR_DAY",
    "FROM_SEVERAL",
    "MISSING_COLUMN",
    "MISSING_TABLE",
    "NOT_A_ROW",
    "NOT_A_VALUE",
    "NOT_A_WORD",
    "NOT_EXACT",
    "NO_KEY",
    "NO_TIME_ZONE",
    "PART_WITH_SLASH",
    "TIME_OF_DAY",
    "TRUTH",
    "USING_FAILED",
]

MISSING_TABLE = Problem(
    kind="rows.missing-table",
    says=lv("tabula nav dota").en("the table is not given"),
    remedy=lv("dodiet tās rindas; ja to nav, tukšu sarakstu").en(
        "give its rows; an empty list where there are none"
    ),
)
MISSING_COLUMN = Problem(
    kind="rows.missing-column",
    says=lv("tabulā nav kolonnas {column}; neviens šāds ieraksts nav nolasīts").en(
        "the table has no column {column}; no such record was read"
    ),
    remedy=lv("pievienojiet to vaicājumam vai labojiet attēlojumu").en(
        "add it to the query, or correct the mapping"
    ),
)
DOUBLED_COLUMN = Problem(
    kind="rows.doubled-column",
    says=lv("kolonna {column} rezultātā ir divreiz; neviens šāds ieraksts nav nolasīts").en(
        "the column {column} is there twice; no such record was read"
    ),
    remedy=lv("vaicājumā dodiet tām dažādus nosaukumus ar AS").en(
        "give them different names in the query, with AS"
    ),
)
NOT_A_ROW = Problem(
    kind="rows.not-a-row",
    says=lv("tā nav rinda ar kolonnu nosaukumiem").en("this is no row with names of columns"),
    remedy=lv("dodiet vārdnīcas, nosauktus kortežus vai kursoru").en(
        "give dicts, named tuples or a cursor; a pandas frame through polars.from_pandas"
    ),
)
CONDITION_FAILED = Problem(
    kind="rows.condition-failed",
    says=lv("only_where funkcija par šo rindu kļūdījās").en(
        "the function only_where failed on this row"
    ),
    remedy=lv("labojiet funkciju attēlojumā").en("correct the function in the mapping"),
)
USING_FAILED = Problem(
    kind="rows.using-failed",
    says=lv("attēlojuma funkcija ar šo vērtību netika galā").en(
        "the function of the mapping could not read this value"
    ),
    remedy=lv("labojiet vērtību vai funkciju").en("correct the value, or the function"),
)
NOT_A_WORD = Problem(
    kind="rows.not-a-word",
    says=lv("attēlojums šo vārdu nepazīst").en("the mapping does not know this word"),
    remedy=lv("pasakiet attēlojumā, ko tas nozīmē, vai labojiet vērtību").en(
        "say in the mapping what it means, or correct the value"
    ),
)
EMPTY_VALUE = Problem(
    kind="rows.empty-value",
    says=lv("vērtība ir tukša, un attēlojums to neļauj").en(
        "the value is empty, and the mapping does not allow that"
    ),
    remedy=lv("ierakstiet vērtību").en("fill in the value"),
)
NO_KEY = Problem(
    kind="rows.no-key",
    says=lv("atslēgu funkcija identifikatoru nedeva").en("the key function gave no id"),
    remedy=lv("papildiniet atslēgas vai labojiet funkciju").en(
        "complete the keys, or correct the function"
    ),
)
PART_WITH_SLASH = Problem(
    kind="rows.part-with-slash",
    says=lv("saliktā identifikatora daļā ir slīpsvītra").en(
        "a part of the joined id holds a slash"
    ),
    remedy=lv("salieciet identifikatoru vaicājumā").en("make the id in the query"),
)
TIME_OF_DAY = Problem(
    kind="rows.time-of-day",
    says=lv("dienai ir pulksteņa laiks vai laika josla").en(
        "a day comes with a time of day, or with a time zone"
    ),
    remedy=lv('attēlojumā rakstiet day_of("…")').en('write day_of("…") in the mapping'),
)
NO_TIME_ZONE = Problem(
    kind="rows.no-time-zone",
    says=lv("nav pateikts, kurā laika joslā dienu prasa").en(
        "it is not said in which time zone the day is asked for"
    ),
    remedy=lv('attēlojumā rakstiet day_of("…", zone=…)').en(
        'write day_of("…", zone=…) in the mapping'
    ),
)
FAR_DAY = Problem(
    kind="rows.far-day",
    says=lv("diena ir ārpus gadiem no 1800. līdz 2999.").en(
        "the day is outside the years 1800 to 2999"
    ),
    remedy=lv("ja tā nozīmē, ka dienas nav, pasakiet to ar empty_values").en(
        "where it stands for no day, say so with empty_values"
    ),
)
TRUTH = Problem(
    kind="rows.truth",
    says=lv("te ir jā vai nē, bet laukam vajag citu vērtību").en(
        "there is true or false, and the field holds something else"
    ),
    remedy=lv('attēlojumā rakstiet codes("…", …)').en('write codes("…", …) in the mapping'),
)
NOT_EXACT = Problem(
    kind="rows.not-exact",
    says=lv("skaitlis ir aptuvens (float) vai nav skaitlis (NaN)").en(
        "the number is not exact (float), or is none (NaN)"
    ),
    remedy=lv("dodiet int, Decimal vai None; attēlojumā palīdz using").en(
        "give an int, a Decimal or None; using helps in the mapping"
    ),
)
NOT_A_VALUE = Problem(
    kind="rows.not-a-value",
    says=lv("tāda veida vērtībai šeit nav nozīmes").en("a value of this kind means nothing here"),
    remedy=lv("dodiet tekstu, skaitli, dienu vai None; attēlojumā palīdz using").en(
        "give a text, a number, a day or None; using helps in the mapping"
    ),
)
FROM_SEVERAL = Problem(
    kind="rows.from-several",
    says=lv("to pašu ierakstu citādi dod arī cita attēlojuma daļa").en(
        "another part of the mapping gives the same record otherwise"
    ),
    remedy=lv("atstājiet vienu avotu vai dodiet dažādus identifikatorus").en(
        "leave one source, or give different ids"
    ),
)
