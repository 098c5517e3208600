"""Worked cases of the common indicators of the funds, counted by hand; each row is a test."""

from pathlib import Path

from inclusion_core.cases import judged, read_cases
from inclusion_core.testing import WorkedCases

FOLDER = Path(__file__).parent / "cases"


class TestCases(WorkedCases):
    folder = FOLDER


def test_a_row_is_explained_by_the_columns_of_the_facts_table(tmp_path):
    wrong = (FOLDER / "age-at-the-cut.md").read_text(encoding="utf-8")
    (tmp_path / "wrong.md").write_text(
        wrong.replace("| Fifty-four | CO07 | not counted |", "| Fifty-four | CO07 | counted |"),
        encoding="utf-8",
    )
    catalogue = TestCases().catalogue()

    (case,) = read_cases(tmp_path, catalogue).cases
    (differs,) = (each for each in judged(case, catalogue) if not each.agrees)

    told = differs.explained("en")
    assert told.startswith("CO07 above 54 years of age, 2021-01-01..2021-12-31: counted 0")
    assert "asked about: yes; counted: no" in told
    assert "day of birth: 1966-03-02" in told
