"""Laws of the indicators, on random caseloads: what must hold whatever the people are.

The inequalities are those of the definitions, one line each. Between what was so on entry and what
came of it they hold of the same people, as in a report over the whole time of a programme: of one
year, those who left and those who entered are different people.
"""

import random
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent / "oracle_lab"))

from esf_oracle import drawing, library
from esf_oracle.answers import NO, NOT_ASKED, OPEN, UNKNOWN, YES
from esf_oracle.judging import HOUSEHOLD_ITEM, NON_SENSITIVE, opinion
from esf_oracle.people import CODES, DAYS, is_known
from esf_oracle.people import NOT_ASKED as NOT_TAKEN_DOWN
from esf_oracle.question import Reading
from esf_oracle.rounds import Round, metrics

from inclusion_core.metrics.figures import NoCode
from inclusion_core.metrics.inequalities import checked
from inclusion_core.testing import installed_catalogue
from inclusion_esf.axes import GENDER
from inclusion_esf.inequalities import (
    INEQUALITIES_2013,
    INEQUALITIES_2018,
    INEQUALITIES_PLUS,
)

EXAMPLES = settings(max_examples=tries(10, least=10), deadline=None)
SEEDS = st.integers(0, 2**32).map(random.Random)
INEQUALITIES = tuple(
    {each.id: each for each in INEQUALITIES_2013 + INEQUALITIES_2018 + INEQUALITIES_PLUS}.values()
)
WHOLE_TIME = {"first_day": date(1990, 1, 1), "last_day": date(2090, 12, 31)}

ESF = (
    "CO02 <= CO01",
    "CO04 <= CO03",
    "CO08 <= CO07",
    "CO08 <= CO01 + CO04",
    "CO13 <= CO12",
    "CO06 + CO07 <= total",
    "CO09 + CO10 + CO11 <= total",
    "CO01 + CO03 + CO05 == total",
    "total <= grand total",
    "CR01 <= CO03",
    "CR04 <= CO01 + CO03",
    "CR06 <= CO01 + CO03",
    "CR07 <= CO05",
    "CR08 <= CR06",
    "CR09 <= CR06",
    "CR05 <= CR01 + CR02 + CR03 + CR04",
)
ESF_PLUS = (
    "EECO02 + EECO04 + EECO05 == EECO01",
    "EECO03 <= EECO02",
    "EECO06 + EECO07 + EECO08 <= EECO01",
    "EECO09 + EECO10 + EECO11 == EECO01",
    "EECR01 + EECR04 <= EECO01",
    "EECR06 <= EECO05",
    "EECR01 <= EECO04",
    "EECR04 <= EECO02 + EECO04",
    "EECR05 <= EECO02 + EECO04",
)
ESF_PLUS_OF_EVERYBODY = (
    "EECO02 + EECO04 + EECO05 <= EECO01",
    "EECO06 + EECO07 + EECO08 <= EECO01",
    "EECO09 + EECO10 + EECO11 <= EECO01",
    "II.children + II.young + II.65 <= II.total",
)
"""What is left of them where some are supported under objective (l)."""


def holds(line, counts):
    left, sign, right = line.partition(" == ") if " == " in line else line.partition(" <= ")
    one, other = (sum(counts(code) for code in side.split(" + ")) for side in (left, right))
    return one == other if sign == " == " else one <= other


def counted(round_, way="objects"):
    """How many each indicator counts, by the name of the indicator."""
    records = [library.record(key, person) for key, person in enumerate(round_.people)]
    figures = library.figures(metrics().values(), records, round_.question, way)
    return {code: figures[metric.id].total.counted for code, metric in metrics().items()}


def whole_time(round_, **reading):
    """The same people, over the whole time of the programme; the windows may be open."""
    read = replace(round_.question.reading, **reading)
    return replace(round_, question=replace(round_.question, reading=read, **WHOLE_TIME))


def of_text(found, text):
    return lambda code: found[code if code in found else f"{text} {code}"]


@EXAMPLES
@given(SEEDS, st.sampled_from(("2013", "2018")))
def test_the_inequalities_of_2014_to_2020_hold(random_, text):
    found = counted(whole_time(Round.drawn(random_), search_of_anybody=False))
    lines = [line for line in ESF if text == "2013" or "CO13" not in line]

    assert [line for line in lines if not holds(line, of_text(found, text))] == []


@EXAMPLES
@given(SEEDS)
def test_the_inequalities_of_2021_to_2027_hold(random_):
    drawn = whole_time(Round.drawn(random_), plus_search_of_anybody=False)
    without_l = replace(drawn, people=tuple(each | {"objective": "a"} for each in drawn.people))
    found, found_without_l = counted(drawn), counted(without_l)

    assert [line for line in ESF_PLUS if not holds(line, found_without_l.get)] == []
    assert [line for line in ESF_PLUS_OF_EVERYBODY if not holds(line, found.get)] == []


