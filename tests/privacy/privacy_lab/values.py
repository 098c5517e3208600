"""Records of every class, plugins included, whose every field holds an unmistakable value."""

from __future__ import annotations

import pickle
import re
import traceback
from datetime import date
from decimal import Decimal

from inclusion_core.fields import FieldKind, type_name
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version
from inclusion_core.testing import installed_catalogue
from inclusion_core.values import PartialDay, Reason, Unknown

CATALOGUE = installed_catalogue()
SCHEMA = CATALOGUE.schema

DAY = date(1971, 3, 17)
PARTIAL = PartialDay.of_month(1972, 4)
NOT_KNOWN = Unknown(Reason.CLIENT_DOES_NOT_KNOW)
NUMBER = 19731973
DECIMAL = Decimal("19.74")
TEXT = "CANARY-PLACE"
OF_AN_OFFICE = "OFFICE-PLACE"
"""A text of a record about nobody: of a provider, a contract, an operation."""

OPEN_CODES = ("ZZ", "canary.code", "esf.canary", "canary")
KNOWN_ON = date(2018, 12, 3)
HOWS = ("known", "partial", "unknown")

VALUES = (
    "1971",
    "1972",
    "19731973",
    "99993",
    "19.74",
    "CANARY",
    "OFFICE",
    "ZZ",
    "canary.code",
    "esf.canary",
)
"""What none of the texts that are looked at may hold."""


def code(field):
    """A code of the field: of a closed list the longest, which no sentence holds by chance."""
    if field.enum is not None:
        return max(field.enum, key=lambda member: len(member.value))
    return next(each for each in OPEN_CODES if re.fullmatch(field.code_list.pattern, each))


def value(field, how):
    """What a field of a record holds that is filled in that way."""
    if how == "unknown" and field.may_be_unknown:
        return NOT_KNOWN
    if how == "partial" and field.may_be_partial:
        return PARTIAL
    match field.kind:
        case FieldKind.REFERENCE:
            return f"{field.reference.to}-{how}"
        case FieldKind.CODE:
            return code(field)
        case FieldKind.DAY:
            return DAY
        case FieldKind.NUMBER:
            return NUMBER if field.bounds.most >= NUMBER else field.bounds.most - 7
        case FieldKind.DECIMAL:
            return DECIMAL
    return TEXT if field.holding is not None else OF_AN_OFFICE


def filled(record_class, how):
    """A record of a class, with a value in every field."""
    name = type_name(record_class)
    others = SCHEMA[name].recorded_fields[1:]
    return record_class(id=f"{name}-{how}", **{each.name: value(each, how) for each in others})


FILLED_CLASSES = [each.record_class for each in SCHEMA if not each.derived]
RECORDS = [filled(each, how) for each in FILLED_CLASSES for how in HOWS]
CODES = {
    word
    for record_type in SCHEMA
    for field in record_type.fields.values()
    if field.enum is not None
    for word in (code(field).value, code(field).name)
    if "_" in word
} | {"client_does_not_know", "CLIENT_DOES_NOT_KNOW"}
"""Codes of closed lists that no sentence holds by chance."""


def version(record, **others):
    """The first version of a record, or another one."""
    given = {"recorded_on": date(2018, 1, 2), "record": record, **others}
    return Version(record_type=type_name(type(record)), record_id=record.id, **given)


def journal_of(records):
    """A journal in which each record was corrected once, for a reason that is told to nobody."""
    again = {"version": 2, "recorded_on": date(2018, 1, 3), "act": Act.CORRECTED, "why": TEXT}
    return Journal(
        tuple(one for each in records for one in (version(each), version(each, **again)))
    )


JOURNAL = journal_of(RECORDS)
CASELOAD = JOURNAL.as_known_on(KNOWN_ON)


def told(text, canaries=(*VALUES, *CODES)):
    """The canaries that a text tells."""
    return {each for each in canaries if each in text}


def spoken(thing):
    """Everything that a thing says of itself, but for the schema, which lists all codes."""
    return f"{thing!r} {thing!s} {thing:}".replace(repr(SCHEMA), "the schema")


def words_of(error):
    """Everything that an error says: its traceback, notes and data, and those it came from.

    An error that was raised *from None* does not show what it was raised in the midst of.
    """
    parts = [*traceback.format_exception(error), pickle.dumps(error).decode("latin-1")]
    while error is not None:
        parts += (spoken(error), repr(error.args), repr(vars(error)))
        hidden = error.__cause__ is None and error.__suppress_context__
        error = None if hidden else error.__cause__ or error.__context__
    return "\n".join(parts).replace(repr(SCHEMA), "the schema")
