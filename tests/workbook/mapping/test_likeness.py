"""Headings are like the phrases that people shorten, inflect and turn around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.workbook.suggesting.aims import SURE
from inclusion_core.workbook.suggesting.likeness import likeness, share_of, words_in

HEADINGS = st.lists(
    st.sampled_from(["Dzim.", "dzimšanas", "datums", "statuss", "nr", "no", "statusa", "izglītba"]),
    max_size=4,
).map(" ".join)


@pytest.mark.parametrize(
    ("heading", "phrase"),
    [
        ("Dzim. dat.", "dzimšanas datums"),
        ("DZIMSANAS  DATUMS:", "dzimšanas datums"),
        ("Dzimšanas diena", "dzimšanas datums"),
        ("Date of birth", "birth date"),
        ("Lietas Nr.", "lietas numurs"),
        ("Nr. lietai", "lietas numurs"),
        ("Izglitība", "izglītība"),
        ("Izlgītība", "izglītība"),
    ],
)
def test_a_heading_is_known_however_it_is_written(heading, phrase):
    assert likeness(words_in(heading), words_in(phrase)) >= SURE


@pytest.mark.parametrize(
    ("heading", "phrase"),
    [
        ("Statuss", "statuss darba tirgū"),
        ("Dzimšanas datums", "dzimums"),
        ("Vārds", "novads"),
        ("D", "dzimums"),
        ("No", "novads"),
    ],
)
def test_a_heading_is_not_taken_for_another(heading, phrase):
    assert likeness(words_in(heading), words_in(phrase)) < SURE


@given(HEADINGS, HEADINGS)
def test_likeness_lies_between_nothing_and_the_same(some, others):
    one, other = words_in(some), words_in(others)

    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == (1 if one else 0)
    assert 0 <= share_of(one, other) <= 1


def test_nothing_is_like_no_words():
    assert likeness((), words_in("datums")) == likeness(words_in("datums"), ()) == 0
    assert share_of((), words_in("datums")) == share_of(words_in("datums"), ()) == 0
