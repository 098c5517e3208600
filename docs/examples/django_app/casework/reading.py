"""From our rows to cases and to the whole caseload."""

from functools import cache
from threading import Lock

from django.apps import apps

from casework.mapping import PERSON_OF, PROGRAMME, TABLES
from inclusion_core import Cases, InclusionError, load_catalogue
from inclusion_core.findings import Severity
from inclusion_core.rows import RowMapping

LOADING = Lock()


@cache
def _catalogue():
    return load_catalogue()


@cache
def _mapping():
    return RowMapping(schema=_catalogue().schema, tables=TABLES)


def catalogue():
    """What is installed: loaded when it is first asked for, once, and shared by all threads."""
    with LOADING:
        return _catalogue()


def mapping():
    """The mapping, held to the record types that are installed."""
    with LOADING:
        return _mapping()


def rows(person_id=None):
    """The rows of everybody, or of one person; no other column is read than those mapped."""
    for table, columns in mapping().columns.items():
        found = apps.get_model("casework", table).objects.order_by("pk").values(*columns)
        if person_id is not None and table in PERSON_OF:
            found = found.filter(**{PERSON_OF[table]: person_id})
        yield table, found.iterator()


def everybody(known_on):
    """All records that our rows give, and a finding for each row that gives none."""
    return mapping().read(dict(rows()), recorded_on=known_on)


class LeftOutError(InclusionError):
    """Rows of a person could not be read: nobody is judged by what is left."""

    def __init__(self, findings):
        super().__init__(findings)
        self.findings = findings

    def __str__(self):
        return f"{len(self.findings)} findings; correct the rows that they name"


def answers(person_id, *, on, known_on):
    """Whether each kind of support may be given to a person on a day, and from when until when.

    Returns:
        By id of the kind of support a decision and a window.

    Raises:
        LeftOutError: Rows of this person could not be read.
    """
    reading = mapping().read(dict(rows(person_id)), recorded_on=known_on)
    left_out = [each for each in reading.findings if each.severity is Severity.ERROR]
    if left_out:
        raise LeftOutError(left_out)
    cases = Cases.of(reading.journal.as_known_on(known_on), catalogue().schema)
    case, service = cases[str(person_id)], catalogue().eligibility(PROGRAMME)
    return {
        support.id: (
            service.may_receive(support.id, case, on),
            service.support(support.id, case, on),
        )
        for support in service.supports
    }
