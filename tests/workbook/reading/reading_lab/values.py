"""Any value that a field may hold, texts that look like marks among them."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind
from inclusion_core.values import ABSENT, FIRST_DAY, LAST_DAY, PartialDay, Reason, Unknown
from inclusion_core.wire.identifiers import shown

IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,12}", fullmatch=True).filter(shown)
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
PARTS = st.sampled_from(["(", "((", ")", "))", " ", "nav", "none", "jautāts", "refused", "x"])
MARK_LIKE = st.lists(PARTS, min_size=1, max_size=8).map("".join)
TEXTS = st.text(LETTERS | st.sampled_from("() "), min_size=1, max_size=12) | MARK_LIKE
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
            codes = st.from_regex(
                field.code_list.pattern, fullmatch=True, alphabet=st.characters(codec="ascii")
            )
            return codes.filter(lambda code: code.isprintable() and len(code) <= 100)


def values(field: Field) -> st.SearchStrategy[object]:
    strategy = known(field)
    if field.may_be_absent:
        strategy |= st.just(ABSENT)
    if field.may_be_unknown:
        strategy |= st.builds(Unknown, st.sampled_from(Reason))
    return strategy


def records(record_type: RecordType) -> st.SearchStrategy[object]:
    fields = {field.name: values(field) for field in record_type.recorded_fields}
    return st.builds(record_type.record_class, **fields)
