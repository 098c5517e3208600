"""What a report says of what it does not show: by which threshold, how much, and for whom it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from inclusion_core.disclosure.threshold import Threshold
from inclusion_core.publishing.audience import Audience
from inclusion_core.reports.behind import STATED
from inclusion_core.reports.report import Cell, Section, Table, TableRow
from inclusion_core.texts import Language, Text, listing, lv

__all__ = [
    "DISCLOSURE",
    "REFUSED",
    "UNPROTECTED",
    "WITHHELD",
    "Hiding",
    "disclosure_section",
]

DISCLOSURE = "disclosure"
"""The id of the section that says what is not shown."""

TITLE = lv("Ko šis pārskats nerāda").en("What this report does not show")
FOR_WHOM = {
    Audience.PUBLIC: lv("Šis pārskats ir paredzēts ikvienam.").en("This report is for everybody."),
    Audience.FUNDER: lv("Šis pārskats ir paredzēts finansētājam.").en(
        "This report is for the funder."
    ),
}
RULE = lv(
    "Skaitlis ir rādīts, ja aiz tā ir vismaz {persons} personas no vismaz {households} "
    "mājsaimniecībām vai nav neviena. Pārējie skaitļi nav rādīti, arī tie, pēc kuriem tos varētu "
    "aprēķināt: kopskaiti, blakus skaitļi, īpatsvari un spriedumi."
).en(
    "A number is shown if at least {persons} persons of at least {households} households are "
    "behind it, or nobody is. The others are not shown, nor are those from which they could be "
    "worked out: totals, numbers beside them, shares and judgements."
)
BY_DEFAULT = lv("Robeža ir tā, ko bibliotēka ņem, ja finansētājs nenosaka citu.").en(
    "The threshold is the one that the library takes where a funder sets no other."
)
BY_SOURCE = lv("Robežu nosaka: {source}.").en("The threshold is laid down in: {source}.")
BECAUSE = lv("Kāpēc tā ir zemāka par 5: {because}").en("Why it is below 5: {because}")
NOT_ZERO = lv(
    "[c] nozīmē, ka skaitlis nav rādīts; tas nav nulle, un tas var būt arī liels. 0 ir skaitlis: "
    "saskaitīts, un nav neviena."
).en(
    "[c] means that a number is not shown; it is not zero, and it may be large. 0 is a figure: "
    "counted, and there is nobody."
)
MERGED = lv(
    "Šajās tabulās kategorijas, aiz kurām ir maz personu, ir apvienotas un nav nosauktas: {tables}."
).en("In these tables categories of few persons are taken together and not named: {tables}.")
WITHHELD_TABLES = lv("Bez rindām atstātas tabulas, no kurām neko nevar rādīt: {tables}.").en(
    "Tables of which nothing can be shown are left without rows: {tables}."
)
LEFT_OUT = lv(
    "Izlaistas tabulas, kas ir tikai pārskata sagatavotājiem (par atsevišķām personām un skaitļu "
    "pārbaudes): {tables}."
).en(
    "Left out are tables that are only for those who make the report (of single persons, and "
    "checks of the figures): {tables}."
)
NOTHING_HIDDEN = lv("Nevienā tabulā nav paslēptu skaitļu.").en("No number of any table is hidden.")
EARLIER = lv(
    "Ņemts vērā arī iepriekš publicētais: nav rādīti skaitļi, pēc kuriem, atņemot vienu pārskatu "
    "no otra, varētu uzzināt par nedaudzām personām."
).en(
    "What was published before is taken into account: numbers are not shown from which something "
    "could be learnt of few persons by subtracting one report from another."
)
HOW_MANY = lv("Nerādītie skaitļi").en("Numbers not shown")
IN_TABLE = lv("Tabula").en("Table")
NUMBER = lv("Skaits").en("Number")
BOTH_KINDS = lv(
    "Skaitļi, aiz kuriem ir maz personu, un skaitļi, pēc kuriem tos varētu aprēķināt, te ir "
    "saskaitīti kopā. Nosauktas ir tabulas; to rindas var būt apvienotas."
).en(
    "Numbers of few persons, and numbers from which those could be worked out, are counted "
    "together here. Rows of the tables may have been taken together."
)
REFUSED = lv(
    "Šajā tabulā ir skaitļi, kas dalīti pēc vairākām pazīmēm uzreiz; tos nevar rādīt pa daļām, "
    "tāpēc nav rādīts neviens no tiem."
).en(
    "This table has numbers that are told apart by several traits at once; they cannot be shown in "
    "part, so that none of them is shown."
)
WITHHELD = lv("No šīs tabulas neko nevar rādīt, lai saskaitītās personas nevarētu atpazīt.").en(
    "Nothing of this table can be shown, so that the persons counted cannot be recognised."
)
UNPROTECTED = lv("Finansētājam; nekas nav paslēpts. Iemesls: {reason}").en(
    "For the funder; nothing is hidden. The reason: {reason}"
)


@attrs.frozen(kw_only=True)
class Hiding:
    """What was done to a report before it was published.

    Attributes:
        audience: For whom it is.
        threshold: By which threshold.
        hidden: By the id of a table, its title and how many of its numbers are hidden.
        merged: Titles of the tables in which categories were taken together.
        withheld: Titles of those of which nothing is shown.
        left_out: Titles of those that are not there.
        with_earlier: Whether earlier releases were taken into account.
    """

    audience: Audience
    threshold: Threshold
    hidden: Sequence[tuple[str, Text, int]] = ()
    merged: Sequence[Text] = ()
    withheld: Sequence[Text] = ()
    left_out: Sequence[Text] = ()
    with_earlier: bool = False


def disclosure_section(hiding: Hiding) -> Section:
    """The last section of a protected report."""
    return Section(
        id=DISCLOSURE,
        title=TITLE,
        paragraphs=tuple(_paragraphs(hiding)),
        tables=tuple(_table(hiding)),
    )


def _paragraphs(hiding: Hiding) -> Iterator[Text]:
    threshold = hiding.threshold
    yield FOR_WHOM[hiding.audience]
    yield RULE.filled(persons=threshold.persons, households=threshold.households)
    if threshold.source is None:
        yield BY_DEFAULT
    else:
        cited = {each: threshold.source.citation(each) for each in Language}
        source = Text(lv=_plain(cited[Language.LV]), en=_plain(cited[Language.EN]), filled_in=True)
        yield BY_SOURCE.filled(source=source)
    if threshold.because:
        yield BECAUSE.filled(because=threshold.because)
    yield NOT_ZERO
    for says, tables in (
        (MERGED, hiding.merged),
        (WITHHELD_TABLES, hiding.withheld),
        (LEFT_OUT, hiding.left_out),
    ):
        if tables:
            yield says.filled(tables=listing(dict.fromkeys(tables)))
    if hiding.with_earlier:
        yield EARLIER
    if not any(number for _, _, number in hiding.hidden):
        yield NOTHING_HIDDEN


def _plain(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


def _table(hiding: Hiding) -> Iterable[Table]:
    rows = tuple(
        TableRow(id=key, heading=title, cells=(Cell(value=number, behind=STATED),))
        for key, title, number in hiding.hidden
        if number
    )
    if rows:
        yield Table(
            id=DISCLOSURE,
            title=HOW_MANY,
            row_heading=IN_TABLE,
            columns=(NUMBER,),
            rows=rows,
            notes=(BOTH_KINDS,),
        )
