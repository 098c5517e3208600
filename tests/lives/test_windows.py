"""Times of support in the picture of a life: the twelve months, and what is open about them."""

import sys
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "limits"))

from limit_lab import (
    ANNA,
    ENTERED,
    KNOWN_ON,
    MENTOR_LIMIT,
    OFFERED,
    PLAN,
    STATUS_SPELL,
    WORKER_LIMIT,
    bare_window,
    window,
)

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.lives.axis import Axis, axis_of
from inclusion_core.lives.life import life_of
from inclusion_core.lives.picture import as_html
from inclusion_core.lives.shapes import Stretch
from inclusion_core.lives.windows import days_of, window_lanes, windows_of, words_for_days
from inclusion_core.model.caseload import Caseload
from inclusion_core.values import ALWAYS, NEVER, NOT_ASKED, DaySpan, PartialDay

YEAR = Axis(first_day=date(2018, 1, 1), last_day=date(2018, 12, 31), left=0, right=365)
LIMITS = (WORKER_LIMIT, MENTOR_LIMIT)
STATUS = (ENTERED, STATUS_SPELL, PLAN)


def opened(*records, limits=LIMITS, known_on=KNOWN_ON):
    caseload = Caseload.of_records((OFFERED, ANNA, *records), known_on=known_on)
    life = life_of(caseload, "c-1", SCHEMA)
    return life, windows_of(life, caseload, SCHEMA, limits)


def lanes(*windows, axis=YEAR, language="en"):
    return list(window_lanes(windows, axis, language))


def shape(each, axis=YEAR):
    [lane] = lanes(each, axis=axis)
    [item] = lane.items
    return item.seen[0].shape


def test_every_limit_of_a_programme_that_the_client_was_in_opens_a_window():
    _, windows = opened(*STATUS)

    assert [each.limit.id for each in windows] == ["toy.status.mentor", "toy.status.worker"]
    assert {each.last_day for each in windows} == {date(2019, 4, 15)}


def test_what_opens_nothing_is_not_shown():
    assert opened(STATUS_SPELL, PLAN)[1] == ()  # never in the programme
    assert opened(ENTERED)[1] == ()  # no status
    assert opened(*STATUS, limits=())[1] == ()


def test_each_kind_of_support_has_a_lane_with_its_name_and_what_ends_it():
    mentor, worker = lanes(*opened(*STATUS)[1])

    assert (mentor.name, mentor.remark) == ("support by the mentor", "may be given")
    assert worker.record_type == "toy.status.worker"
    [item] = worker.items
    assert item.label.words == "12 months after the day of status"
    assert item.seen[0].says.startswith(
        "support by the social worker – 15 April 2018 – 15 April 2019 – Until 15 April 2019: "
        "12 months after refugee status"
    )


def test_two_phases_of_one_support_stand_on_one_lane():
    first = bare_window(date(2018, 1, 1), date(2018, 3, 31))
    second = bare_window(date(2018, 4, 1), date(2018, 11, 30))
    [lane] = lanes(first, second)

    assert len(lane.items) == 2
    assert lane.left_out == 0


def test_a_window_is_as_wide_as_its_days_both_inside():
    drawn = shape(bare_window(date(2018, 1, 2), date(2018, 1, 31)))

    assert drawn.whole == drawn.sure == Stretch(1, 31)
    assert (drawn.unsure, drawn.before, drawn.after) == ((), False, False)


def test_a_window_without_an_end_goes_on_outside_the_picture():
    drawn = shape(bare_window(date(2018, 12, 1), DaySpan(NEVER, NEVER)))

    assert drawn.whole.right == drawn.sure.right == 365
    assert drawn.after


def test_a_window_that_began_long_before_comes_from_outside():
    drawn = shape(bare_window(date(2016, 1, 1), date(2018, 1, 10)))

    assert drawn.before
    assert drawn.whole == Stretch(0, 10)


def test_what_is_not_known_of_a_window_is_hatched():
    drawn = shape(bare_window(date(2018, 1, 1), PartialDay.of_month(2018, 12)))

    assert drawn.sure == Stretch(0, 335)
    assert drawn.unsure == (Stretch(334, 365),)
    assert shape(bare_window(date(2018, 1, 1), NOT_ASKED)).unsure == (Stretch(0, 365),)


