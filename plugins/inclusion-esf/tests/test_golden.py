"""The golden tables: worked cases just inside and just outside each definition.

The cases stand in `oracle_lab/esf_oracle/golden_*.py`, one line each, for lawyers to read. The
oracle and the library must both say what they say, on records and on tables.
"""

import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "oracle_lab"))

from esf_oracle import golden_2014_entry, golden_2014_results, golden_2021, ids, library
from esf_oracle.answers import NO, NOT_ASKED, OPEN, YES
from esf_oracle.judging import INDICATORS, opinion

CASES = (*golden_2014_entry.CASES, *golden_2014_results.CASES, *golden_2021.CASES)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_oracle_says_what_the_golden_table_says(case):
    said = {code: opinion(code, case.person, case.question) for code in case.codes}

    assert said == dict.fromkeys(case.codes, case.expected)


@pytest.mark.at_length(few=240)
@pytest.mark.parametrize("way", library.WAYS)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_library_says_what_the_golden_table_says(case, way):
    said = {code: _library(way)[code, str(case)] for code in case.codes}

    assert said == dict.fromkeys(case.codes, case.expected)


@cache
def _library(way):
    """What the library says of all cases, one pass for each question that they ask."""
    metrics = ids.by_code()
    by_question = defaultdict(list)
    for case in CASES:
        by_question[case.question].append(case)
    said = {}
    for question, cases in by_question.items():
        asked = {code: metrics[code] for case in cases for code in case.codes}
        found = library.answers(asked, [case.person for case in cases], question, way)
        for place, case in enumerate(cases):
            said |= {(code, str(case)): found[code][place] for code in case.codes}
    return said


def test_every_indicator_has_a_case_inside_and_one_outside():
    answers = defaultdict(set)
    for case in CASES:
        for code in case.codes:
            answers[code].add(case.expected)

    assert answers.keys() == INDICATORS.keys()
    assert [code for code, said in answers.items() if YES not in said] == []
    assert [code for code, said in answers.items() if not said & {NO, NOT_ASKED}] == []


def test_every_case_is_about_something_of_its_own():
    said = [str(case) for case in CASES]

    assert sorted(said) == sorted(set(said))


def test_every_indicator_upon_leaving_has_a_case_whose_window_is_open():
    open_codes = {code for case in CASES if case.expected is OPEN for code in case.codes}
    windows = {code for code, indicator in INDICATORS.items() if indicator.window}

    assert {"2018 CR03", "2018 CR06", "EECR03", "EECR05"} <= open_codes <= windows


def test_the_library_has_the_indicators_of_the_oracle_and_no_others():
    assert ids.by_code().keys() == INDICATORS.keys()
