"""What nobody says a record names goes without saying, or has to be said."""

import pytest
from stories_lab.garden import GardenPlot

from inclusion_core.errors import UnknownNameError
from inclusion_core.testing.stories import Story
from inclusion_core.testing.stories.errors import StoryError


def story(*programmes):
    return Story(*(programmes or ("sif.mentoring",)), known_on="2018-12-03")


def test_the_participation_in_the_programme_of_the_service_is_the_one_that_attends():
    told = story("sif.mentoring", "sif.motivation")
    told.contract("k-1", programme="sif.mentoring")
    told.contract("k-2", programme="sif.motivation")
    anna = told.client()
    anna.enters("2018-05-02", "sif.mentoring", named="first")
    anna.enters("2018-06-02", "sif.motivation", named="second")

    there = anna.attends(told.service("group", "2018-07-01", contract="k-2"))

    assert there.record.participation_id == "second"


def test_a_client_of_one_provider_may_be_given_a_service_by_another():
    told = story()
    other = told.provider("other")
    service = told.service("group", "2018-07-01", contract=told.contract(provider=other))
    anna = told.client("anna", provider=told.provider("own"))
    stay = anna.enters("2018-05-02")

    assert anna.attends(service).record.participation_id == stay.id


def test_two_that_it_may_be_are_listed_and_one_has_to_be_said():
    told = story()
    anna = told.client("anna")
    anna.enters("2018-05-02")
    anna.enters("2018-09-02")
    told.client("bert").enters("2018-09-02")

    with pytest.raises(StoryError) as raised:
        anna.add("outcome", kind="employment")
    assert str(raised.value) == (
        "outcome 'outcome-1': participation is not said, and may be any of participation-1, "
        "participation-2; write participation=..."
    )
    said = anna.add("outcome", participation="participation-2")
    assert said.record.participation_id == "participation-2"


def test_a_person_is_never_made_up():
    with pytest.raises(StoryError) as raised:
        story().add("need")
    assert str(raised.value) == (
        "need 'need-1': client is not said, and none goes with it; "
        "tell the client first, or write client=..."
    )


def test_without_a_programme_nobody_enters():
    with pytest.raises(StoryError, match="programme is not said, and none goes with it"):
        Story(known_on="2018-12-03").client().enters("2018-05-02")


def test_the_second_of_two_of_a_type_has_to_be_said():
    told = story()
    anna = told.client("anna")
    with pytest.raises(StoryError, match="other_client is not said"):
        anna.add("same_person_link")


def test_the_first_of_two_of_a_type_is_none_that_is_said_for_the_second():
    told = story()
    told.add("place", id="riga")
    told.add("place", id="latvia")

    lies = told.add("place_in_region", region="latvia")

    assert (lies.record.place_id, lies.record.region_id) == ("riga", "latvia")


def test_a_link_takes_a_record_what_stands_for_it_or_an_id_that_is_told():
    told = story()
    anna = told.client("anna")
    told.client("bert")
    named = [
        told.add("need", client=client).record.client_id for client in (anna, anna.record, "anna")
    ]
    assert named == ["anna"] * 3
    assert told.add("need", client_id=anna).record.client_id == "anna"
    with pytest.raises(UnknownNameError, match="no client of need 'need-5' 'ana'; did you mean an"):
        told.add("need", client="ana")


def test_a_reference_takes_any_id_so_that_it_may_lead_nowhere():
    told = story()
    assert told.add("need", client_id="nobody").record.client_id == "nobody"
    assert told.add("goal", support_plan_id="none").record.support_plan_id == "none"


@pytest.mark.parametrize("named", [7, None, ("client", "anna")])
def test_what_is_no_record_is_none(named):
    with pytest.raises(StoryError, match="a record is meant"):
        story().add("need", client=named)


def test_a_record_of_another_type_is_refused():
    told = story()
    stay = told.client("anna").enters("2018-05-02")
    with pytest.raises(StoryError, match="a participation stands where a client is meant"):
        told.add("need", client=stay)


def test_a_name_that_is_no_field_is_refused_with_near_ones():
    told = story()
    with pytest.raises(UnknownNameError, match="no field of need 'are'; did you mean area"):
        told.client().add("need", are="housing")
    with pytest.raises(StoryError, match="person_id: it is worked out; leave it out"):
        told.add("client", person_id="x")


def test_what_every_record_must_say_and_nobody_can_guess_has_to_be_said():
    with pytest.raises(StoryError, match="percent: it is not said, and every record must say it"):
        story().add("funding_share")
    with pytest.raises(StoryError, match="hectares: it is not said"):
        story().add(GardenPlot)


def test_texts_that_must_stand_are_made_up():
    told = story()
    assert told.provider().record.name == "provider-1"
    assert told.operation(number="9.1.4.4").record.title == "operation-1"


def test_a_record_that_was_taken_back_goes_with_nothing():
    told = story()
    first = told.client("anna").enters("2018-05-02")
    told.retracted(first, on="2018-12-03")
    second = told.client("bert").enters("2018-05-02")

    assert told.add("support_plan").record.participation_id == second.id
