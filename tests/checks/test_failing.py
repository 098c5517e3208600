"""A check that fails is named; nothing else is told of it, and the others go on."""

from datetime import date

import pytest

from inclusion_core.checks.check import Check
from inclusion_core.checks.consistency import contradictions
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.texts import Language, lv

CANARY = "050590-12345"
CASELOAD = Caseload.of_records([Client(id="c-1", provider_id="p-1")], known_on=date(2018, 6, 1))


class Panic(BaseException):
    """As a library written in Rust raises it."""


def finding(kind):
    return Finding(
        kind=kind,
        says=lv("nav labi").en("not good"),
        remedy=lv("labojiet").en("mend it"),
        place=Place(record_type="client", record_id="c-1"),
    )


def check(key, find):
    return Check(id=key, says=lv("viss").en("all"), find=find)


def breaks_at_once(examined):
    raise ValueError(CANARY)


def breaks_midway(examined):
    yield finding("toy.midway")
    raise SystemExit(CANARY)


def panics(examined):
    raise Panic(CANARY)


def gives_rubbish(examined):
    return [finding("toy.rubbish"), CANARY]


def gives_nothing(examined):
    return None


@pytest.mark.parametrize(
    ("find", "kept"),
    [
        (breaks_at_once, ()),
        (breaks_midway, ("toy.midway",)),
        (panics, ()),
        (gives_rubbish, ("toy.rubbish",)),
        (gives_nothing, ()),
    ],
)
def test_a_check_that_fails_becomes_a_finding_that_names_it_and_keeps_what_it_found(find, kept):
    bad = check("toy.bad", find)
    good = check("toy.good", lambda examined: (finding("toy.good"),))

    found = contradictions(CASELOAD, SCHEMA, [bad, good])

    assert [each.kind for each in found] == ["check.failed", *sorted(["toy.good", *kept])]
    assert found[0].in_("en") == (
        "the check toy.bad failed; what else it would have found is not known; tell those who "
        "distribute this check"
    )
    assert "toy.bad" in found[0].in_("lv")
    assert (found[0].place, found[0].severity) == (Place(), Severity.ERROR)
    told = "".join(f"{each!r}{each.in_(language)}" for each in found for language in Language)
    assert CANARY not in told


def test_a_check_that_does_not_fail_finds_what_it_finds():
    careful = check("toy.good", lambda examined: iter([finding("toy.good")]))

    assert careful.id == "toy.good"
    assert contradictions(CASELOAD, SCHEMA, [careful]) == (finding("toy.good"),)


def test_an_interrupt_from_the_keyboard_is_no_fault_of_a_check():
    def interrupted(examined):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        contradictions(CASELOAD, SCHEMA, [check("toy.slow", interrupted)])
