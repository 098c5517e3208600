"""Explanations written out: lines, Markdown, JSON; in both languages, and nothing left unsaid."""

import json
from datetime import date

import attrs
import pytest
from explanation_lab import (
    ACT,
    ADULT,
    ANNA,
    ARRIVED,
    LANDED,
    ON,
    PAST,
    RULES,
    SIX_MONTHS,
    SPELL,
    STAY,
    case,
    course,
)
from markdown_it import MarkdownIt

from inclusion_core.expr.traces import ListRead
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.rules import Question
from inclusion_core.rules.explanation import explanation_of
from inclusion_core.rules.written import (
    as_fragment,
    as_json,
    as_markdown,
    as_text,
    reason_text,
)
from inclusion_core.rules.written.wording import ExplanationWords
from inclusion_core.texts import lv
from inclusion_core.values import ALWAYS, NOT_ASKED, PartialDay
from inclusion_core.words import WORDS

SAYS = lv("teikums").en("sentence")


def explained(rules, records, on=ON):
    return explanation_of(course(*rules).assess(case(*records), on).question)


def asked(condition, *records):
    standing = case(*records).in_(STAY)
    return explanation_of(Question(says=SAYS, asks=condition, standing=standing, on=ON))


def lines(condition, *records):
    return as_text(asked(condition, *records), WORDS, "en").splitlines()


def test_a_worked_case_reads_from_the_answer_down_to_the_records():
    explanation = explained(RULES, [ANNA, SPELL, STAY])

    assert as_text(explanation, WORDS, "en") == (
        "Course: eligibility on 1 June 2018: yes.\n"
        "Client c-1, participation a-1, as known on 3 December 2018.\n"
        "What decides it:\n"
        "  - yes: is of age (Act (2016-02-09), 9; our own reading) [1, 2]\n"
        "  - yes: refugee (Act (2016-02-09), 1) [2, 3]\n"
        "\n"
        "Step by step:\n"
        "  - yes: is of age (Act (2016-02-09), 9; our own reading) [1, 2]\n"
        "  - no, so not in the way: has died (Act (2016-02-09)) [1, 2]\n"
        "  - yes: one of the grounds for taking part holds\n"
        "    - yes: refugee (Act (2016-02-09), 1) [2, 3]\n"
        "    - no: has arrived (Act (2016-02-09), 2) [4]\n"
        "\n"
        "What it rests on:\n"
        "  [1] client c-1 \N{EN DASH} day of birth: 1990-05-01, day of death: (none)\n"
        "  [2] participation a-1 \N{EN DASH} day of entry: 2018-04-10\n"
        "  [3] protection status s-1 \N{EN DASH} first day: 2018-03-01, last day: (none), status: "
        "refugee status\n"
        "  [4] arrival: nothing recorded up to 3 December 2018 (client c-1)\n"
        "\n"
        "Doubts about sources:\n"
        "  - Act (2016-02-09), 9; shelf 7; our own reading; the age of 18 included\n"
    )


def test_the_same_in_latvian():
    text = as_text(explained(RULES, [ANNA, SPELL, STAY]), WORDS, "lv")

    assert text.startswith(
        "Kurss: tiesības piedalīties 2018. gada 1. jūnijā: jā.\n"
        "Klients c-1, dalība a-1, kā zināms 2018. gada 3. decembrī.\n"
        "Kas to izšķir:\n"
        "  - jā: pilngadīgs (Likums (2016-02-09), 9; pašu interpretācija) [1, 2]\n"
    )
    assert "  - nē, šķēršļa nav: miris (Likums (2016-02-09)) [1, 2]\n" in text
    assert "līdz 2018. gada 3. decembrim nav neviena ieraksta (klients c-1)\n" in text
    assert "Šaubas par avotiem:\n" in text


def test_the_reason_alone_has_no_numbers_that_lead_nowhere():
    young = attrs.evolve(ANNA, born_on=date(2010, 1, 1))

    assert reason_text(explained(RULES, [young, SPELL, STAY]), WORDS, "en") == (
        "Course: eligibility on 1 June 2018: no.\n"
        "Client c-1, participation a-1, as known on 3 December 2018.\n"
        "What decides it:\n"
        "  - no: is of age (Act (2016-02-09), 9; our own reading)\n"
    )


