"""Tables of money: budget lines with what was spent, and the shares of those who pay."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from inclusion_core.model.paying import paid_by
from inclusion_core.reports.behind import STATED
from inclusion_core.reports.filling.cells import NOT_IN_THE_DATA
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.filling.spending import (
    LineSpending,
    OperationSpending,
    Sum,
    summed,
)
from inclusion_core.reports.report import Cell, Mark, Table, TableRow
from inclusion_core.reports.tables.money import MoneyTable
from inclusion_core.shares import ShareError
from inclusion_core.texts import Text, lv
from inclusion_core.words import WORDS

__all__ = ["euros", "money_tables"]

LINE = lv("Budžeta pozīcija, EUR").en("Budget line, EUR")
COLUMNS = (
    lv("Apstiprināts").en("Approved"),
    lv("Izlietots periodā").en("Spent in the period"),
    lv("Izlietots kopā").en("Spent altogether"),
    lv("Tai skaitā neattiecināms").en("Of which ineligible"),
    lv("Atlikums").en("Left"),
)
TOTAL = lv("Kopā").en("Total")
OF_OPERATION = lv("{operation}: {line}").en("{operation}: {line}")
WHAT_COUNTS = lv(
    "Izlietots ar PVN. Atlikums ir apstiprinātais bez izlietotā, ko var attiecināt. Par "
    "ierakstiem, kuru summa, mēnesis vai attiecināmība nav zināma, teikts iekavās; summās to nav."
).en(
    "Spent with VAT. Left is what was approved less what was spent and can be claimed. Entries of "
    "which the amount, the month or the eligibility is not known stand in brackets; no sum has "
    "them."
)
CAP = lv("{line}: par vienību ({unit}) ne vairāk kā {euros} EUR bez PVN.").en(
    "{line}: for one unit ({unit}) not more than EUR {euros} without VAT."
)
WHO_PAYS = lv("{title}: kas maksā").en("{title}: who pays")
FUND = lv("Finansējuma avots, EUR").en("Fund, EUR")
SHARE_COLUMNS = (
    lv("Daļa, %").en("Share, %"),
    lv("No apstiprinātā").en("Of what was approved"),
    lv("No attiecināmā periodā").en("Of what is eligible in the period"),
    lv("No attiecināmā kopā").en("Of what is eligible altogether"),
)
ROUNDED = lv(
    "Neviena daļa nepārsniedz savus procentus: tā noapaļota uz leju, un atlikumu uzņemas tas, kam "
    "tas noteikts. Perioda daļa ir starpība starp kopējo daļu pēc perioda un pirms tā."
).en(
    "No share is more than its per cent: it is rounded down, and who takes the remainder takes the "
    "rest. The share of a period is the difference between the whole share after it and before it."
)
NO_SHARES = lv("{operation}: finansējuma daļas nevar aprēķināt, jo tās neveido 100 procentus.").en(
    "{operation}: the shares cannot be worked out, for they do not make 100 per cent."
)


def euros(cents: int) -> Decimal:
    """An amount in euros, exact to the cent.

    Example:
        >>> euros(123450)
        Decimal('1234.50')
    """
    return Decimal(cents).scaleb(-2)


def money_tables(form: MoneyTable, found: Found) -> tuple[Table, ...]:
    """The lines of each operation with their total, then the shares of its funds."""
    spending = found.money.get(form.id)
    if spending is None:
        return (_table(form, found, (), (NOT_IN_THE_DATA,)),)
    several = len(spending) > 1
    rows = tuple(row for each in spending for row in _rows(each, several=several))
    caps = dict.fromkeys(cap for each in spending for cap in _caps(each, several=several))
    shares = [share for each in spending for share in _shares(each, several=several)]
    told = [row for row in shares if isinstance(row, TableRow)]
    refused = [note for note in shares if isinstance(note, Text)]
    return (
        _table(form, found, rows, (WHAT_COUNTS, *caps)),
        Table(
            id=f"{form.id}.shares",
            title=WHO_PAYS.filled(title=found.filled(form.title)),
            row_heading=FUND,
            columns=SHARE_COLUMNS,
            rows=tuple(told),
            notes=(ROUNDED, *refused),
        ),
    )


def _table(
    form: MoneyTable, found: Found, rows: tuple[TableRow, ...], notes: tuple[Text, ...]
) -> Table:
    return Table(
        id=form.id,
        title=found.filled(form.title),
        row_heading=LINE,
        columns=COLUMNS,
        rows=rows,
        notes=(*found.each_filled(form.notes), *notes),
    )


def _rows(spending: OperationSpending, *, several: bool) -> Iterator[TableRow]:
    lines = spending.lines
    total = f"{spending.operation.id}.total"
    for each in lines:
        yield TableRow(
            id=each.line.id, heading=_named(spending, _line(each), several=several), cells=_of(each)
        )
    sums = (
        spending.approved,
        summed(each.period for each in lines),
        summed(each.spent for each in lines),
        summed(each.ineligible for each in lines),
        summed(each.left for each in lines if not each.approved.unknown),
    )
    yield TableRow(
        id=total,
        heading=_named(spending, TOTAL, several=several),
        cells=tuple(_cell(each) for each in sums),
    )


def _named(spending: OperationSpending, words: Text, *, several: bool) -> Text:
    if not several:
        return words
    return OF_OPERATION.filled(operation=spending.operation.number, line=words)


def _line(spending: LineSpending) -> Text:
    return Text.same(f"{spending.line.number}. {spending.line.title}")


def _of(each: LineSpending) -> tuple[Cell, ...]:
    """The cells of a line; where nobody says what was approved, nothing is left of it either."""
    no_budget = Cell(value=Mark.NOT_COLLECTED) if each.approved.unknown else None
    return (
        no_budget or _cell(each.approved),
        _cell(each.period),
        _cell(each.spent),
        _cell(each.ineligible),
        no_budget or _cell(each.left),
    )


def _cell(amount: Sum) -> Cell:
    return Cell(value=euros(amount.cents), unknown=amount.unknown, behind=STATED)


def _caps(spending: OperationSpending, *, several: bool) -> Iterator[Text]:
    for each in spending.lines:
        for cap in sorted(each.caps, key=lambda cap: cap.id):
            amount = f"{euros(cap.cap_cents):f}"
            yield CAP.filled(
                line=_named(spending, _line(each), several=several),
                unit=WORDS.code_text(cap.per),
                euros=Text(lv=amount.replace(".", ","), en=amount, filled_in=True),
            )


def _shares(spending: OperationSpending, *, several: bool) -> Iterator[TableRow | Text]:
    """What each fund pays of three sums, or why that cannot be said."""
    if not spending.shares:
        return
    after, period = spending.eligible, spending.period_eligible
    sums = (spending.approved.cents, after.cents, (after - period).cents)
    try:
        approved, whole, before = (paid_by(spending.shares, each) for each in sums)
    except ShareError:
        yield NO_SHARES.filled(operation=spending.operation.number)
        return
    for share in sorted(spending.shares, key=lambda each: each.id):
        fund = share.fund_id
        name = Text.same(spending.funds.get(fund, fund))
        yield TableRow(
            id=share.id,
            heading=_named(spending, name, several=several),
            cells=(
                Cell(value=share.percent, behind=STATED),
                _cell(Sum(approved[fund], spending.approved.unknown)),
                _cell(Sum(whole[fund] - before[fund], period.unknown)),
                _cell(Sum(whole[fund], after.unknown)),
            ),
        )
