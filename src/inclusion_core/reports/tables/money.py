"""Tables of money: the lines of a budget, what was spent under each, and who pays how much."""

from __future__ import annotations

import attrs

from inclusion_core.texts import Text, lv

__all__ = ["MoneyTable"]

MONEY = lv("Līdzekļu izlietojums").en("Money spent")


@attrs.frozen(kw_only=True)
class MoneyTable:
    """Two tables: a row for each budget line and their total; then what each fund pays of it.

    The lines, costs, caps and shares are those recorded in the data. Amounts are in euros, exact
    to the cent.

    Attributes:
        id: Names the first table inside the report; the second is ``<id>.shares``.
        title: What it shows.
        operation_number: The number of the operation whose money it is, as records of operations
            have it; empty for all operations in the data.
        notes: What a reader must know.
    """

    id: str
    title: Text = MONEY
    operation_number: str = ""
    notes: tuple[Text, ...] = ()
