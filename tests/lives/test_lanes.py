"""Records packed into lanes, with as many words as there is room for."""

from datetime import date, timedelta

import pytest

from inclusion_core.lives.axis import axis_of
from inclusion_core.lives.lanes import CROWDED, LONGEST, lanes_of
from inclusion_core.model.need import Need
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import LifeArea
from inclusion_core.model.status import Arrival, ResidenceSpell
from inclusion_core.values import NOT_ASKED


def stay(key, first_day, last_day, place="Rīga"):
    return ResidenceSpell(
        id=key, client_id="c-1", place=place, first_day=first_day, last_day=last_day
    )


def lane(life, words, record_type="residence_spell"):
    axis = axis_of(life, left=0, right=1000)
    [found] = [each for each in lanes_of(life, axis, words) if each.record_type == record_type]
    return found


def rows(lane):
    return {item.seen[0].record_id: item.row for item in lane.items}


def test_there_is_a_lane_for_each_type_in_order(life, english):
    axis = axis_of(life, left=0, right=1000)

    assert tuple(each.record_type for each in lanes_of(life, axis, english)) == life.lanes


def test_a_record_is_one_item_with_its_stay_and_its_days(life, english):
    [spell] = lane(life, english, "protection_spell").items

    assert {type(each.shape).__name__ for each in spell.seen} == {"Bar", "Mark"}
    assert spell.label.words == "refugee status"


def test_records_stand_on_one_row_while_nothing_is_in_the_way(lived, english):
    life = lived(
        stay("rs-1", date(2018, 1, 1), date(2018, 3, 31)),
        stay("rs-2", date(2018, 3, 1), date(2018, 6, 30)),
        stay("rs-3", date(2018, 7, 20), date(2018, 12, 31)),
    )

    assert rows(lane(life, english)) == {"rs-1": 0, "rs-2": 1, "rs-3": 0}
    assert lane(life, english).rows == 2


def test_words_stand_inside_a_bar_that_is_long_enough(lived, english):
    [item] = lane(lived(stay("rs-1", date(2018, 1, 1), date(2018, 12, 31))), english).items

    assert (item.label.words, item.label.at) == ("Rīga", 8)
    assert not item.label.over_hatching
    assert item.right == item.seen[0].right


def test_words_that_stand_on_what_is_not_sure_say_so(lived, english):
    life = lived(
        stay("rs-1", NOT_ASKED, date(2018, 11, 30)),
        Arrival(id="a-1", client_id="c-1", arrived_on=date(2018, 1, 1)),
    )
    [item] = lane(life, english).items

    assert item.label.over_hatching


def test_words_stand_behind_a_bar_that_is_too_short(lived, english):
    life = lived(stay("rs-1", date(2018, 1, 1), date(2018, 1, 10), "Mucenieki, a big house"))
    [item] = lane(life, english).items

    assert item.label.words == "Mucenieki, a big house"
    assert item.label.left > item.seen[0].right
    assert item.right == item.label.right


def test_words_stand_before_what_lies_at_the_end(lived, english):
    life = lived(
        Arrival(id="a-1", client_id="c-1", arrived_on=date(2018, 1, 1)),
        Need(id="n-1", client_id="c-1", area=LifeArea.HOUSING, found_on=date(2018, 12, 30)),
    )
    [item] = lane(life, english, "need").items

    assert item.label.ends_there
    assert item.left == item.label.left < item.label.right < item.seen[0].left


def test_words_that_fit_nowhere_are_cut_to_the_bar(lived, english):
    words = "x" * 200
    life = lived(
        Arrival(id="a-1", client_id="c-1", arrived_on=date(2018, 1, 1)),
        stay("rs-1", date(2018, 3, 1), date(2018, 10, 31), "y" * 30),
        stay("rs-2", date(2018, 3, 1), date(2018, 5, 15), words),
    )
    by_id = {item.seen[0].record_id: item for item in lane(life, english).items}

    assert len(by_id["rs-2"].label.words) == LONGEST
    assert by_id["rs-2"].label.words.endswith("x…")


@pytest.mark.parametrize(
    ("last_day", "words"), [(date(2018, 5, 31), "yyyy"), (date(2018, 1, 3), None)]
)
def test_a_crowded_lane_has_words_only_inside(lived, english, last_day, words):
    first = date(2018, 1, 1)
    life = lived(
        *(stay(f"rs-{place}", first, last_day, "y" * 200) for place in range(CROWDED)),
        Arrival(id="a-1", client_id="c-1", arrived_on=date(2018, 12, 31)),
    )
    labels = [item.label for item in lane(life, english).items]

    assert len(labels) == CROWDED
    assert all((label is None) if words is None else words in label.words for label in labels)


def test_the_marks_of_a_crowded_lane_stand_close(lived, english):
    days = [date(2018, 1, 1) + timedelta(days=11 * place) for place in range(CROWDED)]
    life = lived(
        *(
            Need(id=f"n-{day}", client_id="c-1", area=LifeArea.HOUSING, found_on=day)
            for day in days
        ),
        Arrival(id="a-1", client_id="c-1", arrived_on=date(2018, 12, 31)),
    )

    assert lane(life, english, "need").rows == 1


def test_words_that_no_bar_has_room_for_are_left_out(lived, english):
    record = stay("rs-1", date(2018, 12, 1), date(2018, 12, 31), "y" * 200)
    life = lived(record, known_on=date(2018, 12, 31))
    axis = axis_of(life, left=0, right=50)
    [found] = [
        each for each in lanes_of(life, axis, english) if each.record_type == "residence_spell"
    ]

    assert found.items[0].label is None


def test_what_says_nothing_has_no_words(lived, english):
    life = lived(
        Participation(id="s-1", client_id="c-1", programme_id="pr-9", entered_on=date(2018, 6, 4))
    )

    assert lane(life, english, "participation").items[0].label is None


def test_what_the_axis_does_not_show_is_counted(life, english):
    axis = axis_of(life, left=0, right=1000)
    left_out = {each.record_type: each.left_out for each in lanes_of(life, axis, english)}

    assert {name: number for name, number in left_out.items() if number} == {
        "client": 1,
        "protection_spell": 1,
        "goal": 1,
    }


def test_a_lane_of_which_nothing_is_shown_has_a_row_all_the_same(life, english):
    client = lane(life, english, "client")

    assert (client.items, client.rows, client.left_out) == ((), 1, 1)
