"""What authors and embedders get wrong, and mypy and pyright must refuse. Checked, never run.

Each fault stands on a line with the code of mypy's refusal. Both checkers report a refusal that is
ignored and does not come, so that a fault which is no longer caught fails the check.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from inclusion_core import SCHEMA, Caseload, Metric, ReportData, Source, Text, Truth
from inclusion_core.expr import (
    Condition,
    all_of,
    any_of,
    at_least,
    completed_years,
    earliest_of,
    months_after,
    subject,
)
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.rows import ClientRow
from inclusion_core.metrics.metric import Axis, Grain, Membership
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.staff import StaffRole
from inclusion_core.model.status import ArrivalManner, ProtectionKind

client = subject(ClientRow)
born = client.born_on
age = completed_years(born)
adult = age >= 18
spells = client.protection_spells
kind = spells.on().only(lambda spell: spell.kind)


def codes_of_another_list() -> Iterator[object]:
    yield kind.is_in(Gender.FEMALE)  # type: ignore[arg-type]
    yield kind.is_in("refugee")  # type: ignore[arg-type]
    yield client.gender.is_in(StaffRole.SOCIAL_MENTOR)  # type: ignore[arg-type]
    yield client.arrivals.where(lambda each: each.country.is_in(ArrivalManner.OWN))  # type: ignore[arg-type]
    yield spells.where(lambda each: each.kind.is_in(ArrivalManner.OWN))  # type: ignore[arg-type]
    yield kind <= ProtectionKind.REFUGEE  # type: ignore[operator]
    yield born.is_in(ProtectionKind.REFUGEE)  # type: ignore[attr-defined]


def days_and_numbers() -> Iterator[object]:
    yield born < 18  # type: ignore[operator]
    yield born >= "2018-01-01"  # type: ignore[operator]
    yield age < date(2018, 1, 1)  # type: ignore[operator]
    yield age < born  # type: ignore[operator]
    yield born.is_on(18)  # type: ignore[arg-type]
    yield born.is_between(1990, 2000)  # type: ignore[arg-type]
    yield age.is_exactly(born)  # type: ignore[arg-type]
    yield age >= 18.5  # type: ignore[operator]
    yield born - born  # type: ignore[operator]
    yield age + 1  # type: ignore[operator]
    yield months_after(age, 12)  # type: ignore[arg-type]
    yield months_after(born, "12")  # type: ignore[arg-type]
    yield earliest_of(born, 12)  # type: ignore[arg-type]
    yield completed_years(1990)  # type: ignore[arg-type]
    yield adult.at(18)  # type: ignore[arg-type]


def conditions_and_booleans() -> Iterator[object]:
    yield adult & True  # type: ignore[operator]
    yield True & adult  # type: ignore[operator]
    yield adult | (date(2018, 1, 1) < date(2018, 12, 3))  # type: ignore[operator]
    yield adult & born  # type: ignore[operator]
    yield all_of(adult, True)  # type: ignore[arg-type]
    yield any_of([adult])  # type: ignore[arg-type]
    yield at_least(adult, adult)  # type: ignore[arg-type]
    yield adult <= 1  # type: ignore[operator]


def equality() -> Iterator[object]:
    yield born == client.died_on  # type: ignore[operator]
    yield all_of(born == date(1990, 1, 1))  # type: ignore[arg-type]
    yield (kind == ProtectionKind.REFUGEE) & adult  # type: ignore[operator]
    yield spells.where(lambda each: each.kind == ProtectionKind.REFUGEE)  # type: ignore[arg-type, return-value]
    yield spells.where(lambda each: each.kind != ProtectionKind.REFUGEE)  # type: ignore[arg-type, return-value]


def truth_in_the_flow() -> Iterator[object]:
    yield 1 if adult else 2  # type: ignore[redundant-expr]
    yield spells.where(lambda each: not each.first_day.is_known())  # type: ignore[arg-type, return-value]


def asked(answer: Truth) -> Iterator[object]:
    yield answer & True  # type: ignore[operator]
    yield 1 if answer else 2  # type: ignore[redundant-expr]


def misspelt_names() -> Iterator[object]:
    yield client.birth_day  # type: ignore[attr-defined]
    yield client.arivals  # type: ignore[attr-defined]
    yield client.provider.clents  # type: ignore[attr-defined]
    yield spells.where(lambda each: each.knd.is_in(ProtectionKind.REFUGEE))  # type: ignore[attr-defined]
    yield spells.latest(lambda each: each.frst_day)  # type: ignore[attr-defined]
    yield client.provider.clients.each(lambda each: each.arivals)  # type: ignore[attr-defined]


def lists_and_their_records() -> Iterator[object]:
    yield client.arrivals.arrived_on  # type: ignore[attr-defined]
    yield client.provider.exist()  # type: ignore[attr-defined]
    yield len(spells)  # type: ignore[arg-type]
    yield list(spells)  # type: ignore[call-overload]
    yield spells.where(adult)  # type: ignore[arg-type]
    yield spells.where(lambda each: each.first_day)  # type: ignore[arg-type, return-value]
    yield spells.on("2018-01-01")  # type: ignore[arg-type]
    yield subject("client")  # type: ignore[arg-type]
    yield subject(Client)  # type: ignore[type-var]


def reductions() -> Iterator[object]:
    yield client.arrivals.earliest(lambda each: each.manner)  # type: ignore[arg-type, return-value]
    yield client.participations.earliest(lambda each: completed_years(each.entered_on))  # type: ignore[arg-type, return-value]
    yield spells.only(lambda each: each.first_day)  # type: ignore[arg-type, return-value]
    yield spells.sum(lambda each: each.first_day)  # type: ignore[arg-type, return-value]
    yield spells.latest_code(lambda each: each.kind, by=lambda each: each.kind)  # type: ignore[arg-type, return-value]
    yield spells.each(lambda each: each.kind)  # type: ignore[arg-type, return-value]
    yield spells.for_all(lambda each: each.kind)  # type: ignore[arg-type, return-value]


def metrics(says: Text, source: Source) -> Iterator[object]:
    yield Metric(  # type: ignore[call-arg]
        id="demo.unsourced",
        says=says,
        subject=ClientRow,
        universe=adult,
        grain=Grain.PROGRAMME,
        membership=Membership.ACTIVE,
    )
    yield Metric(
        id="demo.wrong",
        says="Clients",  # type: ignore[arg-type]
        subject=client,  # type: ignore[arg-type]
        universe=True,  # type: ignore[arg-type]
        where=born,  # type: ignore[arg-type]
        grain="programme",  # type: ignore[arg-type]
        membership=Grain.PROGRAMME,  # type: ignore[arg-type]
        by=kind,  # type: ignore[arg-type]
        source="MK 102",  # type: ignore[arg-type]
    )
    yield Axis(id="age", says=says, code=age)  # type: ignore[arg-type]
    yield Axis("age", says, kind)  # type: ignore[call-arg]


def readers(reader: ObjectReader, one: Client, caseload: Caseload) -> Iterator[object]:
    yield reader.truth(born, one)  # type: ignore[arg-type]
    yield reader.day(adult, one)  # type: ignore[arg-type]
    yield reader.code(age, one)  # type: ignore[arg-type]
    yield reader.truth(adult, client)  # type: ignore[arg-type]
    yield Parameters(days={"status_day": "2018-12-03"})  # type: ignore[dict-item]
    yield ReportData.of_caseload(caseload, SCHEMA, engine="pandas")  # type: ignore[arg-type]
    yield caseload.of(ClientRow)  # type: ignore[type-var]


def values(one: Client) -> Iterator[object]:
    yield Client(id="c-1", provider_id="p-1", born_on="1990")  # type: ignore[arg-type]
    yield Client(id="c-1", provider_id="p-1", gender="female")  # type: ignore[arg-type]
    yield Client(id="c-1", born_on=date(1990, 1, 1))  # type: ignore[call-arg]
    yield one.born_on < date(2000, 1, 1)  # type: ignore[operator]
    yield one.birth_day  # type: ignore[attr-defined]


def frozen(one: Client, condition: Condition) -> None:
    one.born_on = date(1990, 1, 1)  # type: ignore[misc]
    condition.node = adult.node  # type: ignore[misc]
