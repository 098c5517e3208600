"""The laws of answers: none raises, and none hangs on order, ids or the engine."""

from collections import Counter

import attrs
import pytest
from laws_lab.plugins import (
    ACT,
    LANGUAGE,
    SAYS,
    broken,
    entered,
    figures,
    form,
    given,
    in_cafe,
    limit,
    metric,
    stay,
    stays,
)

from inclusion_core.checks.check import Check, Fault
from inclusion_core.expr import months_after
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.subjects import CLIENT
from inclusion_core.metrics.inequalities import Inequality, Relation
from inclusion_core.metrics.metric import Axis, Grain
from inclusion_core.model.participation import Participation
from inclusion_core.reports.form import InequalityTable
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.rules.rule import Rule
from inclusion_core.testing.conformance.laws import engines
from inclusion_core.testing.conformance.laws.all_laws import CASELOAD_CHECKS
from inclusion_core.testing.conformance.laws.arranging import IDS_TELL_NOTHING, ORDER_TELLS_NOTHING
from inclusion_core.testing.conformance.laws.engines import ENGINES_AGREE
from inclusion_core.testing.conformance.laws.inequalities import INEQUALITIES_HOLD
from inclusion_core.testing.conformance.laws.raising import NOTHING_RAISES

PERSONS = metric("persons")
ENTRIES = metric("entries", subject=ParticipationRow, universe=entered(stay))
HALF_YEAR = limit("half-year", ("six-months", months_after(stay.entered_on, 6)))
GROWN_UP = Rule(
    id="cafe.grown-up",
    programme=LANGUAGE.id,
    says=SAYS,
    holds=months_after(CLIENT.born_on, 216) <= stay.entered_on,
    source=ACT,
)
FAULT = Fault(kind="cafe.late", says=SAYS, remedy=SAYS)


def check_of(which, **changed):
    """A check that finds something about the stays that are picked."""

    def find(examined):
        for each in which(examined.of(Participation)):
            yield FAULT.at(each, "entered_on")

    return attrs.evolve(FAULT.check(find), **changed)


def writing(render):
    """A format that writes so."""
    return ReportFormat(
        id="cafe.paper", says=SAYS, suffix=".txt", media_type="text/plain", render=render
    )


# Raising.


def breaks(examined):
    for each in examined.of(Participation):
        raise LookupError(each.id)
    return ()


def test_a_check_that_raises_is_named_with_the_smallest_caseload():
    raising = Check(id="cafe.raising", says=SAYS, find=breaks)
    found = broken(NOTHING_RAISES, checks=(raising, check_of(list)))

    assert list(found) == ["cafe.raising"]
    assert "raises instead of answering: LookupError" in found["cafe.raising"].problem
    assert found["cafe.raising"].smallest.count("participation p") == 1
    assert "c2" not in found["cafe.raising"].smallest


def test_a_check_that_needs_a_journal_is_not_asked():
    raising = Check(id="cafe.raising", says=SAYS, find=breaks, needs_journal=True)
    its = {"checks": (raising,), "examples": 3}

    assert broken(NOTHING_RAISES, **its) == {}
    assert broken(ORDER_TELLS_NOTHING, **its) == {}


def test_a_format_and_a_sentence_that_raise_are_named():
    def render(report, language):
        return 1 // len(report.id[:0])

    def told(*_):
        raise KeyError("day")

    rule = attrs.evolve(GROWN_UP, id="cafe.rule")
    found = broken(
        NOTHING_RAISES,
        formats=(writing(render),),
        reports=(form(figures(PERSONS)),),
        metrics=(PERSONS,),
        rules=(rule,),
        limits=(HALF_YEAR,),
        examples=4,
    )

    assert list(found) == ["cafe.paper"]
    assert "ZeroDivisionError" in found["cafe.paper"].problem


def test_a_report_that_cannot_be_filled_in_is_named():
    whole = metric("whole", where=stays.where(lambda each: ~in_cafe(each)).exist())
    part = metric("part", part_of="cafe.whole")
    asked = form(figures(part, whole))
    found = broken(NOTHING_RAISES, reports=(asked,), metrics=(part, whole), examples=9)

    assert list(found) == ["cafe.form"]
    assert "counts more than cafe.whole" in found["cafe.form"].problem


# Order and ids.


@pytest.mark.at_length(few=0)
@pytest.mark.no_cover  # it takes four times as long while lines are counted; reached without it
def test_a_check_that_looks_at_the_first_record_hangs_on_order():
    first = check_of(lambda found: [each for each in found[:1] if each.id == "p1"])
    found = broken(ORDER_TELLS_NOTHING, checks=(first,), examples=16)

    assert list(found) == ["cafe.late"]
    assert found["cafe.late"].smallest.count("participation p") == 2


def test_a_check_that_reads_ids_hangs_on_them():
    named = check_of(lambda found: [each for each in found if each.id == "p1"])
    found = broken(IDS_TELL_NOTHING, checks=(named, check_of(list, id="cafe.all")))

    assert list(found) == ["cafe.late"]
    assert "have other ids" in found["cafe.late"].problem
    assert found["cafe.late"].smallest.count("participation p") == 1


