"""What a plugin promises by its samples, reports, formats, readers and checks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

import attrs
import pytest
from conformance_lab import cafe as lab
from conformance_lab.cafe import cafe, figures, form, metric, reader, report_format, sample
from conformance_lab.looking import broken, given, of_cafe

from inclusion_core.checks.check import Check
from inclusion_core.expr import day_parameter, subject
from inclusion_core.expr.schema import schema_of
from inclusion_core.facts.rows import ClientRow
from inclusion_core.facts.telling import CodeSlot, Telling
from inclusion_core.fields import CodeList, Record
from inclusion_core.findings import Finding, Severity
from inclusion_core.metrics.figures import Figure
from inclusion_core.metrics.inequalities import Relation
from inclusion_core.metrics.tally import Tally
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.client import Client
from inclusion_core.model.service import (
    Service,
    ServiceAttendance,
    ServiceStaff,
)
from inclusion_core.reports.form import BreakdownTable
from inclusion_core.testing.conformance.judging import judged
from inclusion_core.testing.conformance.outcomes import Outcome
from inclusion_core.testing.conformance.parting import part_of
from inclusion_core.testing.conformance.planting import (
    OF_CODES,
    about_clients,
    canaries_in,
    plantable,
    planted,
    specimens,
)
from inclusion_core.testing.conformance.promises.answering import NOTHING_IS_ANSWERED, not_zero
from inclusion_core.testing.conformance.promises.discretion import NOTHING_PERSONAL
from inclusion_core.testing.conformance.promises.finding import CHECKS_GO_THROUGH
from inclusion_core.testing.conformance.promises.reading import READERS_TAKE_ANY_FILE
from inclusion_core.testing.conformance.promises.rendering import FORMATS_HOLD_FIGURES
from inclusion_core.testing.conformance.promises.reporting import (
    INEQUALITIES_HOLD,
    REPORTS_ARE_FILLED_IN,
)
from inclusion_core.testing.conformance.promises.sampling import (
    SAMPLES_ARE_CLEAN,
    SAMPLES_COME_BACK,
)
from inclusion_core.texts import Text, lv
from inclusion_core.values import NOT_ASKED

KEPT = [
    SAMPLES_ARE_CLEAN,
    SAMPLES_COME_BACK,
    NOTHING_IS_ANSWERED,
    REPORTS_ARE_FILLED_IN,
    INEQUALITIES_HOLD,
    FORMATS_HOLD_FIGURES,
    READERS_TAKE_ANY_FILE,
    CHECKS_GO_THROUGH,
    NOTHING_PERSONAL,
]
NOTHING_DECLARED = dict.fromkeys(set(lab.SOUND) - {"programmes"}, ())


@pytest.fixture(scope="module")
def sound():
    return given(cafe())


@pytest.mark.parametrize("check", KEPT, ids=lambda check: check.id)
def test_a_sound_plugin_keeps_the_promise(check, sound):
    record = judged(check, sound)

    assert record.outcome is Outcome.PASSED, str(record)


@pytest.mark.parametrize(
    "check", [each for each in KEPT if each is not NOTHING_IS_ANSWERED], ids=lambda check: check.id
)
def test_where_nothing_of_the_kind_is_declared_nothing_is_to_check(check):
    assert of_cafe(check, **NOTHING_DECLARED).outcome is Outcome.NOTHING_TO_CHECK


# Samples.


def one_client(**fields):
    return lambda seed: lab.journal(Client(id="c1", provider_id="provider", **fields))


def test_an_error_in_a_sample_is_told_once_for_each_kind():
    wrong = one_client(born_on=date(2018, 5, 1), died_on=date(2018, 4, 1))

    [(about, problem)] = broken(SAMPLES_ARE_CLEAN, samples=(sample(wrong),))

    assert about.startswith("cafe.guests/check.")
    assert problem.startswith("1 findings that are errors, the first: client c1")


def test_a_warning_in_a_sample_is_no_error():
    unusual = Check(id="cafe.unusual", says=lv("neparasts").en("unusual"), find=warned)

    assert not broken(SAMPLES_ARE_CLEAN, checks=(unusual,))


def warned(examined):
    text = lv("neparasts").en("unusual")
    yield Finding(kind="cafe.unusual", says=text, remedy=text, severity=Severity.WARNING)


def test_a_sample_that_no_file_can_hold_is_told():
    [(one, problem), (other, _)] = broken(
        SAMPLES_COME_BACK, samples=(sample(one_client(born_on="1990-01-01")),), checks=()
    )

    assert one == other == "cafe.guests"
    assert problem.startswith("as CSV: nothing was written")
    assert "field born_on" in problem


def test_a_file_that_is_not_read_back_is_told(sound, monkeypatch, tmp_path):
    from inclusion_core.testing.conformance.promises import sampling

    empty = attrs.evolve(sampling.read_journal(tmp_path, sound.schema), findings=())
    monkeypatch.setattr(sampling, "read_journal", lambda path, schema: empty)

    told = [each.problem for each in judged(SAMPLES_COME_BACK, sound).broken]

    assert told == [
        f"as {kind}: what is read is not what was written; compare the record types of the plugin"
        for kind in ("CSV", "JSON")
    ]


def test_a_file_that_is_read_with_findings_is_told(sound, monkeypatch, tmp_path):
    from inclusion_core.testing.conformance.promises import sampling

    faulty = sampling.read_journal(tmp_path, sound.schema)
    monkeypatch.setattr(sampling, "read_journal", lambda path, schema: faulty)

    told = [each.problem for each in judged(SAMPLES_COME_BACK, sound).broken]

    assert told[0].startswith("as CSV: what was written is not read without findings: ")


def test_of_a_large_sample_the_first_records_of_each_type_are_written():
    def build(seed):
        return lab.journal(*(Client(id=f"c{n}", provider_id="provider") for n in range(150)))

    assert not broken(SAMPLES_COME_BACK, samples=(sample(build),))


# Nothing at all.


def test_a_metric_that_asks_for_what_no_report_gives_is_told():
    asks = metric(
        "cafe.asks",
        where=lab.stays.where(lambda stay: stay.entered_on <= day_parameter("easter")).exist(),
    )

    [(about, problem)] = broken(NOTHING_IS_ANSWERED, metrics=(asks, lab.ENTERED), reports=())

    assert about == "cafe.asks"
    assert problem.startswith(
        "of somebody of whom nothing is known, it raises UnknownNameError: no day parameter"
    )


def test_a_figure_of_nobody_is_zero():
    figure = Figure(metric=lab.ENTERED, total=Tally(unknown=1))

    assert [each.about for each in not_zero([figure])] == ["cafe.entered"]
    assert not list(not_zero([Figure(metric=lab.ENTERED, total=Tally())]))


def test_a_report_that_cannot_be_empty_is_told():
    wrong = form(figures(lab.ENTERED), title=lv("{place}").en("{place}"))

    [(about, problem), _] = broken(NOTHING_IS_ANSWERED, reports=(wrong,))

    assert about == "cafe.report"
    assert problem.startswith("of somebody of whom nothing is known, the report raises SlotError")


def test_a_check_that_needs_a_record_is_told():
    def first(examined):
        yield lab.LATE.at(examined.of(Client)[0])

    [(about, problem)] = broken(NOTHING_IS_ANSWERED, checks=(lab.LATE.check(first),))

    assert about == "cafe.late"
    assert problem == (
        "where there is no record, the check raises IndexError: tuple index out of range"
    )


def test_a_check_that_gives_something_else_than_findings_is_told():
    found = broken(NOTHING_IS_ANSWERED, checks=(lab.LATE.check(lambda examined: ["oh"]),))

    assert len(found) == 2
    assert found[0][1].endswith("TypeError: it gives a str and must give Findings")


def test_rules_and_limits_that_cannot_be_asked_are_told():
    slotted = {"cafe.language": lv("{name}").en("{name}")}
    words = CodeSlot(lab.participation.programme.declared_as, slotted)
    tells = Telling(lv("{name}").en("{name}"), {"name": words})
    rule = attrs.evolve(lab.CAME_FIRST, tells=tells)
    end = attrs.evolve(lab.YEAR.ends[0], day=day_parameter("easter"))
    limit = attrs.evolve(lab.YEAR, ends=(end,))

    found = dict(broken(NOTHING_IS_ANSWERED, rules=(rule,), limits=(limit,)))

    assert found["cafe.language"].startswith(
        "of somebody of whom nothing is known, its rules raise"
    )
    assert found["cafe.teaching"].startswith(
        "of somebody of whom nothing is known, its limits raise UnknownNameError"
    )


def test_a_programme_with_limits_alone_is_asked_for_them():
    assert not broken(NOTHING_IS_ANSWERED, rules=())


def test_a_programme_whose_rules_are_elsewhere_needs_them():
    programme = attrs.evolve(lab.LANGUAGE, rules_from=("inclusion-nowhere",))

    [(about, problem)] = broken(NOTHING_IS_ANSWERED, programmes=(programme,))

    assert about == "cafe.language"
    assert "inclusion-nowhere: it is not installed" in problem


# Reports.


def by_gender(name):
    counted = metric(
        "cafe.clients",
        subject=ClientRow,
        universe=subject(ClientRow).participations.exist(),
        by=lab.gender_axis(),
    )
    table = BreakdownTable(id="gender", title=lv("Dzimums").en("Gender"), metric=counted, name=name)
    return {"metrics": (lab.ENTERED, lab.WOMEN, counted), "reports": (form(table),)}


def test_a_report_that_a_sample_upsets_is_told():
    names = {"female": lv("sieviete").en("woman")}

    [(about, problem)] = broken(REPORTS_ARE_FILLED_IN, **by_gender(names.__getitem__))

    assert about == "cafe.report"
    assert problem == "filled in from the sample 'cafe.guests' it raises KeyError: 'male'"


def test_a_report_that_cannot_be_written_is_told():
    def upset(report, language):
        raise ValueError(language)

    told = broken(REPORTS_ARE_FILLED_IN, formats=(report_format(upset),))

    assert [about for about, _ in told] == ["cafe.report"] * 2
    assert told[0][1].startswith(
        "filled in from 'cafe.guests' it cannot be written as cafe.lines in 'en': FormatFailedError"
    )


def test_an_inequality_that_the_sample_breaks_is_told():
    wrong = attrs.evolve(lab.AT_MOST_ALL, left=("cafe.entered",), right=("cafe.women",))
    table = attrs.evolve(lab.INEQUALITIES, inequalities=(wrong,))

    [(about, problem)] = broken(INEQUALITIES_HOLD, reports=(form(table),))

    assert about == "cafe.report"
    assert problem.startswith("filled in from the sample 'cafe.guests': ")
    assert "cafe.entered ≤ cafe.women" in problem


def test_a_part_in_no_report_is_held_against_its_whole_too():
    wrong = metric("cafe.wrong", part_of=lab.WOMEN.id)

    [(about, problem)] = broken(
        INEQUALITIES_HOLD, metrics=(lab.ENTERED, lab.WOMEN, wrong), reports=()
    )

    assert about == "cafe.wrong"
    assert problem == (
        "in the sample 'cafe.guests' it counts more than cafe.women, of which it is part"
    )


def test_a_report_that_cannot_be_filled_in_breaks_no_inequality():
    equal = attrs.evolve(lab.AT_MOST_ALL, relation=Relation.EQUAL)
    table = attrs.evolve(lab.INEQUALITIES, inequalities=(equal,))
    wrong = form(table, title=lv("{place}").en("{place}"))

    assert not broken(INEQUALITIES_HOLD, reports=(wrong,))


# Formats.


def told_of(render, **others):
    return broken(FORMATS_HOLD_FIGURES, formats=(report_format(render, **others),))


def test_a_format_writes_every_report():
    def no_marks(report, language):
        return b"".join(b"%d 4711" % cell.value for cell in cells(report))

    found = told_of(no_marks)

    assert len(found) == 4
    assert found[2][1].startswith("a report with a cell of each kind, in 'en', raises Form")
    assert "TypeError" in found[2][1]


def cells(report):
    for section in report.sections:
        for table in section.tables:
            for row in table.rows:
                yield from row.cells


def test_a_format_writes_the_same_twice():
    times = iter(range(1000))

    found = told_of(lambda *given: lab.lines(*given) + str(next(times)).encode())

    assert "is written otherwise the second time; write no clock" in found[0][1]


def test_a_text_is_in_utf_8():
    found = told_of(lambda *given: lab.lines(*given) + b"\xff")

    assert "is no text in UTF-8; encode it so, or say `binary`" in found[0][1]
    assert not told_of(lambda *given: lab.lines(*given) + b"\xff", binary=True)


def test_a_figure_is_written_in_digits():
    def in_letters(report, language):
        return lab.lines(report, language).replace(b"4711", b"many").replace(b"4712", b"more")

    assert told_of(in_letters) == [
        (
            "cafe.lines",
            f"in {language!r} a figure of 4711 is not in the text; write it in digits",
        )
        for language in ("en", "lv")
    ]


def test_what_is_not_known_is_written_too():
    def surely(report, language):
        return lab.lines(report, language).replace(b"(3)", b"").replace(b"(4)", b"")

    found = told_of(surely)

    assert found[0][1].startswith(
        "in 'en' nobody can tell 12 of whom 3 are not known from 12 of whom 4 are not: both are "
        "written alike"
    )


def test_a_mark_is_no_zero():
    def blank(report, language):
        written = lab.lines(report, language).decode()
        for mark in ("Mark.SUPPRESSED", "Mark.NOT_COLLECTED", "Mark.NOT_APPLICABLE"):
            written = written.replace(mark, "0")
        return written.encode()

    problems = " ".join(problem for _, problem in told_of(blank))

    assert "nobody can tell a zero from a figure that is suppressed" in problems
    assert "nobody can tell a figure that does not apply from a zero" in problems


def test_a_report_that_cannot_be_filled_in_is_not_written():
    wrong = form(figures(lab.ENTERED), title=lv("{place}").en("{place}"))

    assert not broken(FORMATS_HOLD_FIGURES, reports=(wrong,))


# Readers.


def read_wrongly(read, *suffixes):
    return broken(READERS_TAKE_ANY_FILE, readers=(reader(read, *suffixes or (".evenings",)),))


def test_a_reader_that_raises_is_told():
    def upset(path, schema):
        return path.read_text(encoding="utf-8").splitlines()[0]

    found = {problem.partition(" it ")[0]: problem for _, problem in read_wrongly(upset)}

    assert found["reading an empty file"].startswith(
        "reading an empty file it raises IndexError: list index out of range; give a Reading"
    )
    assert "it raises UnicodeDecodeError" in found["reading a file that is no text"]


def test_a_reader_gives_a_reading():
    [(about, problem), *_] = read_wrongly(lambda path, schema: [])

    assert about == "cafe.evenings"
    assert problem == "reading a file of JSON it gives a list; it must give a Reading"


def test_a_finding_of_a_reader_tells_no_value():
    def telling(path, schema):
        reading = lab.read_evenings(path, schema)
        text = Text.same(path.read_bytes().decode(errors="replace") or "nothing")
        finding = Finding(kind="cafe.odd", says=text, remedy=text)
        return attrs.evolve(reading, findings=(finding,))

    found = read_wrongly(telling)

    assert len(found) == 4
    assert "gives a finding that tells what is in the file" in found[0][1]


def test_a_reader_without_a_suffix_is_given_a_folder(monkeypatch):
    def listing(path, schema):
        assert path.is_dir()
        return lab.read_evenings(next(path.iterdir()), schema)

    from inclusion_core.testing.conformance.promises import reading

    lone = reader(listing)
    plugin = given(cafe(readers=()))
    found = attrs.evolve(plugin, brought=attrs.evolve(plugin.brought, readers=(lone,)))

    assert list(reading.READERS_TAKE_ANY_FILE.look(found)) == []


# Checks and privacy.


def test_a_check_goes_through_the_sample():
    def odd(examined):
        for client in examined.of(Client):
            yield lab.LATE.at(client) if client.born_on == 1 else None

    found = broken(CHECKS_GO_THROUGH, checks=(lab.LATE.check(odd),))

    assert found[0] == (
        "cafe.late",
        (
            "in data with strange days and codes in it the check raises TypeError: it gives a "
            "NoneType and must give Findings; it has to go through whatever data there are"
        ),
    )
    assert any(problem.startswith("in the sample 'cafe.guests' the check") for _, problem in found)


def test_a_check_that_needs_a_journal_is_not_asked_without_one():
    def versions(examined):
        assert examined.journal is not None
        return ()

    check = attrs.evolve(lab.LATE.check(versions), needs_journal=True)

    assert not broken(CHECKS_GO_THROUGH, checks=(check,))


def test_a_finding_that_tells_a_value_is_told():
    telling = attrs.evolve(lab.LATE, says=lv("dzimis {day:locative}").en("born on {day}"))

    def find(examined):
        for client in examined.of(Client):
            if isinstance(client.born_on, date):
                yield telling.at(client, "born_on", day=client.born_on)

    check = Check(id="cafe.late", says=lab.LATE.says, find=find)
    found = broken(NOTHING_PERSONAL, checks=(check,))

    assert found[0] == (
        "cafe.late",
        (
            "the finding 'cafe.late' about a client tells a value of the record (field 'born_on'); "
            "name the record and the field alone"
        ),
    )


def test_a_check_that_raises_is_told_elsewhere():
    def find(examined):
        raise ValueError

    assert not broken(NOTHING_PERSONAL, checks=(lab.LATE.check(find),))


@attrs.frozen(kw_only=True, repr=False)
class CafeTaste(Record):
    id: str
    kind: str = attrs.field(validator=attrs.validators.in_(["words", "sweet"]))


def test_an_error_that_tells_the_value_it_refuses_is_told():
    found = broken(
        NOTHING_PERSONAL, record_types=(lab.CafeEvening, CafeTaste), checks=(), reports=()
    )

    assert found == [
        (
            "cafe_taste",
            (
                "what is written into its field 'kind' is told by the error, or by the repr, of "
                "the record; say which field is wrong and raise from None"
            ),
        )
    ]


def test_a_report_that_raises_with_a_value_is_told():
    def name(code):
        raise ValueError("KANARIEN")

    [(about, problem), *_] = broken(NOTHING_PERSONAL, **by_gender(name))

    assert about == "cafe.report"
    assert problem.startswith("filling it in raises ValueError that tells a value of a record")


def test_a_report_that_raises_without_a_value_is_told_elsewhere():
    def name(code):
        raise ValueError("no name")

    assert not broken(NOTHING_PERSONAL, **by_gender(name))


@pytest.mark.parametrize(("told", "words"), [("KANARIEN", "words"), ("27.02.1913", "a day")])
def test_a_report_that_tells_of_one_person_is_told(told, words):
    def telling(report, language):
        return lab.lines(report, language) + told.encode()

    [(about, problem), *_] = broken(NOTHING_PERSONAL, formats=(report_format(telling),))

    assert about == "cafe.report"
    assert problem.startswith(f"written as cafe.lines it tells {words} of one record")


def test_a_format_that_raises_is_told_elsewhere():
    def upset(report, language):
        raise ValueError

    assert not broken(NOTHING_PERSONAL, formats=(report_format(upset),))


# Planting.


def test_values_are_planted_in_records_about_clients_alone(sound):
    assert {"client", "participation", "cafe_evening"} <= about_clients(sound.schema)
    assert not {"provider", "staff_member", "service"} & about_clients(sound.schema)

    built = sound.samples[0].caseload
    after = planted(built, sound.schema, 0)

    assert after.records["programme"] == built.records["programme"]
    assert {each.born_on.year for each in after.of(Client)} == {1990, 1913, 2113}
    assert any(each.died_on != built_one.died_on for each, built_one in both(after, built))


def both(after: Caseload, before: Caseload):
    return zip(after.of(Client), before.of(Client), strict=True)


def test_a_record_of_each_type_can_be_made_with_something_in_each_field(sound):
    made = specimens(sound.schema, date(2020, 6, 1))

    assert {each.name for each in sound.schema if not each.derived} <= set(made.records)
    assert made.of(Client)[0].born_on is not NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class Estimate(Record):
    id: str
    indicator: Annotated[str, CodeList("indicators", r"cafe\.[a-z]+")]


def test_a_code_of_any_list_can_be_made():
    [first, *_] = specimens(schema_of(Estimate), date(2020, 6, 1)).records["estimate"]

    assert first.indicator == "cafe.a"


def test_numbers_and_codes_are_planted_where_they_may_stand(sound):
    shares = plantable(sound.schema["funding_share"], date(1913, 2, 27))

    assert shares == {"percent": Decimal("7919.79")}
    assert plantable(sound.schema["operation"], date(1913, 2, 27))["budget_cents"] == 79197919
    assert plantable(sound.schema["arrival"], date(1913, 2, 27))["country"] == "ZZ"
    assert "minutes" not in plantable(sound.schema["service_attendance"], date(1913, 2, 27))


def test_a_code_is_found_as_a_word():
    assert canaries_in("from ZZ, PIZZA", OF_CODES) == ("ZZ",)
    assert canaries_in("PIZZA", OF_CODES) == ()


# Parts.


def test_a_part_of_a_caseload_stands_by_itself(sound):
    whole = sound.samples[0].caseload
    part = part_of(whole, sound.schema, persons=2)

    assert [each.id for each in part.of(Client)] == ["c1", "c2"]
    assert [each.id for each in part.of(lab.CafeEvening)] == ["e1", "e2"]
    assert len(part.records["provider"]) == 1


def test_of_services_those_stay_that_somebody_of_the_part_came_to(sound):
    records = [each.record for each in lab.build(1).versions]
    for number in (1, 2):
        service = Service(id=f"s{number}", contract_id="contract")
        came = ServiceAttendance(
            id=f"a{number}", service_id=service.id, participation_id=f"p{number}"
        )
        records += [
            service,
            came,
            ServiceStaff(id=f"w{number}", service_id=service.id, staff_assignment_id="w"),
        ]
    whole = Caseload.of_records(records, known_on=date(2018, 12, 31))

    part = part_of(whole, sound.schema, persons=1)

    kept = (Service, ServiceAttendance, ServiceStaff)
    assert [[each.id for each in part.of(kind)] for kind in kept] == [["s1"], ["a1"], ["w1"]]


def test_a_journal_without_entries_is_no_sample():
    plugin = given(cafe(samples=(sample(lambda seed: Journal(())),)))

    assert plugin.samples == ()
    assert str(plugin.unbuilt["cafe.guests"]) == "it holds no record"
