"""A support window in words: whole sentences, sources, what has not happened, what is doubtful."""

import json
from datetime import date

import attrs
import pytest
from limit_lab import (
    ACT,
    ANNA,
    ENTERED,
    KNOWN_ON,
    MENTOR_LIMIT,
    PLAN,
    PROGRAMME,
    STATUS_SPELL,
    WORKER_LIMIT,
    bare_window,
    cases_of,
    plan_fulfilled,
    twelve_months,
    window,
)

from inclusion_core.expr import completed_years
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.facts.telling import Telling
from inclusion_core.limits import window_of
from inclusion_core.limits.sentences import until
from inclusion_core.model.plan import ClosingReason
from inclusion_core.model.status import ProtectionKind
from inclusion_core.sources import Confidence
from inclusion_core.texts import lv
from inclusion_core.values import (
    ABSENT,
    ALWAYS,
    NEVER,
    NOT_ASKED,
    DaySpan,
    PartialDay,
    Reason,
    Unknown,
)

REFUSED = Unknown(Reason.REFUSED)


def test_a_window_is_explained_with_its_last_day_its_reason_and_what_has_not_happened():
    there = window(STATUS_SPELL, PLAN)

    assert there.explain("en") == (
        "Until 15 April 2019: 12 months after refugee status of 15 April 2018 (MK 102, 32.2). "
        "The plan is not fulfilled yet."
    )
    assert there.explain("lv") == (
        "Līdz 2019. gada 15. aprīlim: 12 mēneši pēc bēgļa statusa 2018. gada 15. aprīlī "
        "(MK 102, 32.2). Plāns vēl nav izpildīts."
    )


def test_an_ended_window_says_so_and_not_what_never_happened():
    there = window(STATUS_SPELL, PLAN, on=date(2019, 4, 16))

    assert there.explain("en") == (
        "Until 15 April 2019: 12 months after refugee status of 15 April 2018 (MK 102, 32.2). "
        "On 16 April 2019 support has ended."
    )
    assert there.explain("lv").endswith("2019. gada 16. aprīlī atbalsts jau ir beidzies.")


def test_a_window_that_is_to_come_says_from_when():
    told = window(STATUS_SPELL, PLAN, on=date(2018, 4, 14)).explain("en")

    assert told.startswith("From 15 April 2018. Until 15 April 2019: ")
    assert told.endswith("On 14 April 2018 support has not begun. The plan is not fulfilled yet.")


def test_without_status_support_does_not_begin():
    assert window(PLAN).explain("en") == (
        "Support does not begin, as things stand: its first day has not come."
    )
    assert window(PLAN).explain("lv") == (
        "Atbalsts nesākas, ciktāl zināms: pirmā diena nav pienākusi."
    )


def test_a_window_that_ends_before_it_begins_says_that_it_has_no_day():
    fulfilled = attrs.evolve(PLAN, fulfilled_on=date(2018, 3, 1))

    assert window(STATUS_SPELL, fulfilled).explain("en") == (
        "Until 1 March 2018: the plan is fulfilled (MK 102, 32.2). "
        "Support would begin only after that: there is no day of it."
    )


def test_a_day_in_part_is_told_as_an_interval_with_the_general_sentence():
    spell = attrs.evolve(STATUS_SPELL, notified_on=PartialDay.of_month(2018, 4))

    assert window(spell, PLAN).explain("en") == (
        "From some day between 1 April 2018 and 30 April 2018. "
        "Until some day from 1 April 2019 to 30 April 2019: "
        "12 months after the day of status (MK 102, 32.2). The plan is not fulfilled yet."
    )
    assert (
        window(spell, PLAN)
        .explain("lv")
        .startswith(
            "No kādas dienas starp 2018. gada 1. aprīli un 2018. gada 30. aprīli. "
            "Līdz kādai dienai no 2019. gada 1. aprīļa līdz 2019. gada 30. aprīlim: "
        )
    )


def test_the_latest_last_day_is_told_where_it_may_be_earlier():
    told = window(STATUS_SPELL, attrs.evolve(PLAN, fulfilled_on=REFUSED)).explain("en")

    assert told == (
        "Until 15 April 2019 at the latest: 12 months after refugee status of 15 April 2018 "
        "(MK 102, 32.2). Perhaps earlier: the plan is fulfilled (MK 102, 32.2). "
        "The client refused to say what it depends on. "
        "Whether support may be given on 3 December 2018 is not known."
    )


def test_one_end_that_may_come_at_any_time_up_to_a_day_is_told_in_one_sentence():
    there = bare_window(date(2018, 4, 15), DaySpan(ALWAYS, date(2018, 12, 20)))

    assert there.explain("en").startswith(
        "Until 20 December 2018 at the latest, perhaps earlier: the client has refused "
    )


