"""Plugins that misbehave while they are used: checks, formats, readers, samples."""

import _thread
import logging
import pickle
import signal
import threading
import time
from datetime import date
from itertools import count

import attrs
import pytest
from door_lab.plugins import SAYS, declaring, plugin, reader, sample
from hostile_lab.figures import FORMS, KNOWN_ON, expected, figures, small, untouched

from inclusion_core.checks import contradictions
from inclusion_core.checks.check import Check
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.looking import EACH, FEWEST, found_by
from inclusion_core.errors import MissingExtraError
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.client import Client
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.reports.formats.report_format import FormatFailedError
from inclusion_core.texts import Language, lv
from inclusion_core.wire import read_journal

CANARY = "050590-12345"
FOUND = Finding(
    kind="evil.found",
    says=lv("nav labi").en("not good"),
    remedy=lv("labojiet").en("mend it"),
    place=Place(record_type="client", record_id="c-1"),
)
CASELOAD = Caseload.of_records(
    [Client(id="c-1", provider_id=CANARY)],
    known_on=date(2018, 6, 1),
)


def check(find, key="evil.check"):
    return Check(id=key, says=SAYS, find=find)


def kinds(find, caseload=CASELOAD):
    """The kinds of what is found by a check and by one that looks after it."""
    after = check(lambda examined: [attrs.evolve(FOUND, kind="toy.after")], "toy.check")
    found = contradictions(caseload, SCHEMA, [check(find), after])
    told = "".join(f"{each!r}{each.in_(language)}" for each in found for language in Language)
    assert CANARY not in told
    assert all("evil.check" in each.in_("en") for each in found if each.kind.startswith("check."))
    return [each.kind for each in found]


class Liar(Finding):
    @property
    def order(self):
        raise ValueError(CANARY)


RUBBISH = {
    "a subclass": Liar(kind="evil.found", says=SAYS, remedy=SAYS),
    "a kind of rubbish": attrs.evolve(FOUND, kind=7),
    "words of rubbish": attrs.evolve(FOUND, says=CANARY),
    "a remedy with slots": attrs.evolve(FOUND, remedy=lv("{x}").en("{x}")),
    "a severity of rubbish": attrs.evolve(FOUND, severity="error"),
    "a source of rubbish": attrs.evolve(FOUND, source="the law"),
    "a place of rubbish": attrs.evolve(FOUND, place="here"),
    "a place with rubbish": attrs.evolve(FOUND, place=Place(record_id=None)),
    "a row of rubbish": attrs.evolve(FOUND, place=Place(row="7")),
}


@pytest.mark.parametrize("rubbish", RUBBISH.values(), ids=RUBBISH.keys())
def test_a_finding_that_is_none_is_not_passed_on(rubbish):
    assert kinds(lambda examined: [FOUND, rubbish]) == [
        "check.failed",
        "evil.found",
        "toy.after",
    ]


def test_a_finding_may_be_at_a_row():
    at_row = attrs.evolve(FOUND, place=Place(file="a.csv", row=7), severity=Severity.WARNING)

    assert kinds(lambda examined: [at_row]) == ["toy.after", "evil.found"]


def deeper(examined):
    return deeper(examined)


def raises(examined):
    raise ValueError([each.id for each in examined.of(Client)], CANARY)


def exits(examined):
    raise SystemExit(CANARY)


def half_way(examined):
    yield FOUND
    raise ValueError(CANARY)


@pytest.mark.parametrize("find", [deeper, raises, exits, half_way, lambda: (), 7, lambda _: 7])
def test_a_check_that_fails_is_named_and_the_next_one_looks(find):
    assert [each for each in kinds(find) if each != "evil.found"] == ["check.failed", "toy.after"]


@pytest.mark.counted
def test_a_check_that_finds_for_ever_is_stopped_and_named():
    endless = check(lambda examined: (FOUND for _ in count()))

    found = found_by(endless, Examined(caseload=CASELOAD, schema=SCHEMA))

    most = FEWEST + EACH * len(CASELOAD)
    assert [each.kind for each in found[most - 1 :]] == ["evil.found", "check.endless"]
    assert found[-1].in_("en") == (
        f"the check evil.check was stopped after {most:,} findings; it seems to have no end; tell "
        "those who distribute this check"
    )


