"""Declaring sentences: what cannot be told or read back is refused when it is declared."""

import attrs
import pytest
from sentences_lab import CLIENTS, NEWS, PEOPLE, SUPPORT, WORK

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import subject
from inclusion_core.facts.moments import STATUS_DAY
from inclusion_core.facts.rows import ClientRow, PersonRow
from inclusion_core.metrics.metric import Grain, Measure, Membership, Metric
from inclusion_core.reports.behind import Shows
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm
from inclusion_core.reports.sentences.sentence import Counted, Promised, Rest, Sentence, ShareOf
from inclusion_core.texts import lv

WORDS = lv("Cilvēki").en("People")


def metric(name, **more):
    return Metric(
        **{
            "id": f"toy.{name}",
            "says": WORDS,
            "subject": PersonRow,
            "universe": subject(PersonRow).clients.exist(),
            "grain": Grain.PROGRAMME,
            "membership": Membership.STOCK,
            "source": NEWS,
            **more,
        }
    )


def form(*sentences, metrics):
    table = FigureTable(id="t", title=WORDS, row_heading=WORDS, metrics=metrics)
    section = SectionForm(id="s", title=WORDS, tables=(table,))
    return ReportForm(
        id="toy.form", title=WORDS, subtitle=WORDS, sections=(section,), sentences=sentences
    )


def sentence(figure, noun=None, key="one"):
    return Sentence(
        id=key,
        says=lv("Kopā ir {number}.").en("There are {number}."),
        figures={"number": figure},
        nouns={} if noun is None else {"number": noun},
        source=NEWS,
    )


ALL = metric("people")
SOME = metric("work", part_of="toy.people")
FEW = metric("study", part_of="toy.work")
STRANGER = metric("others", part_of="elsewhere.people")
WINDOW = metric("window", part_of="toy.people", settled_on=STATUS_DAY)
CLIENT = metric("clients", subject=ClientRow, universe=subject(ClientRow).born_on.is_known())
MEDIAN = metric(
    "median",
    measure=Measure.MEDIAN,
    amount=subject(PersonRow).clients.count(),
    part_of="toy.people",
)
COUNTED = (ALL, SOME, FEW, STRANGER, WINDOW, CLIENT, MEDIAN)


def counted(name, **more):
    return Counted(metric=f"toy.{name}", **more)


def test_a_sentence_is_a_value_that_names_its_metrics():
    assert attrs.evolve(SUPPORT) == SUPPORT
    assert hash(SUPPORT) == hash(attrs.evolve(SUPPORT))
    assert SUPPORT.metrics == ("toy.people", "toy.work")
    assert sentence(Promised(metric="toy.plan")).metrics == ("toy.plan",)


@pytest.mark.parametrize(
    ("latvian", "english", "figures", "nouns", "problem"),
    [
        ("{a} un {b} te", "{a} and {b} here", {"a": PEOPLE}, {}, "slots and figures differ: b"),
        ("{a} te", "{a} here", {"a": PEOPLE, "b": WORK}, {}, "slots and figures differ: b"),
        ("{a} te", "{a} here", {"a": PEOPLE}, {"b": CLIENTS}, "with a whole number: b"),
        (
            "{a} te",
            "{a} here",
            {"a": ShareOf(part=WORK, whole=PEOPLE)},
            {"a": CLIENTS},
            "with a whole number: a",
        ),
        ("{a:dative} te", "{a} here", {"a": PEOPLE}, {}, "only a day has a case: a"),
        (
            "{period:dative} {a} te",
            "{period} {a} here",
            {"a": PEOPLE},
            {},
            "only a day has a case: period",
        ),
        ("{a}, {b} te", "{a} and {b}", {"a": PEOPLE, "b": WORK}, {}, "between the numbers"),
        ("te {a}", "{a}!", {"a": PEOPLE}, {}, "between the numbers"),
    ],
)
def test_a_sentence_that_cannot_be_told_or_read_is_refused(
    latvian, english, figures, nouns, problem
):
    with pytest.raises(DeclarationError, match=problem):
        Sentence(id="x", says=lv(latvian).en(english), figures=figures, nouns=nouns, source=NEWS)


def test_a_noun_parts_two_numbers():
    beside = Sentence(
        id="x",
        says=lv("{a}, {b} te").en("{a}, {b} here"),
        figures={"a": PEOPLE, "b": WORK},
        nouns={"a": CLIENTS},
        source=NEWS,
    )

    assert beside.says.slots == {"a", "b"}


@pytest.mark.parametrize(
    "figure",
    [
        counted("people"),
        counted("people", shows=Shows.UNKNOWN),
        counted("median"),
        ShareOf(part=counted("work"), whole=counted("people")),
        ShareOf(part=counted("work", groups={"a": "X"}), whole=counted("people")),
        Rest(whole=counted("people"), part=counted("study")),
        Rest(whole=counted("people"), part=counted("people", groups={"a": "X"})),
        Promised(metric="toy.people", of="RIGA"),
    ],
)
def test_a_form_takes_sentences_of_what_it_counts(figure):
    (kept,) = form(sentence(figure), metrics=COUNTED).sentences

    assert kept.figures == {"number": figure}


@pytest.mark.parametrize(
    ("figure", "noun", "problem"),
    [
        (counted("nobody"), None, "the form does not count toy.nobody"),
        (Promised(metric="toy.nobody"), None, "the form does not count toy.nobody"),
        (counted("median"), CLIENTS, "number: a median may be no whole number"),
        (ShareOf(part=counted("clients"), whole=counted("people")), None, "same subjects"),
        (ShareOf(part=counted("window"), whole=counted("window")), None, "do not stand yet"),
        (
            ShareOf(part=counted("work"), whole=counted("people", groups={"a": "X"})),
            None,
            "the part is of other groups",
        ),
        (
            ShareOf(part=counted("work", shows=Shows.UNKNOWN), whole=counted("people")),
            None,
            "what is not known is no part",
        ),
        (
            Rest(whole=counted("work"), part=counted("people")),
            None,
            "toy.people is not declared as a part of toy.work",
        ),
        (
            Rest(whole=counted("people"), part=counted("others")),
            None,
            "toy.others is not declared as a part of toy.people",
        ),
        (Rest(whole=counted("people"), part=counted("median")), None, "only subjects have a rest"),
        (Rest(whole=counted("people"), part=counted("window")), None, "do not stand yet"),
    ],
)
def test_a_form_refuses_sentences_of_what_it_cannot_tell(figure, noun, problem):
    with pytest.raises(DeclarationError, match=problem):
        form(sentence(figure, noun), metrics=COUNTED)


def test_metrics_that_are_part_of_each_other_in_a_circle_come_to_an_end():
    circle = (ALL, metric("a", part_of="toy.b"), metric("b", part_of="toy.a"))

    with pytest.raises(DeclarationError, match="not declared as a part"):
        form(sentence(Rest(whole=counted("people"), part=counted("a"))), metrics=circle)


def test_two_sentences_of_one_id_are_refused():
    with pytest.raises(DeclarationError, match="two have this id"):
        form(sentence(counted("people")), sentence(counted("work")), metrics=COUNTED)


def test_the_days_of_a_form_are_no_figures_of_it():
    told = Sentence(
        id="days",
        says=lv("{status_day:locative} ir {number}.").en("On {status_day}: {number}."),
        figures={"number": counted("people")},
        source=NEWS,
    )

    assert form(told, metrics=COUNTED).sentences == (told,)
