"""What was done to columns, and why, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from inclusion_core.extracts.coarsening import Coarseness
from inclusion_core.fields import Holding
from inclusion_core.texts import Text, lv

__all__ = ["Change", "cited"]


@attrs.frozen
class Change:
    """What was done to a column, and why.

    Attributes:
        column: As the facts table or, for what is added, the extract names it.
        what: What was done.
        why: Why.
    """

    column: str
    what: Text
    why: Text


def cited(holding: Holding) -> Text:
    """The source that says why something may be held."""
    source = holding.source
    in_latvian, in_english = (_bare(source.citation(each)) for each in ("lv", "en"))
    return lv(in_latvian).en(in_english)


def _bare(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


# What was done.

PSEUDONYM = lv("aizstāts ar pseidonīmu").en("replaced by a pseudonym")
ADDED = lv("pievienots pseidonīms").en("a pseudonym is added")
LEFT_OUT = lv("kolonna izņemta").en("the column is left out")
KEPT = lv("paturēts").en("kept")
INTERVAL = lv("dienas vietā dienu skaits kopš {since}").en(
    "the number of days since {since} in place of the day"
)
TOP_CODED = lv("lielāki skaitļi rakstīti kā {most}").en("larger numbers are written as {most}")
GROUPED = lv("kodi apvienoti grupās").en("codes are joined into groups")
COARSENED: Mapping[Coarseness, Text] = {
    Coarseness.MONTH: lv("dienas vietā mēnesis").en("the month in place of the day"),
    Coarseness.QUARTER: lv("dienas vietā ceturksnis").en("the quarter in place of the day"),
    Coarseness.YEAR: lv("dienas vietā gads").en("the year in place of the day"),
}
CELLS_REMOVED = lv("izņemtās šūnas: {cells}").en("cells removed: {cells}")
ROWS_LEFT_OUT = lv("izņemtās rindas: {rows}").en("rows left out: {rows}")

PARTED = lv("rindas, ko vairs nevar savienot ar citām: {rows}").en(
    "rows that can no longer be joined with others: {rows}"
)

# Why.

IS_AN_ID = lv("tas ir ieraksta numurs").en("it is the id of a record")
JOINS = lv("lai vienas personas vai mājsaimniecības rindas varētu savienot").en(
    "so that the rows of one person or household can be joined"
)
NOT_ASKED_FOR = lv("pētījumam tas nav vajadzīgs").en("the research does not need it")
FREE_TEXT = lv("brīvs teksts var saturēt jebko").en("free text can hold anything")
OF_STAFF = lv("pēc tā var atrast pakalpojuma sniedzēju vai darbinieku").en(
    "it leads to a provider or a member of staff"
)
SPECIAL = lv("īpašu kategoriju dati, kurus pētījums nav prasījis ({source})").en(
    "special category of personal data for which the research did not ask ({source})"
)
ASKED_FOR = lv("īpašu kategoriju dati, kurus pētījums prasījis ({source})").en(
    "special category of personal data for which the research asked ({source})"
)
AS_ASKED = lv("tā lūgts").en("as asked for")
OUTSIDE_LIST = lv("tur nav neviena saraksta koda").en("there is no code of the list in them")
OUTSIDE_PERIOD = lv("diena nav periodā").en("the day is not in the period")
TOO_FEW = lv("citādi tur būtu līdzīgas mazāk nekā {least} personas").en(
    "fewer than {least} persons would be alike there"
)
TOO_FEW_TOGETHER = lv(
    "citādi pēc visām vienas personas rindām kopā būtu līdzīgas mazāk nekā {least} personas"
).en("by all rows of a person together fewer than {least} persons would be alike")
HOUSEHOLD = lv("pēc visām vienas mājsaimniecības rindām kopā kādu varētu pazīt").en(
    "by all rows of a household together somebody could be known"
)

# What columns are called, and hold.

OTHER = lv("cits").en("other")
DAYS_SINCE = lv("{says}: dienu skaits kopš {since}").en("{says}: days since {since}")
ROW = lv("rinda").en("row")
OWNERS: Mapping[str, Text] = {
    "person": lv("persona").en("person"),
    "household": lv("mājsaimniecība").en("household"),
}
PSEUDONYMS_OF_EXTRACT = "pseudonyms of this extract"
