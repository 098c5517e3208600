"""What a record class may say of its fields."""

import attrs
import pytest

from inclusion_core.fields import (
    Bounds,
    CodeList,
    Derived,
    DerivedRecord,
    FieldKind,
    Record,
    Reference,
    type_name,
)


@attrs.frozen(kw_only=True, repr=False)
class HTTPLog(Record):
    id: str
    address: str


@attrs.frozen(kw_only=True, repr=False)
class Total(DerivedRecord):
    id: str


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Client", "client"),
        ("ProtectionSpell", "protection_spell"),
        ("SamePersonLink", "same_person_link"),
        ("Stage2Visit", "stage2_visit"),
    ],
)
def test_a_type_is_called_as_its_class_with_underscores_between_words(name, called):
    assert type_name(type(name, (Record,), {})) == called


@pytest.mark.parametrize("record", [HTTPLog(id="x-1", address="10.0.0.1"), Total(id="x-1")])
def test_a_record_shows_its_class_and_its_id(record):
    assert repr(record) == f"{type(record).__name__}(id='x-1')"
    assert isinstance(record, Record)


def test_a_derived_record_is_a_record_of_its_own_kind():
    assert issubclass(Total, DerivedRecord)
    assert not issubclass(HTTPLog, DerivedRecord)


@pytest.mark.parametrize(
    "mark",
    [
        Reference("provider", inverse="clients"),
        CodeList("ISO 3166-1 alpha-2", "[A-Z]{2}"),
        Bounds(0, 24, "hours"),
        Derived("from what"),
    ],
)
def test_a_mark_is_a_value(mark):
    assert attrs.evolve(mark) == mark
    assert hash(attrs.evolve(mark)) == hash(mark)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(mark, attrs.fields(type(mark))[0].name, None)


def test_bounds_need_no_unit():
    assert Bounds(0, 3).unit == ""


def test_the_kinds_of_field_are_few():
    assert [kind.value for kind in FieldKind] == [
        "key",
        "reference",
        "code",
        "day",
        "number",
        "decimal",
        "text",
    ]
