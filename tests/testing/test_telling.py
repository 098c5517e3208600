"""A caseload in words, and as the story that rebuilds it."""

from datetime import date

import pytest
from effort import tries
from hypothesis import given, settings
from stories_lab.garden import GardenBed, GardenPlot

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.client import Client
from inclusion_core.model.need import Need
from inclusion_core.model.service import Headcount
from inclusion_core.model.staff import CaseAssignment
from inclusion_core.testing import Story, installed_catalogue
from inclusion_core.testing.stories.sentences import SENTENCES
from inclusion_core.testing.strategies.caseloads import caseloads
from inclusion_core.testing.telling import as_story, told

KNOWN_ON = date(2018, 12, 3)


def rebuilt(source):
    there = {}
    exec(source, there)
    return there["caseload"]


def story():
    return Story("sif.mentoring", known_on=KNOWN_ON)


def rich():
    """A story with a little of everything."""
    telling = Story("sif.mentoring", "sif.motivation", known_on=KNOWN_ON, recorded_on="2018-06-01")
    anna = telling.client("anna", born_on="1990-05", gender="female")
    status = anna.has_protection("refugee", from_="2018-04-10", decided_on="-")
    stay = anna.enters("2018-05-02", "sif.mentoring")
    anna.enters("? refused", "sif.motivation", because="?")
    talk = stay.is_given("individual", "2018-06-01", minutes=60)
    talk.is_given_by(telling.staff("social_mentor", contract="contract-1"), minutes=50)
    stay.has_plan("2018-05-10").has_goal("housing", due_on="2018-05-01..2018-08-01").has_action()
    stay.had_on_entry(labour_status="unemployed", homeless=True)
    ann = telling.client(provider=telling.provider(name="Other"))
    anna.is_same_person_as(ann)
    bert = telling.client("bert", provider="provider-1", died_on="2018-11-01")
    bert.lives_with(telling.household(), "adult", from_="2018-01-01", until="2018-03-01")
    telling.goes_on("2018-12-01")
    stay.leaves("2018-11-30", because="completed")
    telling.corrected(status, on="2018-12-02", notified_on="2018-04-16", why="typed wrongly")
    telling.corrected(status, on="2018-12-02")
    telling.erased("client", "c-9")
    return telling


# In words.


def test_a_caseload_is_told_by_person_and_in_the_order_of_days():
    assert told(rich().caseload()).splitlines() == [
        "Known on 3 December 2018.",
        "Clients anna and client-2, who are one person",
        "                          client anna: provider provider-1, day of birth: 1990-05, female",
        "                          client client-2: provider provider-2",
        (
            "  2018-04-10..            protection status protection-spell-1: client anna, refugee "
            "status, day of decision: (none), day of notification: 2018-04-16"
        ),
        (
            "  2018-05-02..2018-11-30  participation participation-1: client anna, "
            "programme sif.mentoring, programme completed"
        ),
        (
            "  2018-05-02              profile at entry entry-traits-1: "
            "participation participation-1, unemployed, homeless or shut out of housing: yes"
        ),
        "  2018-05-10..            support plan support-plan-1: participation participation-1",
        (
            "  2018-06-01              same-person link same-person-link-1: client anna, "
            "other client client-2"
        ),
        (
            "  2018-06-01              service attendance service-attendance-1: "
            "participation participation-1"
        ),
        (
            "  ?..                     participation participation-2: client anna, "
            "programme sif.motivation, day of entry: (refused), "
            "reason for leaving: (not asked)"
        ),
        "  ?                       goal goal-1: housing, due day: 2018-05-01/2018-08-01",
        "  ?                       planned action planned-action-1",
        "Client bert",
        "                          client bert: provider provider-1, day of death: 2018-11-01",
        "  2018-01-01..2018-03-01  household member household-membership-1: adult",
        "Besides",
        "  ?..?        operation operation-1",
        "              programme sif.mentoring",
        "              programme sif.motivation",
        "              provider provider-1",
        "              provider provider-2: name: Other",
        "  ?..         contract contract-1: programme sif.mentoring, provider provider-1",
        "              staff member staff-member-1: provider provider-1",
        "  ?..         staff assignment staff-assignment-1: social mentor",
        "              household household-1",
        "  2018-06-01  service service-1: individual consultation, duration (minutes): 60",
        "  2018-06-01  staff member at service service-staff-1: duration (minutes): 50",
        "Erased: client c-9",
    ]


def test_only_what_matters_is_told():
    assert told(story().caseload(), only=["client"]) == "Known on 3 December 2018."
    assert told(rich().caseload(), only=["client"]).splitlines()[2:] == [
        "    client anna: provider provider-1, day of birth: 1990-05, female",
        "    client client-2: provider provider-2",
        "Client bert",
        "    client bert: provider provider-1, day of death: 2018-11-01",
        "Erased: client c-9",
    ]


