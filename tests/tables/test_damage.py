"""Every way in which a folder of Parquet files can be wrong is told, and what is good is kept."""

import tracemalloc
from datetime import date
from pathlib import Path

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tables_lab import DAY, EVERYTHING, in_order, put, tagged, told
from wire_lab.schemas import ODD, RULED, Mood

from inclusion_core import tables
from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Record
from inclusion_core.migrations import FieldRenamed, TypeRenamed
from inclusion_core.tables.tagging import metadata_of
from inclusion_core.values import ABSENT, Absent


@attrs.frozen(kw_only=True, repr=False)
class Bed(Record):
    """A record type that once had another name, and whose field had another name."""

    earlier = ((TypeRenamed("plot"), FieldRenamed("ward", "place")),)

    id: str
    place: str | Absent = ABSENT


BEDS = schema_of(Bed)
GUESTS = {
    "id": ["g-1", "g-2"],
    "recorded_on": [DAY, DAY],
    "visit_id": ["v-1", "v-2"],
    "came_as": ["good", "none"],
    "rank": [1, 2],
}


@pytest.fixture
def folder(tmp_path):
    tagged(tmp_path / "data")
    return tmp_path / "data"


def guests(folder, metadata=None, **columns):
    put(folder, "guest", {**GUESTS, **columns}, metadata)
    return tables.read(folder, ODD)


def visits(folder, **columns):
    own = {"id": ["v-1"], "recorded_on": [DAY], "mood": ["good"], "ended_on": [DAY]}
    put(folder, "visit", {**own, "closed_as": ["good"], **columns})
    return tables.read(folder, ODD)


# Tables that others wrote.


def test_columns_that_need_not_be_there_can_be_left_out(folder):
    reading = guests(folder)

    assert reading.findings == ()
    assert [each.record.rank for each in reading.journal.versions] == [1, 2]
    assert {each.version for each in reading.journal.versions} == {1}


def test_other_kinds_of_text_and_number_are_taken(folder):
    table = pa.table(GUESTS)
    for name, kind in (
        ("id", pa.large_string()),
        ("visit_id", pa.string_view()),
        ("came_as", pa.dictionary(pa.int32(), pa.string())),
        ("rank", pa.uint8()),
        ("recorded_on", pa.date64()),
    ):
        place = table.column_names.index(name)
        table = table.set_column(place, name, table[name].cast(kind))
    put(folder, "guest", table)

    assert tables.read(folder, ODD).rows_kept == 2


def test_categories_of_polars_and_pandas_are_codes(folder):
    codes = ["good", "none", None]
    own = {"id": ["v-1", "v-2", "v-3"], "recorded_on": [DAY] * 3, "ended_on": [DAY] * 3}
    polars = pl.DataFrame({**own, "closed_as": codes, "mood": ["good"] * 3}).with_columns(
        pl.col("closed_as").cast(pl.Categorical), pl.col("mood").cast(pl.Enum(["good", "none"]))
    )
    pandas = pd.DataFrame(
        {**own, "closed_as": pd.Categorical(codes), "mood": pd.Categorical(["good"] * 3)}
    )
    polars.write_parquet(folder / "visit.parquet")
    first = tables.read(folder, ODD)
    pandas.to_parquet(folder / "visit.parquet")
    second = tables.read(folder, ODD)

    assert first.findings == second.findings == ()
    assert first.journal == second.journal
    assert [each.record.closed_as for each in first.journal.versions] == [
        Mood.GOOD,
        Mood.NONE,
        ABSENT,
    ]


def test_days_in_a_dictionary_are_days_even_those_that_nobody_can_hold(folder):
    days = pa.array([2**31 - 1, 17_000], pa.int32()).view(pa.date32()).dictionary_encode()
    taken = tables.records_of(ODD["visit"], pa.table(_visits(ended_on=days)))

    assert [(each.kind, each.place.row) for each in taken.findings] == [("wire.not-a-full-day", 1)]
    assert [each.id for each in taken.records] == ["v-2"]


