"""What is looked for in data on projects, participants and estimates of the funds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.examined import Examined
from inclusion_core.fields import Record
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.client import Client
from inclusion_core.model.participation import Enrolment, Participation
from inclusion_core.model.yes_no import YesNo
from inclusion_core.texts import lv
from inclusion_core.values import Unknown
from inclusion_esf.period_2021.estimates import MAY_BE_ESTIMATED
from inclusion_esf.records import EsfEstimate, EsfProject
from inclusion_esf.sources import REGULATION_2021

__all__ = ["CHECKS"]

_ANNEX_I = REGULATION_2021.annex("I")

ONE_PROJECT_RECORD = Fault(
    kind="esf.one-project-record",
    says=lv("par šo projektu jau ir cits ieraksts").en(
        "there is another record of the same operation"
    ),
    remedy=lv("atstājiet vienu; otrs ir {other}").en("leave one; the other is {other}"),
)

MOST_DEPRIVED_UNDER_L = Fault(
    kind="esf.most-deprived-under-l",
    says=lv("projekts vistrūcīgākajām personām nav konkrētajā mērķī (l)").en(
        "an operation for the most deprived is not under specific objective (l)"
    ),
    remedy=lv("izlabojiet mērķi vai atzīmi par vistrūcīgākajām personām").en(
        "correct the objective, or that it is for the most deprived"
    ),
    source=REGULATION_2021.article("17(2)"),
)

GENDER_RECORDED = Fault(
    kind="esf.gender-recorded",
    says=lv("nav ierakstīts ESF projekta dalībnieka dzimums").en(
        "the gender of a participant of an operation of the ESF is not recorded"
    ),
    remedy=lv("pajautājiet; visus rādītājus dala pēc dzimuma").en(
        "ask; every indicator is broken down by gender"
    ),
    severity=Severity.WARNING,
    source=_ANNEX_I,
)

ESTIMATE_ALLOWED = Fault(
    kind="esf.estimate-allowed",
    says=lv("šo rādītāju nedrīkst novērtēt, tas jāsaskaita").en(
        "this indicator may not be estimated, it must be counted"
    ),
    remedy=lv(
        "dzēsiet novērtējumu; novērtēt drīkst EECO12 līdz EECO17 un II pielikuma rādītājus"
    ).en("delete the estimate; EECO12 to EECO17 and the indicators of Annex II may be estimated"),
    source=REGULATION_2021.at(lv("I pielikuma 1.2. punkts").en("Annex I, point 1.2")),
)

ONE_ESTIMATE = Fault(
    kind="esf.one-estimate",
    says=lv("tas pats rādītājs šajā projektā un dienā novērtēts divreiz").en(
        "the same indicator of this operation is estimated twice for the same day"
    ),
    remedy=lv("atstājiet vienu; otrs ir {other}").en("leave one; the other is {other}"),
)


def _twice(fault: Fault, records: Iterable[tuple[Hashable, Record]]) -> Iterator[Finding]:
    """A finding for each record after the first with the same key."""
    by_key: dict[Hashable, list[Record]] = defaultdict(list)
    for key, record in records:
        by_key[key].append(record)
    for first, *others in by_key.values():
        for record in others:
            yield fault.at(record, other=first)


def _projects_twice(examined: Examined) -> Iterator[Finding]:
    projects = examined.of(EsfProject)
    yield from _twice(ONE_PROJECT_RECORD, ((each.operation_id, each) for each in projects))


def _not_under_l(examined: Examined) -> Iterator[Finding]:
    for project in examined.of(EsfProject):
        elsewhere = not isinstance(project.objective, Unknown) and project.objective != "l"
        if project.most_deprived is YesNo.YES and elsewhere:
            yield MOST_DEPRIVED_UNDER_L.at(project, "most_deprived")


def _without_gender(examined: Examined) -> Iterator[Finding]:
    """A finding for each client, once, who entered an operation of the funds."""
    of_fund = {project.operation_id for project in examined.of(EsfProject)}
    first = {
        each.first_participation_id
        for each in examined.of(Enrolment)
        if each.operation_id in of_fund
    }
    clients = {each.client_id for each in examined.of(Participation) if each.id in first}
    for client in examined.of(Client):
        if client.id in clients and isinstance(client.gender, Unknown):
            yield GENDER_RECORDED.at(client, "gender")


def _not_allowed(examined: Examined) -> Iterator[Finding]:
    allowed = {metric.id for metric in MAY_BE_ESTIMATED}
    for estimate in examined.of(EsfEstimate):
        if estimate.indicator not in allowed:
            yield ESTIMATE_ALLOWED.at(estimate, "indicator")


def _estimates_twice(examined: Examined) -> Iterator[Finding]:
    keyed = (
        ((each.operation_id, each.indicator, each.gender, each.made_on), each)
        for each in examined.of(EsfEstimate)
    )
    yield from _twice(ONE_ESTIMATE, keyed)


CHECKS: tuple[Check, ...] = (
    ONE_PROJECT_RECORD.check(_projects_twice),
    MOST_DEPRIVED_UNDER_L.check(_not_under_l),
    GENDER_RECORDED.check(_without_gender),
    ESTIMATE_ALLOWED.check(_not_allowed),
    ONE_ESTIMATE.check(_estimates_twice),
)