def test_a_journal_also_tells_what_was_written_when():
    lines = told(rich().journal(), only=["client", "participation", "protection_spell"])

    assert lines.splitlines()[0] == "Known on 2 December 2018."
    assert lines.splitlines()[-6:] == [
        "Written",
        (
            "  2018-06-01  recorded: client anna, protection status protection-spell-1, "
            "participation participation-1, participation participation-2, client client-2, "
            "client bert"
        ),
        (
            "  2018-12-01  changed: participation participation-1, last day in the programme: "
            "2018-11-30, programme completed"
        ),
        "  2018-12-01  erased: client c-9",
        (
            "  2018-12-02  corrected: protection status protection-spell-1, day of notification: "
            "2018-04-16 (typed wrongly)"
        ),
        "  2018-12-02  corrected: protection status protection-spell-1",
    ]


def test_a_reference_that_is_corrected_is_told_by_its_id():
    telling = Story("sif.mentoring", known_on=KNOWN_ON)
    need = telling.client("anna").needs("housing")
    telling.client("bert")
    telling.corrected(need, on=KNOWN_ON, client="bert")

    assert "corrected: need need-1, client: bert" in told(telling.journal())


def test_what_was_taken_back_is_told_without_its_values():
    telling = garden()
    plot = telling.add(GardenPlot, hectares=2)
    telling.retracted(plot, on="2018-12-04", why="never dug")

    assert told(telling.journal()).splitlines()[-1] == (
        "  2018-12-04  retracted: garden plot garden-plot-2 (never dug)"
    )


def test_an_empty_journal_says_so():
    assert told(Journal(())) == "Nothing is written."


def garden():
    telling = Story(known_on=KNOWN_ON)
    telling.add(GardenPlot, hectares="0.50")
    telling.client("anna").add(GardenBed, crop="runner-beans", sown_on="2018-05")
    return telling


def test_records_of_a_plugin_are_told_as_their_classes_name_them():
    assert told(garden().caseload()).splitlines()[1:] == [
        "Client anna",
        "           client anna",
        "  2018-05  garden bed garden-bed-1: runner-beans",
        "Besides",
        "  ?..?  operation operation-1",
        "        provider provider-1",
        "        garden plot garden-plot-1: hectares: 0.5",
    ]


# As a story.


def test_a_story_is_rebuilt_as_it_was_told():
    assert as_story(rich().caseload()).splitlines() == [
        "from inclusion_core.testing import Story",
        "",
        'story = Story("sif.mentoring", "sif.motivation", known_on="2018-12-03")',
        "story.provider()",
        'story.provider(name="Other")',
        'story.contract(programme="sif.mentoring", provider="provider-1")',
        'story.add("staff_member", provider="provider-1")',
        'story.add("staff_assignment", role="social_mentor")',
        "story.household()",
        'service_1 = story.service("individual", "2018-06-01", minutes=60)',
        'service_1.is_given_by("staff-assignment-1", minutes=50)',
        'anna = story.client("anna", born_on="1990-05", gender="female", provider="provider-1")',
        (
            'anna.has_protection("refugee", from_="2018-04-10", decided_on="-", '
            'notified_on="2018-04-16")'
        ),
        (
            'participation_1 = anna.enters("2018-05-02", "sif.mentoring", left="2018-11-30", '
            'because="completed")'
        ),
        'anna.enters("? refused", "sif.motivation", because="?")',
        'participation_1.had_on_entry(labour_status="unemployed", homeless="yes")',
        'support_plan_1 = participation_1.has_plan("2018-05-10")',
        'goal_1 = support_plan_1.has_goal("housing", due_on="2018-05-01..2018-08-01")',
        "goal_1.has_action()",
        'participation_1.attends("service-1")',
        'bert = story.client("bert", died_on="2018-11-01", provider="provider-1")',
        'bert.lives_with("household-1", "adult", from_="2018-01-01", until="2018-03-01")',
        'story.client("client-2", provider="provider-2")',
        'anna.is_same_person_as("client-2", linked_on="2018-06-01")',
        'story.erased("client", "c-9")',
        "caseload = story.caseload()",
    ]


@pytest.mark.parametrize("telling", [rich, garden, story], ids=["rich", "garden", "story"])
def test_the_story_of_a_caseload_gives_it_back(telling):
    caseload = telling().caseload()
    assert rebuilt(as_story(caseload)) == caseload


def test_what_goes_without_saying_is_not_said():
    telling = story()
    telling.client("anna").enters("2018-05-02").is_given("individual", "2018-06-01")

    assert as_story(telling.caseload()).splitlines()[2:] == [
        'story = Story("sif.mentoring", known_on="2018-12-03")',
        'story.service("individual", "2018-06-01")',
        'anna = story.client("anna")',
        'participation_1 = anna.enters("2018-05-02")',
        'participation_1.attends("service-1")',
        "caseload = story.caseload()",
    ]