@pytest.mark.parametrize(
    ("column", "found"),
    [
        (pa.RunEndEncodedArray.from_arrays([2], ["good"]), "a nested type"),
        (pa.array(["good", "good"]).cast(pa.binary()), "binary"),
        (pa.array([1, 2]).dictionary_encode(), "dictionary"),
        (pa.array([{"a": 1}, None]), "a nested type"),
        (pa.array([[("a", 1)], None], pa.map_(pa.string(), pa.int64())), "a nested type"),
    ],
)
def test_in_memory_too_columns_of_another_kind_are_named(column, found):
    taken = tables.records_of(ODD["visit"], pa.table(_visits(closed_as=column)))
    (finding,) = taken.findings

    assert (finding.kind, finding.place.field) == ("tables.wrong-kind", "closed_as")
    assert f"the column holds {found}" in finding.in_("en")


def test_in_memory_too_a_column_twice_is_named():
    table = pa.table(_visits())
    taken = tables.records_of(ODD["visit"], table.append_column("mood", table["mood"]))

    assert told(taken.findings) == [("wire.duplicate-column", "", None, "", "mood")]


def _visits(**columns):
    own = {"id": ["v-1", "v-2"], "mood": ["good", "good"], "ended_on": [DAY, DAY]}
    return {**own, "closed_as": ["good", "none"], **columns}


def test_a_column_of_nulls_says_that_there_is_none(folder):
    reading = visits(folder, ended_on=pa.nulls(1), debt=pa.nulls(1), balance=pa.nulls(1))
    (version,) = reading.journal.versions

    assert reading.findings == ()
    assert str(version.record.ended_on) == str(version.record.debt) == "Absent.ABSENT"
    assert version.record.balance.reason.value == "not_asked"  # a number is never absent


# Whole files.


def test_a_folder_that_is_not_there_or_is_none(tmp_path):
    (tmp_path / "text").write_text("x")
    (tmp_path / "text").rename(tmp_path / "guest.txt")

    assert told(tables.read(tmp_path / "nothing", ODD).findings)[0][0] == "wire.not-there"
    assert told(tables.read(tmp_path / "guest.txt", ODD).findings)[0][0] == "tables.unknown-table"


def test_what_is_no_parquet_or_is_cut_off(folder):
    guests(folder)
    whole = (folder / "guest.parquet").read_bytes()
    for damaged in (b"", b"id,recorded_on\n", whole[:-20], whole[: len(whole) // 2]):
        (folder / "guest.parquet").write_bytes(damaged)
        reading = tables.read(folder, ODD)

        assert told(reading.findings) == [("tables.not-parquet", "guest.parquet", None, "", "")]


def test_what_is_damaged_in_the_middle_keeps_the_rows_before(folder):
    ids = [f"g-{place:06}" for place in range(60_000)]
    table = pa.table(
        {
            **{name: [values[0]] * len(ids) for name, values in GUESTS.items()},
            "id": ids,
        }
    )
    path = folder / "guest.parquet"
    pq.write_table(table, path, row_group_size=30_000, compression="zstd")
    data = bytearray(path.read_bytes())
    start = pq.ParquetFile(path).metadata.row_group(1).column(0).data_page_offset
    data[start : start + 2_000] = b"\xff" * 2_000
    path.write_bytes(data)

    (part, *_) = [
        *(each for each in tables.read_batches(folder, ODD, rows=10_000) if each.findings),
    ]
    reading = tables.read(folder, ODD)

    assert [each.kind for each in part.findings] == ["tables.damaged"]
    assert [each.kind for each in reading.findings] == ["tables.damaged"]
    assert reading.findings[0].place.file == "guest.parquet"
    assert reading.rows_read == 60_000


def test_links_out_of_the_folder_and_what_is_no_file(folder, tmp_path):
    put(tmp_path, "elsewhere", GUESTS)
    (folder / "guest.parquet").symlink_to(tmp_path / "elsewhere.parquet")
    (folder / "visit.parquet").mkdir()

    assert told(tables.read(folder, ODD).findings) == [
        ("wire.leads-outside", "guest.parquet", None, "", ""),
        ("wire.not-a-file", "visit.parquet", None, "", ""),
    ]


def test_what_is_too_big_or_may_not_be_read(folder, monkeypatch):
    guests(folder)
    assert told(tables.read(folder, ODD, max_bytes=60).findings) == [
        ("wire.too-big", "guest.parquet", None, "", "")
    ]
    opened = Path.open

    def refuse(path, *how):
        if path.suffix == ".parquet":
            raise PermissionError
        return opened(path, *how)

    monkeypatch.setattr(Path, "open", refuse)
    assert [each.kind for each in tables.read(folder, ODD).findings] == ["wire.unreadable"]


def test_files_of_no_known_type_and_of_what_is_worked_out(folder):
    for name in ("gest", "party", "guest"):
        put(folder, name, GUESTS)
    put(folder, "_part", GUESTS)
    reading = tables.read(folder, ODD)

    assert told(reading.findings) == [
        ("tables.unknown-table", "", None, "", ""),
        ("wire.derived-type", "party.parquet", None, "", ""),
    ]
    assert "guest.parquet" in reading.findings[0].in_("en")
    assert "gest" not in reading.findings[0].in_("en")
    assert reading.rows_kept == 2


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ({"schema_version": 2}, "wire.newer-version"),
        ({"schema": "another"}, "wire.other-schema"),
        ({"schema_version": "1"}, "wire.not-a-version"),
    ],
)
def test_a_foreign_or_newer_schema_is_not_read(folder, tag, kind):
    tagged(folder, **tag)
    reading = guests(folder)

    assert told(reading.findings) == [(kind, "schema.json", None, "", "")]
    assert reading.rows_kept == 0