@pytest.mark.parametrize("way", library.WAYS)
def test_the_inequalities_hold_on_tables_too(way):
    drawn = Round.drawn(random.Random(2019), people=120)
    round_ = whole_time(drawn, search_of_anybody=False, plus_search_of_anybody=False)
    of_a = replace(round_, people=tuple(each | {"objective": "a"} for each in round_.people))
    found = counted(of_a, way)

    assert found == counted(of_a)
    assert all(holds(line, of_text(found, "2013")) for line in (*ESF, *ESF_PLUS))


def test_the_levels_of_education_leave_out_only_who_has_none_past_school_age():
    drawn = whole_time(Round.drawn(random.Random(2), people=200))
    people = [person for person in drawn.people if not _lacks(person)]
    grown_up = {"born_on": date(1980, 1, 1), "entered_on": date(2019, 3, 1)}
    none_past_school_age = [person | grown_up for person in people]
    found = counted(replace(drawn, people=tuple(none_past_school_age)))
    levels = Counter(person["education_level"] for person in people)

    assert levels["isced_0"]
    shown = sum(found[f"2018 {code}"] for code in ("CO09", "CO10", "CO11"))
    assert found["2018 total"] - shown == levels["isced_0"]


def _lacks(person):
    return any(not is_known(person[name]) for name in (*NON_SENSITIVE, *HOUSEHOLD_ITEM))


@EXAMPLES
@given(SEEDS, st.sampled_from(("objects", "polars")))
def test_the_inequalities_of_the_library_hold_in_every_period_and_of_every_gender(random_, way):
    """Those who left in a period are held against those who left, not against who entered."""
    drawn = Round.drawn(random_)
    records = [library.record(key, person) for key, person in enumerate(drawn.people)]
    asked = _metrics_of(INEQUALITIES)
    figures = library.figures(asked, records, drawn.question, way, by=(GENDER,))

    found = checked(figures, INEQUALITIES)
    assert len(found) >= len(INEQUALITIES)
    assert [(each.inequality.id, each.cell) for each in found if not each.holds] == []


def _metrics_of(inequalities):
    ids = {key for each in inequalities for key in (*each.left, *each.right)}
    return [metric for metric in installed_catalogue().metrics if metric.id in ids]


@EXAMPLES
@given(SEEDS)
def test_who_is_in_cr05_has_one_of_the_four_results(random_):
    drawn = Round.drawn(random_, people=20)
    question = replace(
        drawn.question, reading=replace(drawn.question.reading, search_of_anybody=False)
    )
    said = library.answers(metrics(), drawn.people, question, "objects")

    for text in ("2013", "2018"):
        for place, answer in enumerate(said[f"{text} CR05"]):
            results = {said[f"{text} {code}"][place] for code in ("CR01", "CR02", "CR03", "CR04")}
            assert answer is not YES or YES in results


@EXAMPLES
@given(SEEDS)
def test_nobody_is_both_looking_for_work_and_at_work_upon_leaving(random_):
    drawn = Round.drawn(random_, people=20)
    said = library.answers(metrics(), drawn.people, drawn.question, "objects")

    for looking, at_work in (("EECR01", "EECR04"), ("2018 CR01", "2018 CR04")):
        assert (YES, YES) not in zip(said[looking], said[at_work], strict=True)


@EXAMPLES
@given(SEEDS, st.sampled_from(("objects", "polars")))
def test_the_cells_of_gender_add_up_to_the_total(random_, way):
    drawn = Round.drawn(random_)
    records = [library.record(key, person) for key, person in enumerate(drawn.people)]
    figures = library.figures(
        metrics().values(), records, drawn.question, way, by=(GENDER, library.ONE_BY_ONE)
    )

    genders = {"female", "male", "non_binary", NoCode.UNKNOWN}
    for figure in figures:
        cells = figure.by(GENDER.id)
        assert {code for (code,) in cells} <= genders
        for part in ("counted", "unknown", "asked", "open"):
            of_cells = sum(getattr(tally, part) for tally in cells.values())
            assert of_cells == getattr(figure.total, part)


def test_without_gender_nobody_is_counted_in_2014_to_2020_but_in_the_grand_total():
    drawn = Round.drawn(random.Random(5), people=100)
    records = [library.record(key, person) for key, person in enumerate(drawn.people)]
    figures = library.figures(metrics().values(), records, drawn.question, "objects", (GENDER,))
    cells = {code: figures[metric.id].by(GENDER.id) for code, metric in metrics().items()}

    without = {code for code, cell in cells.items() if (NoCode.UNKNOWN,) in cell}
    assert "grand total" in without
    assert not [code for code in without if code.startswith(("2013", "2018"))]