def test_what_is_open_stands_under_a_heading_of_its_own():
    nobody_asked = attrs.evolve(ANNA, born_on=NOT_ASKED)
    text = reason_text(explained([ADULT], [nobody_asked, STAY]), WORDS, "en")

    assert text.splitlines()[0] == (
        "Course: eligibility on 1 June 2018: undecided, as not all is known that can change the "
        "answer."
    )
    assert "What is not known:\n  - not known: is of age" in text


def test_an_applicant_is_told_to_be_one():
    text = reason_text(explained([ADULT], [ANNA]), WORDS, "en")

    assert text.splitlines()[1] == (
        "Client c-1, as if they entered the programme on 1 June 2018, as known on 3 December 2018."
    )


def test_a_rule_out_of_force_is_told_in_one_line():
    lapsed = attrs.evolve(ARRIVED, in_force=PAST)
    text = as_text(explained([ADULT, lapsed], [ANNA, LANDED, STAY]), WORDS, "en")

    assert "    - not in force on that day: has arrived (Act (2016-02-09), 2) [2]\n" in text
    assert "the rule is in force" not in text


def test_what_has_come_stands_in_the_way_and_what_may_come_may():
    decision = course(ADULT, limits=(SIX_MONTHS,)).may_receive(
        "toy.lessons", case(ANNA, STAY), date(2019, 1, 1)
    )
    text = as_text(explanation_of(decision.question), WORDS, "en")

    assert "- yes, which stands in the way: six months from 10 April 2018 (Act" in text
    assert "- not known, may stand in the way: has left (Act (2016-02-09), 8) [2]" in text


def test_a_source_is_cited_again_only_where_it_changes():
    parts = (
        (CLIENT.born_on <= ON).named("born", SAYS),
        (CLIENT.died_on >= ON).named("lives", SAYS, ACT.point("5")),
    )
    whole = (parts[0] & parts[1]).named("toy.rule", SAYS, ACT.point("4"))

    assert lines(whole, ANNA, STAY)[4:9] == [
        "",
        "Step by step:",
        "  - yes: sentence (Act (2016-02-09), 4)",
        "    - yes: sentence [1]",
        "    - yes: sentence (Act (2016-02-09), 5) [1]",
    ]


def test_a_sentence_with_a_full_stop_loses_it_before_its_source():
    whole = (CLIENT.born_on <= ON).named("toy.rule", lv("Teikums.").en("Sentence."), ACT.point("4"))

    assert "  - yes: Sentence (Act (2016-02-09), 4) [1]" in lines(whole, ANNA, STAY)


def test_a_clause_of_a_list_says_of_which_record():
    arrivals = CLIENT.arrivals.where(lambda each: (each.arrived_on <= ON).named("in-time", SAYS))

    assert "    - yes: arrival r-1: sentence [1]" in lines(
        arrivals.exist().named("toy.rule", SAYS), ANNA, STAY, LANDED
    )


def test_partial_unknown_and_plain_values_are_told_as_recorded():
    vague = attrs.evolve(
        ANNA, born_on=PartialDay.of_year(1990), gender=NOT_ASKED, provider_id="p-1"
    )
    landed = attrs.evolve(LANDED, country="SY")
    condition = (
        (CLIENT.born_on <= ON)
        & CLIENT.gender.is_known()
        & CLIENT.arrivals.where(lambda each: each.country.is_in("SY")).exist()
    )
    text = "\n".join(lines(condition, vague, landed, STAY))

    assert "arrival r-1 \N{EN DASH} country" not in text  # it held, so it decided nothing
    assert "gender: (not asked)" in text

    both = (CLIENT.born_on <= ON) & CLIENT.arrivals.where(
        lambda each: each.country.is_in("SY")
    ).exist()
    text = "\n".join(lines(both, vague, landed, STAY))
    assert "day of birth: 1990" in text
    assert "SY" in text


