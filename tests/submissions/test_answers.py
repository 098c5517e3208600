"""The answers of an author, as a readable file."""

import pickle

import attrs
import pytest

from inclusion_core.submissions.answers import given_in
from inclusion_core.submissions.answers_template import answers_template
from inclusion_core.submissions.comparing import OtherFormError
from inclusion_core.submissions.errors import AnswersError, SubmissionFileError
from inclusion_core.submissions.form import NarrativeSlot
from inclusion_core.texts import Language, lv


def test_answers_are_said_in_one_language_or_in_both():
    given = given_in(
        b"""
        [cover]
        contract = " 2018/7 "
        [narrative]
        summary = " Two {groups}. "
        problems.lv = "Nav."
        [narrative.more]
        lv = "Vair\xc4\x81k."
        en = "More."
        [corrections]
        "a.b/cumulative" = "A list."
        "a.c" = ""
        [deviations."a.b"]
        en = "Fewer."
        """
    )
    said = {key: (text.in_("lv"), text.in_("en")) for key, text in given.narrative}

    assert given.cover.contract == "2018/7"
    assert said == {
        "summary": ("Two {groups}.",) * 2,
        "problems": ("Nav.",) * 2,
        "more": ("Vairāk.", "More."),
    }
    assert [(key, text.in_("lv")) for key, text in given.reasons] == [("a.b/cumulative", "A list.")]
    assert [(key, text.in_("lv")) for key, text in given.deviations] == [("a.b", "Fewer.")]
    assert "groups" not in repr(given)


def test_nothing_said_is_nothing():
    assert given_in(b"").narrative == ()


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (b"CANARY = ", "write TOML"),
        (b"\xff", "write TOML"),
        (b"x = " + b"[" * 5_000, "write TOML"),
        (b"a." * 50_000 + b"a = 'CANARY'", "write TOML"),
        (b"CANARY = " + b"1" * (1 << 20), r"at most 1,048,576 bytes"),
        (b"narrative = 1", r"\[narrative\] is a table"),
        (b"[other]", r"no part \[other\]"),
        (b"[cover]\nnumber = 1", r"\[cover\] has only operation"),
        (b"[cover]\ncontract = 1", r"cover\.contract is a text"),
        (b"[narrative]\nsummary = 1", r"narrative\.summary is a text"),
        (b"[narrative]\nsummary.fr = 'CANARY'", r"narrative\.summary is a text"),
        (b"[narrative]\nsummary.lv = 1", r"narrative\.summary is a text"),
    ],
)
def test_what_is_wrong_is_told_without_what_is_said(document, why):
    with pytest.raises(AnswersError, match=why) as caught:
        given_in(document)

    assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize(
    "error", [AnswersError(("a",)), OtherFormError("a", "b"), SubmissionFileError("a", "b")]
)
def test_errors_can_be_handed_over(error):
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize("language", Language)
def test_a_template_is_an_empty_file_of_answers(desk, second, language):
    longest = NarrativeSlot(id="x", title=lv("a" * 300).en("b" * 300), asks=lv("c").en("d"))
    form = attrs.evolve(desk.form, narrative=(*desk.form.narrative, longest))
    template = answers_template(form, second, language)

    assert given_in(template).narrative == ()
    assert b'"class.clients" = ""' in template
    assert b"class.clients/cumulative" not in template


def test_a_template_says_what_moved_and_what_deviates(desk, handed_in, second):
    told = answers_template(desk.form, second, Language.EN).decode()

    assert "# Clients, in the period: was 4, is 3. Counted otherwise: 3." in told
    assert "# Records about them since then: retracted 2." in told
    assert (
        "# Clients: 50.0 % of the target."
        in answers_template(desk.form, handed_in, Language.EN).decode()
    )


def test_a_template_that_is_filled_in_is_read(second, desk):
    template = answers_template(desk.form, second, Language.LV)
    filled = template.replace(b'"class.now" = ""', b'"class.now" = "A list."')

    assert [key for key, _ in given_in(filled).reasons] == ["class.now"]
