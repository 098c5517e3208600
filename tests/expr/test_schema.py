"""What a set of record classes makes, and what makes none."""

import pickle
from datetime import date
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Annotated, Any

import attrs
import pytest
from kernel_lab.toy import SCHEMA, Household, Member

from inclusion_core.errors import SchemaError, UnknownNameError
from inclusion_core.expr.schema import NUMBERS, Field, Link, schema_of
from inclusion_core.fields import (
    Bounds,
    CodeList,
    Derived,
    DerivedRecord,
    FieldKind,
    Record,
    Reference,
)
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Reason, Unknown


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@attrs.frozen(kw_only=True)
class Owner(Record):
    id: str


@attrs.frozen(kw_only=True)
class PaperBoat(Record):
    """Every kind of field."""

    id: str
    owner_id: Annotated[str, Reference("owner", inverse="boats")]
    built_on: date
    sunk_on: Day = ABSENT
    seen_on: Day = NOT_ASKED
    colour: Colour
    second_colour: Colour | Absent | Unknown = NOT_ASKED
    flag: Annotated[str, CodeList("ISO 3166-1 alpha-2", "[A-Z]{2}")]
    masts: int
    crew: Annotated[int | Unknown, Bounds(-1, 12, "sailors")] = NOT_ASKED
    length: Decimal | Unknown = NOT_ASKED
    note: str | Absent = ABSENT
    age_class: Annotated[str | Unknown, Derived("from the day it was built")] = "old"


@attrs.frozen(kw_only=True)
class Fleet(DerivedRecord):
    id: str


BOATS = schema_of(PaperBoat, Owner, Fleet)
BOAT = BOATS["paper_boat"]


def record_class(**annotations: Any) -> type[Record]:
    """A record class named Broken with these fields beside its key, all without a default."""
    namespace = {"__annotations__": {"id": str, **annotations}}
    return attrs.frozen(kw_only=True)(type("Broken", (Record,), namespace))


def problem_of(*record_classes: type[Record]) -> str:
    with pytest.raises(SchemaError) as raised:
        schema_of(*record_classes)
    return str(raised.value)


class TestFields:
    def test_fields_stand_in_the_order_of_the_class(self):
        assert list(BOAT.fields) == [attribute.name for attribute in attrs.fields(PaperBoat)]

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("id", FieldKind.KEY),
            ("owner_id", FieldKind.REFERENCE),
            ("built_on", FieldKind.DAY),
            ("sunk_on", FieldKind.DAY),
            ("colour", FieldKind.CODE),
            ("flag", FieldKind.CODE),
            ("masts", FieldKind.NUMBER),
            ("length", FieldKind.DECIMAL),
            ("note", FieldKind.TEXT),
        ],
    )
    def test_the_annotation_says_what_a_field_holds(self, name, kind):
        assert BOAT.field(name).kind is kind

    def test_a_day_that_must_be_known_may_not_be_anything_else(self):
        assert BOAT.field("built_on") == Field(name="built_on", kind=FieldKind.DAY)

    def test_a_day_of_which_less_may_be_known(self):
        assert BOAT.field("sunk_on") == Field(
            name="sunk_on",
            kind=FieldKind.DAY,
            may_be_partial=True,
            may_be_absent=True,
            may_be_unknown=True,
            empty=ABSENT,
        )

    def test_an_enum_gives_its_codes_in_declared_order(self):
        assert BOAT.field("second_colour") == Field(
            name="second_colour",
            kind=FieldKind.CODE,
            codes=("red", "blue"),
            enum=Colour,
            may_be_absent=True,
            may_be_unknown=True,
            empty=NOT_ASKED,
        )

    def test_a_code_of_a_list_kept_elsewhere_lists_no_codes(self):
        flag = BOAT.field("flag")

        assert flag.code_list == CodeList("ISO 3166-1 alpha-2", "[A-Z]{2}")
        assert (flag.codes, flag.enum) == ((), None)

    def test_a_number_has_its_bounds_or_those_of_every_number(self):
        assert BOAT.field("crew").bounds == Bounds(-1, 12, "sailors")
        assert BOAT.field("masts").bounds == NUMBERS == Bounds(0, 1_000_000_000)

    def test_an_empty_cell_means_what_the_default_says(self):
        assert BOAT.field("sunk_on").empty is ABSENT
        assert BOAT.field("seen_on").empty == NOT_ASKED
        assert BOAT.field("masts").empty is None

    def test_a_field_without_default_is_required_unless_it_is_derived(self):
        assert BOAT.field("masts").required
        assert not BOAT.field("crew").required
        assert not BOAT.field("age_class").required

    def test_a_derived_field_says_how_and_stands_in_no_file(self):
        derived = BOAT.field("age_class")

        assert derived.derived == Derived("from the day it was built")
        assert derived.empty is None
        assert derived not in BOAT.recorded_fields
        assert len(BOAT.recorded_fields) == len(BOAT.fields) - 1

    def test_a_derived_record_stands_in_no_file(self):
        assert BOATS["fleet"].derived
        assert not BOAT.derived


class TestLinks:
    def test_a_reference_makes_a_link_to_one_and_a_link_to_many(self):
        assert dict(BOAT.links) == {
            "owner": Link(name="owner", to="owner", many=False, field="owner_id")
        }
        assert dict(BOATS["owner"].links) == {
            "boats": Link(name="boats", to="paper_boat", many=True, field="owner_id")
        }

    def test_a_record_type_may_refer_to_itself(self):
        links = SCHEMA["member"].links

        assert links["sponsor"].to == links["sponsored"].to == "member"
        assert (links["sponsor"].many, links["sponsored"].many) == (False, True)

    def test_a_path_of_links_leads_to_a_record_type(self):
        assert SCHEMA.hop("meeting", ("stay", "member", "plans")) == "plan"
        assert SCHEMA.hop("meeting", ()) == "meeting"


