"""Values that are not what their class says, and names that are none: refused, and why is told."""

from datetime import UTC, date, datetime
from enum import Enum, StrEnum
from functools import partial
from types import MappingProxyType
from typing import Annotated

import attrs
import pytest
from door_lab.plugins import (
    ACT,
    SAYS,
    assumption,
    check,
    declaring,
    fact,
    facts_table,
    healthy,
    limit,
    metric,
    plugin,
    programme,
    reader,
    record_type,
    report,
    report_format,
    rule,
    sample,
    words,
)
from hostile_lab.figures import expected, figures

from inclusion_core.checks.check import Check
from inclusion_core.facts.rows import ClientRow
from inclusion_core.fields import Record, Reference
from inclusion_core.manager import load_catalogue
from inclusion_core.manager.shape import is_of_the_core, problem_of
from inclusion_core.metrics.tally import NoCode
from inclusion_core.model.client import Gender
from inclusion_core.periods import Period
from inclusion_core.reports.behind import Count
from inclusion_core.texts import Text
from inclusion_core.values import NOT_ASKED, Day, Unknown
from inclusion_core.vocabulary import Vocabulary


def problem(**declared):
    """What is wrong with a plugin that declares this, which stands beside a good one."""
    catalogue = load_catalogue([plugin("bad", declaring(**declared)), healthy("toy")])
    assert "inclusion-toy" in [each.name for each in catalogue.distributions]
    (fault,) = catalogue.faults
    assert fault.plugin == "bad"
    assert fault.problem.isprintable()
    return fault.problem


def forced(value, **fields):
    """A frozen value that holds what its class would have refused."""
    other = attrs.evolve(value)
    for name, each in fields.items():
        object.__setattr__(other, name, each)
    return other


class LyingText(Text):
    @property
    def lv(self):
        raise RuntimeError

    def __init__(self):
        pass


class LyingStr(str):
    __slots__ = ()

    def startswith(self, *_):
        return True

    def __hash__(self):
        raise RuntimeError

    def __eq__(self, other):
        raise RuntimeError