def test_an_operation_and_a_programme_that_are_not_the_usual_ones_are_told():
    telling = Story(known_on=KNOWN_ON)
    telling.operation("esf", number="9.1.4.4.", last_day="2023-12-31")
    telling.programme("sif.mentoring", named="mentoring")
    telling.add("budget_line", amount_cents=100)
    telling.add("funding_share", percent="83.870", fund=telling.add("fund"))

    assert as_story(telling.caseload()).splitlines()[2:-1] == [
        'story = Story(known_on="2018-12-03")',
        'story.operation("esf", number="9.1.4.4.", last_day="2023-12-31")',
        'story.add("funding_share", percent="83.87")',
        'story.add("budget_line", amount_cents=100)',
        'story.programme("sif.mentoring", named="mentoring")',
    ]
    assert rebuilt(as_story(telling.caseload())) == telling.caseload()


def test_a_programme_of_the_usual_name_is_named_when_the_story_begins():
    telling = Story("sif.mentoring", known_on=KNOWN_ON)
    telling.operation("esf", number="9.1.4.4.")

    assert as_story(telling.caseload()).splitlines()[2:-1] == [
        'story = Story("sif.mentoring", known_on="2018-12-03")',
        'story.operation("esf", number="9.1.4.4.")',
    ]


def test_a_record_that_names_nothing_told_is_rebuilt_too():
    caseload = Caseload.of_records(
        [
            Client(id="c-1", provider_id="nobody"),
            Need(id="n-1", client_id="gone"),
            Headcount(id="headcount-1", service_id="none", people=3),
            CaseAssignment(id="a-1", participation_id="none", staff_assignment_id="none"),
        ],
        known_on=KNOWN_ON,
    )

    source = as_story(caseload)

    assert 'story.add("headcount", people=3, service_id="none")' in source
    assert 'story.add("need", id="n-1", client_id="gone")' in source
    assert rebuilt(source) == caseload


def test_what_has_no_sentence_is_added_to_the_life_that_it_is_about():
    telling = story()
    stay = telling.client("anna").enters("2018-05-02")
    stay.add("case_assignment", staff_assignment_id="none")
    telling.add(GardenBed, client="anna", garden_plot_id="none")

    source = as_story(telling.caseload())

    assert 'participation_1.add("case_assignment", staff_assignment_id="none")' in source
    assert 'anna.add(GardenBed, garden_plot_id="none")' in source
    assert rebuilt(source) == telling.caseload()


def test_a_long_sentence_is_spread_over_lines():
    telling = story()
    telling.client("anna").has_labour_status(
        "employed", work="employee", contract="precarious", working_time="underemployed"
    )

    assert as_story(telling.caseload()).splitlines()[-7:-1] == [
        "anna.has_labour_status(",
        '    "employed",',
        '    work="employee",',
        '    contract="precarious",',
        '    working_time="underemployed",',
        ")",
    ]
    assert rebuilt(as_story(telling.caseload())) == telling.caseload()


def test_names_that_python_cannot_use_give_way():
    telling = story()
    for name in ("2", "class", "story", "a.b", "a-b"):
        telling.client(name).needs("housing")

    source = as_story(telling.caseload())

    assert 'a_b = story.client("a-b")' in source
    assert sum(line.startswith("client_") for line in source.splitlines()) == 8
    assert rebuilt(source) == telling.caseload()


@pytest.mark.parametrize("text", ["?", "-", "'", "'?", 'a "b" c', "it's", "a\\b", "Rīga"])
def test_texts_come_back_as_they_are(text):
    telling = story()
    quoted = f"'{text}" if text[0] in "?-'" else text
    telling.client("anna").resides(quoted)
    assert telling.caseload().records["residence_spell"][0].place == text
    assert rebuilt(as_story(telling.caseload())) == telling.caseload()


def test_many_clients_are_told_in_the_order_of_their_numbers():
    telling = story()
    for _ in range(25):
        telling.client().needs("housing")

    source = as_story(telling.caseload())

    assert "client_10 = story.client()" in source
    assert "named" not in source
    assert rebuilt(source) == telling.caseload()


@settings(max_examples=tries(25), deadline=None, derandomize=True)
@given(caseloads(SCHEMA))
def test_any_caseload_comes_back(caseload):
    assert rebuilt(as_story(caseload)) == caseload
    assert told(caseload).startswith("Known on ")


@settings(max_examples=tries(10), deadline=None, derandomize=True)
@given(caseloads(installed_catalogue().schema, programmes=["esf.sample"]))
def test_any_caseload_of_plugins_comes_back(caseload):
    assert rebuilt(as_story(caseload)) == caseload


# Sentences.


def test_every_sentence_tells_its_key_and_what_it_names():
    for name, sentence in SENTENCES.items():
        record_type = SCHEMA[name]
        owners = [
            field.name
            for field in record_type.recorded_fields
            if field.reference is not None and field.reference.to == sentence.owner
        ]
        for field in record_type.recorded_fields:
            if field.name not in owners[:1] and sentence.owner:
                assert sentence.word(field.name) is not None, (name, field.name)
        assert sentence.word("id") == "named"
        assert set(sentence.words) <= record_type.fields.keys()