class TestSchema:
    def test_record_types_stand_in_the_given_order(self):
        assert [each.name for each in BOATS] == ["paper_boat", "owner", "fleet"]

    def test_a_record_knows_its_type(self):
        assert BOATS.type_of(Owner(id="o")) is BOATS["owner"]
        assert SCHEMA.type_of(Household(id="h", rooms=1)).record_class is Household

    @pytest.mark.parametrize(
        ("ask", "kind", "near"),
        [
            (lambda: SCHEMA["membr"], "record type", "member"),
            (lambda: SCHEMA["member"].field("born"), "field of member", "born_on"),
            (lambda: SCHEMA["member"].link("stay"), "link of member", "stays"),
            (lambda: SCHEMA.hop("meeting", ("stay", "membre")), "link of stay", "member"),
            (lambda: BOATS.type_of(Household(id="h", rooms=1)), "record type", None),
        ],
    )
    def test_a_name_that_is_not_there_is_answered_with_near_ones(self, ask, kind, near):
        with pytest.raises(UnknownNameError) as raised:
            ask()

        assert raised.value.kind == kind
        assert (raised.value.near[0] if near else None) == near
        assert raised.value.__cause__ is None

    def test_the_error_of_a_schema_can_be_pickled(self):
        error = SchemaError("boat", "leaks")

        assert str(pickle.loads(pickle.dumps(error))) == "record type 'boat': leaks"


class Shape(Enum):
    ROUND = 1


class NamelessShape(Enum):
    ROUND = ""


class Size(IntEnum):
    SMALL = 1


class TestWhatMakesNoSchema:
    def test_a_class_that_is_no_record(self):
        class Plain:
            id: str

        assert "is not an attrs class that extends Record" in problem_of(attrs.frozen(Plain))

    def test_a_record_that_is_no_attrs_class(self):
        class Bare(Record):
            id: str

        assert "is not an attrs class" in problem_of(Bare)

    def test_a_record_whose_first_field_is_not_the_key(self):
        @attrs.frozen(kw_only=True)
        class KeyLast(Record):
            name: str
            id: str

        @attrs.frozen
        class Empty(Record):
            pass

        assert "the first field must be the key" in problem_of(KeyLast)
        assert "record type 'empty': the first field must be the key" in problem_of(Empty)

    @pytest.mark.parametrize(
        ("hint", "problem"),
        [
            (int | str, "must hold one kind of value"),
            (Absent | Unknown, "must hold one kind of value"),
            (float, "a kind of value that no file can hold"),
            (bool, "a kind of value that no file can hold"),
            (list[str], "a kind of value that no file can hold"),
            (Shape, "codes of 'x' must be texts"),
            (NamelessShape, "codes of 'x' must be texts"),
            (Size, "codes of 'x' must be texts"),
            (int | Absent, "number 'x' cannot be absent"),
            (None, "a kind of value that no file can hold"),
        ],
    )
    def test_a_field_without_a_meaning(self, hint, problem):
        assert problem in problem_of(record_class(x=hint))

    @pytest.mark.parametrize("otherwise", [Absent, Unknown])
    def test_a_reference_that_may_not_be_known(self, otherwise):
        hint = Annotated[str | otherwise, Reference("owner", inverse="others")]

        assert "reference 'owner_id' must always be known" in problem_of(
            Owner, record_class(owner_id=hint)
        )

    def test_a_reference_whose_name_does_not_end_in_id(self):
        hint = Annotated[str, Reference("owner", inverse="others")]

        assert "reference 'owner' must end in '_id'" in problem_of(Owner, record_class(owner=hint))

    def test_a_reference_that_leads_nowhere(self):
        assert "'owner_id' refers to 'owner', which is not there" in problem_of(PaperBoat)

    def test_two_links_of_one_name(self):
        first = record_class(owner_id=Annotated[str, Reference("owner", inverse="boats")])

        assert problem_of(PaperBoat, Owner, first) == (
            "record type 'owner': two links are named 'boats'"
        )

    def test_a_link_to_one_named_like_a_list(self):
        @attrs.frozen(kw_only=True)
        class Knot(Record):
            id: str
            knot_id: Annotated[str, Reference("knot", inverse="knot")]

        assert "two links are named 'knot'" in problem_of(Knot)

    @pytest.mark.parametrize("default", [0, "", None, Unknown(Reason.REFUSED)])
    def test_a_default_that_is_a_value(self, default):
        @attrs.frozen(kw_only=True)
        class Tempting(Record):
            id: str
            x: int | Unknown = default

        assert "the default of 'x' must be ABSENT or NOT_ASKED" in problem_of(Tempting)

    @pytest.mark.parametrize(
        ("hint", "default"), [(date | Absent, NOT_ASKED), (date | Unknown, ABSENT)]
    )
    def test_a_default_that_the_annotation_does_not_allow(self, hint, default):
        @attrs.frozen(kw_only=True)
        class Contradictory(Record):
            id: str
            x: hint = default  # type: ignore[valid-type]

        assert "the default of 'x' is not in its annotation" in problem_of(Contradictory)


def test_toy_members_do_not_lose_their_marks():
    assert SCHEMA["member"].field("country").may_be_absent
    assert SCHEMA["member"].record_class is Member
