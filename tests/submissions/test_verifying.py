"""A submission is made again, and what stands in the way is told; two are compared."""

import pickle

import attrs
import handed_lab as lab
import pytest

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.submissions.asked import Material
from inclusion_core.submissions.comparing import OtherFormError, compared
from inclusion_core.submissions.corrections import Span
from inclusion_core.submissions.figures import Counted
from inclusion_core.submissions.folder import Frozen, frozen_files
from inclusion_core.submissions.form import SubmissionForm
from inclusion_core.submissions.verifying import OtherVersion, verify


@pytest.fixture
def again(desk):
    """Verifies what was made."""

    def verified(made, material=None, versions=desk.versions, tampered=()):
        files = frozen_files(made, {}, {})
        frozen = Frozen(made.submission, "a" * 64, files, tampered)
        return verify(frozen, desk.form, material or desk.material, versions=versions)

    return verified


def test_the_same_records_and_versions_give_the_same_bytes(again, handed_in, second):
    for made in (handed_in, second):
        found = again(made)

        assert (found.confirmed, found.same, found.same_records) == (True, True, True)
        assert (found.versions, found.erased, found.figures, found.report) == ((), {}, (), False)


def test_what_was_recorded_since_changes_nothing(again, handed_in):
    material = Material(
        lab.journal(*lab.corrected(), lab.first(lab.client(9), lab.NEXT_YEAR)), SCHEMA
    )

    assert again(handed_in, material).confirmed


def test_a_changed_file_is_not_confirmed(again, handed_in):
    found = again(handed_in, tampered=("submission.lv.html",))

    assert found.same
    assert not found.confirmed


def test_a_file_for_readers_that_comes_out_otherwise_is_not_confirmed(again, handed_in):
    assert not attrs.evolve(again(handed_in), readable=("submission.lv.html",)).confirmed


def test_other_versions_are_named(again, handed_in):
    versions = (("inclusion-class", "2.0"), ("inclusion-new", "1.0"))
    found = again(handed_in, versions=versions)

    assert found.same
    assert found.versions == (
        OtherVersion(distribution="inclusion-class", then="1.0", now="2.0"),
        OtherVersion(distribution="inclusion-core", then="0.1.0", now=""),
        OtherVersion(distribution="inclusion-new", then="", now="1.0"),
    )


def test_after_an_erasure_the_figures_cannot_be_made_again(again, handed_in):
    keys = (("client", "c-2"), ("participation", "s-2"), ("service_attendance", "a-2"))
    found = again(handed_in, Material(lab.erased(*keys), SCHEMA))
    clients = next(each for each in found.figures if each.metric == "class.clients")

    assert not found.same
    assert not found.same_records
    assert found.erased == {"client": 1, "participation": 1, "service_attendance": 1}
    assert (clients.span, clients.old, clients.new) == (
        *(Span.PERIOD, Counted(value=4), Counted(value=3)),
    )
    assert found.report


def test_records_that_were_changed_without_a_version_are_told_apart(again, handed_in):
    version = lab.RECORDED["provider", "p-1"]
    other = attrs.evolve(version, record=attrs.evolve(version.record, name="Their house"))
    kept = [each for each in lab.journal().versions if each != version]
    found = again(handed_in, Material(type(lab.journal())((*kept, other)), SCHEMA))

    assert (found.same, found.same_records, found.erased) == (False, False, {})
    assert (found.figures, found.report) == ((), False)


def test_an_annex_that_was_left_out_is_not_missed(again, desk, second):
    files = frozen_files(second, {}, {})
    del files["persons.json"]
    frozen = Frozen(second.submission, "a" * 64, files, ())

    assert verify(frozen, desk.form, desk.material, versions=desk.versions).confirmed


def test_two_submissions_stand_side_by_side(handed_in, second):
    found = compared(handed_in.submission, second.submission)
    moved = {(each.metric, each.span): (each.old, each.new) for each in found.figures}

    assert not found.same_period
    assert found.moved is None
    assert moved["class.clients", Span.PERIOD] == (Counted(value=4), Counted(value=2))
    assert moved["class.minutes", Span.CUMULATIVE] == (Counted(value=240), Counted(value=180))


def test_with_records_it_is_told_who_moved_a_figure(desk, handed_in, second):
    found = compared(handed_in.submission, second.submission, desk.form, desk.material)

    assert [annex for _, annex in found.moved] == list(second.annex)
    assert [each.key for each, _ in found.moved] == [
        each.key for each in second.submission.corrections
    ]


def test_a_submission_beside_itself_has_not_moved(desk, handed_in):
    one = handed_in.submission
    found = compared(one, one, desk.form, desk.material)

    assert (found.same_period, found.figures, found.moved) == (True, (), ())


def test_two_forms_have_no_figures_in_common(desk, handed_in):
    short = desk.make(form=SubmissionForm.standard(lab.SHORT)).submission
    with pytest.raises(OtherFormError, match=r"class\.half-year.*class\.short") as caught:
        compared(handed_in.submission, short)

    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
