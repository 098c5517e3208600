"""What is said to be missing, judged by trying every answer in plain readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import combinations, product
from math import prod
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from kernel_lab.completions import COMPLETE, LATER_DAYS, complete_forever
from kernel_lab.effort import examples
from kernel_lab.random_cases import ROOTS, node_of
from kernel_lab.random_expressions import written_handles, written_nodes
from kernel_lab.random_records import DAYS, KNOWN_ON, World, worlds
from kernel_lab.readings import parameters
from kernel_lab.toy import SCHEMA

from inclusion_core.expr import nodes
from inclusion_core.expr.missing import Asked, Missing, OpenFact, what_is_missing
from inclusion_core.expr.missing.answers import Answers
from inclusion_core.expr.missing.open_fact import Place
from inclusion_core.expr.missing.situations import Situations
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.fields import FieldKind, Record
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, NEVER, PartialDay

MOST_WORLDS = 300
"""A case with more ways to turn out is left to others."""


@attrs.frozen(kw_only=True)
class Case:
    """A condition asked of a record, and what is said to be missing: mostly nothing."""

    world: World
    asked: Asked
    missing: Missing

    def truth(self, supposed: Mapping[Place, object]) -> Truth:
        """What it comes to if this were recorded."""
        return self._read(supposed, self.asked.condition, known=True)

    def truth_in_the_end(self, supposed: Mapping[Place, object]) -> Truth:
        """What it comes to once nothing else comes, no record and no day."""
        return self._read(supposed, complete_forever(self.asked.condition), known=False)

    def _read(self, supposed: Mapping[Place, object], node: Any, *, known: bool) -> Truth:
        world = {
            name: [_with(name, each, supposed) for each in records]
            for name, records in self.world.items()
        }
        name = SCHEMA.type_of(self.asked.record).name
        record = next(each for each in world[name] if each.id == self.asked.record.id)
        reader = ObjectReader(
            Records(SCHEMA, world),
            parameters=self.asked.parameters,
            known_on=self.asked.known_on if known else None,
        )
        return reader.truth(node, record)

    @property
    def answers(self) -> Answers:
        return Situations(self.asked).answers

    @property
    def facts(self) -> tuple[OpenFact, ...]:
        """All open facts that the reading comes by."""
        return Situations(self.asked).first.open

    @property
    def fields(self) -> tuple[OpenFact, ...]:
        """Those that are fields."""
        return tuple(fact for fact in self.facts if not fact.place.awaited)

    def recorded(self, place: Place) -> object:
        records = self.world[place.record_type]
        return getattr(next(each for each in records if each.id == place.record_id), place.field)


def _with(name: str, record: Record, supposed: Mapping[Place, object]) -> Any:
    changed = {
        place.field: value
        for place, value in supposed.items()
        if (place.record_type, place.record_id) == (name, record.id)
    }
    return attrs.evolve(record, **changed)  # type: ignore[type-var]


@st.composite
def asked_of_worlds(draw: st.DrawFn) -> tuple[World, Asked]:
    root = draw(st.sampled_from(ROOTS))
    world = draw(worlds(root))
    written = draw(st.sampled_from([written_nodes, written_handles]))
    condition: nodes.TruthNode = node_of(
        draw(written(root, "truth", draw(st.integers(2, 4)), about_knowing=False))
    )
    return world, Asked(
        condition=condition,
        record=world[root][0],
        records=Records(SCHEMA, world),
        parameters=parameters(),
        known_on=draw(st.sampled_from([None, KNOWN_ON])),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    world, asked = draw(asked_of_worlds())
    return Case(world=world, asked=asked, missing=what_is_missing(asked))


def final_values(draw: st.DataObject, case: Case, fact: OpenFact) -> Any:
    """Some way in which an open field may turn out: near the days of the author, or anywhere."""
    field = SCHEMA[fact.place.record_type].field(fact.place.field)
    recorded = case.recorded(fact.place)
    if isinstance(recorded, PartialDay):
        return draw.draw(st.dates(recorded.earliest, recorded.latest))
    if recorded is ABSENT:
        return draw.draw(st.sampled_from((NEVER, *LATER_DAYS)))
    if field.kind is not FieldKind.DAY:
        return draw.draw(COMPLETE[fact.place.record_type][fact.place.field])
    near = [day + timedelta(days=n) for day in DAYS for n in range(-2, 3)]
    never = [NEVER] if field.may_be_absent else []
    return draw.draw(st.sampled_from([*near, *LATER_DAYS, *never]))


@examples(150)
@given(cases())
def test_something_is_told_of_what_is_undecided_and_nothing_of_what_is_decided(case: Case):
    truth, missing = case.truth({}), case.missing

    if truth.decided:
        assert missing == Missing(comes_to=truth)
    else:
        assert (
            missing.still_matters
            or missing.may_matter
            or missing.to_correct
            or missing.comes_to.decided
            or not missing.searched_fully
        )


@examples(150)
@given(cases())
def test_what_matters_is_what_trying_all_answers_finds_to_matter(case: Case):
    grids = [[answer.value for answer in case.answers.final(fact)] for fact in case.fields]
    if prod(len(grid) for grid in grids) > MOST_WORLDS:
        return
    places = [fact.place for fact in case.fields]
    truths = {
        values: case.truth_in_the_end(dict(zip(places, values, strict=True)))
        for values in product(*grids)
    }

    for number, fact in enumerate(case.fields):
        by_others: dict[Any, set[Truth]] = {}
        for values, truth in truths.items():
            by_others.setdefault(values[:number] + values[number + 1 :], set()).add(truth)
        matters = any(found >= {Truth.YES, Truth.NO} for found in by_others.values())
        if matters:
            assert fact in (*case.missing.still_matters, *case.missing.may_matter)
        elif case.fields == case.facts:  # a list may let it matter too
            assert fact not in case.missing.still_matters
    if case.missing.comes_to.decided:
        assert set(truths.values()) == {case.missing.comes_to}


@examples(150)
@given(cases(), st.data())
def test_what_turns_a_yes_into_a_no_is_said_to_matter(case: Case, data: st.DataObject):
    supposed = {fact.place: final_values(data, case, fact) for fact in case.fields}
    before = case.truth_in_the_end(supposed)

    for fact in case.fields:
        supposed[fact.place] = final_values(data, case, fact)
        after = case.truth_in_the_end(supposed)
        if {before, after} == {Truth.YES, Truth.NO}:
            assert fact in (*case.missing.still_matters, *case.missing.may_matter)
        before = after


@examples(150)
@given(cases(), st.data())
def test_a_question_said_to_settle_does_so_whatever_the_answer(case: Case, data: st.DataObject):
    for fact in case.missing.settling:
        value = final_values(data, case, fact)
        answered = case.truth({fact.place: ABSENT if value == NEVER else value})
        assert answered.decided


def some_settle(case: Case, facts: tuple[OpenFact, ...]) -> Iterator[bool]:
    """For all answers to some facts, whether they settle the verdict."""
    grids = ([answer.value for answer in case.answers.given(fact)] for fact in facts)
    for values in product(*grids):
        supposed = dict(zip((fact.place for fact in facts), values, strict=True))
        yield case.truth(supposed).decided


@examples(150)
@given(cases())
def test_a_set_said_to_settle_has_answers_that_do_and_no_part_of_it_has(case: Case):
    for facts in case.missing.could_settle:
        if not any(fact.place.awaited for fact in facts):
            assert any(some_settle(case, facts))
            for part in combinations(facts, len(facts) - 1):
                assert not any(some_settle(case, part))


@examples(150)
@given(cases())
def test_where_all_sets_are_found_no_other_question_settles_alone(case: Case):
    settling = {facts for facts in case.missing.could_settle if len(facts) == 1}

    for fact in case.fields if case.missing.all_sets else ():
        assert any(some_settle(case, (fact,))) == ((fact,) in settling)