def takes_records(examined):
    examined.caseload.records["client"] = ()
    return [FOUND]


def empties(examined):
    examined.caseload.records.clear()
    raise ValueError


def takes_a_type(examined):
    examined.schema.record_types.pop("service")
    return ()


def takes_a_field(examined):
    examined.schema["client"].fields.pop("gender")
    return ()


def turns_round(examined):
    links = examined.schema["client"].links
    first = next(iter(links))
    links[first], links[first + "s"] = None, links.pop(first)
    return ()


def reaches_in(examined):
    object.__setattr__(examined.caseload, "known_on", date(1918, 11, 18))
    object.__setattr__(examined, "schema", None)
    return ()


def rewrites_history(examined):
    object.__setattr__(examined.journal, "versions", ())
    return ()


MEDDLERS = [takes_records, empties, takes_a_type, takes_a_field, turns_round, reaches_in]


@pytest.mark.counted
@pytest.mark.parametrize("find", MEDDLERS)
def test_a_check_that_changes_what_it_looks_at_is_named_and_the_next_one_sees_it_as_it_was(find):
    seen = []

    def looks(examined):
        links = {each.name: dict(each.links) for each in examined.schema}
        fields = {each.name: tuple(each.fields) for each in examined.schema}
        seen.append((examined.known_on, dict(examined.caseload.records), links, fields))
        return ()

    plain = check(lambda examined: (), "toy.check")
    around = [attrs.evolve(plain, find=looks), check(find), attrs.evolve(plain, find=looks)]
    found = contradictions(CASELOAD, SCHEMA, around)

    assert seen[0] == seen[1]
    assert "check.meddled" in [each.kind for each in found]
    told = next(each.in_("en") for each in found if each.kind == "check.meddled")
    assert told.startswith("the check evil.check changed the data that it was to look at")


def test_a_check_that_changes_the_journal_is_named():
    journal = Journal(untouched().samples["esf.participants"].build(1).versions[:2])
    examined = Examined(caseload=CASELOAD, schema=SCHEMA, journal=journal)
    before = journal.versions

    found = found_by(check(rewrites_history), examined)

    assert [each.kind for each in found] == ["check.meddled"]
    assert journal.versions is before


def test_figures_are_the_same_beside_checks_that_misbehave(site):
    finds = [*MEDDLERS, raises, exits, half_way, deeper]
    checks = [check(find, f"evil.check-{number}") for number, find in enumerate(finds)]
    catalogue = site.load(plugin("evil", declaring(checks=checks)))
    assert catalogue.faults == ()

    ours = attrs.evolve(catalogue, checks=untouched().checks)
    for caseload in map(small, ("sif.mentoring", "esf.participants")):
        found = contradictions(caseload, catalogue.schema, catalogue.checks)
        theirs = contradictions(caseload, ours.schema, ours.checks)
        others = [each for each in found if "evil." not in each.in_("en") and each != FOUND]
        assert others == list(theirs)

    assert figures(ours) == expected()


