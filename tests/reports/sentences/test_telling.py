"""Telling sentences from a report: what it hides, or does not know, is never told as a number."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from sentences_lab import (
    FIGURES,
    HOURS,
    IN_RIGA,
    MENTORING,
    NEWS,
    PEOPLE,
    PLAN,
    SENTENCES,
    SUPPORT,
    TALKS,
    WORK,
    report,
)

from inclusion_core.reports.behind import Shows
from inclusion_core.reports.report import Cell, Mark
from inclusion_core.reports.sentences.sentence import Counted, Rest, Sentence, ShareOf
from inclusion_core.reports.sentences.shown import ShownFigures, WhyNot
from inclusion_core.reports.sentences.telling import told, with_sentences
from inclusion_core.texts import lv


def shows(figures, **more):
    return ShownFigures(report({**FIGURES, **figures}, **more))


def says(sentence, figures=FIGURES, language="en", **more):
    return told(sentence, report({**FIGURES, **figures}, **more)).paragraph.in_(language)


def test_a_sentence_is_told_in_both_languages():
    assert says(SUPPORT) == (
        "From 1 June 2018 to 30 November 2018 support for 12 months was given to 146 unique "
        "clients, in Rīga 21 and elsewhere 125; work was found by 23.3\u00a0% of the clients."
    )
    assert says(SUPPORT, language="lv") == (
        "Laikā no 2018. gada 1. jūnija līdz 2018. gada 30. novembrim atbalstu 12 mēnešus saņēma "
        "146 unikāli klienti, Rīgā 21 un citur 125; darbu atrada 23,3\u00a0% klientu."
    )


@pytest.mark.parametrize(
    ("number", "latvian", "english"),
    [
        (0, "0 sociālo mentoru", "0 social mentors"),
        (1, "1 sociālais mentors", "1 social mentor"),
        (2, "2 sociālie mentori", "2 social mentors"),
        (11, "11 sociālo mentoru", "11 social mentors"),
        (21, "21 sociālais mentors", "21 social mentors"),
        (101, "101 sociālais mentors", "101 social mentors"),
        (111, "111 sociālo mentoru", "111 social mentors"),
        (1000, "1000 sociālo mentoru", "1000 social mentors"),
        (12_345, "12\u00a0345 sociālie mentori", "12,345 social mentors"),
    ],
)
def test_the_noun_agrees_with_the_number(number, latvian, english):
    mentors = {Counted(metric="toy.mentors").count: number}

    assert f"vada {latvian}," in says(MENTORING, mentors, "lv")
    assert f"by {english}," in says(MENTORING, mentors)


def test_a_median_has_the_decimal_sign_of_the_language():
    half = {HOURS.count: Decimal("4.5")}

    assert "average 4.5 hours" in says(PLAN, half)
    assert "vidēji 4,5 stundas" in says(PLAN, half, "lv")


def test_targets_are_those_as_amended():
    assert says(PLAN, promised=(116, 50)).startswith("The plan is to help 116 families, in Bauska")


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (Mark.SUPPRESSED, WhyNot.SUPPRESSED),
        (Mark.NOT_COLLECTED, WhyNot.NOT_COLLECTED),
        (Mark.NOT_APPLICABLE, WhyNot.NOT_APPLICABLE),
    ],
)
@pytest.mark.parametrize("figure", [PEOPLE, IN_RIGA, WORK])
def test_a_sentence_with_a_figure_that_is_no_number_is_left_out(figure, value, why):
    found = told(SUPPORT, report({**FIGURES, figure.count: value}))

    assert found.says is None
    assert found.why_not == (why,)
    assert found.paragraph.in_("en") == (
        f'The sentence "support" is left out: {why.says.in_("en")}.'
    )


def test_what_the_report_does_not_show_is_left_out():
    without = {count: value for count, value in FIGURES.items() if count != TALKS.count}

    assert told(MENTORING, report(without)).why_not == (WhyNot.NOT_SHOWN,)


def test_a_row_of_nothing_but_not_collected_tells_why():
    """Nothing is behind such cells; the row is of the metric."""
    without = {count: value for count, value in FIGURES.items() if count != TALKS.count}
    made = report(without)
    (section,) = made.sections
    first = section.tables[0]
    row = attrs.evolve(first.rows[0], id="toy.talks", cells=(Cell(value=Mark.NOT_COLLECTED),))
    table = attrs.evolve(first, rows=(*first.rows, row))
    sections = (attrs.evolve(section, tables=(table, section.tables[1])),)

    found = told(MENTORING, attrs.evolve(made, sections=sections))

    assert found.why_not == (WhyNot.NOT_COLLECTED,)


def test_a_figure_that_is_hidden_once_is_hidden():
    made = report(more=((PEOPLE.count, Mark.SUPPRESSED),))

    assert told(SUPPORT, made).why_not == (WhyNot.SUPPRESSED,)


def test_a_figure_that_is_shown_as_two_numbers_is_none():
    made = report(more=((PEOPLE.count, 145),))

    assert told(SUPPORT, made).why_not == (WhyNot.NOT_SHOWN,)


def test_a_figure_that_is_shown_twice_is_one():
    found = told(SUPPORT, report(more=((PEOPLE.count, Cell(value=146, unknown=2)),)))

    assert found.shown["people"].value == 146
    assert found.shown["people"].unknown == 2


def test_who_may_be_more_is_told_in_a_remark():
    found = told(SUPPORT, report({**FIGURES, PEOPLE.count: Cell(value=146, unknown=3)}))

    assert [each.in_("en") for each in found.remarks] == [
        "(toy.people: for 3 more the answer is not known.)",
        "(toy.work: for 3 more the answer is not known.)",
    ]
    assert found.paragraph.in_("lv").endswith("(toy.work: par vēl 3 atbilde nav zināma.)")


def test_how_many_more_may_stand_in_a_column_of_its_own():
    unknown = attrs.evolve(TALKS.count, shows=Shows.UNKNOWN)

    assert shows({unknown: 4}).of(TALKS).unknown == 4
    assert shows({unknown: 4}).of(Counted(metric="toy.talks", shows=Shows.UNKNOWN)).value == 4
    assert shows({unknown: Mark.SUPPRESSED}).of(TALKS).unknown is Mark.SUPPRESSED


def test_how_many_more_may_be_hidden():
    hidden = Cell(value=12_345, unknown=Mark.SUPPRESSED)

    assert says(MENTORING, {TALKS.count: hidden}).endswith(
        "(toy.talks: for some more the answer is not known; for how many is not shown.)"
    )


@pytest.mark.parametrize("unknown", [1, Mark.SUPPRESSED])
def test_a_rest_of_which_some_are_not_known_is_left_out(unknown):
    found = shows({IN_RIGA.count: Cell(value=21, unknown=unknown)})

    rest = found.of(Rest(whole=PEOPLE, part=IN_RIGA))
    assert (rest.value, rest.why_not) == (None, WhyNot.NOT_KNOWN)


def test_a_share_of_nobody_does_not_apply():
    share = ShareOf(part=WORK, whole=PEOPLE)

    assert shows({PEOPLE.count: 0, WORK.count: 0}).of(share).why_not is WhyNot.NOT_APPLICABLE
    assert shows({WORK.count: 39, PEOPLE.count: 168}).of(share).value == Decimal("23.2")
    assert shows({}).of(share).exact == Fraction(3400, 146)
    assert shows({WORK.count: 0}).of(share).value == 0


def test_sentences_become_the_last_section_and_are_made_anew():
    once = with_sentences(report(), SENTENCES)
    hidden = report({**FIGURES, PEOPLE.count: Mark.SUPPRESSED})
    over = attrs.evolve(hidden, sections=once.sections[:-1] + once.sections[-1:])

    assert [each.id for each in once.sections] == ["figures", "sentences"]
    assert len(once.sections[-1].paragraphs) == 3
    assert with_sentences(once, SENTENCES) == once
    assert len(with_sentences(over, SENTENCES).sections) == 2
    assert with_sentences(report(), ()) == report()


def test_a_public_section_tells_no_hidden_number():
    hidden = report({**FIGURES, IN_RIGA.count: Mark.SUPPRESSED})

    told_there = " ".join(
        each.in_("en") for each in with_sentences(hidden, SENTENCES).sections[-1].paragraphs
    )
    assert "21" not in told_there
    assert 'The sentence "support" is left out' in told_there


def test_a_sentence_may_have_no_figure_with_a_heading():
    only = Sentence(
        id="rest",
        says=lv("Pārējie ir {rest}.").en("The others are {rest}."),
        figures={"rest": Rest(whole=PEOPLE, part=IN_RIGA)},
        source=NEWS,
    )

    assert told(only, report()).says.in_("en") == "The others are 125."
    assert told(only, report()).shown["rest"].what.in_("en") == "toy.people"