def test_the_earliest_last_day_is_told_where_it_may_be_later():
    unsure = attrs.evolve(PLAN, closed_on=date(2018, 12, 20), closing_reason=Unknown(Reason.ERASED))
    limit = attrs.evolve(WORKER_LIMIT, ends=(MENTOR_LIMIT.ends[1],))

    assert window(STATUS_SPELL, unsure, limit=limit).explain("en") == (
        "At least until 20 December 2018, perhaps longer: the client has refused (MK 102, 34). "
        "What it depends on was erased."
    )


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (Reason.NOT_ASKED, "What it depends on was not asked, or is recorded only in part."),
        (Reason.REFUSED, "The client refused to say what it depends on."),
        (Reason.CLIENT_DOES_NOT_KNOW, "The client does not know what it depends on."),
        (Reason.CONTRADICTORY, "The records contradict each other in what it depends on."),
        (Reason.ERASED, "What it depends on was erased."),
    ],
)
def test_an_unknown_status_day_is_told_once_with_its_reason(reason, told):
    spell = attrs.evolve(STATUS_SPELL, notified_on=Unknown(reason))

    assert window(spell, limit=MENTOR_LIMIT).explain("en") == (
        f"The first day is not known. {told} The last day is not known; what may settle it: "
        "12 months after the day of status (MK 102, 33.2). "
        "Whether support may be given on 3 December 2018 is not known."
    )


def test_a_first_day_that_is_bounded_on_one_side_is_told():
    perhaps = attrs.evolve(STATUS_SPELL, kind=NOT_ASKED)
    sooner = attrs.evolve(STATUS_SPELL, id="s-2", notified_on=NOT_ASKED)

    assert window(perhaps).explain("en").startswith("Not before 15 April 2018, if at all. What ")
    assert (
        window(STATUS_SPELL, sooner)
        .explain("en")
        .startswith(
            "From 15 April 2018 at the latest, perhaps earlier. What it depends on was not asked"
        )
    )


def test_a_window_without_end_says_so():
    there = bare_window(date(2018, 4, 15), ABSENT)

    assert there.explain("en") == "There is no last day, as things stand."


def test_ends_of_one_day_are_told_together():
    fulfilled = attrs.evolve(PLAN, fulfilled_on=date(2019, 4, 15))

    assert window(STATUS_SPELL, fulfilled).explain("en") == (
        "Until 15 April 2019: the plan is fulfilled (MK 102, 32.2) and "
        "12 months after refugee status of 15 April 2018 (MK 102, 32.2)."
    )


def test_an_end_that_is_written_with_a_full_stop_keeps_none_inside_the_sentence():
    closed = attrs.evolve(PLAN, closed_on=date(2018, 6, 1), closing_reason=ClosingReason.REFUSED)

    assert "Until 1 June 2018: the client has refused (MK 102, 34)." in window(
        STATUS_SPELL, closed
    ).explain("en")


def test_what_has_not_happened_is_told_with_one_full_stop():
    stopped = attrs.evolve(
        plan_fulfilled,
        open_says=lv("plāns vēl nav izpildīts.").en("the plan is not fulfilled yet."),
    )
    limit = attrs.evolve(WORKER_LIMIT, ends=(stopped, twelve_months))

    assert (
        window(STATUS_SPELL, PLAN, limit=limit)
        .explain("en")
        .endswith("(MK 102, 32.2). The plan is not fulfilled yet.")
    )


def test_from_when_and_until_when_are_told_alone():
    assert until(window(STATUS_SPELL, PLAN, on=date(2018, 4, 14)), "en") == (
        "From 15 April 2018. "
        "Until 15 April 2019: 12 months after refugee status of 15 April 2018 (MK 102, 32.2)."
    )


def test_an_applicant_is_counted_as_if_they_entered():
    standing = cases_of(STATUS_SPELL)["c-1"].applying(PROGRAMME, KNOWN_ON)

    told = window_of(WORKER_LIMIT, standing, KNOWN_ON).explain("en")

    assert told.endswith("The client has not entered: counted as if they did on 3 December 2018.")


def test_own_readings_are_told_once_each_with_their_note():
    reading = ACT.point("32.2").own_reading(
        lv("otrs statuss laiku nesāk no jauna").en("a second status does not begin it anew.")
    )
    published = attrs.evolve(ACT.point("33.2"), confidence=Confidence.PUBLISHED)
    limit = attrs.evolve(
        MENTOR_LIMIT,
        ends=(twelve_months.under(reading), *MENTOR_LIMIT.ends[1:]),
        source=published,
    )

    assert (
        window(STATUS_SPELL, limit=limit)
        .explain("en")
        .endswith(
            " MK 102, 33.2: from a published announcement. "
            "MK 102, 32.2: our own reading; a second status does not begin it anew."
        )
    )
    same = window(STATUS_SPELL, limit=attrs.evolve(limit, source=reading))
    assert same.explain("en").count("our own reading") == 1