@EXAMPLES
@given(SEEDS, st.sampled_from(("objects", "polars")))
def test_order_and_ids_make_no_difference(random_, way):
    drawn = Round.drawn(random_, people=25)
    records = [library.record(key, person) for key, person in enumerate(drawn.people)]
    renamed = [
        library.record(f"x{1000 - key}", person, operation="another")
        for key, person in enumerate(drawn.people)
    ]
    random_.shuffle(renamed)

    asked = (metrics().values(),)
    figures = library.figures(*asked, records, drawn.question, way)
    again = library.figures(*asked, renamed, drawn.question, way)
    assert [each.total for each in figures] == [each.total for each in again]


# Knowing more.

STAYS = {
    YES: {YES},
    NO: {NO},
    NOT_ASKED: {NOT_ASKED, NO},
    OPEN: {OPEN, YES, NO, UNKNOWN, NOT_ASKED},
    UNKNOWN: {OPEN, YES, NO, UNKNOWN, NOT_ASKED},
}
"""What may come of an answer when something is learned that is not known yet."""

ASKED_WHETHER_KNOWN = (*NON_SENSITIVE, *HOUSEHOLD_ITEM)


@EXAMPLES
@given(SEEDS)
def test_knowing_more_turns_no_sure_answer(random_):
    drawn = Round.drawn(random_, people=12)
    learned = [_learned(random_, person) for person in drawn.people]
    before = library.answers(metrics(), drawn.people, drawn.question, "objects")
    after = library.answers(metrics(), [person for person, _ in learned], drawn.question, "objects")

    for code, answers in before.items():
        for place, answer in enumerate(answers):
            name = learned[place][1]
            if name not in ASKED_WHETHER_KNOWN or answer is not NOT_ASKED:
                assert after[code][place] in STAYS[answer], (code, name)


def _learned(random_, person):
    """The same, with one more thing known; and what that is."""
    lacking = [name for name in (*DAYS, *CODES) if name not in DAYS and not is_known(person[name])]
    partial = [name for name in DAYS if isinstance(person[name], tuple)]
    if not lacking and not partial:
        return person, None
    name = random_.choice(lacking + partial)
    value = random_.choice(person[name] if name in DAYS else CODES[name])
    return person | {name: value}, name


@EXAMPLES
@given(SEEDS)
def test_without_an_item_that_is_not_sensitive_nobody_is_asked_about(random_):
    drawn = Round.drawn(random_, people=12)
    some = {code: metrics()[code] for code in ("2013 CO16", "2018 CO16", "2018 CR03", "EECO12")}
    for name in NON_SENSITIVE:
        lacking = [person | {name: NOT_TAKEN_DOWN} for person in drawn.people]
        said = library.answers(some, lacking, drawn.question, "objects")
        of_plus = said.pop("EECO12")

        assert {answer for answers in said.values() for answer in answers} == {NOT_ASKED}
        assert name == "gender" or set(of_plus) == {NOT_ASKED}


@EXAMPLES
@given(SEEDS, st.integers(0, 400))
def test_what_stands_goes_on_standing_as_time_goes_by(random_, days):
    drawn = Round.drawn(random_, people=12)
    known_on = drawn.question.known_on or date(2019, 6, 30)
    earlier = replace(drawn.question, known_on=known_on)
    later = replace(drawn.question, known_on=date.fromordinal(known_on.toordinal() + days))
    before = library.answers(metrics(), drawn.people, earlier, "objects")
    after = library.answers(metrics(), drawn.people, later, "objects")

    for code, answers in before.items():
        for one, other in zip(answers, after[code], strict=True):
            assert other in STAYS[one], code


def test_how_a_text_is_read_makes_a_difference_where_it_is_said_to():
    """Each point that the texts leave open changes an answer of the indicators it is about."""
    about = {
        "disadvantaged": ("households too", {"2018 CR05", "2018 CR09"}),
        "school_age": (18, {"2013 CO09", "2018 CO09"}),
        "migrants_by_citizenship": (False, {"2018 CO15", "2018 CR05", "2018 CR09"}),
        "search_of_anybody": (True, {"2018 CR05"}),
        "plus_long_term_by_age": (False, {"EECO03"}),
        "plus_search_of_anybody": (True, {"EECR01"}),
        "plus_towns_are_rural": (True, {"EECO17"}),
    }
    random_ = random.Random(8)
    question = replace(drawing.question(random_), reading=Reading())
    people = [drawing.person(random_, question, 0) for _ in range(600)]
    usual = library.answers(metrics(), people, question, "polars")
    for point, (value, codes) in about.items():
        other = replace(question, reading=Reading(**{point: value}))
        found = library.answers(metrics(), people, other, "polars")
        changed = {code for code in usual if found[code] != usual[code]}
        texts = {code.replace("2018", "2013") for code in codes} | codes
        assert codes <= changed <= texts, point
        assert opinion(min(codes), people[0], other) is found[min(codes)][0]