RUBBISH = {
    "no words": (
        {"metrics": [forced(metric("bad.a"), says="words")]},
        "metric 'bad.a': its says must be Text, it is str",
    ),
    "words that lie": (
        {"metrics": [forced(metric("bad.a"), says=LyingText())]},
        "metric 'bad.a': its says must be Text, it is LyingText",
    ),
    "another class of that name": (
        {"metrics": [forced(metric("bad.a"), source=type("Source", (), {})())]},
        "metric 'bad.a': its source must be Source, it is another class called Source",
    ),
    "rubbish in words": (
        {"metrics": [forced(metric("bad.a"), says=forced(SAYS, en=7))]},
        "metric 'bad.a': its says.en must be str, it is int",
    ),
    "a list": (
        {"metrics": [forced(metric("bad.a"), notes=[SAYS])]},
        "metric 'bad.a': its notes must be a tuple, it is list",
    ),
    "rubbish in a tuple": (
        {"metrics": [forced(metric("bad.a"), notes=(SAYS, None))]},
        "metric 'bad.a': its notes must be Text, it is None",
    ),
    "a code that is a text": (
        {"metrics": [forced(metric("bad.a"), grain="programme")]},
        "metric 'bad.a': its grain must be Grain, it is str",
    ),
    "a truth that is a number": (
        {"metrics": [forced(metric("bad.a"), adds_up=1)]},
        "metric 'bad.a': its adds_up must be bool, it is int",
    ),
    "a number that is a truth": (
        {"samples": [forced(sample("bad.a"), default_seed=True)]},
        "sample 'bad.a': its default_seed must be int, it is bool",
    ),
    "a class that is none": (
        {
            "metrics": [forced(metric("bad.a"), subject=ClientRow)],
            "facts": [forced(fact("bad.f"), subject="client")],
        },
        "fact 'bad.f': its subject must be a class that extends Row, it is str",
    ),
    "a class of another kind": (
        {"programmes": [forced(programme("bad.p"), records=(int,))]},
        "programme 'bad.p': its records must be a class that extends Record, it is type",
    ),
    "a function that is none": (
        {"checks": [forced(check("bad.a"), find=7)]},
        "check 'bad.a': its find must be a function, it is int",
    ),
    "a day with a time": (
        {
            "metrics": [
                forced(metric("bad.a"), source=forced(ACT, issued=datetime(2018, 1, 1, tzinfo=UTC)))
            ]
        },
        "metric 'bad.a': its source.issued must be date or None, it is datetime",
    ),
    "a period of rubbish": (
        {
            "rules": [
                forced(
                    rule("bad.r", "bad.p"),
                    in_force=forced(Period(date(2018, 1, 1), None), first_day="2018"),
                )
            ]
        },
        "rule 'bad.r': its in_force.first_day must be date, it is str",
    ),
    "a condition of its own making": (
        {"rules": [forced(rule("bad.r", "bad.p"), holds=lambda: True)]},
        "rule 'bad.r': its holds must be Condition, it is function",
    ),
    "words in no dict": (
        {"texts": [forced(words("bad.w"), types=[("client", SAYS)])]},
        "vocabulary 'bad.w': its types must be a dict, it is list",
    ),
    "rubbish for a key": (
        {"texts": [forced(words("bad.w"), codes={"female": SAYS})]},
        "vocabulary 'bad.w': its codes must be Enum, it is str",
    ),
    "rubbish in a dict": (
        {"texts": [forced(words("bad.w"), types={"bad_visit": "visit"})]},
        "vocabulary 'bad.w': its types must be Text, it is str",
    ),
    "rubbish far below": (
        {"reports": [forced(report("bad.r", forced(metric("bad.a"), says=None)))]},
        "report 'bad.r': its sections.tables.metrics.says must be Text, it is None",
    ),
    "an id of rubbish": (
        {"metrics": [forced(metric("bad.a"), id=LyingStr("toy.clients"))]},
        "metric 'toy.clients' is outside its namespace",
    ),
    "an id that is nothing": (
        {"metrics": [forced(metric("bad.a"), id=None)]},
        "metric None is outside its namespace",
    ),
    "ends of rubbish": (
        {"limits": [forced(limit("bad.l", "bad.p"), ends=("never",))]},
        "limit 'bad.l': its ends must be End, it is str",
    ),
    "a table of rubbish": (
        {"facts_tables": [forced(facts_table("bad.t"), columns={"entered_on": 7})]},
        "facts table 'bad.t': its columns must be Column, it is int",
    ),
    "an assumption of rubbish": (
        {"assumptions": [forced(assumption("bad.a"), choices={"7": SAYS})]},
        "assumption 'bad.a': its choices must be int, it is str",
    ),
    "a reader of rubbish": (
        {"readers": [forced(reader("bad.r", ".bad"), suffixes=".bad")]},
        "reader 'bad.r': its suffixes must be a tuple, it is str",
    ),
    "a format of rubbish": (
        {"formats": [forced(report_format("bad.f"), render=b"")]},
        "format 'bad.f': its render must be a function, it is bytes",
    ),
    "rubbish for a class": ({"record_types": [None]}, "classes that extend Record"),
    "an instance for a class": (
        {"record_types": [Unknown(NOT_ASKED.reason)]},
        "inclusion_record_types must give classes that extend Record, it gave Unknown",
    ),
    "a class of its own making": (
        {"record_types": [type("Meta", (type,), {"__hash__": None})("BadVisit", (Record,), {})]},
        "inclusion_record_types must give classes that extend Record, it gave the class BadVisit",
    ),
}