def test_what_is_not_there_is_told_too():
    words = ExplanationWords(vocabulary=WORDS, language="en")
    arrivals = CLIENT.arrivals
    contract = PARTICIPATION.programme.operation.last_day >= ON
    nothing = {"owner_type": "client", "owner_id": "c-1", "record_type": "arrival"}

    assert "  [1] operation o-1: there is no such record" in lines(contract, ANNA, STAY)
    assert (
        words.listed(ListRead(**nothing, record_ids=())) == "arrival: nothing recorded (client c-1)"
    )
    assert words.listed(ListRead(**nothing, record_ids=("r-1", "r-2"), complete_through=ON)) == (
        "arrival: r-1, r-2; there may be one more after 1 June 2018 (client c-1)"
    )
    assert words.listed(ListRead(**nothing, record_ids=("r-1",), complete_through=ALWAYS)) == (
        "arrival: r-1; not known whether all is recorded (client c-1)"
    )
    assert "  [1] arrival: nothing recorded up to 3 December 2018 (client c-1)" in lines(
        arrivals.exist(), ANNA, STAY
    )


def test_an_answer_without_clauses_still_shows_its_records():
    assert lines(CLIENT.born_on <= ON, ANNA, STAY) == [
        "sentence on 1 June 2018: yes.",
        "Client c-1, participation a-1, as known on 3 December 2018.",
        "",
        "What it rests on:",
        "  [1] client c-1 \N{EN DASH} day of birth: 1990-05-01",
    ]


def test_ids_cannot_break_the_lines():
    odd = attrs.evolve(ANNA, id="c-1")
    stay = attrs.evolve(STAY, id="a\n1\x1b[2J")
    text = as_text(explained([ADULT], [odd, stay]), WORDS, "en")

    assert "participation a 1\\u001b[2J" in text
    assert "\x1b" not in text


# Markdown.


def test_markdown_has_the_same_parts():
    written = as_markdown(explained(RULES, [ANNA, SPELL, STAY]), WORDS, "en")

    assert written.startswith(
        "## Course: eligibility on 1 June 2018: yes.\n\n"
        "Client c-1, participation a-1, as known on 3 December 2018.\n\n"
        "### What decides it\n\n"
        "- **yes**: is of age (Act (2016-02-09), 9; our own reading) \\[1, 2\\]\n"
    )
    assert "\n  - **yes**: refugee (Act (2016-02-09), 1) \\[2, 3\\]\n" in written
    assert "\n### What it rests on\n\n1. client c-1 \N{EN DASH} day of birth" in written
    assert "\n### Doubts about sources\n\n- Act (2016-02-09), 9; shelf 7; our own" in written
    assert written.endswith("\n")


def test_no_word_becomes_markup():
    shouted = attrs.evolve(ADULT, says=lv("*a* <b> `c`").en("*a* <b> `c`"), source=ACT)
    html = MarkdownIt().render(as_markdown(explained([shouted], [ANNA, STAY]), WORDS, "en"))

    assert "*a* &lt;b&gt; `c` (Act" in html
    assert "<b>" not in html
    assert "<h2>Course: eligibility" in html


def test_a_markdown_section_without_lines_is_left_out():
    written = as_markdown(asked(CLIENT.born_on <= ON, ANNA, STAY), WORDS, "lv")

    assert "###" in written
    assert "Kas to izšķir" not in written
    assert "Pa soļiem" not in written


# JSON.


