"""What a plugin says of earlier versions of its record types is held to when it is loaded."""

from typing import Annotated

import attrs
import pytest
from door_lab.plugins import declaring, plugin

from inclusion_core.fields import Record, Reference
from inclusion_core.manager import load_catalogue
from inclusion_core.migrations import FieldAdded, FieldRenamed, TypeRenamed
from inclusion_core.values import NOT_ASKED, Absent, Unknown


def bed(*steps):
    @attrs.frozen(kw_only=True, repr=False)
    class GardenBed(Record):
        id: str
        client_id: Annotated[str, Reference("client", inverse="garden_beds")]
        place: str | Absent | Unknown = NOT_ASKED

        earlier = steps

    return GardenBed


def loaded(*steps):
    own = declaring(record_types=[bed(*steps)])
    return load_catalogue([plugin("garden", own, by="garden-beds")])


def test_a_type_that_tells_its_versions_rightly_is_loaded():
    catalogue = loaded((TypeRenamed("garden_plot"), FieldRenamed("spot", "place")))

    assert catalogue.faults == ()
    assert "garden_bed" in catalogue.schema.record_types


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (((FieldRenamed("spot", "ward"),),), "'ward', which was not there then"),
        (((FieldAdded("lit", NOT_ASKED),),), "'lit', which was not there then"),
        (((FieldRenamed("Spot", "place"),),), "'Spot'"),
        (((TypeRenamed("plot"),),), "begin with 'garden_' too"),
        (((TypeRenamed("client"),),), "begin with 'garden_' too"),
        (((), (TypeRenamed("provider"),)), "begin with 'garden_' too"),
        (((TypeRenamed("garden_Plot"),),), "'garden_Plot'"),
        (((FieldRenamed("id", "place"),),), "'id'"),
    ],
)
def test_a_type_that_contradicts_itself_is_left_out_and_its_plugin_named(steps, said):
    catalogue = loaded(*steps)

    (fault,) = catalogue.faults
    assert fault.distribution == "garden-beds"
    assert "garden_bed" in str(fault)
    assert said in str(fault)
    assert "garden_bed" not in catalogue.schema.record_types