@pytest.mark.parametrize(("declared", "told"), RUBBISH.values(), ids=RUBBISH.keys())
def test_rubbish_is_told_by_where_it_is_and_what_should_be_there(declared, told):
    assert told in problem(**declared)


def test_the_figures_of_others_are_the_same_beside_all_of_it(site):
    bad = [plugin(f"bad{n}", declaring(**each)) for n, (each, _) in enumerate(RUBBISH.values())]

    catalogue = site.load(*bad)

    assert len(catalogue.faults) == len(RUBBISH)
    assert figures(catalogue) == expected()


def test_mappings_may_be_read_only():
    own = forced(words("good.w"), types=MappingProxyType({}), codes=MappingProxyType({}))

    assert load_catalogue([plugin("good", declaring(texts=[own]))]).faults == ()


def test_a_tuple_of_so_many_holds_each_of_its_kind():
    count = Count(metric="x.y", groups=(("gender", ("female", NoCode.UNKNOWN)),))
    other = attrs.evolve(count, groups=(("gender",),))
    turned = attrs.evolve(count, groups=((("female",), "gender"),))

    assert problem_of(count, {}) == ""
    assert problem_of(other, {}) == "groups must be a tuple of 2, it is tuple"
    assert problem_of(turned, {}) == "groups must be str, it is tuple"


def test_a_code_is_of_any_closed_list():
    assert problem_of(Vocabulary(id="x", codes={Gender.FEMALE: SAYS}), {}) == ""


def test_what_only_says_that_it_is_of_the_core_is_not():
    liar = type("Text", (), {"__module__": "inclusion_core.texts"})
    lost = type("Text", (), {"__module__": "inclusion_core.nowhere"})

    assert [is_of_the_core(each) for each in (Text, liar, lost, date)] == [True, *[False] * 3]


def test_a_function_may_be_any_that_can_be_called():
    assert problem_of(Check(id="x", says=SAYS, find=partial(print)), {}) == ""


EVIL_IDS = {
    "bad.../etc/passwd": "is written '../etc/passwd': write small letters",
    "bad.a/b": "is written 'a/b'",
    "bad.a\\b": "is written 'a\\\\b'",
    "bad.a..b": "is written 'a..b'",
    "bad.": "is written ''",
    "bad..": "is written '.'",
    "bad.a.": "is written 'a.'",
    "bad.a b": "is written 'a b'",
    "bad.a\n": "is written 'a\\\\n'",
    "bad.a\x00": "is written 'a\\\\x00'",
    "bad.\x1b[31ma": "is written '\\\\x1b[31ma'",
    "bad." + "a" * 10_000: "has 10000 characters, and 100 are enough",
    "bad.cl\u0456ents": "(there is a CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I in it)",
    "bad.\u202eabc": "(there is a RIGHT-TO-LEFT OVERRIDE in it)",
    "bad.a\u200bb": "(there is a ZERO WIDTH SPACE in it)",
    "bad.\ue000": "(there is a U+E000 in it)",
    "bad.Clients": "is written 'Clients': write small letters",
    "bad.CON:": "is written 'CON:'",
    "bad.<b>": "is written '<b>'",
    "bad.klienti\u0101": "(there is a LATIN SMALL LETTER A WITH MACRON in it)",
}


@pytest.mark.at_length(few=4)
@pytest.mark.parametrize(("key", "told"), EVIL_IDS.items(), ids=map(ascii, EVIL_IDS))
def test_an_id_that_is_no_id_is_refused(key, told):
    said = problem(metrics=[metric(key)])

    assert said.startswith("the id of metric ")
    assert told in said


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize(
    "name",
    ["../up", "a/b", "", " ", "a..b", "a\n", "b\u0430d", "x" * 101, "1", "-a", "a:b", "a="],
    ids=ascii,
)
def test_an_entry_point_that_cannot_be_a_namespace_is_refused(name):
    evil = plugin(name, declaring(metrics=[metric(f"{name}.a")]))
    catalogue = load_catalogue([evil, healthy("toy")])

    (fault,) = catalogue.faults
    assert fault.problem.startswith("the name of its entry point ")
    assert str(fault).isprintable()


