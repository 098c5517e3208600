"""Which columns a record type has, and which schema no file can hold."""

from typing import Annotated

import attrs
import pytest
from wire_lab.schemas import ODD, SCHEMA

from inclusion_core.errors import SchemaError
from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Derived, Record
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version
from inclusion_core.values import NOT_ASKED, Unknown
from inclusion_core.wire import csv_folder, json_document, read_journal
from inclusion_core.wire.envelope import ENVELOPE, Envelope
from inclusion_core.wire.layout import columns_of, recorded_types


@attrs.frozen(kw_only=True, repr=False)
class Why(Record):
    id: str
    why: str


@attrs.frozen(kw_only=True, repr=False)
class Twice(Record):
    id: str
    seen: str | Unknown = NOT_ASKED
    seen_unknown: str | Unknown = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class Capital(Record):
    id: str
    Name: str


@attrs.frozen(kw_only=True, repr=False)
class Counted(Record):
    id: str
    version: Annotated[int, Derived("how many versions there are")] = 0


@pytest.mark.parametrize("record_class", [Why, Twice, Capital])
def test_a_heading_must_be_a_name_and_mean_one_thing(record_class, tmp_path):
    schema = schema_of(record_class)

    for use in (
        lambda: csv_folder.read(tmp_path, schema),
        lambda: json_document.read(b"{}", schema),
        lambda: json_document.write(Journal(()), schema),
        lambda: csv_folder.write(Journal(()), tmp_path / "register", schema),
    ):
        with pytest.raises(SchemaError):
            use()
    assert not (tmp_path / "register").exists()


@pytest.mark.parametrize("name", ["../etc/passwd", "aux", "con", "com1", "a/b", "A b", "Žurka", ""])
def test_a_type_whose_name_would_leave_the_folder_is_refused(name, tmp_path):
    @attrs.frozen(kw_only=True, repr=False)
    class Hostile(Record):
        id: str

    Hostile.__name__ = name

    with pytest.raises(SchemaError):
        csv_folder.write(Journal(()), tmp_path / "register", schema_of(Hostile))
    assert list(tmp_path.iterdir()) == []


def test_a_derived_field_may_be_called_anything():
    (column, *_) = columns_of(schema_of(Counted)["counted"])

    assert column.name == "id"
    assert [*recorded_types(schema_of(Counted))] == ["counted"]


def test_derived_types_are_not_recorded():
    assert "person" not in recorded_types(SCHEMA)
    assert [*recorded_types(ODD)] == ["visit", "guest"]


def test_the_columns_of_a_client_are_these():
    columns = columns_of(SCHEMA["client"])

    assert [heading for column in columns for heading in column.headings] == [
        *("id", "version", "recorded_on", "sequence", "recorded_by", "act", "why"),
        *("provider_id", "born_on", "born_on_unknown", "gender", "gender_unknown"),
        *("died_on", "died_on_unknown"),
    ]
    assert [column.name for column in columns if column.required] == [
        *("id", "recorded_on", "provider_id"),
    ]


def test_the_envelope_is_a_version_without_its_record():
    version, envelope = attrs.fields_dict(Version), attrs.fields_dict(Envelope)

    assert ENVELOPE[1:] == tuple(list(version)[2:-1])
    assert {name: envelope[name].default for name in ENVELOPE[1:]} == {
        name: version[name].default for name in ENVELOPE[1:]
    }


def test_a_plugin_may_add_types_without_code(tmp_path):
    schema = schema_of(*(kind.record_class for kind in (*SCHEMA, *ODD)))

    csv_folder.write(Journal(()), tmp_path, schema)

    assert (tmp_path / "visit.csv").exists()
    assert read_journal(tmp_path, schema).findings == ()
    assert len(read_journal(tmp_path, SCHEMA).findings) == 2