def test_a_format_that_remembers_hangs_on_what_it_wrote_before():
    pages = []

    def render(report, language):
        pages.append(report)
        return str(len(pages)).encode()

    found = broken(
        ORDER_TELLS_NOTHING,
        formats=(writing(render),),
        reports=(form(figures(PERSONS)),),
        examples=6,
    )

    assert list(found) == ["cafe.paper"]


def test_a_report_whose_words_hang_on_ids_is_named(monkeypatch):
    from inclusion_core.testing.conformance.laws import arranging

    calls = []

    def filled_in(form, asked, setting):
        calls.append(setting)
        return f"report {len(calls)}"

    monkeypatch.setattr(arranging, "filled_in", filled_in)
    monkeypatch.setattr(arranging, "without_names", lambda report: report)
    its = {"reports": (form(figures(PERSONS)),), "examples": 2}

    assert "shows other figures" in broken(IDS_TELL_NOTHING, **its)["cafe.form"].problem
    assert "filled in otherwise" in broken(ORDER_TELLS_NOTHING, **its)["cafe.form"].problem


# Inequalities.


def test_a_part_that_is_more_than_its_whole_is_named():
    whole = metric(
        "whole",
        subject=ParticipationRow,
        universe=entered(stay) & (CLIENT.born_on >= months_after(stay.entered_on, -216)),
    )
    part = metric("part", subject=ParticipationRow, universe=entered(stay), part_of="cafe.whole")
    found = broken(INEQUALITIES_HOLD, metrics=(whole, part), examples=12)

    assert list(found) == ["cafe.part"]
    assert "part of cafe.whole, and counts 1 where that one counts 0" in found["cafe.part"].problem
    assert found["cafe.part"].smallest.count("participation p") == 1


def test_an_inequality_of_a_form_that_does_not_hold_is_named():
    rule = Inequality(
        id="cafe.rule",
        left=(ENTRIES.id,),
        relation=Relation.AT_MOST,
        right=(PERSONS.id,),
        source=ACT,
    )
    table = InequalityTable(
        id="inequalities", title=SAYS, inequalities=(rule,), metrics=(ENTRIES, PERSONS)
    )
    found = broken(
        INEQUALITIES_HOLD,
        metrics=(ENTRIES, PERSONS),
        reports=(form(table, figures(PERSONS)),),
        examples=30,
    )

    assert list(found) == ["cafe.form/cafe.rule"]
    assert "cafe.entries ≤ cafe.persons: 2 and 1" in found["cafe.form/cafe.rule"].problem
    assert found["cafe.form/cafe.rule"].smallest.count("participation p") == 2


# Engines.


def test_figures_that_differ_on_an_engine_are_named(monkeypatch):
    counted_so = engines.count_tables

    def one_more(metrics, tables, days, *, known_on):
        figures = counted_so(metrics, tables, days, known_on=known_on)
        return attrs.evolve(figures, by_id={each.metric.id: _one_more(each) for each in figures})

    monkeypatch.setattr(engines, "count_tables", one_more)
    found = broken(ENGINES_AGREE, metrics=(PERSONS, GROUPED), examples=3)

    assert list(found) == ["cafe.grouped", "cafe.persons"]
    assert "on polars its groups are others" in found["cafe.grouped"].problem
    assert "on polars it is" in found["cafe.persons"].problem


GROUPED = metric(
    "grouped",
    subject=ParticipationRow,
    universe=entered(stay),
    grain=Grain.EVENT,
    by=Axis(id="reason", says=SAYS, code=stay.leaving_reason),
)


def _one_more(figure):
    """The figure with one counted more, or with other groups."""
    if figure.metric is GROUPED:
        return attrs.evolve(figure, groups={"other": figure.total})
    return attrs.evolve(figure, total=attrs.evolve(figure.total, asked=figure.total.asked + 1))


def test_answers_that_differ_on_an_engine_are_named(monkeypatch):
    class Other(engines.ObjectReader):
        def day(self, day, record):
            span = super().day(day, record)
            return span._replace(latest=span.earliest)

    monkeypatch.setattr(engines, "ObjectReader", Other)
    found = broken(ENGINES_AGREE, limits=(HALF_YEAR,), rules=(GROWN_UP,), examples=8)

    assert list(found) == ["cafe.half-year"]
    assert "on polars it is something else for p1" in found["cafe.half-year"].problem


def test_a_sound_plugin_keeps_the_laws_of_answers():
    its = given(
        metrics=(PERSONS,),
        limits=(HALF_YEAR,),
        rules=(GROWN_UP,),
        checks=(check_of(list),),
        reports=(form(figures(PERSONS)),),
        engines=("polars", "duckdb"),
        examples=6,
    )

    for check in CASELOAD_CHECKS:
        assert not check.concerns(its) or list(check.look(its)) == [], check.id


def test_every_law_has_an_id_and_a_sentence_of_its_own():
    assert Counter(each.id for each in CASELOAD_CHECKS).most_common(1)[0][1] == 1
    assert all(each.says.endswith(".") for each in CASELOAD_CHECKS)


def test_a_plugin_without_declarations_has_nothing_to_check():
    without = given()

    assert [each.id for each in CASELOAD_CHECKS if each.concerns(without)] == []