def test_what_does_not_end_it_for_this_client_leaves_no_doubt():
    other = attrs.evolve(ACT.point("34"), confidence=Confidence.PUBLISHED)
    limit = attrs.evolve(
        MENTOR_LIMIT,
        ends=(MENTOR_LIMIT.ends[0], attrs.evolve(MENTOR_LIMIT.ends[1], source=other)),
    )

    assert "published" not in window(STATUS_SPELL, limit=limit).explain("en")


# The sentence for one case is told where everything in it is known.


def told_by(words, slots, *records):
    end = attrs.evolve(twelve_months, tells=Telling(words, slots))
    limit = attrs.evolve(MENTOR_LIMIT, ends=(end,))
    return window(STATUS_SPELL, *records, limit=limit).explain("en")


AGED = lv("vecums {age}").en("at the age of {age}")
AGE = {"age": completed_years(CLIENT.born_on, PARTICIPATION.entered_on)}


def test_a_number_of_the_case_is_told_where_it_is_known():
    born = attrs.evolve(ANNA, born_on=date(1990, 5, 1))

    assert "at the age of 28 (MK 102, 32.2)" in told_by(AGED, AGE, born)
    assert "12 months after the day of status (MK 102, 32.2)" in told_by(AGED, AGE)


def test_a_day_of_the_case_is_told_where_it_is_known_and_comes():
    words, slots = lv("{day}").en("left on {day}"), {"day": PARTICIPATION.left_on}
    left = attrs.evolve(ENTERED, left_on=date(2018, 7, 1))

    assert "left on 1 July 2018 (MK 102, 32.2)" in told_by(words, slots, left)
    for day in (ABSENT, NOT_ASKED, PartialDay.of_month(2018, 7)):
        still = attrs.evolve(ENTERED, left_on=day)
        assert "12 months after the day of status" in told_by(words, slots, still)


def test_a_code_of_the_case_is_told_where_it_is_known_and_has_words():
    alternative = attrs.evolve(STATUS_SPELL, kind=ProtectionKind.ALTERNATIVE_STATUS)
    both = (alternative, attrs.evolve(STATUS_SPELL, id="s-2"))

    for records in ([alternative], both):
        assert "12 months after the day of status" in window(*records).explain("en")


# Markdown and JSON.


def test_a_window_as_markdown_lists_all_that_can_end_it():
    assert window(STATUS_SPELL, PLAN).as_markdown("en") == (
        "### support by the social worker, participation a-1\n\n"
        "social worker until the plan is fulfilled (MK 102, 32.2)\n\n"
        "- Until 15 April 2019: 12 months after refugee status of 15 April 2018 (MK 102, 32.2).\n"
        "- The plan is not fulfilled yet.\n\n"
        "| What ends it | Last day | Source |\n"
        "| --- | --- | --- |\n"
        "| the plan is fulfilled | – | MK 102, 32.2 |\n"
        "| 12 months after the day of status | 2019-04-15 | MK 102, 32.2 |\n"
        "| the client has refused. | – | MK 102, 34 |\n"
    )


def test_a_window_as_json_has_days_ids_and_sentences():
    spell = attrs.evolve(STATUS_SPELL, notified_on=PartialDay.of_month(2018, 4))
    written = json.loads(window(spell, attrs.evolve(PLAN, fulfilled_on=NOT_ASKED)).as_json("en"))

    assert written["participation"] == "a-1"
    assert written["client"] == "c-1"
    assert written["applicant"] is False
    assert written["limit"] == "toy.status.worker"
    assert written["known_on"] == "2018-12-03"
    assert written["state"] == "unknown"
    assert written["first_day"] == "2018-04"
    assert written["last_day"] == {"unknown": "not_asked"}
    assert written["last_day_between"] == {"earliest": None, "latest": "2019-04-30"}
    assert written["remaining_days"] == {"least": 0, "most": 149}
    assert written["may_end_by"] == ["plan-fulfilled", "twelve-months"]
    assert written["ends"][2] == {
        "id": "closure",
        "last_day_between": {"earliest": None, "latest": None},
    }
    assert len(written["sentences"]) == 5


def test_days_that_never_come_are_nothing_in_json():
    written = json.loads(window().as_json("lv"))

    assert written["first_day"] is written["last_day"] is None
    assert written["state"] == "never_opens"


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (DaySpan(date(2019, 4, 15), date(2019, 4, 15)), "2019-04-15"),
        (DaySpan(date(2019, 4, 1), date(2019, 4, 30)), "2019-04"),
        (DaySpan(ALWAYS, date(2019, 4, 15)), "..2019-04-15"),
        (DaySpan(date(2019, 4, 15), NEVER), "2019-04-15.."),
        (DaySpan(ALWAYS, NEVER), "?"),
        (DaySpan(NEVER, NEVER), "–"),
    ],
)
def test_a_day_that_is_open_is_written_in_one_word(span, written):
    from inclusion_core.limits.written import span_text

    assert span_text(span) == written
