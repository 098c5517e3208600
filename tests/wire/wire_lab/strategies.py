"""Random journals of any schema: every field known, known in part, absent and unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs
from hypothesis import strategies as st

from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import ABSENT, FIRST_DAY, LAST_DAY, PartialDay, Reason, Unknown
from inclusion_core.wire.identifiers import shown

IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,12}", fullmatch=True).filter(shown)
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.sampled_from(",;\"'=+-@ {}"),
    min_size=1,
    max_size=12,
)
DAYS = st.dates(FIRST_DAY, LAST_DAY)
DECIMALS = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.integers(-(10**12), 10**12),
    st.integers(-5, 9),
)


@st.composite
def partial_days(draw: st.DrawFn) -> PartialDay:
    match draw(st.sampled_from(["year", "month", "interval"])):
        case "year":
            return PartialDay.of_year(draw(DAYS).year)
        case "month":
            day = draw(DAYS)
            return PartialDay.of_month(day.year, day.month)
        case _:
            first, last = sorted(draw(st.lists(DAYS, min_size=2, max_size=2, unique=True)))
            return PartialDay(first, last)


def known(field: Field) -> st.SearchStrategy[object]:
    match field.kind:
        case FieldKind.KEY | FieldKind.REFERENCE:
            return IDS
        case FieldKind.TEXT:
            return TEXTS
        case FieldKind.NUMBER:
            return st.integers(field.bounds.least, field.bounds.most)
        case FieldKind.DECIMAL:
            return DECIMALS
        case FieldKind.DAY:
            return DAYS | partial_days() if field.may_be_partial else DAYS
        case FieldKind.CODE if field.enum is not None:
            return st.sampled_from(list(field.enum))
        case _:
            pattern = field.code_list.pattern if field.code_list else ""
            codes = st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="ascii"))
            return codes.filter(lambda code: code.isprintable() and len(code) <= 100)


def values(field: Field) -> st.SearchStrategy[object]:
    strategy = known(field)
    if field.may_be_absent:
        strategy |= st.just(ABSENT)
    if field.may_be_unknown:
        strategy |= st.builds(Unknown, st.sampled_from(Reason))
    return strategy


def records(record_type: RecordType, record_id: str) -> st.SearchStrategy[object]:
    fields = {
        field.name: values(field) for field in record_type.recorded_fields if field.name != "id"
    }
    return st.builds(record_type.record_class, id=st.just(record_id), **fields)


MOMENTS = st.tuples(st.dates(date(2016, 1, 1), date(2019, 1, 1)), st.integers(0, 3))
ACTS = st.sampled_from([Act.CHANGED, Act.CORRECTED, Act.RETRACTED])


@st.composite
def histories(draw: st.DrawFn, record_type: RecordType, record_id: str) -> list[Version]:
    numbered = list(enumerate([Act.RECORDED, *draw(st.lists(ACTS, max_size=2))], start=1))
    if draw(st.integers(0, 5)) == 0:
        numbered = [(number, act) for number, act in numbered if act is Act.RETRACTED]
        numbered.append((draw(st.integers(4, 9)), Act.ERASED))
    moments = sorted(
        draw(st.lists(MOMENTS, min_size=len(numbered), max_size=len(numbered))),
    )
    versions: list[Version] = []
    for (number, act), (recorded_on, sequence) in zip(numbered, moments, strict=True):
        record = None if act.removes else draw(records(record_type, record_id))
        before = versions[-1].record if versions else None
        if act is Act.CHANGED and before is not None and record is not None:
            settled = [field.name for field in record_type.recorded_fields if field.frozen]
            record = attrs.evolve(record, **{name: getattr(before, name) for name in settled})
        versions.append(
            Version(
                record_type=record_type.name,
                record_id=record_id,
                version=number,
                recorded_on=recorded_on,
                sequence=sequence,
                recorded_by=draw(st.just("") | IDS),
                act=act,
                why=draw(st.just("") | TEXTS),
                record=record,
            )
        )
    return versions


@st.composite
def journals(draw: st.DrawFn, schema: Schema) -> Journal:
    types = [record_type for record_type in schema if not record_type.derived]
    keys = draw(
        st.lists(st.tuples(st.sampled_from(types), IDS), max_size=5, unique_by=_type_and_id)
    )
    versions = [
        version
        for record_type, record_id in keys
        for version in draw(histories(record_type, record_id))
    ]
    return Journal(tuple(draw(st.permutations(versions))))


def _type_and_id(key: tuple[RecordType, str]) -> tuple[str, str]:
    return key[0].name, key[1]
