"""The other side: the same participations as records, and what the library says of each of them."""

from esf_oracle import ids
from esf_oracle.answers import of_tally
from esf_oracle.people import CODES, DAYS, NONE, NOT_ASKED, REFUSED
from inclusion_core.expr import subject
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import schema_of
from inclusion_core.facts.moments import report_days
from inclusion_core.metrics.counting import count_records, count_tables
from inclusion_core.metrics.metric import Axis
from inclusion_core.model.client import Gender
from inclusion_core.model.education import EducationLevel
from inclusion_core.model.entry import Settlement
from inclusion_core.model.labour import ContractKind, LabourStatus, WorkingTime
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import Period
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, PartialDay, Reason, Unknown
from inclusion_esf.participation import EsfParticipation, EsfParticipationRow, LabourEvent

WAYS = ("objects", "polars", "duckdb")
TYPE = "esf_participation"
SCHEMA = schema_of(EsfParticipation)
OF_CODES = {
    "objective": str,
    "region": str,
    "gender": Gender,
    "labour_status": LabourStatus,
    "education_level": EducationLevel,
    "settlement": Settlement,
    "work_security": ContractKind,
    "working_time": WorkingTime,
    "labour_event_upon_leaving": LabourEvent,
    "labour_status_six_months_after": LabourStatus,
    "work_security_six_months_after": ContractKind,
    "working_time_six_months_after": WorkingTime,
}
GAPS = {
    NONE: ABSENT,
    NOT_ASKED: Unknown(Reason.NOT_ASKED),
    REFUSED: Unknown(Reason.REFUSED),
}
ONE_BY_ONE = Axis(
    id="one-by-one",
    says=lv("katrs atsevišķi").en("one by one"),
    code=subject(EsfParticipationRow).operation,
)
"""Each participation in an operation of its own tells the participations apart."""


def record(key, person, operation=None):
    """A participation as the library holds it."""
    fields = {name: _value(name, person[name]) for name in (*DAYS, *CODES)}
    return EsfParticipation(id=f"p{key}", operation=operation or f"o{key}", **fields)


def _value(name, value):
    if value in GAPS:
        return GAPS[value]
    if name in DAYS:
        return PartialDay(*value) if isinstance(value, tuple) else value
    return OF_CODES.get(name, YesNo)(value)


def parameters(question):
    period = Period(first_day=question.first_day, last_day=question.last_day)
    days = report_days(period, question.last_day).days
    return Parameters(days=days, numbers=ids.numbers(question.reading))


def figures(metrics, records, question, way, by=()):
    """The figures of some records."""
    given = {"known_on": question.known_on, "by": by}
    if way == "objects":
        rows = Records(SCHEMA, {TYPE: records})
        return count_records(metrics, rows, parameters(question), **given)
    tables = Tables.of_records(SCHEMA, {TYPE: records}, engine=way)
    return count_tables(metrics, tables, parameters(question), **given)


def answers(metrics, people, question, way):
    """What metrics say of each participation: the answers by code, in the order of the people."""
    records = [record(key, person) for key, person in enumerate(people)]
    found = figures(metrics.values(), records, question, way, by=(ONE_BY_ONE,))
    said = {}
    for code, metric in metrics.items():
        cells = found[metric.id].by(ONE_BY_ONE.id)
        said[code] = [_answer(cells.get((f"o{key}",))) for key in range(len(people))]
    return said


def _answer(tally):
    if tally is None:
        return of_tally(0, 0, 0, 0)
    return of_tally(tally.counted, tally.unknown, tally.asked, tally.open)
