"""Findings about records and files, in words and as data: none tells a value."""

from __future__ import annotations

from datetime import date

import attrs
import pytest
from privacy_lab.values import JOURNAL, KNOWN_ON, RECORDS, SCHEMA, VALUES, spoken, told

from inclusion_core.checks import contradictions
from inclusion_core.fields import type_name
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version
from inclusion_core.wire import read_journal, write_journal


def words_of_all(findings):
    words = [finding.in_(language) for finding in findings for language in ("lv", "en")]
    return "\n".join([*words, *(spoken(finding) for finding in findings)])


def test_findings_about_contradictions_hold_no_value():
    everything = [*RECORDS, *(attrs.evolve(each, id=f"{each.id}-again") for each in RECORDS)]
    versions = tuple(
        Version(
            record_type=type_name(type(record)),
            record_id=record.id,
            recorded_on=date(2018, 1, 2),
            record=record,
        )
        for record in everything
    )
    findings = contradictions(Journal(versions).as_known_on(date(1970, 1, 1)), SCHEMA)
    findings += contradictions(Journal(versions).as_known_on(KNOWN_ON), SCHEMA)

    assert len({finding.kind for finding in findings}) >= 5
    assert not told(words_of_all(findings))


@pytest.mark.parametrize("target", ["folder", "document.json"])
def test_findings_about_damaged_files_hold_no_value(tmp_path, target):
    path = tmp_path / target
    write_journal(JOURNAL, path, SCHEMA)
    for file in path.iterdir() if path.is_dir() else [path]:
        text = file.read_text(encoding="utf-8")
        for good, bad in (("1971-03-17", "17.03.1971"), ("1972-04", "1972-4"), ("ZZ", "ZZZ")):
            text = text.replace(good, bad)
        file.write_text(text.replace("19731973", "1973197319731973"), encoding="utf-8")
    reading = read_journal(path, SCHEMA)

    assert len({finding.kind for finding in reading.findings}) >= 2
    assert not told(words_of_all(reading.findings) + spoken(reading), VALUES)
