"""What a plugin promises by its declarations alone: each promise kept, and broken in one place."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from functools import partial

import attrs
import pytest
from conformance_lab import cafe as lab
from conformance_lab.cafe import cafe, figures, form, metric
from conformance_lab.looking import broken, given, of_cafe

from inclusion_core.expr import all_of, subject
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.rows import ClientRow, ParticipationRow
from inclusion_core.manager.plugins import Plugin
from inclusion_core.metrics.gaps import Gaps
from inclusion_core.metrics.rate import Rate
from inclusion_core.model.client import Gender
from inclusion_core.reports.form import (
    BreakdownTable,
    CrossTable,
    GapsTable,
    RateTable,
    SectionForm,
)
from inclusion_core.reports.sentences.sentence import Counted, Sentence
from inclusion_core.rules.rule import Rule
from inclusion_core.sources import Confidence, Source
from inclusion_core.testing.conformance.described import digest_of
from inclusion_core.testing.conformance.judging import judged
from inclusion_core.testing.conformance.outcomes import Outcome
from inclusion_core.testing.conformance.parts import parts_in
from inclusion_core.testing.conformance.promises.citing import CITES_A_SOURCE, SOURCES_CAN_BE_FOUND
from inclusion_core.testing.conformance.promises.expressing import EXPRESSIONS_COME_BACK
from inclusion_core.testing.conformance.promises.glossing import CODES_HAVE_WORDS
from inclusion_core.testing.conformance.promises.naming import IDS, NAMED_IS_DECLARED
from inclusion_core.testing.conformance.promises.wording import BOTH_LANGUAGES, SLOTS_ARE_FILLED
from inclusion_core.testing.conformance.standing import RULES_ASK
from inclusion_core.texts import Text, lv

KEPT = [
    IDS,
    NAMED_IS_DECLARED,
    CITES_A_SOURCE,
    SOURCES_CAN_BE_FOUND,
    BOTH_LANGUAGES,
    SLOTS_ARE_FILLED,
    CODES_HAVE_WORDS,
    RULES_ASK,
    EXPRESSIONS_COME_BACK,
]


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize("check", KEPT, ids=lambda check: check.id)
def test_a_sound_plugin_keeps_the_promise(check):
    record = of_cafe(check)

    assert record.outcome is Outcome.PASSED, str(record)


# Sources.


def test_a_source_without_a_title_is_no_source():
    rule = attrs.evolve(lab.CAME_FIRST, source=Source(""))

    [(about, problem)] = broken(CITES_A_SOURCE, rules=(rule,))

    assert about == "cafe.came-first"
    assert problem.startswith("its source has no title; name the act")


def test_the_end_of_a_limit_needs_a_source_of_its_own():
    end = attrs.evolve(lab.YEAR.ends[0], source=Source(" "))
    limit = attrs.evolve(lab.YEAR, ends=(end,))

    [(about, _)] = broken(CITES_A_SOURCE, limits=(limit,))

    assert about == "cafe.year/twelve-months"


def test_a_programme_rests_on_something():
    programme = attrs.evolve(lab.LANGUAGE, sources=())

    [(about, problem)] = broken(CITES_A_SOURCE, programmes=(programme,))

    assert about == "cafe.language"
    assert "name them in `sources`" in problem


def test_an_own_reading_says_of_what():
    source = attrs.evolve(lab.AGREEMENT, confidence=Confidence.OWN_READING)

    [(about, problem)] = broken(
        SOURCES_CAN_BE_FOUND, rules=(attrs.evolve(lab.CAME_FIRST, source=source),)
    )

    assert about == "cafe.came-first"
    assert "own_reading(lv(...).en(...))" in problem


def test_a_source_that_was_read_can_be_looked_up():
    rule = attrs.evolve(lab.CAME_FIRST, source=Source("Rules"))

    [(about, problem)] = broken(SOURCES_CAN_BE_FOUND, rules=(rule,))

    assert about == "cafe.came-first"
    assert "'Rules', was read and cannot be looked up" in problem


@pytest.mark.parametrize(
    "source",
    [
        Source("Rules", found_at="the municipality"),
        Source("Rules").point("3"),
        Source("Rules", confidence=Confidence.REMEMBERED),
        Source(""),
    ],
)
def test_a_source_with_a_place_or_that_is_only_remembered_will_do(source):
    assert not broken(SOURCES_CAN_BE_FOUND, rules=(attrs.evolve(lab.CAME_FIRST, source=source),))


# Words.


@pytest.mark.parametrize(
    ("says", "problem"),
    [
        (Text.same(""), "it has no words; write them in both languages: lv(...).en(...)"),
        (lv("Iestājās ").en("Entered"), "it begins or ends with a space; take it out"),
        (lv("Iestājās").en(" Entered"), "it begins or ends with a space; take it out"),
        (
            Text.same("Persons who entered"),
            (
                "the words are the same in Latvian and in English ('entered' is no name); "
                "translate them: lv(...).en(...)"
            ),
        ),
        (
            lv("Iestājās").en("Those who iestājās"),
            "the English words have a Latvian one, 'iestājās'; translate it",
        ),
    ],
)
def test_words_in_one_language_alone_are_told(says, problem):
    wrong = attrs.evolve(lab.STAYS, says=says)

    assert broken(BOTH_LANGUAGES, facts_tables=(wrong,)) == [("cafe.stays", f"its says: {problem}")]


@pytest.mark.parametrize(
    "says", [Text.same("ESF+ 2021"), Text.same("Natura 2000"), lv("Rīgā").en("In Rīga")]
)
def test_names_may_be_the_same(says):
    assert not broken(BOTH_LANGUAGES, facts_tables=(attrs.evolve(lab.STAYS, says=says),))


def test_words_of_a_vocabulary_are_looked_at_too():
    words = attrs.evolve(lab.WORDS, types={"cafe_evening": Text.same("evening")})

    [(about, problem)] = broken(BOTH_LANGUAGES, texts=(words,))

    assert about == "cafe.words"
    assert problem.startswith("its types.cafe_evening: the words are the same")


def test_a_slot_that_nothing_fills_is_told():
    wrong = attrs.evolve(lab.CHECK, says=lv("vakars {day}").en("evening {day}"))

    [(about, problem)] = broken(SLOTS_ARE_FILLED, checks=(wrong,))

    assert about == "cafe.late"
    assert problem.startswith("its says has a slot that nothing fills: day (here may be: none)")


def test_a_report_fills_its_period_and_status_day_alone():
    wrong = form(figures(lab.ENTERED), subtitle=lv("{period} {place}").en("{period} {place}"))

    [(_, problem)] = broken(SLOTS_ARE_FILLED, reports=(wrong,))

    assert "nothing fills: place (here may be: period, status_day)" in problem


def test_a_sentence_fills_its_own_slots():
    sentence = Sentence(
        id="guests",
        says=lv("Viesi: {guests}.").en("Guests: {guests}."),
        figures={"guests": Counted(metric=lab.ENTERED.id)},
        source=lab.AGREEMENT,
    )

    told = form(figures(lab.ENTERED), sentences=(sentence,))

    assert list(broken(SLOTS_ARE_FILLED, reports=(told,))) == []


# Ids.


def rate(key, of=lab.WOMEN):
    says = lv("Daļa").en("Share")
    return Rate(id=key, says=says, of=of, among=lab.ENTERED, source=lab.AGREEMENT)


def rates(*listed, key="rates"):
    return RateTable(
        id=key, title=lv("Daļas").en("Shares"), row_heading=lv("Daļa").en("Share"), rates=listed
    )


def test_a_rate_in_a_report_is_in_the_namespace():
    wrong = form(rates(rate("share")))

    assert broken(IDS, reports=(wrong,)) == [
        (
            "cafe.report/all/rates/share",
            "the rate 'share' is outside the namespace; begin its id with 'cafe.'",
        )
    ]


def test_two_rates_that_differ_have_two_ids():
    wrong = form(rates(rate("cafe.share")), rates(rate("cafe.share", lab.ENTERED), key="again"))

    [(about, problem)] = broken(IDS, reports=(wrong,))

    assert about == "cafe.report/all/again/cafe.share"
    assert problem == "another rate has the id 'cafe.share' too; rename one"


def test_sections_and_tables_of_a_report_have_ids_of_their_own():
    table = figures(lab.ENTERED)
    section = SectionForm(id="all", title=lv("Daļa").en("Part"), tables=(table,))
    wrong = form(sections=(section, section))

    assert broken(IDS, reports=(wrong,)) == [
        ("cafe.report/all", "2 sections of the report have this id; rename them"),
        ("cafe.report/entries", "2 tables of the report have this id; rename them"),
    ]


def test_the_second_table_of_gaps_has_an_id_too():
    gaps = Gaps(
        id="cafe.gaps",
        says=lv("Trūkst").en("Missing"),
        table=lab.STAYS,
        among=subject(lab.CafeStayRow).entered_on <= date(2020, 1, 1),
        fields=("entered_on",),
        source=lab.AGREEMENT,
    )
    table = GapsTable(id="gaps", title=lv("Trūkst").en("Missing"), gaps=gaps)
    wrong = form(table, attrs.evolve(figures(lab.ENTERED), id="gaps.subjects"))

    [(about, _)] = broken(IDS, reports=(wrong,))

    assert about == "cafe.report/gaps.subjects"


def test_what_a_metric_is_part_of_is_declared():
    [(about, problem)] = broken(NAMED_IS_DECLARED, metrics=(lab.WOMEN,), reports=())

    assert about == "cafe.women"
    assert "it is part of 'cafe.entered', and no such metric is declared" in problem


def test_the_programme_of_a_report_is_declared():
    wrong = form(figures(lab.ENTERED), programme="cafe.langage")

    [(about, problem)] = broken(NAMED_IS_DECLARED, reports=(wrong,))

    assert about == "cafe.report"
    assert "'cafe.langage', and no such programme is declared" in problem


def test_what_a_report_counts_is_declared():
    wrong = form(figures(lab.ENTERED, metric("cafe.other")))

    [(about, problem)] = broken(NAMED_IS_DECLARED, reports=(wrong,))

    assert about == "cafe.report/cafe.other"
    assert "is declared by nobody; return it from inclusion_metrics" in problem


# Words for codes.


class Seat(Enum):
    INSIDE = "inside"


def test_record_types_fields_and_codes_have_words():
    found = broken(CODES_HAVE_WORDS, texts=())

    assert [about for about, _ in found] == ["cafe_evening"] * 5
    assert [problem.partition(" has no words")[0] for _, problem in found] == [
        "code Drink.COFFEE",
        "code Drink.TEA",
        "field 'came_on'",
        "field 'drank'",
        "record type 'cafe_evening'",
    ]


def by_gender(name, metrics=None):
    counted = metrics or (metric("cafe.clients", subject=ClientRow, universe=alive()),)
    return CrossTable(
        id="gender",
        title=lv("Dzimums").en("Gender"),
        row_heading=lv("Personas").en("Persons"),
        metrics=counted,
        by=lab.gender_axis(),
        codes=("female",),
        name=name,
    )


def alive():
    return subject(ClientRow).participations.exist()


def by_code(name):
    counted = metric("cafe.clients", subject=ClientRow, universe=alive(), by=lab.gender_axis())
    return BreakdownTable(id="gender", title=lv("Dzimums").en("Gender"), metric=counted, name=name)


@pytest.mark.parametrize("table", [by_gender, by_code])
def test_every_code_that_a_report_shows_has_a_name(table):
    names = {"female": lv("sieviete").en("woman"), "male": Text.same(" ")}

    assert broken(CODES_HAVE_WORDS, reports=(form(table(names.__getitem__)),)) == [
        (
            "cafe.report/gender",
            "its name of the code 'non_binary' raises KeyError: 'non_binary'",
        ),
        ("cafe.report/gender", "the code 'male' has no name; give one in both languages"),
    ]


def test_codes_of_a_list_that_is_kept_elsewhere_are_not_gone_through():
    axis = attrs.evolve(lab.gender_axis(), code=subject(ParticipationRow).programme.declared_as)
    counted = metric(
        "cafe.stays", subject=ParticipationRow, universe=lab.participation.client.arrivals.exist()
    )
    table = CrossTable(
        id="programmes",
        title=lv("Programmas").en("Programmes"),
        row_heading=lv("Dalības").en("Stays"),
        metrics=(counted,),
        by=axis,
        codes=(),
        name=Text.same,
    )

    assert not broken(CODES_HAVE_WORDS, reports=(form(table),))


def test_of_codes_nothing_is_to_check_where_there_are_none():
    record = of_cafe(
        CODES_HAVE_WORDS, record_types=(), texts=(), facts_tables=(), reports=(), checks=(),
        rules=(), facts=(), samples=(),
    )  # fmt: skip

    assert record.outcome is Outcome.NOTHING_TO_CHECK


# Rules and expressions.


def test_a_rule_that_asks_nothing_is_told():
    rule = Rule(
        id="cafe.anybody",
        programme=lab.LANGUAGE.id,
        says=lv("jebkurš").en("anybody"),
        holds=all_of(),
        source=lab.AGREEMENT,
    )

    [(about, problem)] = broken(RULES_ASK, rules=(rule,))

    assert about == "cafe.anybody"
    assert "is yes for somebody of whom nothing is known" in problem


def test_a_rule_of_another_plugin_is_nothing_of_this_one():
    tea = attrs.evolve(lab.LANGUAGE, id="tearoom.tea")
    rule = attrs.evolve(lab.CAME_FIRST, id="tearoom.all", programme=tea.id, holds=all_of())
    tearoom = Plugin(
        name="tearoom",
        distribution="inclusion-tearoom",
        version=lab.VERSION,
        load=lambda: lab.module(**{**EMPTY, "programmes": (tea,), "rules": (rule,)}),
    )
    programme = attrs.evolve(lab.LANGUAGE, rules_from=("inclusion-tearoom",))
    found = given(cafe(programmes=(programme,)), tearoom)

    assert len(found.catalogue.remarks) == 1
    assert judged(RULES_ASK, found).outcome is Outcome.PASSED


EMPTY = dict.fromkeys(lab.SOUND, ())


def test_an_expression_that_json_cannot_hold_is_told():
    code = subject(ParticipationRow).programme.declared_as.is_in("caf\ud800")
    fact = Fact(id="cafe.odd", says=lv("dīvains").en("odd"), subject=ParticipationRow, value=code)

    [(about, problem)] = broken(EXPRESSIONS_COME_BACK, facts=(fact,))

    assert about == "cafe.odd"
    assert re.match(r"its value cannot be written as JSON: ", problem)


def test_an_expression_that_is_read_back_as_another_is_told(monkeypatch):
    from inclusion_core.testing.conformance.promises import expressing

    monkeypatch.setattr(expressing, "read_expression", lambda document: all_of())
    problems = dict(broken(EXPRESSIONS_COME_BACK))

    assert problems["cafe.came-first"].startswith(
        "its holds is read back from JSON as something else"
    )


# How parts are found, and told apart.


def test_every_text_source_and_expression_of_a_plugin_is_found():
    found = list(parts_in(given(cafe())))
    owners = {(part.about, part.name) for part in found if isinstance(part.value, Text)}

    assert ("cafe.year/twelve-months", "says") in owners
    assert ("cafe.year/cafe.teaching", "says") in owners
    assert ("cafe.report/all/entries", "row_heading") in owners
    assert ("cafe.report/all/inequalities/cafe.women-at-most-all", "source") in {
        (part.about, part.name) for part in found if isinstance(part.value, Source)
    }
    assert not any(about.startswith("cafe.report") and name == "grain" for about, name in owners)


@attrs.frozen
class Odd:
    value: object


def test_equal_values_have_one_digest_and_others_another():
    values = [
        None, 1, 1.5, "one", b"one", True, date(2018, 6, 1), Gender.FEMALE, Gender, (1, 2), {1: 2},
        frozenset({1, 2}), lab.build, lab.late_evenings, partial(lab.build, 1), lab.ENTERED,
        lab.WOMEN, Odd(1), Odd(2), object(), lab.STAYS.schema,
    ]  # fmt: skip
    digests = [digest_of(Odd(each)) for each in values]

    assert len(set(digests)) == len(values)
    assert digests == [digest_of(Odd(each)) for each in values]
    assert digest_of(lab.CafeEvening) != digest_of(lab.CafeStay)


def test_nothing_to_check_is_no_failure():
    record = judged(RULES_ASK, given(cafe(rules=())))

    assert record.outcome is Outcome.NOTHING_TO_CHECK
    assert record.broken == ()