@pytest.fixture
def interruptible():
    """A process that is interrupted like one in a terminal, also in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_a_check_that_hangs_is_named_to_whom_interrupts_it():
    waiting = threading.Event()

    def hangs(examined):
        waiting.set()
        end = time.monotonic() + 20
        while time.monotonic() < end:
            time.sleep(0.01)
        return ()

    def interrupts():
        waiting.wait(10)
        _thread.interrupt_main()

    threading.Thread(target=interrupts, daemon=True).start()

    with pytest.raises(KeyboardInterrupt) as caught:
        contradictions(CASELOAD, SCHEMA, [check(hangs)])

    assert caught.value.__notes__ == ["while the check evil.check was looking"]


def test_what_a_check_logs_is_its_own_and_nothing_is_added(caplog):
    def logs(examined):
        logging.getLogger("evil").error(CANARY)
        raise ValueError(CANARY)

    assert kinds(logs) == ["check.failed", "toy.after"]
    assert [each.name for each in caplog.records] == ["evil"]


def report():
    """A report of the social mentor service on a few records."""
    sample_key, key, period = FORMS[0]
    data = ReportData.of_caseload(small(sample_key), untouched().schema)
    return untouched().report(key).filled_in(data, period=period, status_day=KNOWN_ON)


def report_format(render):
    return ReportFormat(
        id="evil.format", says=SAYS, suffix=".txt", media_type="text/plain", render=render
    )


def format_raises(*_):
    raise ValueError(CANARY)


def format_exits(*_):
    raise SystemExit(CANARY)


def format_fails_deep(one, _):
    int(CANARY)


FAILING = {
    "raises": (format_raises, "ValueError in tests.hostile.test_at_use, line "),
    "exits": (format_exits, "SystemExit in tests.hostile.test_at_use, line "),
    "fails inside": (format_fails_deep, "ValueError in tests.hostile.test_at_use, line "),
    "takes too little": (lambda: b"", "TypeError in inclusion_core.reports.formats."),
    "gives a text": (lambda *_: "words", "it gave str, and no bytes"),
    "gives nothing": (lambda *_: None, "it gave NoneType, and no bytes"),
    "gives bytes of its own": (lambda *_: type("B", (bytes,), {})(), "it gave B, and no bytes"),
}


@pytest.mark.counted
@pytest.mark.parametrize(("render", "why"), FAILING.values(), ids=FAILING.keys())
def test_a_format_that_fails_is_named_and_tells_no_value(render, why):
    with pytest.raises(FormatFailedError) as caught:
        report_format(render).render(report(), Language.EN)

    told = str(caught.value)
    assert told.startswith(f"the format 'evil.format' failed ({why}")
    assert told.endswith("choose another format, and tell those who distribute this one")
    assert CANARY not in told
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    assert str(pickle.loads(pickle.dumps(caught.value))) == told


def test_a_format_that_lacks_something_says_what():
    def needs(*_):
        raise MissingExtraError("xlsx", "the sheet")

    with pytest.raises(MissingExtraError):
        report_format(needs).render(report(), Language.EN)


@pytest.mark.counted
def test_a_format_that_hangs_is_named_to_whom_interrupts_it():
    def interrupted(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as caught:
        report_format(interrupted).render(report(), Language.EN)

    assert caught.value.__notes__ == ["while the format evil.format was writing"]


def test_a_format_that_changes_a_report_changes_its_own():
    def spoils(given, _):
        table = given.sections[0].tables[0]
        object.__setattr__(table.rows[0].cells[0], "value", 666)
        object.__setattr__(table, "rows", ())
        object.__setattr__(given, "sections", ())
        return b"spoilt"

    one, json = report(), untouched().formats["json"]
    before = json.render(one, Language.EN)

    assert report_format(spoils).render(one, Language.EN) == b"spoilt"
    assert json.render(one, Language.EN) == before


def test_a_format_that_is_changed_a_little_is_called_as_carefully():
    one = report_format(format_raises)
    other = attrs.evolve(one, id="evil.other")

    assert one == report_format(format_raises)
    assert one != other
    with pytest.raises(FormatFailedError, match=r"the format 'evil\.other' failed"):
        other.render(report(), Language.EN)


@pytest.mark.parametrize("fault", [ValueError(CANARY), SystemExit(CANARY)])
def test_a_reader_that_fails_is_named_and_tells_no_value(site, tmp_path, fault):
    def read(path, schema):
        raise fault

    evil = plugin("evil", declaring(readers=[reader("evil.reader", ".evil", read=read)]))
    catalogue = site.load(evil)
    (tmp_path / "data.evil").write_text(CANARY)

    reading = read_journal(tmp_path / "data.evil", catalogue.schema, catalogue.readers)

    (found,) = reading.findings
    assert found.kind == "wire.reader-failed"
    assert "evil.reader" in found.in_("en")
    assert CANARY not in found.in_("en")
    assert figures(catalogue) == expected()


def test_a_sample_that_fails_does_so_only_when_it_is_asked_for(site):
    def build(seed):
        raise RuntimeError("no sample today")

    evil = attrs.evolve(sample("evil.sample"), build=build)
    catalogue = site.load(plugin("evil", declaring(samples=[evil])))

    assert catalogue.faults == ()
    assert figures(catalogue) == expected()
    with pytest.raises(RuntimeError, match="no sample today"):
        catalogue.samples["evil.sample"].build(1)