def test_a_hatched_end_that_lies_outside_is_not_drawn():
    late = PartialDay.of_year(2019)

    assert shape(bare_window(date(2018, 1, 1), late)).unsure == ()


def test_a_window_outside_the_picture_has_an_empty_lane():
    [lane] = lanes(bare_window(date(2019, 2, 1), date(2019, 3, 1)))

    assert (lane.items, lane.rows) == ((), 1)


def test_nothing_is_written_where_nothing_ends_it():
    [lane] = lanes(bare_window(date(2018, 1, 1), DaySpan(NEVER, NEVER)))

    assert lane.items[0].label is None


@pytest.mark.parametrize(
    ("first", "last", "english", "latvian"),
    [
        (
            date(2018, 4, 15),
            date(2019, 4, 15),
            "15 April 2018 – 15 April 2019",
            "2018. gada 15. aprīlis – 2019. gada 15. aprīlis",
        ),
        (
            date(2018, 4, 15),
            DaySpan(NEVER, NEVER),
            "15 April 2018 – without a last day",
            "2018. gada 15. aprīlis – bez beigu termiņa",
        ),
        (
            DaySpan(ALWAYS, NEVER),
            DaySpan(date(2019, 1, 1), NEVER),
            "day not known – not before 1 January 2019",
            "diena nav zināma – ne agrāk kā 2019. gada 1. janvārī",
        ),
        (
            DaySpan(ALWAYS, date(2018, 4, 15)),
            DaySpan(date(2019, 1, 1), date(2019, 1, 31)),
            "not after 15 April 2018 – between 1 January 2019 and 31 January 2019",
            (
                "ne vēlāk kā 2018. gada 15. aprīlī – no 2019. gada 1. janvāra līdz 2019. gada "
                "31. janvārim"
            ),
        ),
    ],
)
def test_days_are_told_as_far_as_they_are_known(first, last, english, latvian):
    opens = bare_window(first, last)

    assert words_for_days(opens, "en") == english
    assert words_for_days(opens, "lv") == latvian


def test_the_picture_reaches_to_the_end_of_a_window():
    life, windows = opened(*STATUS)

    assert axis_of(life, left=0, right=1).last_day == date(2018, 12, 31)
    assert axis_of(life, left=0, right=1, also=days_of(windows)).last_day == date(2019, 4, 30)
    assert list(days_of([bare_window(DaySpan(ALWAYS, NEVER), DaySpan(NEVER, NEVER))])) == []


class Words(HTMLParser):
    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.said = []
        self.feed(data.decode())

    def handle_data(self, data):
        self.said.append(data.strip())


@pytest.mark.parametrize(
    ("language", "heading", "days", "why"),
    [
        (
            "en",
            "When support may be given",
            "15 April 2018 – 15 April 2019",
            "Until 15 April 2019: 12 months after refugee status of 15 April 2018 (MK 102, 33.2).",
        ),
        (
            "lv",
            "Kad atbalstu drīkst sniegt",
            "2018. gada 15. aprīlis – 2019. gada 15. aprīlis",
            "Līdz 2019. gada 15. aprīlim: 12 mēneši pēc bēgļa statusa",
        ),
    ],
)
def test_the_page_says_the_same_in_words(language, heading, days, why, english):
    life, windows = opened(*STATUS)
    told = attrs.evolve(english, language=language)
    said = Words(as_html(life, told, windows)).said

    place = said.index(heading)
    assert days in said[place:]
    assert any(each.startswith(why) for each in said[place:])
    assert heading not in Words(as_html(life, told)).said


def test_the_drawing_says_what_its_lanes_are(english):
    life, windows = opened(*STATUS)

    assert (
        "the first lanes show when support may be given" in as_html(life, english, windows).decode()
    )
    assert "the first lanes" not in as_html(life, english).decode()


def test_a_day_more_is_a_day_wider():
    for days in (30, 31, 364):
        last = date(2018, 1, 1) + timedelta(days=days)
        assert shape(bare_window(date(2018, 1, 1), last)).whole.width == days + 1


def test_the_window_of_records_is_the_one_that_judges():
    _, (mentor, _) = opened(*STATUS)

    assert mentor.last == window(*STATUS, limit=MENTOR_LIMIT).last
