"""Journals and damaged tables, written by hand."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
from wire_lab.schemas import Guest, Mood, Visit

from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay, Reason, Unknown

DAY = date(2018, 4, 15)
REFUSED = Unknown(Reason.REFUSED)


def visit(**fields):
    return Visit(**{"id": "v-1", "mood": Mood.GOOD, "ended_on": DAY, "closed_as": ABSENT, **fields})


def version(record, number=1, act=Act.RECORDED, **more):
    kinds = {Visit: "visit", Guest: "guest"}
    said = {"recorded_on": DAY, "version": number, "act": act, **more}
    return Version(record_type=kinds[type(record)], record_id=record.id, record=record, **said)


def removed(record_id, number, act, **more):
    said = {"recorded_on": DAY, "version": number, "act": act, "record": None, **more}
    return Version(record_type="visit", record_id=record_id, **said)


EVERYTHING = Journal(
    (
        version(visit(), recorded_by="staff-1"),
        version(
            visit(ended_on=ABSENT, price=Decimal("1E+2"), debt=REFUSED, mood=REFUSED, note="a, b"),
            2,
            Act.CHANGED,
            why="He came back",
            sequence=0,
            recorded_on=date(2018, 4, 16),
        ),
        version(visit(id="v-2", ended_on=PartialDay.of_year(2018), mood=ABSENT, balance=-5)),
        version(visit(id="v-3", ended_on=NOT_ASKED, place="Rīga, centre"[-6:])),
        removed("v-3", 2, Act.RETRACTED),
        removed("v-4", 3, Act.ERASED, why="asked for"),
        version(Guest(id="g-1", visit_id="v-1", came_as=Mood.NONE, rank=9)),
    )
)


def in_order(journal):
    return Journal(tuple(sorted(journal.versions, key=lambda each: each.order)))


def put(folder, name, table, metadata=None):
    """Write a Parquet file as others might."""
    folder.mkdir(exist_ok=True)
    if isinstance(table, dict):
        table = pa.table(table)
    pq.write_table(table.replace_schema_metadata(metadata or {}), folder / f"{name}.parquet")


def tagged(folder, **more):
    folder.mkdir(exist_ok=True)
    tag = {"schema": "inclusion_core", "schema_version": 1, **more}
    (folder / "schema.json").write_text(json.dumps(tag))


def told(findings):
    """What findings say, shortly: kind, file, row, field."""
    return [
        (each.kind, each.place.file, each.place.row, each.place.record_id, each.place.field)
        for each in findings
    ]
