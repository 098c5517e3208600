"""Worked cases on the command line."""

import json

import pytest

CASE = """\
# Who is a journalist

known on: 2018-12-31
period: 2018

| person | what | day of birth |
|---|---|---|
| Anna | client | 1990-05-01 |

| person | question | expected | why |
|---|---|---|---|
| Anna | toy.persons | counted | Rules, 1 |
| | toy.persons | {number} | Rules, 2 |
"""


@pytest.fixture
def folder_of_cases(tmp_path):
    def written(number=1, **others):
        (tmp_path / "one.md").write_text(CASE.format(number=number))
        for name, text in others.items():
            (tmp_path / f"{name}.md").write_text(text)
        return tmp_path

    return written


def test_cases_that_come_out_as_expected_are_counted(run, folder_of_cases):
    code, shown, remarks = run("cases", folder_of_cases())

    assert (code, remarks) == (0, "")
    assert shown == (
        "one.md: Who is a journalist: 2 of 2\n"
        "Cases: 1; rows that come out as expected: 2, otherwise: 0.\n"
    )


def test_what_differs_is_told_in_full_and_the_exit_code_says_so(run, folder_of_cases):
    code, shown, _ = run("cases", folder_of_cases(number=2) / "one.md", "--language", "lv")

    assert code == 1
    lines = shown.splitlines()
    assert lines[0] == "one.md, 13. rinda: Who is a journalist"
    assert lines[3:6] == ["jābūt: 2", "iznāk: 1", "Iznāk par 1 mazāk."]
    assert lines[-2:] == [
        "one.md: Who is a journalist: 1 no 2",
        "Gadījumi: 1; rindas, kas iznāk kā vajag: 1, citādi: 1.",
    ]


def test_what_cannot_be_read_is_told_and_the_rest_is_run(run, folder_of_cases):
    code, shown, _ = run("cases", folder_of_cases(two="Nothing.\n"))

    assert code == 1
    assert shown.splitlines()[0].startswith("two.md, line 1: error: the case has no title")
    assert "one.md: Who is a journalist: 2 of 2" in shown


def test_json_is_for_other_programs(run, folder_of_cases):
    code, shown, _ = run("cases", folder_of_cases(number=2, two="Nothing.\n"), "--json")

    written = json.loads(shown)

    assert code == 1
    assert (written["cases"], written["agree"], written["differ"]) == (1, 1, 1)
    assert [(each["line"], each["agrees"]) for each in written["rows"]] == [(12, True), (13, False)]
    assert {each["file"] for each in written["findings"]} == {"two.md"}


def test_a_path_without_cases_is_no_success(run, tmp_path):
    code, shown, remarks = run("cases", tmp_path / "nowhere.md")
    assert (code, shown) == (4, "")
    assert "there is no such file" in remarks

    code, _, remarks = run("cases", tmp_path)
    assert code == 4
    assert "no file in the folder ends in .md" in remarks
