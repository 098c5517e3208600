"""The records as readers, tables and reports take them."""

from __future__ import annotations

from inclusion_core.expr.frames import Tables
from inclusion_core.expr.records import Records
from inclusion_core.reports.data import ReportData
from privacy_lab.values import CASELOAD, SCHEMA

ENGINES = ("polars", "duckdb")


def records():
    return Records(SCHEMA, CASELOAD.records)


def tables(engine):
    return Tables.of_records(SCHEMA, CASELOAD.records, engine=engine)


def data(engine):
    return ReportData.of_caseload(CASELOAD, SCHEMA, engine=engine)