def test_a_folder_without_a_tag_is_read_with_a_warning(folder):
    (folder / "schema.json").unlink()

    assert [each.severity.value for each in guests(folder).findings] == ["warning"]


def test_a_file_that_says_that_it_is_another(folder):
    as_visit = metadata_of(ODD, "visit")
    newer = {b"inclusion_core": b'{"schema": "inclusion_core", "schema_version": 2}'}
    strange = {b"inclusion_core": b'{"schema": "inclusion_core", "schema_version": 1, "x": 1}'}
    right = metadata_of(ODD, "guest")

    assert told(guests(folder, as_visit).findings)[0][0] == "tables.other-type"
    assert told(guests(folder, newer).findings)[0][0] == "wire.newer-version"
    assert told(guests(folder, strange).findings)[0][0] == "wire.unknown-key"
    assert guests(folder, right).findings == ()
    assert guests(folder, {b"pandas": b"{}"}).findings == ()


def test_a_type_of_a_newer_version_is_not_read(folder):
    tagged(folder, type_versions={"guest": 2})

    assert [each.place.file for each in guests(folder).findings] == ["guest.parquet"]


# Columns.


def test_where_the_columns_are_wrong_no_row_is_taken(folder):
    table = pa.table({**GUESTS, "Came as": ["x", "y"], "Smith": [1, 2]}).drop_columns(["rank"])
    put(folder, "guest", table)
    reading = tables.read(folder, ODD)

    assert sorted(told(reading.findings)) == [
        ("wire.missing-column", "guest.parquet", None, "", "rank"),
        ("wire.unknown-column", "guest.parquet", None, "", ""),
        ("wire.unknown-column", "guest.parquet", None, "", ""),
    ]
    assert (reading.rows_read, reading.rows_kept) == (2, 0)
    assert not any("Smith" in each.in_("en") for each in reading.findings)


def test_a_column_twice_and_one_that_is_worked_out(folder):
    table = pa.table(GUESTS)
    put(folder, "guest", table.append_column("rank", table["rank"]))
    reading = visits(folder, weight=[1])

    assert told(reading.findings) == [
        ("wire.duplicate-column", "guest.parquet", None, "", "rank"),
        ("wire.derived-field", "visit.parquet", None, "", "weight"),
    ]


@pytest.mark.parametrize(
    ("column", "values", "found"),
    [
        ("recorded_on", ["2018-04-15"] * 2, "string"),
        ("recorded_on", pa.array([17_000] * 2).cast(pa.timestamp("us")), "timestamp[us]"),
        ("rank", [1.0, 2.0], "double"),
        ("rank", ["1", "2"], "string"),
        ("id", [1, 2], "int64"),
        ("came_as", [["good"], []], "a nested type"),
        ("came_as", [True, False], "bool"),
        ("came_as", pa.array([b"good", b"none"]), "binary"),
        ("came_as", [{"code": "good"}, None], "a nested type"),
        ("rank", pa.array([1, 2], pa.decimal128(4, 0)), "decimal128(4, 0)"),
        ("recorded_on", pa.array([1, 2], pa.time32("ms")), "time32[ms]"),
    ],
)
def test_columns_of_another_kind_are_named_with_what_to_do(folder, column, values, found):
    (finding,) = guests(folder, **{column: values}).findings

    assert (finding.kind, finding.place.field) == ("tables.wrong-kind", column)
    assert f"the column holds {found}, not" in finding.in_("en")


