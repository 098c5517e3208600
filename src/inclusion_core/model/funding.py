"""The funding chain: who pays, for what, under which contract, through whom.

A fund pays an operation; the operation offers programmes that clients enter; a programme is
delivered under contracts by providers.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Bounds, CodeList, Record, Reference
from inclusion_core.values import ABSENT, NOT_ASKED, Day, Unknown

__all__ = ["Contract", "Fund", "FundingShare", "Operation", "Programme", "Provider", "ShareRule"]


@attrs.frozen(kw_only=True, repr=False)
class Fund(Record):
    """A source of money: the European Social Fund, a state budget.

    Attributes:
        name: Its name as contracts write it.
    """

    id: str
    name: str


@attrs.frozen(kw_only=True, repr=False)
class Operation(Record):
    """What a fund pays for under one number, with one beneficiary.

    Attributes:
        number: As the fund writes it, ``9.1.4.4./16/I/001``.
        title: Its name.
        beneficiary: Who receives the money and answers for it.
        first_day: First day of the operation.
        last_day: Last day of the operation.
        budget_cents: All its eligible cost, in euro cents.
    """

    id: str
    number: str
    title: str
    beneficiary: str
    first_day: Day = NOT_ASKED
    last_day: Day = NOT_ASKED
    budget_cents: Annotated[int | Unknown, Bounds(0, 1_000_000_000_000, "euro cents")] = NOT_ASKED


class ShareRule(Enum):
    """How a share is rounded: a fund pays at most its share, the rest falls to the other."""

    AT_MOST = "at_most"
    REMAINDER = "remainder"


@attrs.frozen(kw_only=True, repr=False)
class FundingShare(Record):
    """The share of an operation that one fund pays.

    Attributes:
        operation_id: Of which operation.
        fund_id: Which fund.
        percent: 0 to 100; the shares of one operation make 100.
        rule: At most the share, rounded down; or the remainder, of which an operation has one.
    """

    id: str
    operation_id: Annotated[str, Reference("operation", inverse="funding_shares")]
    fund_id: Annotated[str, Reference("fund", inverse="funding_shares")]
    percent: Decimal
    rule: ShareRule | Unknown = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class Programme(Record):
    """A supported activity of an operation that clients enter.

    Attributes:
        operation_id: The operation that offers it.
        declared_as: Id of the programme in the catalogue, ``sif.mentoring``.
    """

    id: str
    operation_id: Annotated[str, Reference("operation", inverse="programmes")]
    declared_as: Annotated[
        str, CodeList("programmes of the catalogue", r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
    ]


@attrs.frozen(kw_only=True, repr=False)
class Provider(Record):
    """An organisation that delivers programmes.

    Attributes:
        name: Its name as contracts write it.
    """

    id: str
    name: str


@attrs.frozen(kw_only=True, repr=False)
class Contract(Record):
    """What a provider undertakes to deliver of a programme, and for how long.

    Attributes:
        programme_id: The programme.
        provider_id: The provider.
        number: As the parties write it.
        signed_on: Day of signature.
        first_day: First day of delivery.
        last_day: Last day of delivery; absent where none is agreed.
    """

    id: str
    programme_id: Annotated[str, Reference("programme", inverse="contracts")]
    provider_id: Annotated[str, Reference("provider", inverse="contracts")]
    number: str
    signed_on: Day = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT
