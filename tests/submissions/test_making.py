"""A submission says what the records say, what was promised, corrected, and what is missing."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import attrs
import handed_lab as lab
import pytest

from inclusion_core.errors import DeclarationError
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Severity
from inclusion_core.model.caseload import Journal
from inclusion_core.model.target import Target
from inclusion_core.model.versions import Act
from inclusion_core.reports.form import MoneyTable
from inclusion_core.reports.lineage.subjects import State
from inclusion_core.reports.report import Mark
from inclusion_core.submissions.asked import Material
from inclusion_core.submissions.corrections import Span
from inclusion_core.submissions.cover import Cover, Signing
from inclusion_core.submissions.faults import _KINDS
from inclusion_core.submissions.figures import Counted, ReportedFigure, reported_figures
from inclusion_core.submissions.form import (
    AttachmentSlot,
    Duty,
    NarrativeSlot,
    SubmissionForm,
)
from inclusion_core.submissions.moving import Moved, moved
from inclusion_core.submissions.submission import Attachment, Given
from inclusion_core.submissions.told import submission_report
from inclusion_core.submissions.told_figures import counted_cell
from inclusion_core.submissions.wording import verbatim
from inclusion_core.texts import lv
from inclusion_core.values import NOT_ASKED


def figures(made):
    return {each.metric: each for each in made.submission.figures}


def kinds(made, severity=Severity.ERROR):
    return [
        (each.kind.removeprefix("submission."), each.place.field)
        for each in made.submission.findings
        if each.severity is severity
    ]


def table(made, key):
    report = submission_report(made.submission)
    tables = {each.id: each for section in report.sections for each in section.tables}
    return tables.get(key)


def rows(made, key):
    return {row.id: tuple(cell.value for cell in row.cells) for row in table(made, key).rows}


def test_figures_are_of_the_period_and_from_the_first_day(handed_in, second):
    first, then = figures(handed_in), figures(second)

    assert first["class.clients"].period == Counted(value=4)
    assert first["class.clients"].cumulative == Counted(value=4)
    assert then["class.clients"].period == Counted(value=2)
    assert then["class.clients"].cumulative == Counted(value=3)
    assert first["class.minutes"].period == Counted(value=240)
    assert then["class.minutes"].period == Counted(value=0)
    assert then["class.minutes"].cumulative == Counted(value=180)


def test_a_stock_and_a_median_are_not_counted_from_the_first_day(handed_in, second):
    assert figures(handed_in)["class.now"].period == Counted(value=3)
    assert figures(handed_in)["class.now"].cumulative is None
    assert figures(handed_in)["class.usual"] == ReportedFigure(
        metric="class.usual",
        says=lv("Mediāna (minūtes)").en("Median (minutes)"),
        period=Counted(value=90),
    )
    assert figures(second)["class.usual"].period == Counted(value=None)
    assert rows(second, "submission.figures")["class.usual"][:2] == (Mark.NOT_APPLICABLE,) * 2


def test_what_is_still_open_is_told_apart(handed_in, second):
    assert figures(handed_in)["class.results"].period == Counted(value=0, open=1)
    assert figures(second)["class.results"].cumulative == Counted(value=1)
    assert table(handed_in, "submission.figures").rows[5].cells[0].unknown == 1


def test_a_figure_is_held_against_the_target_as_amended(handed_in):
    clients = figures(handed_in)["class.clients"]

    assert (clients.target.first, clients.target.amended) == (10, 8)
    assert clients.target.due_on == date(2018, 6, 30)
    assert clients.per_cent == Decimal("50.0")
    assert rows(handed_in, "submission.figures")["class.clients"] == (
        *(4, 4, 10, 8),
        date(2018, 6, 30),
        Decimal("50.0"),
    )


def test_after_its_day_the_last_target_stays(second):
    assert figures(second)["class.clients"].target.past_due


def test_of_several_targets_the_next_one_due_counts(desk):
    next_year = Target(
        id="t-3",
        operation_id="op-1",
        metric="class.clients",
        amount=20,
        agreed_on=lab.START,
        due_on=date(2019, 6, 30),
    )
    material = Material(lab.journal(lab.first(next_year)), SCHEMA)
    made = desk.make(material=material, period=lab.SECOND_HALF, known_on=lab.NEXT_YEAR)

    assert figures(made)["class.clients"].target.amended == 20
    assert not figures(made)["class.clients"].target.past_due
    assert made.submission.deviations == ()
    assert kinds(made, Severity.WARNING)[0] == ("answer-to-nothing", "deviations.class.clients")


def test_a_contested_target_is_pointed_out(desk):
    target = attrs.evolve(
        lab.RECORDED["target", "t-2"].record, agreed_on=NOT_ASKED, due_on=NOT_ASKED
    )
    key = ("target", "t-2")
    others = [each for name, each in lab.RECORDED.items() if name != key]
    made = desk.make(material=Material(Journal((*others, lab.first(target))), SCHEMA))

    assert ("target-contested", "class.clients") in kinds(made, Severity.WARNING)


def test_a_target_of_nothing_has_no_per_cent():
    nothing = attrs.evolve(
        ReportedFigure(metric="x", says=lv("x").en("x"), period=Counted(value=3)), target=None
    )

    assert nothing.per_cent is None


def test_the_cover_says_what_the_records_leave_no_doubt_about(handed_in):
    cover = handed_in.submission.cover

    assert (cover.operation, cover.contract) == ("9.9", "2018/7")
    assert (cover.beneficiary, cover.provider) == ("The town", "Our house")


def test_the_cover_says_what_its_author_says_first(desk):
    given = attrs.evolve(desk.whole, cover=Cover(contract="2018/8", number=3))
    made = desk.make(given)

    assert (made.submission.cover.contract, made.submission.cover.number) == ("2018/8", 3)
    assert made.submission.cover.provider == "Our house"


def test_of_two_contracts_that_which_covers_the_period_counts(desk):
    contract = lab.RECORDED["contract", "k-1"].record
    ended = attrs.evolve(contract, id="k-0", number="2017/1", last_day=date(2018, 3, 31))
    made = desk.make(material=Material(lab.journal(lab.first(ended)), SCHEMA))

    assert made.submission.cover.contract == "2018/7"


def test_without_an_operation_little_is_known(desk):
    kept = [
        each
        for (name, _), each in lab.RECORDED.items()
        if name not in ("operation", "budget_line", "target")
    ]
    made = desk.make(material=Material(Journal(tuple(kept)), SCHEMA))

    assert [field for kind, field in kinds(made) if kind == "cover-empty"] == [
        *("operation", "contract", "beneficiary", "provider")
    ]
    assert ("no-start", "") in kinds(made, Severity.WARNING)
    assert figures(made)["class.clients"].cumulative is None
    assert figures(made)["class.clients"].held_against == Counted(value=4)


def test_an_operation_without_first_day_has_no_cumulative_figures_unless_a_day_is_named(desk):
    vague = attrs.evolve(lab.OPERATION, first_day=NOT_ASKED)
    others = [each for (name, _), each in lab.RECORDED.items() if name != "operation"]
    material = Material(Journal((*others, lab.first(vague))), SCHEMA)

    assert desk.asked(material=material).counted_from is None
    assert desk.asked(material=material, counted_from=lab.START).counted_from == lab.START
    assert desk.asked(material=material, counted_from=lab.NEXT_YEAR).since_the_start is None


def test_a_missed_target_wants_a_text(desk, handed_in):
    made = desk.make(attrs.evolve(desk.whole, deviations=()))

    assert kinds(made) == [("deviation-without-text", "class.clients")]
    [deviation] = handed_in.submission.deviations
    assert (deviation.per_cent, deviation.why.in_("lv")) == (Decimal("50.0"), "Fewer came.")


def test_a_target_that_is_not_due_wants_none_until_it_is_exceeded(desk):
    at_end = attrs.evolve(lab.RECORDED["target", "t-2"].record, due_on=date(2018, 12, 31))
    others = [each for (name, _), each in lab.RECORDED.items() if name != "target"]

    def made(amount):
        version = lab.first(attrs.evolve(at_end, amount=amount))
        return desk.make(material=Material(Journal((*others, version)), SCHEMA))

    assert made(100).submission.deviations == ()
    assert len(made(3).submission.deviations) == 1


def test_the_second_submission_corrects_the_first(second):
    corrections = {each.key: each for each in second.submission.corrections}
    clients, minutes = corrections["class.clients"], corrections["class.minutes"]

    assert list(corrections) == [
        *("class.clients", "class.clients/cumulative", "class.now"),
        *("class.genders", "class.genders/cumulative"),
        *("class.minutes", "class.minutes/cumulative"),
        *("class.usual", "class.results", "class.results/cumulative"),
        *("class.families", "class.families/cumulative"),
    ]
    assert (clients.old, clients.new) == (Counted(value=4), Counted(value=3))
    assert (clients.subjects, clients.acts) == (3, ((Act.CORRECTED, 1), (Act.RETRACTED, 2)))
    assert clients.by_records
    assert not clients.otherwise
    assert clients.why.in_("en") == "A list was found."
    assert corrections["class.clients/cumulative"].why == clients.why
    assert (minutes.old, minutes.new) == (Counted(value=240), Counted(value=180))
    assert (minutes.subjects, minutes.why.in_("lv")) == (1, "")
    assert ("correction-without-reason", "class.now") in kinds(second)


def test_whoever_moved_a_figure_stands_in_the_annex(second):
    behind = {(each.metric, each.span): each.moved for each in second.annex}
    third, *_ = (each for each in behind["class.clients", Span.PERIOD] if each.subject_id == "c-3")
    [attendance] = behind["class.minutes", Span.PERIOD]
    [family] = behind["class.families", Span.PERIOD]
    [result] = behind["class.results", Span.PERIOD]

    assert (third.subject_type, third.before, third.after) == (
        *("person", State.NOT_COUNTED, State.COUNTED),
    )
    assert [(each.record_type, each.record_id, each.version) for each in third.touched_by] == [
        ("participation", "s-3", 2)
    ]
    assert (attendance.before, attendance.after) == (State.COUNTED,) * 2
    assert [each.record_id for each in attendance.touched_by] == ["a-2"]
    assert (family.subject_type, family.subject_id) == ("household", "h-1")
    assert [each.record_id for each in family.touched_by] == ["s-4"]
    assert result == Moved(
        subject_type="participation",
        subject_id="s-1",
        before=State.OPEN,
        after=State.COUNTED,
    )


def test_where_nothing_moved_nobody_did(desk):
    asked = desk.asked()

    assert moved(lab.CLIENTS, desk.material, asked, asked) == ()


def test_what_is_not_in_the_data_is_no_zero(desk):
    small = type(SCHEMA)({"operation": SCHEMA["operation"]})
    material = Material(Journal((lab.first(lab.OPERATION),)), small)
    listed = reported_figures(desk.form, material, desk.asked(material=material))

    assert {each.period for each in listed} == {None}
    assert counted_cell(None, Mark.NOT_COLLECTED).value is Mark.NOT_COLLECTED


def test_a_correction_that_no_record_explains_is_told_so(desk, handed_in):
    """The first half year was handed in with figures that the records of that day do not give."""
    first = handed_in.submission
    clients = attrs.evolve(first.figures[0], period=Counted(value=9))
    previous = attrs.evolve(
        first.as_previous("a" * 64), figures=(clients,), versions=(("inclusion-core", "0.0.9"),)
    )
    made = desk.make(previous=previous)
    [correction] = made.submission.corrections

    assert (correction.old, correction.again) == (Counted(value=9), Counted(value=4))
    assert correction.otherwise
    assert not correction.by_records
    [note] = table(made, "submission.corrections").notes
    assert note.in_("en").startswith("Clients in the period: also what was known on that day")
    assert rows(made, "submission.corrections")["class.clients"][4] == lv("nav").en("none")


def test_a_figure_that_the_form_no_longer_has_is_not_corrected(desk, handed_in):
    form = SubmissionForm.standard(lab.SHORT)
    made = desk.make(form=form, previous=handed_in.submission.as_previous("a" * 64))

    assert made.submission.corrections == ()
    assert table(made, "submission.corrections").rows == ()
    assert "submission.corrections" in [
        section.id for section in submission_report(made.submission).sections
    ]


def test_texts_have_limits_and_signatures_an_order(desk):
    form = attrs.evolve(
        desk.form,
        narrative=(
            NarrativeSlot(id="summary", title=lv("a").en("a"), asks=lv("b").en("b"), longest=5),
            NarrativeSlot(id="next", title=lv("a").en("a"), asks=lv("b").en("b")),
            NarrativeSlot(id="more", title=lv("a").en("a"), asks=lv("b").en("b"), required=False),
        ),
        attachments=(
            AttachmentSlot(id="list", title=lv("saraksts").en("list")),
            AttachmentSlot(id="photo", title=lv("foto").en("photo"), required=False),
        ),
    )
    given = attrs.evolve(
        desk.whole,
        signings=(
            Signing(duty=Duty.PREPARED, role="coordinator", on=lab.JULY),
            Signing(duty=Duty.APPROVED, role="director", on=lab.START),
        ),
    )

    assert kinds(desk.make(given, form=form)) == [
        ("narrative-too-long", "summary"),
        ("narrative-missing", "next"),
        ("attachment-missing", "list"),
        ("not-signed", "checked"),
        ("signed-backwards", "approved"),
    ]


def test_an_answer_to_nothing_is_pointed_out(desk):
    given = attrs.evolve(desk.whole, reasons=(("class.client", verbatim("x")),))

    assert ("answer-to-nothing", "corrections.class.client") in kinds(
        desk.make(given), Severity.WARNING
    )


def test_an_outcome_of_the_period_without_evidence_is_pointed_out(handed_in, second):
    def missing(made):
        return [
            each.place.record_id
            for each in made.submission.findings
            if each.kind == "submission.no-evidence"
        ]

    assert handed_in.submission.complete
    assert missing(handed_in) == ["o-2"]
    assert missing(second) == ["o-3"]


def test_contradictory_figures_are_not_handed_in(desk):
    from inclusion_core.metrics.inequalities import Inequality, Relation
    from inclusion_core.reports.form import InequalityTable

    rule = Inequality(
        id="class.rule",
        left=("class.clients",),
        relation=Relation.AT_MOST,
        right=("class.now",),
        source=lab.RULES,
    )
    broken = InequalityTable(
        id="rules", title=lv("a").en("a"), inequalities=(rule,), metrics=(lab.CLIENTS, lab.NOW)
    )
    form = SubmissionForm.standard(lab.report_form(lab.CLIENTS, tables=(broken,)))

    assert kinds(desk.make(form=form)) == [("contradictory", "")]


def test_a_form_may_name_what_is_shown_and_what_adds_up(desk):
    form = SubmissionForm(
        report=lab.FORM, metrics=("class.clients", "class.minutes"), cumulative=("class.minutes",)
    )
    found = figures(desk.make(form=form))

    assert list(found) == ["class.clients", "class.minutes"]
    assert found["class.clients"].cumulative is None
    assert found["class.minutes"].cumulative == Counted(value=240)


def test_a_form_with_a_table_of_money_gets_no_second_one():
    with_money = lab.report_form(lab.CLIENTS, tables=(MoneyTable(id="own"),))

    assert SubmissionForm.standard(with_money).money is None
    assert SubmissionForm.standard(with_money).filled == with_money
    assert SubmissionForm.standard(lab.FORM).money == MoneyTable(id="submission.money")


def test_people_read_all_of_it(desk, handed_in):
    attachment = Attachment(slot="", name="a.pdf", sha256="b" * 64, size=3)
    listed = Attachment(slot="list", name="list.pdf", sha256="c" * 64, size=4)
    whole = attrs.evolve(desk.whole, attachments=(attachment, listed), draft=True)
    made = desk.make(whole)
    report = submission_report(made.submission)
    summary = next(each for each in report.sections if each.id == "submission.narrative.summary")

    assert report.title.in_("en") == "Half-year report: submission 1 (draft)"
    assert submission_report(handed_in.submission).title.in_("lv") == (
        "Pusgada ziņojums: iesniegums Nr. 1"
    )
    assert [each.in_("en") for each in summary.paragraphs] == [
        "Two groups ended.",
        "A third began.",
    ]
    assert rows(made, "submission.attachments")["a.pdf"] == (
        *(lv("nav").en("none"), 3, lv("b" * 64).en("b" * 64)),
    )
    assert rows(made, "submission.signed")["checked"][1] == lab.JULY
    assert rows(made, "submission.deviations")["class.clients"][1].in_("en") == "Fewer came."
    assert rows(made, "submission.missing")["1"][1].in_("en") == "no"
    assert table(made, "submission.missing").rows[0].heading.in_("lv").startswith("outcome o-2")


def test_paragraphs_that_do_not_pair_stay_together(desk):
    words = attrs.evolve(verbatim("Viens.\n\nDivi."), en="One and two.")
    made = desk.make(attrs.evolve(desk.whole, narrative=(("summary", words),)))
    sections = submission_report(made.submission).sections
    [paragraph] = next(s for s in sections if s.id == "submission.narrative.summary").paragraphs

    assert (paragraph.in_("lv"), paragraph.in_("en")) == ("Viens.\n\nDivi.", "One and two.")


def test_what_nobody_said_is_told_as_such(desk):
    made = desk.make(Given())
    missing = rows(made, "submission.missing")

    assert rows(made, "submission.deviations")["class.clients"][1].in_("en") == "not said"
    assert table(made, "submission.signed") is None
    assert missing["1"][0].in_("lv").startswith("novirze no plānotā vairāk nekā par 10 %")


def test_a_fault_of_the_whole_names_no_place(desk):
    vague = attrs.evolve(lab.OPERATION, first_day=NOT_ASKED)
    gone = ("operation", "contract")
    others = [each for (name, _), each in lab.RECORDED.items() if name not in gone]
    made = desk.make(material=Material(Journal((*others, lab.first(vague))), SCHEMA))
    headings = [row.heading.in_("en") for row in table(made, "submission.missing").rows]

    assert "the whole report" in headings
    assert rows(made, "submission.cover")["contract"][0].in_("en") == "not said"


def test_where_nothing_is_missing_nothing_is_said_of_it(desk):
    left_out = ("outcome", "target")
    kept = [each for (name, _), each in lab.RECORDED.items() if name not in left_out]
    made = desk.make(
        attrs.evolve(desk.whole, deviations=()), material=Material(Journal(tuple(kept)), SCHEMA)
    )

    assert made.submission.findings == ()
    assert table(made, "submission.missing") is None
    assert table(made, "submission.deviations") is None


def test_every_kind_of_finding_stands_in_the_reference():
    page = (Path(__file__).parents[2] / "docs" / "reference" / "submissions.md").read_text()
    severities = {kind: severity for kind, (severity, *_) in _KINDS.items()}
    severities["no-evidence"] = Severity.WARNING

    assert re.findall(r"^\| `submission\.([a-z-]+)` \| (\w+) \|", page, re.MULTILINE) == sorted(
        (kind, severity.value) for kind, severity in severities.items()
    )


def test_a_form_names_only_metrics_that_are_there(desk):
    with pytest.raises(DeclarationError, match="no metric"):
        SubmissionForm(report=lab.FORM, metrics=("class.nobody",))
    slot = AttachmentSlot(id="list", title=lv("a").en("a"))
    with pytest.raises(DeclarationError, match="two slots"):
        SubmissionForm(report=lab.FORM, attachments=(slot, slot))
    with pytest.raises(DeclarationError, match="below zero"):
        SubmissionForm(report=lab.FORM, threshold=-1)
    assert SubmissionForm(report=lab.FORM, threshold=0).threshold == 0