# Rows.


def test_faulty_rows_are_named_by_row_and_field_and_good_ones_kept(folder):
    reading = guests(
        folder,
        id=["g-1", "g 2"],
        came_as=["sad", "none"],
        rank=[10, None],
        visit_id=["120577-10101", "v-1"],
    )

    assert [(each.place.row, each.place.field) for each in reading.findings] == [
        (1, "came_as"),
        (1, "rank"),
        (1, "visit_id"),
        (2, "id"),
        (2, "rank"),
    ]
    assert {each.place.record_id for each in reading.findings} == {"g-1", ""}
    for finding in reading.findings:
        assert not any(value in finding.in_("en") for value in ("sad", "120577", "g 2"))
    assert (reading.rows_read, reading.rows_kept) == (2, 0)
    assert guests(folder, rank=[10, 2]).rows_kept == 1


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        ({"ended_on_unknown": ["refused"]}, "wire.both-filled"),
        ({"ended_on_earliest": [DAY]}, "wire.both-filled"),
        ({"ended_on": [None], "ended_on_unknown": ["lost"]}, "wire.not-a-reason"),
        ({"ended_on": [None], "ended_on_unknown": ["partial"]}, "tables.not-partial"),
        ({"ended_on": [None], "ended_on_earliest": [DAY]}, "tables.not-partial"),
        (
            {
                "ended_on": [None],
                "ended_on_unknown": ["partial"],
                "ended_on_earliest": [DAY],
                "ended_on_latest": [DAY],
            },
            "tables.not-partial",
        ),
        ({"mood": [None], "mood_unknown": ["partial"]}, "tables.not-partial"),
        ({"ended_on": [date(1066, 10, 14)]}, "wire.not-a-day"),
        ({"price": ["1E+2"]}, "wire.not-a-decimal"),
        ({"note": ["two\nlines"]}, "wire.control-character"),
        ({"version": [0]}, "wire.out-of-bounds"),
        ({"sequence": [-1]}, "wire.out-of-bounds"),
        ({"recorded_by": ["a@b.lv"]}, "wire.telling-id"),
        ({"act": ["made"]}, "wire.not-a-code"),
        ({"recorded_on": pa.array([None], pa.date32())}, "wire.required"),
        ({"act": ["erased"]}, "wire.value-after-removal"),
        ({"recorded_on": [date(1066, 10, 14)]}, "wire.not-a-full-day"),
    ],
)
def test_what_does_not_go_together_in_a_row(folder, columns, kind):
    reading = visits(folder, **columns)

    assert kind in [each.kind for each in reading.findings]
    assert reading.rows_kept == 0


def test_texts_and_days_that_python_cannot_hold(folder):
    stray = pa.array([b"\xff\xfe", b"fine"]).view(pa.string())
    far = pa.array([2**31 - 1, 17_000], pa.int32()).view(pa.date32())
    reading = guests(folder, came_as=pa.array(["good", "none"]), visit_id=stray)
    later = guests(folder, recorded_on=far)

    assert [each.kind for each in reading.findings] == ["wire.not-utf-8"]
    assert reading.rows_kept == later.rows_kept == 1
    assert [each.place.field for each in later.findings] == ["recorded_on"]


def test_a_class_that_refuses_its_fields_is_told_as_by_the_converter(folder):
    put(
        folder,
        "host",
        {"id": ["h-1"], "recorded_on": [DAY], "mood": ["none"], "rank": [9]},
    )
    (finding,) = tables.read(folder, RULED).findings

    assert finding.kind == "wire.contradicts-itself"


# Between versions.


def test_histories_are_checked_as_in_other_files(folder):
    reading = guests(folder, id=["g-1", "g-1"], visit_id=["v-1", "v-1"], version=[1, 1])

    assert {each.kind for each in reading.findings} == {"wire.same-version-twice"}
    assert reading.rows_kept == 0


