"""Everything that is wrong in our data, each with the page on which to correct it."""

from datetime import date

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.timezone import localdate

from casework.mapping import PERSON_OF, PROGRAMME
from casework.reading import catalogue, everybody, mapping
from inclusion_core.checks import Examined
from inclusion_core.checks.looking import findings_in
from inclusion_core.fields import type_name
from inclusion_core.findings import Severity


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--known-on", type=date.fromisoformat, help="today where not given")

    def handle(self, *, known_on, **_):
        known_on = known_on or localdate()
        reading = everybody(known_on)
        examined = Examined(
            caseload=reading.journal.as_known_on(known_on),
            schema=catalogue().schema,
            journal=reading.journal,
        )
        checks = catalogue().checks_for([PROGRAMME])
        found = sorted(
            (*reading.findings, *findings_in(examined, checks)), key=lambda each: each.order
        )
        for finding in found:
            self.stdout.write(f"{finding.severity.value}: {finding.in_('en')}")
            for address in pages_of(finding.place):
                self.stdout.write(f"    {address}")
        if any(finding.severity is Severity.ERROR for finding in found):
            raise CommandError("There are errors.", returncode=1)


def pages_of(place):
    """The admin page of the person whom a record is about; none where it is about nobody."""
    for table, records in mapping().tables.items():
        names = {type_name(each.record_class) for each in records}
        if place.record_type in names and place.record_id and table in PERSON_OF:
            rows = apps.get_model("casework", table).objects.filter(pk=place.record_id)
            for person_id in rows.values_list(PERSON_OF[table], flat=True):
                yield reverse("admin:casework_person_change", args=[person_id])
