"""The monthly report to the funder, as a web page."""

import os
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils.timezone import localdate

from casework.reading import catalogue, everybody
from inclusion_core import Language, Period, ReportData


def month(text):
    return Period.month(*map(int, text.split("-")))


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("month", type=month, help="such as 2018-06")
        parser.add_argument("file", type=Path, help="where the page is to be")
        parser.add_argument("--known-on", type=date.fromisoformat, help="today where not given")
        parser.add_argument("--language", choices=("lv", "en"), default="lv")

    def handle(self, *, month, file, known_on, language, **_):
        known_on = known_on or localdate()
        reading = everybody(known_on)
        form = catalogue().report("sif.mentoring.monthly")
        report = form.filled_in(
            ReportData.of_caseload(reading.journal.as_known_on(known_on), catalogue().schema),
            period=month,
            status_day=month.last_day,
            versions=catalogue().versions_behind(form),
        )
        unfinished = file.with_name(f"{file.name}.unfinished")
        unfinished.write_bytes(catalogue().formats["html"].render(report, Language(language)))
        os.replace(unfinished, file)  # noqa: PTH105  whole or not at all
        left_out = reading.rows_read - reading.rows_kept
        self.stdout.write(f"{file.name}: {reading.rows_read} rows, {left_out} left out")