def test_in_parts_a_history_is_checked_whole_and_disorder_is_told(folder):
    put(
        folder,
        "guest",
        {
            **{name: [values[0]] * 5 for name, values in GUESTS.items()},
            "id": ["g-1", "g-2", "g-2", "g-3", "g-1"],
            "version": [1, 1, 2, 1, 2],
            "act": [None, None, "changed", None, "changed"],
        },
    )
    done = []
    parts = list(tables.read_batches(folder, ODD, rows=2, progress=lambda *each: done.append(each)))
    findings = [each for part in parts for each in part.findings]

    assert told(findings)[0] == ("tables.not-in-order", "guest.parquet", 5, "", "")
    assert done[-1] == (5, 5)
    assert tables.read(folder, ODD).findings == ()


def test_parts_tell_first_what_is_wrong_with_the_folder(folder):
    (folder / "schema.json").unlink()
    put(folder, "guest", GUESTS)
    first, *others = tables.read_batches(folder, ODD)

    assert [each.kind for each in first.findings] == ["wire.no-schema-tag"]
    assert sum(part.rows_kept for part in others) == 2


def test_a_damaged_file_does_not_hide_another(folder):
    tables.write(EVERYTHING, folder, ODD)
    (folder / "guest.parquet").write_bytes(b"PAR1")
    reading = tables.read(folder, ODD)

    kept = [each for each in in_order(EVERYTHING).versions if each.record_type == "visit"]
    assert list(reading.journal.versions) == kept


def test_an_empty_file_adds_nothing_and_lacks_nothing(folder):
    put(folder, "guest", pa.table(GUESTS).slice(0, 0))

    assert list(tables.read_batches(folder, ODD)) == []
    assert tables.read(folder, ODD).findings == ()


def test_no_row_group_at_all_is_an_empty_file(folder):
    with pq.ParquetWriter(folder / "guest.parquet", pa.table(GUESTS).schema) as writer:
        del writer
    assert pq.read_metadata(folder / "guest.parquet").num_row_groups == 0

    assert list(tables.read_batches(folder, ODD)) == []
    assert tables.read(folder, ODD).findings == ()


def test_a_file_without_columns_lacks_those_that_are_needed(folder):
    pq.write_table(pa.table({}), folder / "guest.parquet")

    assert {each.kind for each in tables.read(folder, ODD).findings} == {"wire.missing-column"}


def test_row_groups_that_are_empty_are_passed_over(folder):
    table = pa.table(GUESTS)
    with pq.ParquetWriter(folder / "guest.parquet", table.schema) as writer:
        for part in (table.slice(0, 1), table.slice(0, 0), table.slice(1)):
            writer.write_table(part)

    assert tables.read(folder, ODD).rows_kept == 2
    assert sum(part.rows_kept for part in tables.read_batches(folder, ODD, rows=1)) == 2


def test_a_folder_with_nothing_in_it_holds_nothing(tmp_path):
    reading = tables.read(tmp_path, ODD)

    assert [each.kind for each in reading.findings] == ["wire.no-schema-tag"]
    assert (reading.rows_read, list(tables.read_batches(tmp_path, ODD))[1:]) == (0, [])


def test_older_versions_of_a_type_are_migrated_before_they_are_read(folder):
    put(folder, "plot", {"id": ["b-1"], "recorded_on": [DAY], "ward": ["Centre"]})
    (version,) = tables.read(folder, BEDS).journal.versions

    assert (version.record_type, version.record.place) == ("bed", "Centre")
    assert told(tables.read(folder, BEDS).findings) == []


def test_a_file_of_which_a_heading_is_no_text_is_damaged(folder):
    guests(folder)
    path = folder / "guest.parquet"
    path.write_bytes(path.read_bytes().replace(b"came_as", b"came\xcbas"))
    reading = tables.read(folder, ODD)

    assert told(reading.findings) == [("tables.not-parquet", "guest.parquet", None, "", "")]


def test_a_small_file_that_says_a_long_text_often_takes_little_memory(folder):
    often = range(1_000)
    whole = len("x" * 60_000) * len(often)
    guests(
        folder,
        **{name: [f"{name}-{number}" for number in often] for name in ("id", "visit_id")},
        recorded_on=[DAY for _ in often],
        came_as=["x" * 60_000 for _ in often],
        rank=[1 for _ in often],
    )
    of_arrow = pa.total_allocated_bytes()
    tracemalloc.start()
    try:
        part = next(iter(tables.read_batches(folder, ODD)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert (folder / "guest.parquet").stat().st_size < whole / 1_000
    assert len(part.findings) == len(often)
    assert peak < whole / 10
    assert pa.total_allocated_bytes() - of_arrow < whole / 10