@pytest.mark.parametrize("name", ["a", "Home-Visits", "sif2", "a.b", "a_b"])
def test_an_entry_point_may_have_any_plain_name(name):
    assert load_catalogue([plugin(name, declaring(metrics=[metric(f"{name}.a")]))]).faults == ()


def test_ids_inside_of_a_limit_are_looked_at_as_well():
    one = limit("bad.l", "bad.p")
    support = attrs.evolve(one.support, id="bad.Support")
    end = attrs.evolve(one.ends[0], id="../end")

    assert "the id of support is written 'Support'" in problem(
        limits=[attrs.evolve(one, support=support)]
    )
    assert "the id of an end of limit 'bad.l' is written '../end'" in problem(
        limits=[attrs.evolve(one, ends=(end,))]
    )


def made(name, base=Record, **annotations):
    """A record class of that name with these fields besides its key."""
    body = {"__annotations__": {"id": str, **annotations}}
    return attrs.frozen(kw_only=True, repr=False)(type(name, (base,), body))


class Unequal(Enum):
    A = "a"

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 7


class Hidden(Enum):
    A = "a\u202eb"


class Spaced(Enum):
    A = " a"


class Worded(StrEnum):
    A = "a"


CLASSES = {
    "a path": (made("Bad_../x"), "cannot be the name of a file on every system"),
    "a very long name": (made("BadX" + "x" * 200), "its name has"),
    "a homoglyph": (made("Bad_v\u0456s\u0456t"), "cannot be the name of a file or a column"),
    "a field of another script": (
        made("BadVisit", mаde=Day),
        "cannot be the name of a file or a column",
    ),
    "a field in capitals": (made("BadVisit", Made=Day), "cannot be the name of a file or a column"),
    "a list of another script": (
        made("BadVisit", to_id=Annotated[str, Reference("client", inverse="bad_v\u0456sits")]),
        "the name of the list of field 'to_id' is written",
    ),
    "codes that are equal to all": (
        made("BadVisit", kind=Unequal),
        "codes of field 'kind' say themselves what they are equal to",
    ),
    "a code that hides": (made("BadVisit", kind=Hidden), "has a code that cannot be seen as it is"),
    "a code with a blank": (made("BadVisit", kind=Spaced), "has a code that cannot be seen as it"),
    "open fields": (
        attrs.define(kw_only=True, repr=False)(
            type("BadVisit", (Record,), {"__annotations__": {"id": str}})
        ),
        "it could be changed: decorate it with attrs.frozen",
    ),
}


@pytest.mark.parametrize(("record_class", "told"), CLASSES.values(), ids=CLASSES.keys())
def test_a_record_class_that_cannot_stand_in_files_is_refused(record_class, told):
    assert told in problem(record_types=[record_class])


def test_rows_of_a_facts_table_are_looked_at_as_record_types_are():
    table = facts_table("bad.t", rows="BadX" + "x" * 200)

    assert "facts table 'bad.t': its name has" in problem(facts_tables=[table])


def test_codes_may_be_texts():
    own = [made("BadVisit", kind=Worded), record_type("bad", "Other")]

    assert load_catalogue([plugin("bad", declaring(record_types=own))]).faults == ()


def test_a_metric_in_a_form_may_stand_in_no_list():
    loose = declaring(reports=[report("good.r", metric("good.loose"))])

    assert load_catalogue([plugin("good", loose)]).faults == ()


def test_a_metric_in_a_form_is_the_one_that_is_declared():
    other = attrs.evolve(metric("bad.a"), adds_up=True)

    assert "report 'bad.r' uses the metric 'bad.a', and another one is declared" in problem(
        reports=[report("bad.r", other)], metrics=[metric("bad.a")]
    )