def test_json_has_codes_and_days_beside_words():
    written = json.loads(as_json(explained(RULES, [ANNA, SPELL, STAY]), WORDS, "en"))

    assert {key: value for key, value in written.items() if key != "steps"} == {
        "question": "Course: eligibility",
        "verdict": "yes",
        "says": "Course: eligibility on 1 June 2018: yes.",
        "client": "c-1",
        "participation": "a-1",
        "applicant": False,
        "on": "2018-06-01",
        "known_on": "2018-12-03",
        "deciding": ["toy.adult", "toy.refugee"],
        "rests_on": [],
    }
    assert written["steps"][1] == {
        "key": "toy.died",
        "id": "toy.died",
        "says": "has died",
        "truth": "no",
        "against": True,
        "in_force": True,
        "source": {
            "citation": "Act (2016-02-09)",
            "reference": "Act (2016-02-09); shelf 7",
            "confidence": "found",
        },
        "about": None,
        "rests_on": [
            {
                "type": "client",
                "id": "c-1",
                "field": "died_on",
                "value": None,
                "says": "day of death: (none)",
            },
            {
                "type": "participation",
                "id": "a-1",
                "field": "entered_on",
                "value": "2018-04-10",
                "says": "day of entry: 2018-04-10",
            },
        ],
        "steps": [],
    }
    grounds = written["steps"][2]
    assert grounds["source"] is None
    assert grounds["steps"][1]["rests_on"] == [
        {
            "list": "arrival",
            "of": {"type": "client", "id": "c-1"},
            "ids": [],
            "complete_through": "2018-12-03",
            "says": "arrival: nothing recorded up to 3 December 2018 (client c-1)",
        }
    ]


def test_json_tells_unknown_codes_gaps_and_records_of_lists():
    arrivals = CLIENT.arrivals.where(
        lambda each: (each.country.is_in("SY") | each.country.is_known()).named("known", SAYS)
    )
    open_list = CLIENT.arrivals.complete_through(CLIENT.born_on).exist()
    explanation = asked(
        arrivals.exist().named("toy.arrivals", SAYS)
        & (PARTICIPATION.programme.operation.last_day >= ON).named("toy.paid", SAYS)
        & CLIENT.gender.is_known().named("toy.gender", SAYS)
        & open_list.named("toy.complete", SAYS),
        attrs.evolve(ANNA, gender=NOT_ASKED, born_on=NOT_ASKED),
        STAY,
        attrs.evolve(LANDED, country="SY"),
    )
    first, paid, gender, complete = json.loads(as_json(explanation, WORDS, "en"))["steps"]

    assert first["steps"][0]["about"] == {"type": "arrival", "id": "r-1"}
    assert first["steps"][0]["rests_on"][0]["value"] == "SY"
    assert paid["rests_on"] == [
        {
            "missing": {"type": "operation", "id": "o-1"},
            "says": "operation o-1: there is no such record",
        }
    ]
    assert gender["rests_on"][0]["value"] == {"unknown": "not_asked"}
    assert complete["truth"] == "yes"


def test_json_of_an_applicant_has_no_participation_and_a_lapsed_rule_is_marked():
    lapsed = attrs.evolve(ARRIVED, in_force=PAST)
    refugee = explained([ADULT, lapsed], [ANNA, SPELL])
    written = json.loads(as_json(refugee, WORDS, "en"))

    assert (written["participation"], written["applicant"]) == (None, True)
    assert written["steps"][1]["steps"][0]["in_force"] is False


def test_a_list_of_which_no_completeness_is_known_has_no_day_in_json():
    nobody_knows = CLIENT.arrivals.complete_through(CLIENT.born_on).exist()
    explanation = asked(
        nobody_knows.named("toy.complete", SAYS), attrs.evolve(ANNA, born_on=NOT_ASKED), STAY
    )
    (step,) = json.loads(as_json(explanation, WORDS, "en"))["steps"]

    (listed,) = (read for read in step["rests_on"] if "list" in read)
    assert listed["complete_through"] is None


@pytest.mark.parametrize("write", [as_text, as_markdown, as_json])
@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_way_of_writing_knows_both_languages(write, language):
    verdicts = ([ANNA, SPELL, STAY], [attrs.evolve(ANNA, born_on=NOT_ASKED)], [ANNA, STAY])

    for records in verdicts:
        assert write(explained(RULES, records), WORDS, language)


def test_the_records_of_a_fragment_are_numbered_and_its_clauses_are_not():
    shown = str(as_fragment(explained(RULES, [ANNA, SPELL, STAY]), WORDS, "en")._repr_html_())

    _, steps, records, doubts = shown.split("</summary>")
    assert records.startswith("<ol>")
    assert steps.startswith("<ul>")
    assert doubts.startswith("<ul>")
