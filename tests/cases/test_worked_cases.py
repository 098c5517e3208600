"""Worked cases under pytest: a test for each row, and one for the files."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from inclusion_core.testing.worked_cases import Shown, WorkedCases

CASE = """\
# {title}

{programme}: toy.course
{known_on}: 2018-12-31

| person | what | on | day of birth |
|---|---|---|---|
| Anna | client | | 1990-05-01 |
| Anna | participation | 2018-02-01 | |

| person | question | expected | why |
|---|---|---|---|
| Anna | eligible | {expected} | Rules, 1 |
"""
ENGLISH = {"title": "A case", "programme": "programme", "known_on": "known on"}
LATVIAN = {"title": "Gadījums", "programme": "programma", "known_on": "zināms"}


@pytest.fixture
def cases(catalogue, tmp_path):
    """The class for a folder of one file, as a plugin would write it."""

    def made(text):
        (tmp_path / "one.md").write_text(text, encoding="utf-8")

        class Cases(WorkedCases):
            folder = tmp_path

            def catalogue(self):
                return catalogue

        return Cases()

    return made


def test_each_row_is_a_test_named_by_its_place(cases):
    given = {}
    asked = SimpleNamespace(
        fixturenames=["worked"],
        parametrize=lambda name, values, ids: given.update({name: (ids, values)}),
    )
    mine = cases(CASE.format(expected="yes", **ENGLISH))

    mine.pytest_generate_tests(asked)
    mine.pytest_generate_tests(SimpleNamespace(fixturenames=[]))

    (name,), (worked,) = given["worked"]
    assert name == "one.md:13"
    assert repr(worked) == "<one.md:13>"
    mine.test_it_comes_to_what_is_expected(worked)
    mine.test_every_case_can_be_read()


@pytest.mark.parametrize(
    ("words", "first"),
    [(ENGLISH, "one.md, line 13: A case"), (LATVIAN, "one.md, 13. rinda: Gadījums")],
)
def test_a_row_that_differs_fails_in_the_language_of_its_case(cases, words, first):
    mine = cases(CASE.format(expected="no", **words))
    (worked,) = mine.judged()

    with pytest.raises(pytest.fail.Exception) as failure:
        mine.test_it_comes_to_what_is_expected(Shown(worked))

    assert str(failure.value).startswith(first)


def test_a_file_that_cannot_be_read_fails_with_all_that_is_wrong(cases):
    mine = cases("No title.\n")

    with pytest.raises(pytest.fail.Exception) as failure:
        mine.test_every_case_can_be_read()

    lines = str(failure.value).splitlines()
    assert [line.partition("; ")[0] for line in lines] == [
        "one.md, line 1: error: the case has no title",
        "one.md, line 1: error: it is not said on which day all this is known",
        "one.md, line 1: error: the case expects nothing",
    ]


def test_a_missing_reason_is_no_failure(cases):
    cases(
        CASE.format(expected="yes", **ENGLISH).replace("Rules, 1", "")
    ).test_every_case_can_be_read()


def test_the_installed_plugins_judge_where_no_others_are_given():
    class Cases(WorkedCases):
        folder = Path(__file__).parent

    first, second = Cases().catalogue(), Cases().catalogue()

    assert first is second
    assert "inclusion-core" in {each.name for each in first.distributions}
