"""What checks find, put together: sources, what is said better, what needs the journal."""

from datetime import date

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.consistency import contradictions
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.looking import findings_in
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Severity
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Provider
from inclusion_core.model.versions import Version
from inclusion_core.sources import Source
from inclusion_core.texts import lv

KNOWN_ON = date(2018, 6, 1)
ACT, CONTRACT = Source("MK 102").point("32.3"), Source("Contract").point("4")
CLIENTS = [Client(id=key, provider_id="p-1") for key in ("c-1", "c-2")]
CASELOAD = Caseload.of_records(CLIENTS, known_on=KNOWN_ON)


def fault(kind, **options):
    return Fault(
        kind=kind, says=lv("slikti").en("bad"), remedy=lv("labojiet").en("mend it"), **options
    )


def of_every_client(it):
    return lambda examined: (it.at(client) for client in examined.of(Client))


def look(*checks, journal=None):
    return findings_in(Examined(caseload=CASELOAD, schema=SCHEMA, journal=journal), checks)


def test_a_finding_carries_the_source_of_its_check_where_it_names_none():
    plain = fault("toy.plain")
    own = fault("toy.own", source=CONTRACT)
    sourced = Check(id="toy.plain", says=plain.says, find=of_every_client(plain), source=ACT)

    assert {each.source for each in look(sourced)} == {ACT}
    assert {each.source for each in look(own.check(of_every_client(own)))} == {CONTRACT}
    kept = attrs.evolve(own.check(of_every_client(own)), source=ACT)
    assert {each.source for each in look(kept)} == {CONTRACT}


def test_what_a_check_says_with_a_rule_is_not_said_once_more_without_it():
    general, strict = fault("check.general"), fault("toy.strict")
    first_only = Check(
        id="toy.strict",
        says=strict.says,
        find=lambda examined: [strict.at(CLIENTS[0])],
        source=ACT,
        stands_for=("check.general",),
    )

    found = look(general.check(of_every_client(general)), first_only)

    assert [(each.kind, each.place.record_id) for each in found] == [
        ("toy.strict", "c-1"),
        ("check.general", "c-2"),
    ]


def test_a_check_that_needs_the_journal_and_has_none_says_so_once():
    of_versions = Check(
        id="toy.versions",
        says=lv("versijas").en("versions"),
        find=lambda examined: [fault("toy.versions").at(CLIENTS[0])] * len(examined.journal),
        needs_journal=True,
    )

    (told,) = look(of_versions)

    assert (told.kind, told.severity) == ("check.no-journal", Severity.WARNING)
    assert told.says.in_("en") == (
        "the check toy.versions looks at what was recorded when, and there is no history of the "
        "records; it was left out"
    )
    assert "toy.versions" in told.in_("lv")


def test_the_journal_is_handed_to_checks():
    versions = tuple(
        Version(record_type=name, record_id=record.id, recorded_on=KNOWN_ON, record=record)
        for name, record in (
            ("provider", Provider(id="p-1", name="P")),
            *(("client", each) for each in CLIENTS),
        )
    )
    many = fault("toy.many")
    check = Check(
        id="toy.many",
        says=many.says,
        find=lambda examined: [many.at(each.record) for each in examined.journal.versions],
        needs_journal=True,
    )

    found = contradictions(CASELOAD, SCHEMA, [check], Journal(versions))

    assert [each.place.record_id for each in found] == ["c-1", "c-2", "p-1"]


def test_slots_of_a_fault_are_filled_where_its_words_have_them():
    told = Fault(
        kind="toy.many",
        says=lv("par daudz: {number}").en("too many: {number}"),
        remedy=lv("salīdziniet ar {other}").en("compare with {other}"),
    )

    finding = told.at(CLIENTS[0], "born_on", other=CLIENTS[1], number=3)

    assert finding.in_("en") == "client c-1, field born_on: too many: 3; compare with c-2"
    assert finding.source is None


def test_what_is_worked_out_of_data_is_worked_out_once():
    examined = Examined(caseload=CASELOAD, schema=SCHEMA)
    asked = []

    def count():
        asked.append("again")
        return len(examined.of(Client))

    assert (examined.once("clients", count), examined.once("clients", count)) == (2, 2)
    assert asked == ["again"]
    assert examined.records is examined.records
    assert examined.known_on == KNOWN_ON
    assert [each.id for each in examined.naming(Client, "provider_id", "p-1")] == ["c-1", "c-2"]
