"""Records with nasty strings in every field that holds words of a provider."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from inclusion_core.fields import type_name
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.cost import BudgetLine
from inclusion_core.model.funding import Contract, Fund, Operation, Programme, Provider
from inclusion_core.model.participation import Participation
from inclusion_core.model.place import Place
from inclusion_core.model.service import Service, ServiceAttendance
from inclusion_core.model.staff import StaffMember, StaffTraining
from inclusion_core.model.status import ResidenceSpell
from inclusion_core.model.versions import Act, Version

__all__ = ["FIRST", "journal_of"]

FIRST = date(2018, 6, 1)


def journal_of(strings: Iterable[str]) -> Journal:
    """The life of one client, and what stands around it; each string in each field.

    A stay in a place is corrected once, with the string as the reason too.
    """
    versions = [
        _version(record)
        for record in (
            Provider(id="p-0", name="Our house"),
            Client(id="c-1", provider_id="p-0"),
            Programme(id="pr-1", operation_id="op-0", declared_as="toy.course"),
            Contract(id="k-1", programme_id="pr-1", provider_id="p-0", number="1"),
            Participation(id="s-1", client_id="c-1", programme_id="pr-1", entered_on=FIRST),
            StaffMember(id="m-1", provider_id="p-0"),
        )
    ]
    for number, words in enumerate(strings):
        versions += map(_version, _records(words, number))
        corrected = ResidenceSpell(id=f"rs-{number}", client_id="c-1", place=f"not {words}")
        versions.append(
            Version(
                record_type="residence_spell",
                record_id=corrected.id,
                version=2,
                recorded_on=FIRST,
                act=Act.CORRECTED,
                why=words,
                record=corrected,
            )
        )
    return Journal(tuple(versions))


def _records(words, number):
    yield ResidenceSpell(id=f"rs-{number}", client_id="c-1", place=words)
    yield Provider(id=f"p-{number + 1}", name=words)
    yield Fund(id=f"f-{number}", name=words)
    yield Operation(id=f"op-{number}", number=words, title=words, beneficiary=words)
    yield BudgetLine(id=f"bl-{number}", operation_id=f"op-{number}", number=words, title=words)
    yield Contract(
        id=f"k-{number + 2}", programme_id="pr-1", provider_id=f"p-{number + 1}", number=words
    )
    yield Place(id=f"pl-{number}", name=words)
    yield Service(id=f"sv-{number}", contract_id="k-1", given_on=FIRST, place=words)
    yield ServiceAttendance(id=f"at-{number}", service_id=f"sv-{number}", participation_id="s-1")
    yield StaffTraining(id=f"st-{number}", staff_member_id="m-1", topic=words)


def _version(record):
    return Version(
        record_type=type_name(type(record)), record_id=record.id, recorded_on=FIRST, record=record
    )
