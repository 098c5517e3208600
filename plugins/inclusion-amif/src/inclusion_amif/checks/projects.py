"""What is looked for in projects, in who takes part, and in what they receive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from inclusion_amif.checks.of_the_fund import OfTheFund
from inclusion_amif.nationality import MEMBERS
from inclusion_amif.records import AmifObjective, AmifProject
from inclusion_amif.sources import OBJECTIVE_B, REGULATION
from inclusion_amif.support import AmifApplication, AmifSupport, AmifSurveyAnswer, SupportKind
from inclusion_amif.table import ASYLUM_KINDS, INTEGRATION_KINDS
from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import Stay, stay_of
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.persons import person_of
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import CitizenshipKind, CitizenshipSpell
from inclusion_core.texts import lv
from inclusion_core.values import Unknown

__all__ = ["PROJECT_CHECKS"]

ONE_PROJECT_RECORD = Fault(
    kind="amif.one-project-record",
    says=lv("par šo projektu jau ir cits ieraksts").en(
        "there is another record of the same project"
    ),
    remedy=lv("atstājiet vienu; otrs ir {other}").en("leave one; the other is {other}"),
)

NOT_THIRD_COUNTRY = Fault(
    kind="amif.third-country-national",
    says=lv("fonda dalībnieks iestājoties ir Savienības pilsonis, un viņu neskaita").en(
        "a participant of the fund is a citizen of the Union on entry, and is not counted"
    ),
    remedy=lv("pārbaudiet pilsonību {other} un vai atbalsts ir attiecināms").en(
        "check citizenship {other}, and whether the support is eligible"
    ),
    severity=Severity.WARNING,
    source=REGULATION,
)

UNDER_ANOTHER_OBJECTIVE = Fault(
    kind="amif.support-under-another-objective",
    says=lv("šādu atbalstu skaita citā konkrētajā mērķī nekā projekta mērķis").en(
        "such support is counted under another specific objective than that of the project"
    ),
    remedy=lv("labojiet atbalsta veidu vai projekta konkrēto mērķi").en(
        "correct the kind of support, or the specific objective of the project"
    ),
    severity=Severity.WARNING,
    source=REGULATION.annex("VIII"),
)

RESULT_WITHOUT_OUTPUT = Fault(
    kind="amif.result-without-output",
    says=lv("rezultāts bez integrācijas atbalsta: O.2.3 šīs personas nav, un to neskaita").en(
        "a result without integration support: the person is not in O.2.3, and it is not counted"
    ),
    remedy=lv("ierakstiet atbalstu, ko persona saņēma, vai izņemiet rezultātu").en(
        "record the support that the person received, or take the result out"
    ),
    severity=Severity.WARNING,
    source=OBJECTIVE_B,
)

KINDS_OF: dict[AmifObjective, frozenset[SupportKind]] = {
    AmifObjective.ASYLUM: frozenset(ASYLUM_KINDS),
    AmifObjective.INTEGRATION: frozenset(SupportKind) - frozenset(ASYLUM_KINDS),
}
"""What is counted under each specific objective."""


def _projects_twice(examined: Examined) -> Iterator[Finding]:
    by_operation: dict[str, list[AmifProject]] = defaultdict(list)
    for project in examined.of(AmifProject):
        by_operation[project.operation_id].append(project)
    for first, *others in by_operation.values():
        for project in others:
            yield ONE_PROJECT_RECORD.at(project, other=first)


def _citizens_of_the_union(examined: Examined) -> Iterator[Finding]:
    fund, person = OfTheFund.in_(examined), person_of(examined)
    held: dict[str, list[CitizenshipSpell]] = defaultdict(list)
    for spell in examined.of(CitizenshipSpell):
        if spell.kind is CitizenshipKind.CITIZEN and spell.country in MEMBERS:
            held[person(spell.client_id)].append(spell)
    for participation in examined.of(Participation):
        entry = Stay.of(participation.entered_on, participation.entered_on)
        if fund.pays_for(participation.id) and entry is not None:
            for spell in held[person(participation.client_id)]:
                days = stay_of(spell)
                if days is not None and days.surely_meets(entry):
                    yield NOT_THIRD_COUNTRY.at(participation, "client_id", other=spell)


def _under_another_objective(examined: Examined) -> Iterator[Finding]:
    fund = OfTheFund.in_(examined)
    for support in examined.of(AmifSupport):
        for objective, kinds in KINDS_OF.items():
            surely = fund.is_surely_under(support.participation_id, objective)
            if surely and isinstance(support.kind, SupportKind) and support.kind not in kinds:
                yield UNDER_ANOTHER_OBJECTIVE.at(support, "kind")


def _without_output(examined: Examined) -> Iterator[Finding]:
    fund = OfTheFund.in_(examined)
    enrolment = {each.id: each.enrolment_id for each in examined.of(Participation)}
    supported = {
        enrolment.get(each.participation_id, "")
        for each in examined.of(AmifSupport)
        if isinstance(each.kind, Unknown) or each.kind in INTEGRATION_KINDS
    }
    results: tuple[AmifSurveyAnswer | AmifApplication, ...] = (
        *examined.of(AmifSurveyAnswer),
        *examined.of(AmifApplication),
    )
    for result in results:
        key = result.participation_id
        if fund.is_surely_under(key, AmifObjective.INTEGRATION) and enrolment[key] not in supported:
            yield RESULT_WITHOUT_OUTPUT.at(result)


PROJECT_CHECKS: tuple[Check, ...] = (
    ONE_PROJECT_RECORD.check(_projects_twice),
    NOT_THIRD_COUNTRY.check(_citizens_of_the_union),
    UNDER_ANOTHER_OBJECTIVE.check(_under_another_objective),
    RESULT_WITHOUT_OUTPUT.check(_without_output),
)
